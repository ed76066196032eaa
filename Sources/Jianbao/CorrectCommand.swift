import Answers
import Programme
import SQLite
import Scoring
import Stages
import Store

/// `jianbao correct PIPELINE CODE … --reason TEXT --approved-by NAME`: what a correction would move, and with `--apply` the correction
/// itself, as an entry of the chronicle that nobody can take out.
///
/// With `--award ID --effect WORD` a candidacy is corrected, with `--item ITEM --value VALUE` a fact of a learner.
struct CorrectCommand {
  private let arguments: Arguments
  private let talk: Talk

  init(_ arguments: Arguments, _ talk: Talk) {
    self.arguments = arguments
    self.talk = talk
  }

  /// What is corrected.
  private enum Subject {
    case candidacy(Award, ChronicleEffect)
    case fact(item: String, value: String)
  }

  func run() throws -> ExitCode {
    guard arguments.operands.count == 2, let words = ChronicleWords(arguments) else { return misused() }
    guard let file = PipelineFile.read(arguments.operands[0], talk) else { return .usage }
    guard let subject = subject(file.programme) else { return .usage }
    guard let root = file.loadedRoot(arguments, talk) else { return .usage }
    let lock: RunLock
    switch RunLock.taken(root, talk) {
    case .success(let taken): lock = taken
    case .failure(let refused): return refused.code
    }
    return try withExtendedLifetime(lock) {
      let store = try ProgrammeStore(programme: file.programme, folder: root)
      let inquiry = Inquiry(store, file.scorer, file.folder)
      if let obstacle = try inquiry.obstacle() {
        talk.complain(obstacle)
        return .usage
      }
      switch subject {
      case .candidacy(let award, let effect): return try correct(award, effect, words, file, store)
      case .fact(let item, let value): return try correct(item: item, value, words, file, store, inquiry)
      }
    }
  }

  private func misused() -> ExitCode {
    talk.complain(
      Wording(
        "correct: name a pipeline file and a code, with --award and --effect withdraw|disqualify|restore, or --item and --value; and --reason and --approved-by; see jianbao --help",
        "correct：请指定流程文件和对象编号，并写明 --award、--effect withdraw|disqualify|restore 或 --item、--value，以及 --reason、--approved-by；见 jianbao --help"
      ))
    return .usage
  }

  /// nil, and why, where the words name neither a candidacy nor a fact, or both.
  private func subject(_ programme: Programme) -> Subject? {
    let effects: [ChronicleEffect] = [.withdraw, .disqualify, .restore]
    let (award, item, value) = (arguments.options["--award"], arguments.options["--item"], arguments.options["--value"])
    if let item, let value, award == nil, arguments.options["--effect"] == nil {
      return .fact(item: item, value: value)
    }
    guard item == nil, value == nil, let award,
      let effect = arguments.options["--effect"].flatMap(ChronicleEffect.init(rawValue:)), effects.contains(effect)
    else {
      _ = misused()
      return nil
    }
    guard let known = programme.awards.first(where: { $0.id.text == award }) else {
      let hint = Spelling.hint(for: award, among: programme.awards.map(\.id.text), in: .prose)
      talk.complain(Wording("no award is named '\(award)'; \(hint.english)", "没有名为 '\(award)' 的奖项；\(hint.chinese)"))
      return nil
    }
    return .candidacy(known, effect)
  }

  private func correct(
    _ award: Award, _ effect: ChronicleEffect, _ words: ChronicleWords, _ file: PipelineFile, _ store: ProgrammeStore
  ) throws -> ExitCode {
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
    let open = try candidates.filter { try !isEntered(award, $0, effect, store) }
    guard !open.isEmpty else { return .usage }
    let movements = try enter(store) {
      for candidate in open { try store.correct(award.id.text, candidate: candidate, effect, words) }
      let learners = try Learners(store)
      let scores = evaluate(store, learners, file.scorer)
      try Stages.award(store, learners, scores, try fold(store, learners, scores, file.folder))
    }
    return tell(movementAnswer(movements, title: title, of: file.programme), file)
  }

