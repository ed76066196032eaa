import Programme
import Scoring
import Testing

/// Tallies of the school's rubric of seed 2.
private let counts = """
  plan: { count: 'work', title: '研修计划', unit: 'items', counter: '份' },
  off_topic: { count: 'work', title: '计划不切题', unit: 'items', counter: '份' },
  late: { count: 'work', title: '计划迟交', unit: 'items', counter: '份' },
  missed: { count: 'work', title: '缺签', unit: 'items', counter: '次' },
  absences: { count: 'work', title: '旷训', unit: 'items', counter: '次' },
  parts: { count: 'work', title: '总结内容', unit: 'items' },
  """

private func rubric(_ points: String, _ rule: String) throws -> ScoredComponent {
  let rest = "{ kind: 'threshold', of: 'plan', at_least: 1 }"
  let others = try 100 - #require(Int(points))
  return try scorer(
    """
    { components: [{ id: 'one', title: '单项', points: \(points), rule: \(rule) },
      { id: 'rest', title: '其余', points: \(others), rule: \(rest) }], pass: { total_at_least: 60 } }
    """, tallies: counts
  ).components[0]
}

private let plan = """
  { kind: 'deductions', unless: 'plan', each: [{ of: 'off_topic', minus: 1 }, { of: 'late', minus: 0.5 }], floor: 0 }
  """

@Test(
  arguments: [
    ([1, 0, 0], 500, Reason.full), ([1, 1, 0], 400, .deducted), ([1, 0, 1], 450, .deducted),
    ([1, 1, 1], 350, .deducted),
    ([0, 0, 0], 0, .withheld), ([0, 1, 1], 0, .withheld), ([1, 9, 0], 0, .deducted),
  ] as [([Int64], Int64, Reason)])
func `S2-13 a plan loses a point off topic and half a point late, and is nothing when it is not handed in`(
  counts: [Int64], points: Int64, reason: Reason
) throws {
  let component = try rubric("5", plan)
  let row = counts + [0, 0, 0]
  #expect(component.rule.outcome(row.span, maximum: 500) == Outcome(points: points, reason: reason))
}

private let attendance = """
  { kind: 'deductions', each: [{ of: 'missed', minus: 1 }, { of: 'absences', minus: 0.5, from: 2 }], floor: 0 }
  """

@Test(
  arguments: [
    (0, 0, 300), (1, 0, 200), (3, 0, 0), (4, 0, 0), (0, 1, 300), (0, 2, 200), (0, 3, 150), (1, 2, 100), (2, 2, 0),
  ] as [(Int64, Int64, Int64)])
func `S2-14 missed sign-ins cost a point each, absences half a point each once there are two`(
  missed: Int64, absences: Int64, points: Int64
) throws {
  let component = try rubric("3", attendance)
  #expect(component.rule.outcome([1, 0, 0, missed, absences, 0].span, maximum: 300).points == points)
}

private let summary = """
  { kind: 'deductions', unless: 'plan', each: [{ of: 'off_topic', minus: 1 }, { of: 'parts', required: 3, minus: 1 }], floor: 0 }
  """

@Test(arguments: [(4, 500), (3, 500), (2, 400), (1, 300), (0, 200)] as [(Int64, Int64)])
func `S2-18 a summary with fewer than three parts loses a point for each that is lacking`(parts: Int64, points: Int64)
  throws
{
  let component = try rubric("5", summary)
  #expect(component.rule.outcome([1, 0, 0, 0, 0, parts].span, maximum: 500).points == points)
  #expect(component.rule.outcome([0, 0, 0, 0, 0, parts].span, maximum: 500).points == 0)
}

@Test func `a clause may act once whatever the count, and a floor is kept`() throws {
  let once = try rubric("5", "{ kind: 'deductions', each: [{ of: 'late', minus: 0.5, once: true }] }")
  #expect(once.rule.outcome([1, 0, 7, 0, 0, 0].span, maximum: 500).points == 450)
  let floored = try rubric("5", "{ kind: 'deductions', each: [{ of: 'late', minus: 1 }], floor: 2 }")
  #expect(floored.rule.outcome([1, 0, 7, 0, 0, 0].span, maximum: 500).points == 200)
}

@Test func `every clause is told, and the smallest change is one count fewer`() throws {
  let explanation = try rubric("3", attendance).explain([1, 0, 0, 1, 2, 0])
  #expect(explanation.sentence.chinese == "3分－1×1分－2×0.5分，得1.00分（已扣分）")
  #expect(
    explanation.steps.map(\.chinese) == ["缺签1次：扣1分（缺签每次扣1分）", "旷训2次：扣1分（旷训达2次的，每次扣0.5分）"])
  #expect(explanation.smallestImprovement?.wording.chinese == "缺签减少1次，可得2.00分（增加1.00分）")
  #expect(explanation.smallestImprovement?.wording.english == "缺签: one fewer would give 2.00 points (1.00 more)")
  #expect(explanation.improvementToFull?.wording.chinese == "缺签减少1次、旷训减少1次，可得3.00分（增加2.00分）")
}

@Test func `what was not handed in improves by being handed in`() throws {
  let explanation = try rubric("5", plan).explain([0, 0, 1, 0, 0, 0])
  #expect(explanation.sentence.chinese == "研修计划0份，得0.00分（未上交，不得分）")
  #expect(explanation.smallestImprovement?.wording.chinese == "研修计划再增加1份，可得4.50分（增加4.50分）")
  #expect(explanation.improvementToFull?.wording.chinese == "研修计划再增加1份、计划迟交减少1份，可得5.00分（增加5.00分）")
}

@Test func `the rule book lists the clauses`() throws {
  let scored = try rubric("5", summary)
  #expect(
    scored.rule.ruleBookSentence(maximum: scored.maximum).chinese
      == "满分5分，扣分：计划不切题每份扣1分；总结内容不足3项的，每少1项扣1分；研修计划为零的不得分；扣至0分为止")
}

@Test(arguments: [
  (
    "{ kind: 'deductions', each: [{ of: 'posts', minus: 1 }, { of: 'posts', required: 2, minus: 1 }] }",
    "p:4:29: 'posts' is both demanded and deducted for; use two tallies"
  ),
  (
    "{ kind: 'deductions', each: [{ of: 'posts', minus: 1, required: 2, from: 3 }] }",
    "p:4:74: 'required' counts what is lacking, 'from' what there is; give one of them"
  ),
  (
    "{ kind: 'deductions', each: [{ of: 'posts', minus: 1 }], floor: 101 }",
    "p:4:65: the floor is above the component's points; expected at most 100"
  ),
  ("{ kind: 'deductions', each: [] }", "p:4:29: the list has 0 elements; expected at least 1"),
])
func `contradictory deductions are refused`(rule: String, fault: String) {
  #expect(faults(rule: rule) == [fault])
}
