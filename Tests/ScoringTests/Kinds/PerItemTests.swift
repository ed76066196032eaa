import Programme
import Scoring
import Testing

/// Seed 4, 考核办法: 互动交流参与活动, 18 %.
private let rule = "{ kind: 'per_item', of: 'posts', each: 3 }"

@Test(arguments: [
  (0, 0, Reason.nothing), (1, 300, .partial), (5, 1_500, .partial), (6, 1_800, .full), (7, 1_800, .capped),
  (Int64.max, 1_800, .capped),
])
func `each post gives three points until eighteen are reached`(posts: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "18", rule)
  #expect(component.rule.outcome([0, 0, posts, 0, 0].span, maximum: 1_800) == Outcome(points: points, reason: reason))
}

@Test(arguments: [(4, 1_000, Reason.partial), (5, 1_200, .capped), (50, 1_200, .capped)])
func `a cap below the points of the component ends the count`(posts: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "18", "{ kind: 'per_item', of: 'posts', each: 2.5, cap: 12 }")
  #expect(component.rule.outcome([0, 0, posts, 0, 0].span, maximum: 1_800) == Outcome(points: points, reason: reason))
}

@Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 1), (5, 2)])
func `a rate finer than the scale is rounded once, after it is multiplied`(posts: Int64, points: Int64) throws {
  let component = try component(points: "18", "{ kind: 'per_item', of: 'posts', each: 0.003333 }")
  #expect(component.rule.outcome([0, 0, posts, 0, 0].span, maximum: 1_800).points == points)
}

@Test func `one more post is the smallest change`() throws {
  let explanation = try component(points: "18", rule).explain([0, 0, 5, 0, 0])
  #expect(explanation.sentence.chinese == "发帖5项×3分，18分封顶，得15.00分（按比例计分）")
  #expect(explanation.smallestImprovement?.wording.english == "发帖: one more would give 18.00 points (3.00 more)")
  #expect(explanation.smallestImprovement?.wording.chinese == "发帖再增加1项，可得18.00分（增加3.00分）")
}

@Test func `beyond the cap no change improves`() throws {
  let explanation = try component(points: "18", "{ kind: 'per_item', of: 'posts', each: 3, cap: 12 }").explain([
    0, 0, 4, 0, 0,
  ])
  #expect(explanation.smallestImprovement == nil)
  #expect(explanation.improvementToFull == nil)
  #expect(explanation.gap.text == "6.00")
}

@Test func `the rule book states rate and cap`() throws {
  let scored = try component(points: "18", rule)
  #expect(scored.rule.ruleBookSentence(maximum: scored.maximum).chinese == "发帖每项得3分，18分封顶")
}

@Test(arguments: [
  (
    "{ kind: 'per_item', of: 'posts', each: 3, cap: 100.01 }",
    ["p:4:48: the cap is above the component's points; expected at most 100"]
  ),
  (
    "{ kind: 'per_item', of: 'marks', each: 3 }",
    ["p:4:25: found 'marks'; expected a tally in items"]
  ),
  (
    "{ kind: 'per_item', of: 'posts', each: 0 }",
    ["p:4:40: found 0; expected a number from 0 to 1000000 with at most 6 decimals, above zero"]
  ),
])
func `a faulty rate is refused with its place`(rule: String, expected: [String]) {
  #expect(faults(rule: rule) == expected)
}
