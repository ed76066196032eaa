import Programme
import Scoring

extension Inquiry {
  /// One component: its points, the reckoning, the rule with its clause, what more would have given, and the facts counted.
  func componentAnswer(_ explanation: Explanation, _ enrolment: Enrolment) throws -> Answer {
    let (points, maximum) = (explanation.points.text, explanation.maximum.short)
    let gap =
      explanation.gap.units == 0
      ? Wording("") : Wording(", \(explanation.gap.text) short", "，差\(explanation.gap.text)分")
    var parts = [Answer("reckoning", explanation.sentence, parts: explanation.steps.map { Answer("step", $0) })]
    if let rule = scorer.components.first(where: { $0.id == explanation.component })?.rule {
      let sentence = rule.ruleBookSentence(maximum: explanation.maximum)
      parts.append(Answer("rule", Wording("rule: ", "规则：") + sentence))
    }
    if let cite = explanation.cite { parts.append(clause(cite)) }
    parts += try provisional(explanation.component, enrolment)
    parts += improvements(explanation)
    parts += try explanation.operands.map { try operandAnswer($0.operand, value: $0.value, enrolment) }
    return Answer(
      "component",
      Wording("\(explanation.title): \(points) of \(maximum) points", "\(explanation.title)：\(points)分（满分\(maximum)分）")
        + gap,
      [
        "id": .text(explanation.component.text), "points": .text(points), "maximum": .text(explanation.maximum.text),
        "gap": .text(explanation.gap.text), "reason": .text("\(explanation.reason)"),
      ], parts: parts)
  }

  /// Until when the points are not final; nothing once they are.
  private func provisional(_ component: Identifier<Component>, _ enrolment: Enrolment) throws -> [Answer] {
    guard let asOf = try asOf(), let moment = WrittenMoment(asOf) else { return [] }
    // A date is the end of its day.
    return programme.provisional(at: moment.first == moment.last ? moment.last : moment.last + 1).compactMap {
      rule, cohort, end in
      guard cohort.id == enrolment.cohortCode, rule.components.contains(component) else { return nil }
      let time = TallyUnit.moment.wording(end)
      return Answer(
        "provisional",
        Wording(
          "provisional until \(time.english): \(rule.title)", "\(time.chinese)前为暂定：\(rule.title)"),
        ["until": .text(time.chinese)], parts: rule.cite.map { [clause($0)] } ?? [])
    }
  }

  private func improvements(_ explanation: Explanation) -> [Answer] {
    let (least, full) = (explanation.smallestImprovement, explanation.improvementToFull)
    var steps: [(title: Wording, step: Improvement)] = []
    if let least, least != full { steps.append((Wording("the least that gives more: ", "最小的提高："), least)) }
    if let full { steps.append((Wording("what gives all: ", "得满分所需："), full)) }
    return steps.map { title, step in
      Answer(
        "improvement", title + step.wording,
        [
          "tally": .text(step.operand.id.text), "amount": .number(step.amount), "points": .text(step.points.text),
          "gain": .text(step.gain.text), "falls": .truth(step.changes[0].falls),
        ], parts: step.changes.count == 1 ? [] : step.changes.map(changeAnswer))
    }
  }

  /// One of several changes that only do together.
  private func changeAnswer(_ change: Change) -> Answer {
    Answer(
      "change", change.wording,
      [
        "tally": .text(change.operand.id.text), "amount": .number(change.amount), "falls": .truth(change.falls),
      ])
  }
}