  /// Whether the last word on a candidate says the same already, which is told: a second entry would only look like a second decision.
  private func isEntered(
    _ award: Award, _ candidate: Int64, _ effect: ChronicleEffect, _ store: ProgrammeStore
  ) throws -> Bool {
    let last = try store.lastEntry(award.id.text, candidate: candidate)
    let code = arguments.operands[1]
    guard let last else {
      guard effect == .restore else { return false }
      talk.complain(
        Wording(
          "\(code) has no correction in \(award.title) to take back", "\(code) 在\(award.title)中没有可撤销的更正"))
      return true
    }
    guard last.effect == effect else { return false }
    talk.complain(
      Wording(
        "\(code) in \(award.title): entered already by entry \(last.id) of \(last.enteredAt); nothing was changed",
        "\(code) 在\(award.title)中已由更正记录第\(last.id)条（\(last.enteredAt)）登记，未作改动"))
    return true
  }

  private func correct(
    item: String, _ value: String, _ words: ChronicleWords, _ file: PipelineFile, _ store: ProgrammeStore,
    _ inquiry: Inquiry
  ) throws -> ExitCode {
    let asked = try inquiry.correctedFact(
      of: arguments.operands[1], item: item, value: value, source: arguments.options["--source"],
      project: arguments.options["--project"])
    let fact: CorrectedFact
    switch asked {
    case .success(let found): fact = found
    case .failure(let refused):
      talk.complain(refused.wording)
      return .usage
    }
    let enrolment = fact.correction.enrolment
    let before = try result(enrolment, store)
    var after = before
    let movements = try enter(store) {
      try store.correct(fact.correction, words)
      let learners = try Learners(store)
      let scores = try score(store, learners, file.scorer, rewritesAll: false)
      let night = try store.database.integer("SELECT max(id) FROM night") ?? 0
      try Stages.award(store, learners, scores, measure(store, night: night, learners, scores, file.folder))
      after = try result(enrolment, store)
    }
    let total = Answer(
      "result", Wording("result: \(before.english) → \(after.english)", "成绩：\(before.chinese)→\(after.chinese)"),
      ["before": .text(before.chinese), "after": .text(after.chinese)])
    let moved = movementAnswer(movements, title: title, of: file.programme)
    return tell(Answer("correction", fact.text, parts: [total, moved]), file)
  }

  /// What a learner's result reads as.
  private func result(_ enrolment: Int64, _ store: ProgrammeStore) throws -> Wording {
    try store.database.rows("SELECT total, passed FROM score WHERE enrolment = ?", .integer(enrolment)) {
      row throws(SQLiteError) in
      let total = decimalText(row.integer(0), decimals: 2)
      return row.integer(1) == 1
        ? Wording("\(total), passed", "\(total)分（合格）") : Wording("\(total), not passed", "\(total)分（不合格）")
    }.first ?? Wording("none", "无")
  }

  private var applies: Bool { arguments.switches.contains("--apply") }

  private var title: Wording {
    applies
      ? Wording("corrected; who moves", "已更正；变动如下")
      : Wording("who would move; nothing was changed yet, --apply makes the correction", "将引起的变动（尚未生效，加 --apply 生效）")
  }

  /// Makes a correction and decides the awards with it, to be taken back again unless it is applied; what moved.
  private func enter(_ store: ProgrammeStore, _ body: () throws -> Void) throws -> [Movement] {
    var movements: [Movement] = []
    do {
      try store.keepDecisions()
      try store.database.transaction {
        try body()
        movements = try store.movementsFromKept()
        if !applies { throw PreviewOnly() }
      }
    } catch is PreviewOnly {}
    return movements
  }

  private func tell(_ answer: Answer, _ file: PipelineFile) -> ExitCode {
    talk.result(answer, arguments)
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
