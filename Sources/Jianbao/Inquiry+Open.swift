import Answers
import Foundation
import Programme
import SQLite
import Store

extension PipelineFile {
  /// The folder of the programme's database; nil, and why, when nothing was ever loaded into it.
  func loadedRoot(_ arguments: Arguments, _ talk: Talk) -> String? {
    let root = "\(arguments.options["--output"] ?? "output")/\(programme.id)"
    guard FileManager.default.fileExists(atPath: "\(root)/\(programme.id).sqlite") else {
      talk.complain(
        Wording(
          "\(root): nothing has been loaded yet; run jianbao run \(path), or name the folder with --output",
          "\(root)：尚未导入任何数据；请先运行 jianbao run \(path)，或用 --output 指定目录"))
      return nil
    }
    return root
  }
}

extension Inquiry {
  /// Opens the database of a programme for reading; nil, and why, when there is none or the last run left it unfinished.
  static func open(_ file: PipelineFile, _ arguments: Arguments, _ talk: Talk) throws -> Inquiry? {
    guard let root = file.loadedRoot(arguments, talk) else { return nil }
    let store = try ProgrammeStore(programme: file.programme, folder: root, readOnly: true)
    return Inquiry(
      store, file.scorer, file.folder, listsAll: !arguments.switches.isDisjoint(with: ["--all", "--letter"]))
  }
}

extension Talk {
  /// Prints an answer as a tree, or as JSON when that was asked for.
  func result(_ answer: Answer, _ arguments: Arguments) {
    if arguments.options["--format"] == "json" {
      result(answer.json(in: language))
    } else {
      result(answer.lines(in: language).joined(separator: "\n"))
    }
  }
}
