import Drafts
import Exports
import Foundation
import Programme

/// `jianbao init DIR --from EXPORT…`: a commented pipeline file proposed from exports; never in place of one that is there.
struct InitCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let folder = arguments.operands.first, !arguments.exports.isEmpty else {
      talk.complain(
        Wording(
          "init: name the folder of the new programme, then --from and exports or a folder of them; see jianbao --help",
          "init：请先写新项目的文件夹，再写 --from 和导出文件（或其文件夹）；见 jianbao --help"))
      return .usage
    }
    let path = "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/pipeline.json5"
    guard !FileManager.default.fileExists(atPath: path) else {
      talk.complain(
        Wording(
          "\(path): already exists and is left as it is; name another folder, or move the file away",
          "\(path)：已存在，未作改动；请另选文件夹，或先移走该文件"))
      return .usage
    }
    guard let files = exports(arguments.exports + arguments.operands.dropFirst()) else { return .usage }
    let draft = Draft(files: files, folder: folder)
    for error in draft.unreadable {
      talk.complain(Wording(error.message(chinese: false), error.message(chinese: true)))
    }
    for sheet in draft.unknown { talk.complain(sheet) }
    guard !draft.isEmpty else {
      talk.complain(
        Wording(
          "init: no export of a known kind, so nothing was written; give at least a roster",
          "init：没有认出任何一类导出文件，未写文件；至少应有学员名册"))
      return .blocked
    }
    guard write(draft.text, to: path, in: folder) else { return .usage }
    tell(draft, path)
    return draft.unreadable.isEmpty ? .done : .blocked
  }

  /// The files named, those of a folder among them; nil, and why, when one is not there.
  private func exports(_ names: [String]) -> [String]? {
    var files: [String] = []
    for name in names {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
        talk.complain(Wording("\(name): no such file; name exports or a folder of them", "\(name)：没有此文件；请指定导出文件或其文件夹"))
        return nil
      }
      guard isFolder.boolValue else {
        files.append(name)
        continue
      }
      let inside = (try? FileManager.default.contentsOfDirectory(atPath: name)) ?? []
      files += inside.sorted().filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.map { "\(name)/\($0)" }.filter {
        file in
        var isInner: ObjCBool = false
        return FileManager.default.fileExists(atPath: file, isDirectory: &isInner) && !isInner.boolValue
      }
    }
    return files
  }

  private func write(_ text: String, to path: String, in folder: String) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
      return true
    } catch {
      talk.complain(
        Wording(
          "\(path): cannot be written; name a folder where you may write", "\(path)：无法写入；请指定有写入权限的文件夹"))
      return false
    }
  }

  private func tell(_ draft: Draft, _ path: String) {
    for line in draft.recognised { talk.result(line) }
    talk.result(
      Wording(
        "\(path): written; \(draft.questions.count) answers are left to fill in:",
        "\(path)：已写入；请填写以下\(draft.questions.count)处："))
    for (line, question) in draft.questions { talk.result("  \(path):\(line): \(question)") }
    talk.result(
      Wording("then: jianbao check \(path)", "填好后运行：jianbao check \(path)"))
  }
}
