import Exports
import Foundation
package import Programme

/// An export of a night, found by its source's pattern.
package struct SourceFile: Sendable {
  /// As it is opened.
  package let path: String
  /// Below the input folder, as it is stored and shown.
  package let name: String
  package let size: Int64
  /// When it was written last, as found together with its size.
  let modified: Date?

  init(path: String, name: String) {
    self.path = path
    self.name = name
    (size, modified) = Self.state(path)
  }

  /// Whether the file is still as it was found when the night began.
  var stands: Bool { Self.state(path) == (size, modified) }

  private static func state(_ path: String) -> (Int64, Date?) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return ((attributes?[.size] as? NSNumber)?.int64Value ?? 0, attributes?[.modificationDate] as? Date)
  }
}

/// Finds the exports of a night.
package struct InputFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The nights for which the folder holds exports, the earliest first: the values that `{date}` takes.
  package func nights(of sources: [Source]) -> [String] {
    let folders = Set(
      sources.compactMap { source in source.files.range(of: "{date}").map { source.files[..<$0.lowerBound] } })
    var nights: Set<String> = []
    for prefix in folders where prefix.isEmpty || prefix.hasSuffix("/") {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(prefix)")) ?? []
      nights.formUnion(names.compactMap { name in CalendarDate(String(name.prefix(10))).map(\.description) })
    }
    return nights.sorted()
  }

  /// The names of a source's exports for a night, below the folder and in their order.
  package func names(of source: Source, night: String) -> [String] {
    matches(source.files.replacingOccurrences(of: "{date}", with: night))
  }

  /// The files in a night's own folders that no source reads, below the input folder: a form under another name, an export that the
  /// platform has renamed.
  package func unread(by sources: [Source], night: String) -> [String] {
    let patterns = sources.map { $0.files.replacingOccurrences(of: "{date}", with: night) }
    let folders = Set(
      patterns.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
        .filter { $0.contains(night) && !$0.contains("*") })
    let read = Set(sources.flatMap { names(of: $0, night: night) })
    let found = folders.flatMap { folder -> [String] in
      let below = (try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
      return below.map { "\(folder)/\($0)" }.filter { name in
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
        return isThere && !isFolder.boolValue && !isHidden && !read.contains(name)
      }
    }
    return Set(found).sorted()
  }

  /// The exports of these names.
  func files(_ names: [String]) -> [SourceFile] {
    names.map { SourceFile(path: "\(path)/\($0)", name: $0) }
  }

  /// Names below the folder that fit a pattern; `*` stands for any run of characters within one name.
  private func matches(_ pattern: String) -> [String] {
    var found = [""]
    for part in pattern.split(separator: "/").map(String.init) {
      var next: [String] = []
      for prefix in found {
        let base = prefix.isEmpty ? path : "\(path)/\(prefix)"
        let names = part.contains("*") ? (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] : [part]
        for name in names.sorted() where Self.fits(Array(name.unicodeScalars), Array(part.unicodeScalars)) {
          // Office programs leave such lock files beside an open workbook.
          guard !name.hasPrefix("~$"), !name.hasPrefix(".~") else { continue }
          let child = prefix.isEmpty ? name : "\(prefix)/\(name)"
          if FileManager.default.fileExists(atPath: "\(path)/\(child)") { next.append(child) }
        }
      }
      found = next
    }
    return found
  }

  private static func fits(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return (0...name.count).contains { fits(Array(name[$0...]), Array(pattern.dropFirst())) }
    }
    return name.first == first && fits(Array(name.dropFirst()), Array(pattern.dropFirst()))
  }
}
