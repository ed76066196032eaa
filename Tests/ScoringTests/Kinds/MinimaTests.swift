import Programme
import Scoring
import Testing

/// Seed 0: six required modules of three hours each, twenty hours of them in all, five hours of electives; 1学时＝45分钟.
private let modules =
  (1...6).map { "m\($0): { sum: 'work.value', title: '模块\($0)', unit: 'seconds' }, " }.joined()
  + "required: { sum: 'work.value', title: '必修', unit: 'seconds' }, elective: { sum: 'work.value', title: '选修', unit: 'seconds' },"

private func rule(_ method: String) -> String {
  let each = (1...6).map { "{ of: 'm\($0)', at_least: '3学时' }" }.joined(separator: ", ")
  return """
    { kind: 'minima', method: '\(method)', parts: [
      { of: 'required', target: '20学时', points: 40, each: [\(each)] },
      { of: ['elective'], target: '5学时', points: 10 }] }
    """
}

private func course(_ method: String) throws -> ScoredComponent {
  try scorer(
    """
    { components: [{ id: 'course', title: '课程', points: 50, rule: \(rule(method)) },
      { id: 'rest', title: '其余', points: 50, rule: { kind: 'proportion', of: 'm1', target: '1h' } }],
      pass: { total_at_least: 80 } }
    """, tallies: modules
  ).components[0]
}

/// A row of seconds from hours (学时).
private func row(_ hours: [Int64], elective: Int64) -> [Int64] {
  (hours + [hours.reduce(0, +), elective]).map { $0 * 2_700 }
}

@Test(
  arguments: [
    ([3, 3, 3, 3, 3, 3], 5, 0, Reason.below), ([5, 3, 3, 3, 3, 3], 5, 5_000, .full),
    ([8, 3, 3, 3, 3, 0], 5, 0, .below),
    ([5, 3, 3, 3, 3, 3], 4, 0, .below), ([0, 0, 0, 0, 0, 0], 0, 0, .nothing),
  ] as [([Int64], Int64, Int64, Reason)])
func `S0-04 all or nothing: every module, the total and the electives`(
  hours: [Int64], elective: Int64, points: Int64, reason: Reason
) throws {
  let outcome = try course("all").rule.outcome(row(hours, elective: elective).span, maximum: 5_000)
  #expect(outcome == Outcome(points: points, reason: reason))
}

@Test(
  arguments: [
    ([3, 3, 3, 3, 3, 3], 5, 4_600, Reason.partial), ([5, 3, 3, 3, 3, 3], 5, 5_000, .full),
    ([8, 3, 3, 3, 3, 0], 5, 5_000, .minimumMissed), ([10, 3, 3, 3, 3, 3], 0, 4_000, .partial),
    ([5, 3, 3, 3, 3, 3], 6, 5_000, .capped), ([1, 0, 0, 0, 0, 0], 1, 400, .minimumMissed),
  ] as [([Int64], Int64, Int64, Reason)])
func `S0-07 in proportion: 40 points by required hours, 10 by electives, a short module blocks no points`(
  hours: [Int64], elective: Int64, points: Int64, reason: Reason
) throws {
  let outcome = try course("proportion").rule.outcome(row(hours, elective: elective).span, maximum: 5_000)
  #expect(outcome == Outcome(points: points, reason: reason))
}

@Test func `the parts are added exactly and rounded once`() throws {
  // 1/3 and 2/3 of a second beyond what rounds alone: 40 × 1 ÷ 54000 = 0.00074, 10 × 11 ÷ 13500 = 0.00815; together 0.0089, not 0.01 + 0.
  let component = try course("proportion")
  var row = row([0, 0, 0, 0, 0, 0], elective: 0)
  (row[6], row[7]) = (3, 6)
  #expect(component.rule.outcome(row.span, maximum: 5_000).points == 1)
  (row[6], row[7]) = (3, 3)
  #expect(component.rule.outcome(row.span, maximum: 5_000).points == 0)
}

@Test func `parts and minima are told one by one`() throws {
  let explanation = try course("all").explain(row([8, 3, 3, 3, 3, 0], elective: 4))
  #expect(explanation.sentence.chinese == "必修15小时（要求15小时），选修3小时（要求3小时45分钟），得0.00分（未达到要求）")
  #expect(explanation.steps.count == 8)
  #expect(explanation.steps[6].chinese == "模块60分钟，不少于2小时15分钟：未达到")
  #expect(explanation.smallestImprovement?.wording.chinese == "模块6再增加2小时15分钟、选修再增加45分钟，可得50.00分（增加50.00分）")
}

@Test func `a part that is over does not make up for another`() throws {
  let explanation = try course("proportion").explain(row([10, 3, 3, 3, 3, 3], elective: 0))
  #expect(explanation.steps[0].chinese == "必修：40分，超出部分不计")
  #expect(explanation.steps[7].chinese == "选修：0分")
  #expect(explanation.improvementToFull?.wording.chinese == "选修再增加3小时44分钟54秒，可得50.00分（增加10.00分）")
}

@Test(arguments: [
  (
    "{ kind: 'minima', method: 'proportion', parts: [{ of: 'time', target: '1h', points: 60 }, { of: 'posts', target: 1, points: 30 }] }",
    "p:4:48: the parts sum to 90 points; expected the component's 100"
  ),
  (
    "{ kind: 'minima', method: 'proportion', parts: [{ of: ['time', 'posts'], target: '1h', points: 100 }] }",
    "p:4:55: 'time' is in seconds and 'posts' in items; only tallies of one unit are added"
  ),
  (
    "{ kind: 'minima', method: 'some', parts: [{ of: 'time', target: '1h', points: 100 }] }",
    "p:4:27: unknown value 'some'; expected one of 'proportion', 'all'"
  ),
])
func `parts that cannot be added are refused`(rule: String, fault: String) {
  #expect(faults(rule: rule) == [fault])
}
