import Programme
import Scoring
import Testing

private func condition(_ condition: LearnerCondition) throws -> Condition {
  let faults = FaultCollector()
  let programme = try #require(Programme.read(pipeline(scoring: hundred), faults))
  let place = Place(line: 7, column: 9)
  return try #require(
    Condition(condition, programme.conditionScope, at: place, faults: faults),
    "\(faults.lines(file: "p", in: .english))")
}

private let hundred = """
  { components: [{ id: 'one', title: '单项', points: 100, rule: { kind: 'imported', of: 'marks', full_marks: 100 } }],
    pass: { total_at_least: 80 } }
  """

@Test(arguments: [
  (LearnerCondition.above("time", 0), [0, 1], [false, true]),
  (.atLeast("time", 2_700), [2_699, 2_700], [false, true]),
  (.atLeast("best", -1), [0], [false]), (.atMost("time", 2_700), [2_700, 2_701], [true, false]),
  (.below("time", 2_700), [2_699, 2_700], [true, false]), (.atMost("best", 100), [0], [false]),
  (.below("best", 100), [0], [false]),
])
func `a condition on a tally holds from its line on`(written: LearnerCondition, times: [Int64], expected: [Bool]) throws
{
  let condition = try condition(written)
  let marks = Marks(components: 1)
  #expect(times.map { condition.holds([$0, 0, 0, Tally.absent, 0].span, marks) } == expected)
}

@Test(arguments: [(7_999, false, false), (8_000, true, false), (8_999, true, false), (9_000, true, true)])
func `S4-05 conditions on the result look at the printed total`(mark: Int64, passed: Bool, excellent: Bool) throws {
  let scorer = try scorer(hundred)
  let tallies = [0, mark, 0, 0, 0]
  let marks = scorer.marks(of: tallies)
  #expect(try condition(.passed(true)).holds(tallies.span, marks) == passed)
  #expect(try condition(.passed(false)).holds(tallies.span, marks) == !passed)
  let both = try [condition(.passed(true)), condition(.totalAtLeast(9_000))]
  #expect(both.allSatisfy { $0.holds(tallies.span, marks) } == excellent)
}

@Test func `a condition says what it demands`() throws {
  #expect(try condition(.totalAtLeast(9_000)).wording.chinese == "总成绩不低于90分")
  #expect(try condition(.atLeast("time", 2_700)).wording.english == "学习时长 of at least 45 min")
  #expect(try condition(.above("posts", 0)).wording.chinese == "发帖多于0项")
}

@Test func `a condition on a tally that nobody declared is refused at its place`() {
  let faults = FaultCollector()
  let place = Place(line: 7, column: 9)
  let scope = ConditionScope(tallies: [], decimals: 2, creditHour: 2_700)
  #expect(Condition(.above("time", 0), scope, at: place, faults: faults) == nil)
  #expect(faults.lines(file: "p", in: .english) == ["p:7:9: unknown tally 'time'; nothing is known here"])
}
