import Programme
import Stages
import Store
import Testing

/// A mean per learner, a share of learners, and a count of units.
private let metrics = """
  hours: { title: '人均学时', format: 'hours', numerator: { sum: 'time' }, denominator: { count: 'enrolled' },
    definition: '时长÷学员' },
  rate: { title: '参训率', format: 'percent', numerator: { count: 'learner', where: { time: { above: 0 } } },
    denominator: { count: 'enrolled' }, definition: '有记录的÷学员' },
  plans: { title: '方案', format: 'count', numerator: { sum: 'plans' }, definition: '已交方案份数' },
  share: { title: '名额使用率', format: 'percent', numerator: { count: 'enrolled' }, denominator: { sum: 'seats' }, definition: '学员÷名额' },
  """

/// S1-04: 人均超过146学时 is strict. Three learners, an hour is 40 minutes: 17,520 minutes are exactly 146 hours each, and 17,520.3
/// are 146.0025, which is printed 146.00.
@Test(arguments: [
  ("17520", "above: 146", "人均学时146.00学时|人均学时高于146学时"), ("17520.3", "above: 146", "人均学时146.00学时|人均学时高于146学时"),
  ("17521", "above: 146", nil), ("17520", "at_least: 146", nil),
  ("17519", "at_least: 146", "人均学时145.99学时|人均学时不低于146学时"),
  ("17520", "at_most: 146", nil), ("17521", "at_most: 146", "人均学时146.01学时|人均学时不高于146学时"),
  ("17519", "below: 146", nil), ("17520", "below: 146", "人均学时146.00学时|人均学时低于146学时"),
  ("17521", "above: 100, at_most: 146", "人均学时146.01学时|人均学时高于100学时，且人均学时不高于146学时"),
])
func `a printed mean is held to its bounds`(minutes: String, bounds: String, listed: String?) throws {
  let nights = try UnitNights(
    metrics: metrics,
    checks: "{ id: 'mean', severity: 'warn', figure: { of: 'hours', level: 'province', \(bounds) } }")
  try nights.write("2023-08-19", submission: [], others: ["study": ["编号,课程,分钟", "1,K1,\(minutes)"]])
  let outcome = try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT message FROM rejected") == [])
  _ = try nights.measured(outcome.night)
  #expect(try nights.lines("SELECT found, demanded FROM unit_check") == (listed.map { [$0] } ?? []))
  #expect(try findings(of: nights.store, night: outcome.night).count == (listed == nil ? 0 : 1))
}

/// 东一县 has two learners, one of whom studied, and a seat; 东二县 one, who did not, and none; 西一县 neither, and so no share at all.
@Test(arguments: [
  ("rate", "at_least: '50%'", ["12|参训率0.00%＝0÷1"]),
  ("rate", "at_least: '50.01%'", ["11|参训率50.00%＝1÷2", "12|参训率0.00%＝0÷1"]),
  ("rate", "at_least: '0.01%', among: 'all'", ["12|参训率0.00%＝0÷1"]), ("plans", "at_least: 1", ["12|方案0"]),
  ("plans", "at_most: 1", ["11|方案2"]),
  ("share", "at_most: '100%', among: 'all'", ["11|名额使用率200.00%＝2÷1", "12|名额使用率1÷0无法计算"]),
  ("share", "at_least: '100%', among: 'all'", []),
])
func `units are held to bounds, something over nothing is above every bound, and nothing over nothing is not asked`(
  metric: String, bound: String, listed: [String]
) throws {
  let nights = try UnitNights(
    metrics: metrics,
    checks: "{ id: 'own', severity: 'block', figure: { of: '\(metric)', level: 'county', \(bound) } }")
  try nights.write(
    "2023-08-19", submission: ["东一县,,甲,方案,1,,是", "东一县,,乙,方案,1,,是", "东一县,,名额,名额,1,,"],
    others: ["study": ["编号,课程,分钟", "1,K1,60"]])
  let outcome = try nights.load("2023-08-19")
  _ = try nights.measured(outcome.night)
  #expect(try nights.lines("SELECT unit, found FROM unit_check ORDER BY unit") == listed)
  #expect(try findings(of: nights.store, night: outcome.night).map(\.blocks) == (listed.isEmpty ? [] : [true]))
}

private func seatNights(_ bounds: String) throws -> UnitNights {
  try UnitNights(metrics: metrics, checks: "{ id: 'full', severity: 'warn', figure: { of: 'share', \(bounds) } }")
}

