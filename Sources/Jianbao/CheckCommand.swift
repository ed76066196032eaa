import Answers
import Foundation
import Programme
import Reports
import SQLite
import Stages
import Store

/// `jianbao check PIPELINE [--as-of DATE]`: the pipeline file, its templates and the newest exports' headers; nothing is loaded.
struct CheckCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      talk.complain(
        Wording("check: name a pipeline file or its folder; see jianbao --help", "check：请指定流程文件或其文件夹；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk, warns: true), let asOf = AsOf.chosen(arguments, file, talk) else {
      return .usage
    }
    for name in file.programme.templates.keys.sorted() {
      guard let paper = PaperTemplate(fileName: name) else { continue }
      let path = "\(OfficeTemplate.folder(beside: file.path))/\(name)"
      talk.note(
        Wording("\(path): \(paper.title.english) will be made of it", "\(path)：将按此生成\(paper.title.chinese)"))
    }
    guard try areTemplatesPrintable(file) else { return .usage }
    let check = ExportCheck(file.programme, input: InputFolder(path: file.input), asOf: asOf.text, end: asOf.end)
    talk.result(check.answer, arguments)
    return check.isBlocked ? .blocked : .done
  }

  /// Whether the office's templates can be printed over the newest night; without one nobody knows how long their loops are.
  private func areTemplatesPrintable(_ file: PipelineFile) throws -> Bool {
    let root = "\(arguments.options["--output"] ?? "output")/\(file.programme.id)"
    guard !file.programme.templates.isEmpty,
      FileManager.default.fileExists(atPath: "\(root)/\(file.programme.id).sqlite"),
      // What is wrong with the database is not for this command to say.
      let store = try? ProgrammeStore(programme: file.programme, folder: root, readOnly: true)
    else { return true }
    let inquiry = Inquiry(store, file.scorer, file.folder)
    guard try inquiry.obstacle() == nil, let asOf = try inquiry.asOf(), try store.newestNight() == asOf,
      let night = try store.database.integer("SELECT id FROM night WHERE as_of = ?", .text(asOf))
    else { return true }
    let edition = Edition(programme: file.programme, night: night, asOf: asOf, number: 1, totalNumber: 1)
    let faults = try faultsOfTemplates(edition, from: store.database)
    for fault in faults { talk.complain(fault.wording(in: OfficeTemplate.folder(beside: file.path))) }
    return faults.isEmpty
  }
}
