import Programme
import Scoring
import Testing

@Test(arguments: [
  (0, 0, Reason.nothing), (1, 0, .below), (2, 0, .below), (3, 200, .full), (4, 200, .full), (Tally.absent, 0, .missing),
  (-3, 0, .nothing),
])
func `a threshold gives all from its line on and nothing below`(items: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "2", "{ kind: 'threshold', of: 'posts', at_least: 3 }")
  #expect(component.rule.outcome([0, 0, items, 0, 0].span, maximum: 200) == Outcome(points: points, reason: reason))
}

@Test func `one excellent assignment is enough for the two points of seed 4`() throws {
  let explanation = try component(points: "2", "{ kind: 'threshold', of: 'posts', at_least: 1 }").explain([
    0, 0, 0, 0, 0,
  ])
  #expect(explanation.sentence.chinese == "发帖0项，要求不少于1项，得0.00分（没有可计的数量）")
  #expect(explanation.smallestImprovement?.wording.chinese == "发帖再增加1项，可得2.00分（增加2.00分）")
  #expect(explanation.smallestImprovement == explanation.improvementToFull)
}

@Test func `an amount that is met needs no change`() throws {
  let explanation = try component("{ kind: 'threshold', of: 'time', at_least: '45min' }").explain([2_700, 0, 0, 0, 0])
  #expect(explanation.sentence.english == "学习时长 45 min, at least 45 min is demanded: 100.00 points (in full)")
  #expect(explanation.smallestImprovement == nil)
  #expect(explanation.improvementToFull == nil)
}

@Test func `the rule book states the line`() throws {
  let scored = try component(points: "2", "{ kind: 'threshold', of: 'best', at_least: 60 }")
  #expect(scored.rule.ruleBookSentence(maximum: scored.maximum).chinese == "考试成绩不少于60分得2分，不足的不得分")
}

@Test func `a threshold of nothing is refused`() {
  #expect(
    faults(rule: "{ kind: 'threshold', of: 'posts', at_least: 0 }")
      == ["p:4:45: found 0; expected a whole number, above zero"])
}
