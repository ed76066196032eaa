import Answers
import Exports
import Foundation
import Programme
import Reports
import Stages
import Store

/// `jianbao rejects PIPELINE [--export FILE.xlsx | --import FILE.xlsx]`: the rows that were sent back, as a list, as a form to mend
/// them in, and back from the form.
struct RejectsCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    let (form, filled) = (arguments.options["--export"], arguments.options["--import"])
    guard let operand = arguments.operands.first, arguments.operands.count == 1, form == nil || filled == nil else {
      talk.complain(
        Wording(
          "rejects: name a pipeline file or its folder, and either --export or --import or neither; see jianbao --help",
          "rejects：请指定流程文件或其文件夹，--export 与 --import 至多选一；见 jianbao --help"))
      return .usage
    }
    guard let file = PipelineFile.read(operand, talk) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    if let filled { return try take(filled, file, root) }
    let store = try ProgrammeStore(programme: file.programme, folder: root, readOnly: true)
    let rows = try store.sentBackRows()
    let asOf = try store.newestNight()
    let isAll = arguments.switches.contains("--all")
    let decided = isAll ? try store.decidedRows() : []
    if let form {
      return try give(rows.filter { $0.state == .open } + decided, asOf, file.programme, to: form)
    }
    let limit = isAll ? Int.max : 20
    let answer = sentBackAnswer(rows, decided: decided, of: file.programme, asOf: asOf, limit: limit)
    // The raw rows leave the database on a form alone; here numbers of people are covered.
    let isJSON = arguments.options["--format"] == "json"
    let text =
      isJSON ? answer.json(in: talk.language) : answer.lines(in: talk.language).joined(separator: "\n")
    talk.result(Mask(file.programme.privacy).covered(text))
    return .done
  }

  /// Writes the form, with `--all` also for rows decided before; a file that is there already may hold somebody's work and is left alone.
  private func give(_ rows: [SentBackRow], _ asOf: String?, _ programme: Programme, to path: String) throws -> ExitCode
  {
    guard path.lowercased().hasSuffix(".xlsx"), !FileManager.default.fileExists(atPath: path) else {
      talk.complain(
        Wording(
          "--export: \(path) must be the name of a new file that ends in .xlsx; import or remove the one that is there",
          "--export：\(path) 须为以 .xlsx 结尾的新文件名；若文件已存在，请先导入或移走"))
      return .usage
    }
    guard !rows.isEmpty, let asOf else {
      talk.result(Wording("no row waits to be mended; nothing was written", "没有待处理的退回行；未生成文件"))
      return .done
    }
    do {
      try writeRejectForm(rows, of: programme, asOf: asOf, to: path)
    } catch {
      talk.complain("\(error)")
      return .broken
    }
    talk.result(
      Answer(
        "form",
        Wording(
          "\(path): \(counted(rows.count, "row")) to mend; fill it in, then run jianbao rejects with --import. It holds raw personal data: remove it afterwards",
          "\(path)：待修正\(rows.count)行；填好后用 jianbao rejects --import 导回。表中含未遮蔽的个人信息，用后请删除"),
        ["file": .text(path), "rows": .number(Int64(rows.count))]), arguments)
    return .done
  }

  /// Takes a filled-in form back; what is refused is told row by row, and the rest holds.
  private func take(_ path: String, _ file: PipelineFile, _ root: String) throws -> ExitCode {
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      let store = try ProgrammeStore(programme: file.programme, folder: root)
      let result: MendingImport
      do {
        result = try store.importMendings(from: path)
      } catch let error as NoMendingForm {
        talk.complain(error.wording)
        return .blocked
      } catch let error as ExportError {
        talk.complain(error.message(chinese: talk.language == .chinese))
        return .blocked
      }
      talk.result(mendingAnswer(result, form: path), arguments)
      if result.mended + result.void + result.takenBack > 0 {
        talk.note(
          Wording(
            "run jianbao run \(file.path) again, and the mended rows are read",
            "请重新运行 jianbao run \(file.path)，修正的行即被采用"))
      }
      return result.refusals.isEmpty ? .done : .blocked
    }
  }
}
