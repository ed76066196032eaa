import Programme
import Scoring
import Testing

/// Seed 2: two assignments of 50 marks each, which together count 70 points.
private let marks = """
  one: { max: 'work.value', title: '作业一得分', unit: 'marks' },
  two: { max: 'work.value', title: '作业二得分', unit: 'marks' },
  time: { sum: 'work.value', title: '学时', unit: 'seconds' },
  late: { count: 'work', title: '迟交', unit: 'items' },
  school: { max: 'work.value', title: '校本得分', unit: 'marks' },
  """

private func county(_ parts: String) throws -> Scorer {
  try scorer(
    """
    { components: [
      { id: 'county', title: '县本培训', points: 70, rule: { kind: 'scaled', full_marks: 100, parts: [\(parts)] } },
      { id: 'school', title: '校本培训', points: 30, rule: { kind: 'imported', of: 'school', full_marks: 30 } },
    ], pass: { total_at_least: 70 }, credit: { on_pass: 36 } }
    """, tallies: marks)
}

private let assignments = """
  { title: '作业一', points: 50, rule: { kind: 'imported', of: 'one', full_marks: 50 } }, \
  { title: '作业二', points: 50, rule: { kind: 'imported', of: 'two', full_marks: 50 } }
  """

@Test(
  arguments: [
    (4_500, 4_000, 1_050, 5_950, 7_000, true, 3_600), (4_500, 4_000, 1_049, 5_950, 6_999, false, 0),
    (4_500, 3_999, 1_050, 5_949, 6_999, false, 0), (5_000, 5_000, 0, 7_000, 7_000, true, 3_600),
  ] as [(Int64, Int64, Int64, Int64, Int64, Bool, Int64)])
func `S2-01 S2-02 a hundred marks count seventy points, and seventy in all pass for 36 hours`(
  one: Int64, two: Int64, school: Int64, county points: Int64, total: Int64, passed: Bool, credit: Int64
) throws {
  let result = try county(assignments).marks(of: [one, two, 0, 0, school])
  #expect(result.points[0] == points)
  #expect(result.total == total)
  #expect(result.passed == passed)
  #expect(result.credit == credit)
}

@Test func `parts stay exact until the component is rounded`() throws {
  // Thirds of 50: 16.666… + 16.666… = 33.333…, × 0.7 = 23.333… → 23.33; parts rounded first would give 23.34 (33.34 × 0.7 = 23.338).
  let third = "{ title: '甲', points: 50, rule: { kind: 'proportion', of: 'time', target: '3h' } }"
  let result = try county("\(third), \(third)").components[0]
  #expect(result.rule.outcome([0, 0, 3_600, 0, 0].span, maximum: 7_000) == Outcome(points: 2_333, reason: .partial))
  #expect(result.explain([0, 0, 3_600, 0, 0]).steps[0].chinese == "甲：学时1小时÷3小时×50分，得约16.6667分（按比例计分）")
}

@Test func `every part is told with its own rule`() throws {
  let scored = try county(assignments).components[0]
  let explanation = scored.explain([4_500, 4_000, 0, 0, 0])
  #expect(explanation.sentence.chinese == "（作业一45分＋作业二40分）÷100分×70分，得59.50分（按比例计分）")
  #expect(explanation.steps.map(\.chinese) == ["作业一：作业一得分45分÷50分×50分，得45分（按比例计分）", "作业二：作业二得分40分÷50分×50分，得40分（按比例计分）"])
  #expect(explanation.smallestImprovement?.wording.chinese == "作业一得分再增加0.01分，可得59.51分（增加0.01分）")
  #expect(explanation.improvementToFull?.wording.chinese == "作业一得分再增加5分、作业二得分再增加10分，可得70.00分（增加10.50分）")
  #expect(
    scored.rule.ruleBookSentence(maximum: scored.maximum).chinese
      == "2部分合计100分，折算为70分，只在最后四舍五入一次。作业一（50分）：作业一得分（满分50分）折算为50分。作业二（50分）：作业二得分（满分50分）折算为50分")
}

@Test func `a part of deductions improves by a tally that falls`() throws {
  let parts =
    "{ title: '甲', points: 50, rule: { kind: 'deductions', each: [{ of: 'late', minus: 10 }] } }, "
    + "{ title: '乙', points: 50, rule: { kind: 'imported', of: 'two', full_marks: 50 } }"
  let explanation = try county(parts).components[0].explain([0, 5_000, 0, 2, 0])
  #expect(explanation.points.text == "56.00")
  #expect(explanation.improvementToFull?.wording.chinese == "迟交减少2项，可得70.00分（增加14.00分）")
}

@Test(arguments: [
  (
    "{ kind: 'scaled', full_marks: 100, parts: [{ title: '甲', points: 50, rule: { kind: 'imported', of: 'best', full_marks: 50 } }] }",
    "p:4:31: the parts sum to 50 marks; expected 100"
  ),
  (
    "{ kind: 'scaled', full_marks: 50, parts: [{ title: '甲', points: 50, rule: { kind: 'bonus', of: 'posts', each: 1 } }] }",
    "p:4:75: a bonus is added to the total and is no part of a component"
  ),
  (
    "{ kind: 'scaled', full_marks: 50, parts: [{ title: '甲', points: 50, rule: { kind: 'importd', of: 'best', full_marks: 50 } }] }",
    "p:4:83: unknown value 'importd'; did you mean 'imported'?"
  ),
  (
    "{ kind: 'scaled', full_marks: 50, parts: [{ title: '甲', points: 50 }] }",
    "p:4:43: missing key 'rule'; expected a value"
  ),
])
func `a faulty part is refused with its place`(rule: String, fault: String) {
  #expect(faults(rule: rule) == [fault])
}