/// S4-08: 及时、足额做好网上报名工作. The east has two learners, each county its own seats.
@Test(arguments: [
  ("level: 'county', at_least: '100%'", 2, []), ("level: 'county', at_least: '100%'", 3, ["11|名额使用率66.67%＝2÷3"]),
  ("level: 'county', at_least: '66.67%'", 3, []), ("level: 'county', at_least: '66.68%'", 3, ["11|名额使用率66.67%＝2÷3"]),
  ("level: 'county', at_most: '100%'", 1, ["11|名额使用率200.00%＝2÷1"]),
  ("level: 'county', among: 'all', at_least: '100%'", 2, ["21|名额使用率0.00%＝0÷5"]),
  ("level: 'city', at_least: '100%'", 3, ["1|名额使用率75.00%＝3÷4"]), ("level: 'school', at_least: '100%'", 3, []),
])
func `a unit whose share is short of what is demanded is listed, but not one without such a share`(
  bounds: String, seats: Int, listed: [String]
) throws {
  let nights = try seatNights(bounds)
  try nights.write("2023-08-19", submission: ["东一县,,名额,名额,\(seats),,", "东二县,,名额,名额,1,,", "西一县,,名额,名额,5,,"])
  _ = try nights.measured(try nights.load("2023-08-19").night)
  #expect(try nights.lines("SELECT unit, found FROM unit_check") == listed)
}

/// 1999 of 2000 are printed 99.95 %, and 99999 of 100000 never as all.
@Test(arguments: [
  (1999, "100%", "名额使用率99.95%＝1999÷2000"), (2000, "100%", nil), (1999, "99.95%", nil),
  (1999, "99.96%", "名额使用率99.95%＝1999÷2000"),
])
func `a share is compared as it is printed, and all is literally all`(enrolled: Int, bound: String, found: String?)
  throws
{
  let nights = try seatNights("level: 'county', at_least: '\(bound)'")
  try nights.write(
    "2023-08-19", submission: ["东一县,,名额,名额,2000,,"], roster: (1...enrolled).map { "\($0),甲,第一小学,东一县" })
  _ = try nights.measured(try nights.load("2023-08-19").night)
  #expect(try nights.lines("SELECT found FROM unit_check") == (found.map { [$0] } ?? []))
}

@Test func `a count is summed over the units below and divided by nothing`() throws {
  let nights = try UnitNights(metrics: metrics)
  try nights.write("2023-08-19", submission: ["东一县,,甲,方案,1,,是", "东一县,,乙,方案,1,,是", "东二县,,丙,方案,1,,是"])
  _ = try nights.measured(try nights.load("2023-08-19").night)
  let found = try nights.lines(
    "SELECT unit, numerator, denominator FROM metric WHERE metric = 'plans' AND project = '' AND level < 3 ORDER BY unit"
  )
  #expect(found == ["0|3|1", "1|3|1", "11|2|1", "12|1|1", "2|0|1", "21|0|1"])
}

@Test(arguments: [
  (
    "plans: { title: '方案', format: 'count', numerator: { sum: 'plans' }, denominator: { count: 'enrolled' }, definition: '份数' }",
    "", "a count is divided by nothing; leave 'denominator' out, or choose another format"
  ),
  (
    "plans: { title: '方案', format: 'number', numerator: { sum: 'plans' }, definition: '份数' }", "",
    "missing key 'denominator'"
  ),
  (
    metrics, "figure: { of: 'hour', level: 'county', above: 1 }", "no metric is named 'hour'; did you mean 'hours'?"
  ),
  (
    metrics, "figure: { of: 'hours', level: 'couty', above: 1 }", "no level is named 'couty'; did you mean 'county'?"
  ),
  (metrics, "figure: { of: 'hours', level: 'county' }", "a condition without a bound; expected one of 'above'"),
  (
    metrics, "figure: { of: 'rate', level: 'county', at_least: 80 }",
    "found a number; expected a percentage with at most two decimals such as '95%'"
  ),
  (metrics, "figure: { of: 'rate', level: 'county', at_least: '80.123%' }", "expected a percentage with at most two"),
  (metrics, "figure: { of: 'plans', level: 'county', at_least: 1.5 }", "expected a whole number from 0"),
  (
    metrics, "figure: { of: 'hours', level: 'county', at_least: 2, below: 2 }",
    "no figure of 'hours' could meet all of these bounds; correct one of them"
  ),
])
func `a figure that cannot be held to its bounds is refused with its remedy`(
  metrics: String, check: String, message: String
) {
  let faults = UnitNights.faults(
    metrics: metrics, checks: check.isEmpty ? "" : "{ id: 'c', severity: 'warn', \(check) }")
  #expect(faults.contains { $0.contains(message) }, "\(faults)")
}

@Test(arguments: [("2023-08-18", []), ("2023-08-19", ["11"])])
func `a check is made only on nights after its day`(night: String, listed: [String]) throws {
  let nights = try UnitNights(
    checks: """
      { id: 'seats', severity: 'warn', after: '2023-08-18',
        unit_condition: { level: 'county', where: { seats: { at_most: 0 } } } }
      """)
  try nights.write(night, submission: ["东一县,,名额,名额,1,,"])
  let outcome = try nights.load(night)
  _ = try nights.measured(outcome.night)
  #expect(try nights.lines("SELECT unit FROM unit_check") == listed)
  #expect(try findings(of: nights.store, night: outcome.night).count == listed.count)
}
