import Programme
import Scoring
import Testing

/// Seed 4, 考核办法: 观看课程学习时间, 50 %, 达到项目设定的学时则可得满分.
private let rule = "{ kind: 'proportion', of: 'time', target: '15h' }"

@Test(arguments: [
  (0, 0, Reason.nothing), (1, 0, .partial), (5, 0, .partial), (6, 1, .partial), (27_000, 2_500, .partial),
  (48_600, 4_500, .partial), (53_989, 4_999, .partial), (53_994, 4_999, .partial), (53_995, 5_000, .full),
  (54_000, 5_000, .full),
  (54_001, 5_000, .capped), (Int64.max, 5_000, .capped), (-1, 0, .nothing), (Tally.absent, 0, .missing),
])
func `study time counts in proportion up to the target of 15 hours`(seconds: Int64, points: Int64, reason: Reason)
  throws
{
  let component = try component(points: "50", rule)
  #expect(
    component.rule.outcome([seconds, 0, 0, 0, 0].span, maximum: 5_000) == Outcome(points: points, reason: reason))
}

@Test(arguments: ["'15h'", "54000", "'900min'", "'20学时'"])
func `a target is a duration or a number of seconds`(target: String) throws {
  let component = try component("{ kind: 'proportion', of: 'time', target: \(target) }")
  #expect(component.rule.outcome([54_000, 0, 0, 0, 0].span, maximum: 10_000).reason == .full)
  #expect(component.rule.outcome([53_000, 0, 0, 0, 0].span, maximum: 10_000).reason == .partial)
}

@Test func `a target of marks is stated in marks and counted in hundredths`() throws {
  let component = try component("{ kind: 'proportion', of: 'marks', target: 80.5 }")
  #expect(component.rule.outcome([0, 8_050, 0, 0, 0].span, maximum: 10_000) == Outcome(points: 10_000, reason: .full))
  #expect(
    component.rule.outcome([0, 4_025, 0, 0, 0].span, maximum: 10_000) == Outcome(points: 5_000, reason: .partial))
}

@Test func `a proportion is explained with its operands and the smallest change`() throws {
  let explanation = try component(points: "50", rule).explain([48_600, 0, 0, 0, 0])
  #expect(explanation.sentence.chinese == "学习时长13小时30分钟÷15小时×50分，得45.00分（按比例计分）")
  #expect(explanation.sentence.english == "学习时长 13 h 30 min ÷ 15 h × 50 points: 45.00 points (in proportion)")
  #expect(explanation.gap.text == "5.00")
  #expect(explanation.smallestImprovement?.wording.chinese == "学习时长再增加6秒，可得45.01分（增加0.01分）")
  #expect(
    explanation.improvementToFull?.wording.english == "学习时长: 1 h 29 min 55 s more would give 50.00 points (5.00 more)")
}

@Test func `the rule book states the target`() throws {
  let scored = try component(points: "50", rule)
  let sentence = scored.rule.ruleBookSentence(maximum: scored.maximum)
  #expect(sentence.chinese == "学习时长达到15小时得满分50分，未达到的按比例计分")
  #expect(sentence.english == "学习时长: 15 h or more gives 50 points, less gives the same share of them")
}

@Test(arguments: [
  (
    "{ kind: 'proportion', of: 'tme', target: '15h' }",
    ["p:4:27: unknown value 'tme'; did you mean 'time'?"]
  ),
  (
    "{ kind: 'proportion', of: 'time', target: '15x' }",
    ["p:4:43: found '15x'; expected a duration such as '15h', '45min' or '20学时'"]
  ),
  (
    "{ kind: 'proportion', of: 'posts', target: 0 }",
    ["p:4:44: found 0; expected a whole number, above zero"]
  ),
  (
    "{ kind: 'proportion', of: 'time' }",
    ["p:4:1: missing key 'target'; expected a whole number or a duration such as '15h', '45min' or '20学时', above zero"]
  ),
  (
    "{ kind: 'proportion', of: 'last', target: 1, targt: 2 }",
    [
      "p:4:27: found 'last'; expected a tally in seconds or marks or items",
      "p:4:46: unknown key 'targt'; did you mean 'target'?",
    ]
  ),
])
func `a faulty proportion is refused with its place`(rule: String, expected: [String]) {
  #expect(faults(rule: rule) == expected)
}
