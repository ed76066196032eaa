import Programme
import Stages
import Store
import Testing

private let tallies = """
  training: { sum: 'submission.value', title: '集中培训', unit: 'seconds' },
  trained_at: { max: 'submission.at', title: '培训结束时间', unit: 'moment' },
  """

/// 4学时 of 40 minutes are 9600 seconds; ten days before the first of August is the 22nd of July, which still counts.
@Test(arguments: [
  ("9600,2023-07-22 23:59:59", nil), ("9599,2023-07-22", "集中培训2小时39分钟59秒"),
  ("9600,2023-07-23", "培训结束时间2023-07-23 00:00"),
  ("9600,", "培训结束时间没有记录"), (",2023-07-01", "集中培训0分钟"), ("0,2023-07-23 10:00", "集中培训0分钟，培训结束时间2023-07-23 10:00"),
])
func `a unit that does not meet a check is listed with what it has`(row: String, found: String?) throws {
  let nights = try UnitNights(
    tallies: tallies,
    checks: """
      { id: 'pre_training', severity: 'warn', title: '训前培训', unit_condition: { level: 'county', where: {
        training: { at_least: '4学时' }, trained_at: { at_most: { start_of: 'A', minus_days: 10 } } } } }
      """)
  // The other county with learners has done all; the one without learners has done nothing and is not asked.
  try nights.write("2023-08-19", submission: ["东一县,,,,\(row),", "东二县,,,,20000,2023-07-01,"])
  let outcome = try nights.load("2023-08-19")
  #expect(outcome.blockages.map(\.wording.english) == [])
  #expect(try nights.lines("SELECT message FROM rejected") == [])
  _ = try nights.measured(outcome.night)
  let demanded = "集中培训不少于2小时40分钟，且培训结束时间不晚于2023-07-22"
  let listed = try nights.lines("SELECT \"check\", unit, found, demanded FROM unit_check")
  #expect(listed == (found.map { ["pre_training|11|\($0)|\(demanded)"] } ?? []))
  #expect(try findings(of: nights.store, night: outcome.night).count == (found == nil ? 0 : 1))
}

@Test(arguments: [
  ("at_least: 1, at_most: 2", ["11|3人|1至2人", "12|0人|1至2人"]), ("at_least: 1", ["12|0人|不少于1人"]),
  ("at_least: 3, at_most: 3", ["12|0人|3人"]), ("at_most: 3", []),
  ("at_least: 1, among: 'all'", ["12|0人|不少于1人", "21|0人|不少于1人"]),
])
func `the staff of each unit is counted and held to its bounds`(bounds: String, listed: [String]) throws {
  let nights = try UnitNights(
    checks: "{ id: 'staff', severity: 'block', staff_count: { role: 'administrator', level: 'county', \(bounds) } }",
    sources: """
      staff: { title: '管理员', kind: 'staff', role: 'administrator', files: '{date}/staff.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        unit: { from: '单位', type: 'unit' } } },
      """)
  try nights.write(
    "2023-08-19", submission: [],
    others: ["staff": ["编号,姓名,单位", "a,甲,东一县", "b,乙,东一县", "c,丙,东一县", "d,丁,第一小学", "e,戊,东市"]])
  let outcome = try nights.load("2023-08-19")
  _ = try nights.measured(outcome.night)
  #expect(try nights.lines("SELECT unit, found, demanded FROM unit_check ORDER BY unit") == listed)
  let found = try findings(of: nights.store, night: outcome.night)
  #expect(found.map(\.blocks) == (listed.isEmpty ? [] : [true]))
}

/// S1-01: an allotment to the cities must come to the number of the whole; the county keeps 3 of its own and a school has 3.
@Test(arguments: [(44, []), (43, ["0|名额49项"]), (45, ["0|名额51项"])])
func `an allotment that is divided among units must come to the whole`(east: Int, listed: [String]) throws {
  let nights = try UnitNights(
    checks: """
      { id: 'whole', severity: 'warn', unit_condition: { level: 'province', pooled: true,
        where: { seats: { at_least: 50, at_most: 50 } } } }
      """)
  try nights.write("2023-08-19", submission: ["东一县,,名额,名额,\(east),,", "西一县,,名额,名额,3,,", "第一小学,,名额,名额,3,,"])
  _ = try nights.measured(try nights.load("2023-08-19").night)
  #expect(try nights.lines("SELECT unit, found FROM unit_check") == listed)
}

@Test(arguments: [
  (
    "unit_condition: { level: 'county', pooled: true, where: { handed_in_at: { at_most: '2023-08-01' } } }",
    "'handed_in_at' is no sum or count, so that it cannot be pooled over units; leave 'pooled' out, or name another tally"
  ),
  (
    "unit_condition: { level: 'couty', where: { plans: { at_least: 1 } } }",
    "no level is named 'couty'; did you mean 'county'?"
  ),
  (
    "unit_condition: { level: 'county', where: { plan: { at_least: 1 } } }",
    "unknown tally 'plan'; did you mean 'plans'?"
  ),
  (
    "unit_condition: { level: 'county', where: { time: { at_least: 1 } } }",
    "'time' is a tally of learners; a condition on units needs one over a source of kind 'unit_fact'"
  ),
  (
    "unit_condition: { level: 'county', where: { plans: {} } }",
    "a condition without a bound; expected one of 'above', 'at_least', 'at_most', 'below'"
  ),
  (
    "unit_condition: { level: 'county', where: { handed_in_at: { at_most: { start_of: 'B' } } } }",
    "unknown value 'B'; expected 'A'"
  ),
  (
    "unit_condition: { level: 'county', where: { handed_in_at: { at_most: 10 } } }",
    "found a number; expected a date or a time such as '2021-10-22' or"
  ),
  (
    "staff_count: { role: 'tutor', level: 'county', at_least: 1 }",
    "no staff role is named 'tutor'; nothing is known here"
  ),
  (
    "staff_count: { role: 'tutor', level: 'county' }",
    "a number of staff without a bound; expected 'at_least' or 'at_most'"
  ),
  (
    "staff_count: { role: 'tutor', level: 'county', at_least: 2, at_most: 1 }",
    "is below at_least, so that no number would do"
  ),
])
func `a check on units that cannot be held is refused with its remedy`(condition: String, message: String) {
  let faults = UnitNights.faults(checks: "{ id: 'c', severity: 'warn', \(condition) }")
  #expect(faults.contains { $0.hasPrefix(message.prefix(40)) }, "\(faults)")
}
