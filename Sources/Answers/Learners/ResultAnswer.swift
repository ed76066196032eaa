import Programme
import Scoring

extension Inquiry {
  /// What follows from the total: whether it passes, and why not, the grade, the credited hours, and what is remarked upon.
  func resultAnswers(
    _ enrolment: Enrolment, _ tallies: [Int64], _ marks: Marks, _ explanations: [Explanation]
  ) throws -> [Answer] {
    let clauses = scorer.explainClauses(tallies, marks, programme.conditionScope)
    var answers = [try passAnswer(enrolment, tallies, marks, explanations, clauses.filter { $0.kind != .flag })]
    if !scorer.grades.isEmpty { answers.append(gradeAnswer(marks)) }
    if let credit = scorer.credit { answers.append(try creditAnswer(credit, enrolment, tallies, marks)) }
    answers += try clauses.filter { $0.kind == .flag && $0.holds }.map {
      try clauseAnswer($0, enrolment, tallies, marks)
    }
    return answers
  }

  private func passAnswer(
    _ enrolment: Enrolment, _ tallies: [Int64], _ marks: Marks, _ explanations: [Explanation],
    _ clauses: [ClauseExplanation]
  ) throws -> Answer {
    var parts = [programme.scoring.pass.cite].compactMap { $0 }.map(clause)
    if let lacking = scorer.lacking(marks) { parts += withinReach(lacking, explanations) }
    parts += try clauses.map { try clauseAnswer($0, enrolment, tallies, marks) }
    let line = Points(scorer.passLine, decimals: scorer.decimals).short
    return Answer(
      "pass", marks.passed ? passed(marks, line, clauses) : notPassed(marks, line, clauses),
      [
        "passed": .truth(marks.passed), "line": .text(line), "lacking": .optional(scorer.lacking(marks)?.text),
        "unmet": .list(clauses.filter(\.bars).map(\.clause.id.text)),
      ], parts: parts)
  }

  private func passed(_ marks: Marks, _ line: String, _ clauses: [ClauseExplanation]) -> Wording {
    let total = printed(marks.total)
    let rest =
      scorer.requirements.isEmpty
      ? Wording("")
      : Wording(", and all \(scorer.requirements.count) requirements are met", "，\(scorer.requirements.count)项要求全部达到")
    return Wording("passed: \(total) reaches \(line)", "合格：总成绩\(total)分，达到合格线\(line)分") + rest
  }

  private func notPassed(_ marks: Marks, _ line: String, _ clauses: [ClauseExplanation]) -> Wording {
    let total = printed(marks.total)
    let short = scorer.lacking(marks).map {
      Wording("\(total) is \($0.text) short of \(line)", "总成绩\(total)分，距合格线\(line)分差\($0.text)分")
    }
    let reached = Wording("\(total) reaches \(line)", "总成绩\(total)分，达到合格线\(line)分")
    let barring = clauses.filter(\.bars).map { explained -> Wording in
      let title = explained.clause.title
      return explained.kind == .veto
        ? Wording("veto “\(title)”", "一票否决：\(title)") : Wording("requirement not met “\(title)”", "未达到要求：\(title)")
    }
    let why =
      barring.isEmpty
      ? Wording("")
      : (short == nil ? Wording(", but ", "，但") : Wording("; ", "；")) + barring.joined(by: Wording("; ", "；"))
    return Wording("not passed: ", "不合格：") + (short ?? reached) + why
  }

  private func withinReach(_ lacking: Points, _ explanations: [Explanation]) -> [Answer] {
    let enough = explanations.filter { $0.gap.units >= lacking.units }.map { "\($0.title)（\($0.gap.text)）" }
    guard !enough.isEmpty else { return [] }
    let list = enough.joined(separator: "、")
    return [
      Answer(
        "within_reach", Wording("components with as many points still to be had: \(list)", "尚可得分足以补上差额的考核项：\(list)"))
    ]
  }

  /// The tallies whose facts stand below a component already.
  private var derivedAbove: Set<Operand> { Set(scorer.components.flatMap(\.rule.operands)) }

