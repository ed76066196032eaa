import Metrics
import Programme
import Stages
import Store
import Testing

private let metrics = """
  fill_rate: { title: '名额使用率', format: 'percent', definition: '报名÷名额',
    numerator: { count: 'enrolled' }, denominator: { sum: 'seats' } },
  mean: { title: '平均时长', format: 'number', definition: '时长÷报名', numerator: { sum: 'time' }, denominator: { count: 'enrolled' } },
  """

private func nights(_ bounds: String) throws -> UnitNights {
  try UnitNights(
    metrics: metrics, checks: "{ id: 'full', severity: 'warn', figure: { of: 'fill_rate', \(bounds) } }")
}

/// S4-08: 及时、足额做好网上报名工作. The east has two learners, each county its own seats.
@Test(arguments: [
  ("level: 'county', at_least: '100%'", 2, []), ("level: 'county', at_least: '100%'", 3, ["11|名额使用率66.67%（2÷3）"]),
  ("level: 'county', at_least: '66.67%'", 3, []), ("level: 'county', at_least: '66.68%'", 3, ["11|名额使用率66.67%（2÷3）"]),
  ("level: 'county', at_most: '100%'", 1, ["11|名额使用率200.00%（2÷1）"]),
  ("level: 'county', among: 'all', at_least: '100%'", 2, ["21|名额使用率0.00%（0÷5）"]),
  ("level: 'city', at_least: '100%'", 3, ["1|名额使用率75.00%（3÷4）"]), ("level: 'school', at_least: '100%'", 3, []),
])
func `a unit whose share is short of what is demanded is listed, but not one without such a share`(
  bounds: String, seats: Int, listed: [String]
) throws {
  let nights = try nights(bounds)
  try nights.write("2023-08-19", submission: ["东一县,,名额,名额,\(seats),,", "东二县,,名额,名额,1,,", "西一县,,名额,名额,5,,"])
  _ = try nights.measured(try nights.load("2023-08-19").night)
  #expect(try nights.lines("SELECT unit, found FROM unit_check") == listed)
}

/// 1999 of 2000 are printed 99.95 %, and 99999 of 100000 never as all.
@Test(arguments: [
  (1999, "100%", "名额使用率99.95%（1999÷2000）"), (2000, "100%", nil), (1999, "99.95%", nil),
  (1999, "99.96%", "名额使用率99.95%（1999÷2000）"),
])
func `a share is compared as it is printed, and all is literally all`(enrolled: Int, bound: String, found: String?)
  throws
{
  let nights = try nights("level: 'county', at_least: '\(bound)'")
  try nights.write(
    "2023-08-19", submission: ["东一县,,名额,名额,2000,,"], roster: (1...enrolled).map { "\($0),甲,第一小学,东一县" })
  _ = try nights.measured(try nights.load("2023-08-19").night)
  #expect(try nights.lines("SELECT found FROM unit_check") == (found.map { [$0] } ?? []))
}

@Test(arguments: [
  ("of: 'mean', level: 'county', at_least: '100%'", "'mean' is no share; name a metric of format 'percent'"),
  ("of: 'fil_rate', level: 'county', at_least: '100%'", "no metric is named 'fil_rate'; did you mean 'fill_rate'?"),
  ("of: 'fill_rate', level: 'couty', at_least: '100%'", "no level is named 'couty'; did you mean 'county'?"),
  ("of: 'fill_rate', level: 'county'", "a share without a bound; expected 'at_least' or 'at_most'"),
  ("of: 'fill_rate', level: 'county', at_least: 1", "a percentage such as '5%'"),
])
func `a check on a share that cannot be held is refused with its remedy`(figure: String, message: String) {
  let faults = UnitNights.faults(
    metrics: metrics, checks: "{ id: 'c', severity: 'warn', figure: { \(figure) } }")
  #expect(faults.contains { $0.contains(message) }, "\(faults)")
}

/// S4-11: learners judge the training; the questionnaire asks for the city, so that no unit below it has a return rate.
@Test func `responses are counted for the units that they name, and for the whole`() throws {
  let nights = try UnitNights(
    metrics: """
      return_rate: { title: '回收率', format: 'percent', definition: '回收÷报名',
        numerator: { count: 'response', source: 'form' }, denominator: { count: 'enrolled' } },
      """,
    sources: """
      form: { title: '问卷', kind: 'survey', files: '{date}/form.csv', columns: {
        response: { from: '序号', type: 'id', required: true }, city: { from: '地市', type: 'unit', level: 'city' } } },
      """)
  try nights.write("2023-08-19", submission: [], others: ["form": ["序号,地市", "1,东市", "2,东市", "3,"]])
  let (learners, measures) = try nights.measured(try nights.load("2023-08-19").night)
  let figures = learners.units.all.indices.map { unit -> String in
    let figure = measures.figures(unit: unit, project: 0)[0]
    return "\(learners.units.all[unit].code) \(figure.numerator)÷\(figure.denominator)"
  }
  #expect(
    figures == [
      "0 3÷3", "1 2÷3", "2 0÷0", "11 0÷0", "12 0÷0", "21 0÷0", "111 0÷0", "112 0÷0", "121 0÷0", "211 0÷0",
    ])
}

@Test func `a metric of responses names a survey`() {
  let faults = UnitNights.faults(
    metrics: """
      return_rate: { title: '回收率', format: 'percent', definition: '回收÷报名',
        numerator: { count: 'response', source: 'study' }, denominator: { count: 'enrolled' } },
      """)
  #expect(faults.contains("no source of kind 'survey' is named 'study'; nothing is known here"), "\(faults)")
}
