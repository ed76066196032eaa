import Programme
import Scoring
import Testing

/// Seed 4, 考核办法: 客观题 10 %, the mean over four items, what is missing counts as zero.
private let rule = "{ kind: 'mean_rate', of: 'marks', full_marks: 100, required: 4 }"

@Test(arguments: [
  (0, 0, Reason.nothing), (19, 0, .partial), (20, 1, .partial), (10_000, 250, .partial), (35_000, 875, .partial),
  (39_979, 999, .partial), (39_980, 1_000, .full), (40_000, 1_000, .full), (40_001, 1_000, .capped),
])
func `marks count as the mean rate over the required items`(sum: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "10", rule)
  #expect(component.rule.outcome([0, sum, 0, 0, 0].span, maximum: 1_000) == Outcome(points: points, reason: reason))
}

@Test func `a mean rate is explained with its items`() throws {
  let explanation = try component(points: "10", rule).explain([0, 35_000, 0, 0, 0])
  #expect(explanation.sentence.chinese == "得分合计350分÷（4次×100分）×10分，得8.75分（按比例计分）")
  #expect(explanation.sentence.english == "得分合计 350 marks ÷ (4 × 100 marks) × 10 points: 8.75 points (in proportion)")
  #expect(explanation.smallestImprovement?.wording.chinese == "得分合计再增加0.2分，可得8.76分（增加0.01分）")
}

@Test func `the rule book says what a missing item counts`() throws {
  let scored = try component(points: "10", rule)
  let sentence = scored.rule.ruleBookSentence(maximum: scored.maximum)
  #expect(sentence.chinese == "得分合计占4次×100分的比例乘以10分，未交的计零分")
}

@Test(arguments: [
  (
    "{ kind: 'mean_rate', of: 'time', full_marks: 100, required: 4 }",
    ["p:4:26: found 'time'; expected a tally in marks"]
  ),
  (
    "{ kind: 'mean_rate', of: 'marks', full_marks: 0, required: 0 }",
    [
      "p:4:47: found 0; expected a number from 0 to 1000000 with at most 2 decimals, above zero",
      "p:4:60: found 0; expected a whole number from 1 to 10000",
    ]
  ),
])
func `a faulty mean rate is refused with its place`(rule: String, expected: [String]) {
  #expect(faults(rule: rule) == expected)
}
