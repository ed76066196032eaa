import Answers
import Foundation
import Programme
import Reports
import SQLite
import Stages
import Store

/// `jianbao forget PIPELINE --before DATE [--yes]`: whose names and numbers would be erased, and with `--yes` the erasing itself.
struct ForgetCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    guard arguments.operands.count == 1, let text = arguments.options["--before"] else {
      talk.complain(
        Wording(
          "forget: name a pipeline file or its folder, and a day with --before; see jianbao --help",
          "forget：请指定流程文件或其文件夹，并用 --before 写明日期；见 jianbao --help"))
      return .usage
    }
    guard let before = CalendarDate(text) else {
      talk.complain(
        Wording("--before: '\(text)' is no date; expected 2023-08-19", "--before：'\(text)' 不是日期；应为 2023-08-19"))
      return .usage
    }
    guard let file = PipelineFile.read(arguments.operands[0], talk) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      try forget(before, file, try ProgrammeStore(programme: file.programme, folder: root), root)
    }
  }

  private func forget(_ before: CalendarDate, _ file: PipelineFile, _ store: ProgrammeStore, _ root: String) throws
    -> ExitCode
  {
    let erasure = Erasure(store, before: before)
    let isSure = arguments.switches.contains("--yes")
    var count = ErasureCount()
    try store.database.execute("PRAGMA secure_delete = ON")
    do {
      try store.database.transaction {
        count = try erasure.run()
        if !isSure || count.isEmpty { throw PreviewOnly() }
      }
    } catch is PreviewOnly {}
    // An earlier erasing may have been cut off before the file was compacted.
    if isSure { try erasure.compact() }
    guard !count.isEmpty else {
      talk.result(
        Wording(
          "nobody is to be erased: only people all of whose terms ended before \(before) and are closed (closed: true or 'ledger' in the pipeline file) are",
          "没有应清除的人员：只清除其全部班次均在 \(before) 前结束、且已在流程文件中关闭（closed: true 或 'ledger'）的人员"))
      return .done
    }
    talk.result(answer(count, isSure), arguments)
    tellPapers(before, root)
    if isSure {
      talk.note(
        Wording(
          "exports that still list these people bring them back when they are read again: remove them too",
          "仍列有这些人员的导出文件再次导入时会恢复其信息：请一并删除"))
    }
    return .done
  }

  private func answer(_ count: ErasureCount, _ isSure: Bool) -> Answer {
    let terms = count.terms.joined(separator: "、")
    let lines: [(Wording, Int)] = [
      (Wording("people", "人员"), count.people), (Wording("identity numbers", "身份证号"), count.identities),
      (Wording("telephones", "电话"), count.phones), (Wording("people in office", "管理人员"), count.staff),
      (Wording("earlier states of them", "历史记录"), count.past),
      (Wording("filings, recommendations and approvals", "申报、推荐和审批"), count.nominations),
      (Wording("changes", "变动记录"), count.changes),
      (Wording("raw rows that were sent back", "退回行原文"), count.rejects),
      (Wording("mended rows", "修正行"), count.mendings),
      (Wording("sentences that name them", "含其姓名的说明"), count.sentences),
      (Wording("corrections whose words name them; the entries stay", "更正记录的文字（条目保留）"), count.words),
    ]
    let title =
      isSure
      ? Wording("erased, of the terms \(terms)", "已清除（班次：\(terms)）")
      : Wording(
        "would be erased, of the terms \(terms); nothing was erased yet, --yes erases it for good",
        "将清除（班次：\(terms)）；尚未清除，加 --yes 后清除且不可恢复")
    return Answer(
      "erasure", title, ["erased": .truth(isSure), "people": .number(Int64(count.people))],
      parts: lines.filter { $0.1 > 0 }.map { line in
        Answer(
          "count", Wording("\(line.0.english): \(line.1)", "\(line.0.chinese)：\(line.1)"),
          ["what": .text(line.0.english), "count": .number(Int64(line.1))])
      })
  }

  /// Names the folders of papers that were handed out: they are the office's records, and are not touched.
  private func tellPapers(_ before: CalendarDate, _ root: String) {
    let nights = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().filter { name in
      CalendarDate(String(name.prefix(10))).map { $0 < before } ?? false
    }
    guard !nights.isEmpty else { return }
    let folders = nights.map { "\(root)/\($0)" }
    talk.note(
      Wording(
        "papers already made are not touched and may name them; keep or remove them as the office's rules say: \(folders.joined(separator: ", "))",
        "已生成的材料未改动，其中可能有其姓名，请按档案规定保存或删除：\(folders.joined(separator: "、"))"))
  }
}

/// Takes an erasing back once it is known what it would take away.
private struct PreviewOnly: Error {}
