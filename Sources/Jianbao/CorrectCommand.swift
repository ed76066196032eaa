import Answers
import Programme
import SQLite
import Stages
import Store

/// `jianbao correct PIPELINE CANDIDATE --award ID --effect WORD --reason TEXT --approved-by NAME`: what a correction would move, and with
/// `--apply` the correction itself, as an entry of the chronicle that nobody can take out.
struct CorrectCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  func run() throws -> ExitCode {
    let effects: [ChronicleEffect] = [.withdraw, .disqualify, .restore]
    guard arguments.operands.count == 2, let id = arguments.options["--award"],
      let effect = arguments.options["--effect"].flatMap(ChronicleEffect.init(rawValue:)), effects.contains(effect),
      let words = ChronicleWords(arguments)
    else {
      talk.complain(
        Wording(
          "correct: name a pipeline file and a candidate's code, with --award, --effect withdraw|disqualify|restore, --reason and --approved-by; see jianbao --help",
          "correct：请指定流程文件和对象编号，并写明 --award、--effect withdraw|disqualify|restore、--reason、--approved-by；见 jianbao --help"
        ))
      return .usage
    }
    guard let file = PipelineFile.read(arguments.operands[0], talk) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    guard let award = file.programme.awards.first(where: { $0.id.text == id }) else {
      let hint = Spelling.hint(for: id, among: file.programme.awards.map(\.id.text))
      talk.complain(Wording("no award is named '\(id)'; \(hint.english)", "没有名为 '\(id)' 的奖项；\(hint.chinese)"))
      return .usage
    }
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      let store = try ProgrammeStore(programme: file.programme, folder: root)
      return try correct(award, effect, words, file, store)
    }
  }

  private func correct(
    _ award: Award, _ effect: ChronicleEffect, _ words: ChronicleWords, _ file: PipelineFile, _ store: ProgrammeStore
  ) throws -> ExitCode {
    if let obstacle = try Inquiry(store, file.scorer, file.folder).obstacle() {
      talk.complain(obstacle)
      return .usage
    }
    let code = arguments.operands[1]
    let candidates = try store.database.rows(
      "SELECT candidate FROM award_decision WHERE award = ? AND code = ? ORDER BY candidate", .text(award.id.text),
      .text(code)
    ) { row throws(SQLiteError) in row.integer(0) }
    guard !candidates.isEmpty else {
      talk.complain(
        Wording("\(code) is no candidate of \(award.title)", "\(code) 不是\(award.title)的参评对象"))
      return .usage
    }
    let applies = arguments.switches.contains("--apply")
    let learners = try Learners(store)
    let scores = evaluate(store, learners, file.scorer)
    let measures = fold(store, learners, scores, file.folder)
    var movements: [Movement] = []
    do {
      try store.keepDecisions()
      try store.database.transaction {
        for candidate in candidates { try store.correct(award.id.text, candidate: candidate, effect, words) }
        _ = try Stages.award(store, learners, scores, measures)
        movements = try store.movementsFromKept()
        if !applies { throw PreviewOnly() }
      }
    } catch is PreviewOnly {}
    let title =
      applies
      ? Wording("corrected; who moves", "已更正；变动如下")
      : Wording("who would move; nothing was changed yet, --apply makes the correction", "将引起的变动（尚未生效，加 --apply 生效）")
    talk.result(movementAnswer(movements, title: title, of: file.programme), arguments)
    if applies {
      talk.note(
        Wording("run jianbao run \(file.path) again for the papers", "请重新运行 jianbao run \(file.path) 生成材料"))
    }
    return .done
  }
}

/// Takes a correction back once its difference is known.
private struct PreviewOnly: Error {}

extension ChronicleWords {
  /// The words of the command line; nil when the reason or the approval is missing.
  init?(_ arguments: Arguments) {
    guard let reason = arguments.options["--reason"], let approvedBy = arguments.options["--approved-by"] else {
      return nil
    }
    self.init(
      reason: reason, evidence: arguments.options["--evidence"] ?? "", askedBy: arguments.options["--asked-by"] ?? "",
      approvedBy: approvedBy)
  }
}