  /// A requirement, veto or flag with each of its conditions and the facts behind them; where it decides nothing, without those that
  /// a component has told.
  private func clauseAnswer(
    _ explained: ClauseExplanation, _ enrolment: Enrolment, _ tallies: [Int64], _ marks: Marks
  ) throws -> Answer {
    let title = explained.clause.title
    let told = explained.bars || explained.kind == .flag ? [] : derivedAbove
    let text =
      switch explained.kind {
      case .requirement:
        Wording(
          "requirement: \(title): \(explained.holds ? "met" : "not met")",
          "要求：\(title)：\(explained.holds ? "达到" : "未达到")")
      case .veto:
        Wording(
          "veto: \(title): \(explained.holds ? "has struck" : "no")", "否决：\(title)：\(explained.holds ? "成立" : "无此情形")")
      case .flag: Wording("remarked: \(title)", "提示：\(title)")
      }
    var parts = explained.clause.cite.map { [clause($0)] } ?? []
    parts += try explained.conditions.map { condition in
      try conditionAnswer(condition, enrolment, tallies, marks, matters: explained.bars, told: told)
    }
    return Answer(
      explained.kind.rawValue, text,
      ["id": .text(explained.clause.id.text), "holds": .truth(explained.holds)], parts: parts)
  }

  private func conditionAnswer(
    _ explained: ConditionExplanation, _ enrolment: Enrolment, _ tallies: [Int64], _ marks: Marks, matters: Bool,
    told: Set<Operand>
  ) throws -> Answer {
    let condition = explained.condition
    let figure = figure(behind: condition.test, tallies, marks)
    let verdict = explained.holds ? Wording("holds", "成立") : Wording("does not hold", "不成立")
    var parts: [Answer] = []
    if matters, let gap = explained.gap ?? explained.release {
      parts.append(
        Answer(
          "improvement", Wording("the least that changes it: ", "最小的改变：") + gap.wording,
          [
            "tally": .text(gap.operand.id.text), "amount": .number(gap.amount), "falls": .truth(gap.falls),
          ]))
    }
    parts += try explained.operands.filter { !told.contains($0) }.map {
      try operandAnswer($0, value: tallies[$0.index], enrolment)
    }
    return Answer(
      "condition",
      Wording("\(condition.wording.english): ", "\(condition.wording.chinese)：") + verdict
        + Wording(" (\(figure.english))", "（\(figure.chinese)）"), ["holds": .truth(explained.holds)], parts: parts)
  }

  private func gradeAnswer(_ marks: Marks) -> Answer {
    guard marks.grade >= 0 else { return Answer("grade", Wording("no grade", "无等第"), ["grade": .none]) }
    let grade = scorer.grades[marks.grade]
    let line = Points(grade.from, decimals: scorer.decimals).short
    let isHeldBack = !marks.passed && marks.total >= scorer.passLine
    let why =
      isHeldBack ? Wording("; who does not pass has no grade from the pass mark on", "；不合格者不取合格线及以上的等第") : Wording("")
    return Answer(
      "grade",
      Wording("grade: \(grade.title) (from \(line)\(why.english))", "等第：\(grade.title)（\(line)分起\(why.chinese)）"),
      ["grade": .text(grade.title)])
  }

  private func creditAnswer(
    _ credit: CreditRule, _ enrolment: Enrolment, _ tallies: [Int64], _ marks: Marks
  ) throws -> Answer {
    let hours = Points(marks.credit, decimals: 2).text
    let working = credit.working(tallies.span, passed: marks.passed)
    let operands = marks.credit > 0 ? credit.operands.filter { !derivedAbove.contains($0) } : []
    return Answer(
      "credit", Wording("credited hours: \(hours): \(working.english)", "认定学时：\(hours)（\(working.chinese)）"),
      ["hours": .text(hours)],
      parts: (credit.cite.map { [clause($0)] } ?? [])
        + (try operands.map { try operandAnswer($0, value: tallies[$0.index], enrolment) }))
  }
}
