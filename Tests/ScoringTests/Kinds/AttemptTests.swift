import Programme
import Scoring
import Testing

/// Seed 0: 在线考试20分，可多次参加，取最好成绩.
private let rule = "{ kind: 'attempt', of: 'best', full_marks: 100, count: 'best' }"

@Test(arguments: [
  (10_000, 2_000, Reason.full), (8_000, 1_600, .partial), (7_902, 1_580, .partial), (7_903, 1_581, .partial),
  (0, 0, .nothing), (Tally.absent, 0, .missing), (10_001, 2_000, .capped),
])
func `S0-12 an exam out of a hundred is scaled to twenty points`(mark: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "20", rule)
  #expect(component.rule.outcome([0, 0, 0, mark, 0].span, maximum: 2_000) == Outcome(points: points, reason: reason))
}

@Test func `the attempt that counts is named`() throws {
  let scored = try component(points: "20", rule)
  let explanation = scored.explain([0, 0, 0, 7_600, 0])
  #expect(explanation.sentence.chinese == "考试成绩76分（取最好的一次）÷100分×20分，得15.20分（按比例计分）")
  #expect(explanation.smallestImprovement?.wording.chinese == "考试成绩再增加0.03分，可得15.21分（增加0.01分）")
  #expect(scored.rule.ruleBookSentence(maximum: scored.maximum).chinese == "考试成绩（满分100分，多次考试取最好的一次）折算为20分")
}

@Test(arguments: [
  (
    "{ kind: 'attempt', of: 'best', full_marks: 100, count: 'last' }",
    "p:4:56: 'last' needs a tally made by 'last', but 'best' is made by 'max'"
  ),
  (
    "{ kind: 'attempt', of: 'marks', full_marks: 100, count: 'best' }",
    "p:4:57: 'best' needs a tally made by 'max', but 'marks' is made by 'sum'"
  ),
])
func `an attempt must agree with the tally it counts`(rule: String, fault: String) {
  #expect(faults(rule: rule) == [fault])
}
