import Foundation
import Programme

/// Where an export lies, and the pattern by which later nights' exports are found.
struct FilePattern {
  /// The folder below which all nights lie.
  let input: String
  /// Below the input folder: `{date}/学员名册*.xlsx`.
  let files: String
  /// The name without date, numbering and extension.
  let stem: String
  /// The night that the path names.
  let night: CalendarDate?

  /// A file in a folder named by its night, or with its night in its own name; any other is expected in such a folder.
  init(_ path: String) {
    let url = URL(filePath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent()
    let name = url.deletingPathExtension().lastPathComponent
    let end = url.pathExtension.isEmpty ? "" : ".\(url.pathExtension)"
    stem = Self.stem(of: name)
    let dated = name.firstRange(of: /\d{4}-\d{2}-\d{2}/)
    if let night = CalendarDate(folder.lastPathComponent) {
      self.night = night
      input = folder.deletingLastPathComponent().path(percentEncoded: false)
      files = "{date}/\(stem)*\(end)"
    } else if let dated, let night = CalendarDate(String(name[dated])) {
      self.night = night
      input = folder.path(percentEncoded: false)
      files = "\(name.replacingCharacters(in: dated, with: "{date}"))\(end)"
    } else {
      night = nil
      input = folder.path(percentEncoded: false)
      files = "{date}/\(stem)*\(end)"
    }
  }

  /// The name without what changes from night to night: a date, a time, `(1)`, `_` at the end.
  private static func stem(of name: String) -> String {
    var rest = Substring(name)
    while let last = rest.last, last.isNumber || "()（）_- .".contains(last) { rest.removeLast() }
    return rest.isEmpty ? name : String(rest)
  }

  /// One folder as it is seen from another.
  static func relative(_ path: String, from base: String) -> String {
    func parts(_ path: String) -> [String] {
      URL(filePath: path).standardizedFileURL.pathComponents.filter { $0 != "/" && !$0.isEmpty }
    }
    let (to, from) = (parts(path), parts(base))
    let common = zip(to, from).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: from.count - common) + to[common...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
