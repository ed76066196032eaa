import Programme
import Scoring
import Testing

@Test(arguments: [
  (8_380, 4_190, Reason.partial), (8_379, 4_190, .partial), (8_378, 4_189, .partial), (0, 0, .nothing),
  (10_000, 5_000, .full),
  (10_001, 5_000, .capped), (Tally.absent, 0, .missing),
])
func `an imported mark is scaled to the points of its component`(mark: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "50", "{ kind: 'imported', of: 'best', full_marks: 100 }")
  #expect(component.rule.outcome([0, 0, 0, mark, 0].span, maximum: 5_000) == Outcome(points: points, reason: reason))
}

@Test func `an imported mark is explained, given or not`() throws {
  let component = try component(points: "50", "{ kind: 'imported', of: 'best', full_marks: 100 }")
  #expect(component.explain([0, 0, 0, 8_380, 0]).sentence.chinese == "考试成绩83.8分÷100分×50分，得41.90分（按比例计分）")
  let missing = component.explain([0, 0, 0, Tally.absent, 0])
  #expect(missing.sentence.english == "考试成绩: no record ÷ 100 marks × 50 points: 0.00 points (no record)")
  #expect(missing.improvementToFull?.amount == 9_999)
  #expect(component.rule.ruleBookSentence(maximum: component.maximum).chinese == "考试成绩（满分100分）折算为50分")
}

@Test func `an imported mark out of time is refused`() {
  #expect(
    faults(rule: "{ kind: 'imported', of: 'time', full_marks: 100 }")
      == ["p:4:25: found 'time'; expected a tally in marks"])
}
