import Programme
import Scoring
import Testing

/// Seed 2: 作业一50分，2021年10月22日12：00前上交，逾期或未交零分.
private let marks = """
  any: { max: 'work.value', title: '作业一', unit: 'marks' },
  in_time: { max: 'work.value', where: { at: { until: '2021-10-22 12:00' } }, title: '作业一', unit: 'marks' },
  total: { sum: 'work.value', title: '合计', unit: 'marks' },
  """

private func work(_ late: String, bands: String = "") throws -> ScoredComponent {
  try scorer(
    """
    { components: [
      { id: 'one', title: '作业一', points: 50,
        rule: { kind: 'deadline', of: 'any', on_time: 'in_time', full_marks: 50, late: \(late)\(bands) } },
      { id: 'rest', title: '其余', points: 50, rule: { kind: 'imported', of: 'total', full_marks: 100 } },
    ], pass: { total_at_least: 60 } }
    """, tallies: marks
  ).components[0]
}

@Test(
  arguments: [
    ("'zero'", 4_500, 4_500, 4_500, Reason.partial), ("'zero'", Tally.absent, 4_500, 0, .late),
    ("'zero'", Tally.absent, Tally.absent, 0, .missing), ("'flag'", Tally.absent, 4_500, 4_500, .lateCounted),
    ("{ minus: 0.5 }", Tally.absent, 4_500, 4_450, .lateReduced), ("{ minus: 0.5 }", Tally.absent, 40, 0, .lateReduced),
    ("'zero'", 0, 4_500, 0, .nothing), ("'zero'", 5_000, 5_000, 5_000, .full),
  ] as [(String, Int64, Int64, Int64, Reason)])
func `S2-06 S2-19 what comes after the deadline is nothing, reduced or remarked, as the component says`(
  late: String, inTime: Int64, any: Int64, points: Int64, reason: Reason
) throws {
  let component = try work(late)
  #expect(component.rule.outcome([any, inTime, 0].span, maximum: 5_000) == Outcome(points: points, reason: reason))
}

@Test func `the deadline is told to the minute, with the band of the mark`() throws {
  let bands = ", bands: [{ title: '优秀', from: 48 }, { title: '良好', from: 0 }]"
  let scored = try work("'zero'", bands: bands)
  #expect(
    scored.explain([4_795, 4_795, 0]).sentence.chinese
      == "作业一47.95分（良好），截至2021-10-22 12:00按时上交，÷50分×50分，得47.95分（按比例计分）")
  #expect(
    scored.explain([4_800, Tally.absent, 0]).sentence.chinese
      == "作业一48分（优秀），迟于2021-10-22 12:00上交，得0.00分（逾期提交，不得分）")
  #expect(
    scored.rule.ruleBookSentence(maximum: scored.maximum).chinese
      == "作业一（满分50分）须于2021-10-22 12:00前（含）上交，折算为50分；逾期的不得分；48分及以上为优秀，0分及以上、不足48分为良好")
}

private func dated(_ rule: String) -> [String] {
  let faults = FaultCollector()
  let text = pipeline(
    scoring: "{ pass: { total_at_least: 60 }, components: [{ id: 'one', title: '单项', points: 100, rule:\n\n\(rule)}] }",
    tallies: marks)
  if let programme = Programme.read(text, faults) { _ = Scorer(programme, faults: faults) }
  return faults.lines(file: "p", in: .english)
}

@Test(arguments: [
  (
    "{ kind: 'deadline', of: 'any', on_time: 'any', full_marks: 50, late: 'zero' }",
    "p:4:41: 'any' states no deadline; give it where: { at: { until: '…' } }"
  ),
  (
    "{ kind: 'deadline', of: 'total', on_time: 'in_time', full_marks: 50, late: 'zero' }",
    "p:4:25: 'total' is zero where nothing was handed in; use 'max', 'first' or 'last', which tell a mark of zero from none"
  ),
  (
    "{ kind: 'deadline', of: 'any', on_time: 'in_time', full_marks: 50, late: 'later' }",
    "p:4:74: unknown value 'later'; expected one of 'zero', 'flag'"
  ),
])
func `a deadline that no tally states is refused`(rule: String, fault: String) {
  #expect(dated(rule) == [fault])
}
