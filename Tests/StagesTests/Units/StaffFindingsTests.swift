import Programme
import Stages
import Store
import Testing

/// Nights whose tutors are held to a check on people.
private func nights(_ demand: String, severity: String = "warn") throws -> UnitNights {
  try UnitNights(
    checks: "{ id: 'c', severity: '\(severity)', title: '辅导员条件', staff_condition: { role: 'tutor', \(demand) } }",
    sources: """
      tutor: { title: '辅导员', kind: 'staff', role: 'tutor', files: '{date}/tutor.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        chief: { from: '总辅导员', type: 'boolean' }, id_card: { from: '身份证号', type: 'id', check: 'gb11643' },
        born: { from: '出生日期', type: 'date' }, duty: { from: '值班天数', type: 'integer', min: 0 } } },
      """)
}

/// Who fails and how, of tutors given as chief or not, identity number, day of birth and days on duty.
private func failures(_ demand: String, _ tutors: [String]) throws -> [String] {
  let nights = try nights(demand)
  let outcome = try load(nights, tutors)
  return try nights.lines("SELECT person, found FROM staff_check WHERE as_of = '\(outcome)' ORDER BY person")
}

private func load(_ nights: UnitNights, _ tutors: [String], _ night: String = "2023-08-19") throws -> String {
  let rows = tutors.enumerated().map { "F\($0),辅导,\($1)" }
  try nights.write(night, submission: [], others: ["tutor": ["编号,姓名,总辅导员,身份证号,出生日期,值班天数"] + rows])
  let outcome = try nights.load(night)
  #expect(outcome.blockages.map(\.wording.english) == [])
  #expect(try nights.lines("SELECT message FROM rejected") == [])
  _ = try nights.measured(outcome.night)
  return night
}

/// S4-09: 年龄在45岁周岁以下, 45 included, in whole years on the day.
@Test(arguments: [
  ("1977-08-02", nil), ("1977-08-01", "46周岁"), ("1978-08-01", nil), ("1990-01-01", nil), ("1960-12-31", "62周岁"),
  ("", "没有出生日期，也没有可用的身份证号，无法核对年龄"),
])
func `whoever is 45 on the day passes, and neither who is 46 nor who has no birthday`(born: String, found: String?)
  throws
{
  let listed = try failures("chief: true, age: { at_most: 45, on: '2023-08-01' }", ["是,,\(born),", "否,,1950-01-01,"])
  #expect(listed == (found.map { ["F0|\($0)"] } ?? []))
}

@Test(arguments: [("2023-02-28", 46), ("2023-03-01", 47), ("2024-02-28", 47), ("2024-02-29", 48)])
func `who was born on a leap day is a year older on 1 March of other years`(day: String, age: Int) throws {
  #expect(try failures("age: { at_most: \(age), on: '\(day)' }", ["是,,1976-02-29,"]) == [])
  #expect(try failures("age: { at_most: \(age - 1), on: '\(day)' }", ["是,,1976-02-29,"]) == ["F0|\(age)周岁"])
}

@Test func `an identity number gives the birthday that the list leaves out, and is not kept`() throws {
  let nights = try nights("age: { at_most: 45, on: '2023-08-01' }")
  // The second number has a wrong check digit, the third lost its digits, the fourth tells another day than the list.
  _ = try load(
    nights,
    [
      "是,999101197708010011,,", "是,999101197708010010,,", "是,9.99101E+17,,", "是,999101197708010011,1985-03-04,",
      "是,,1985-03-04,",
    ])
  #expect(
    try nights.lines("SELECT person, found FROM staff_check ORDER BY person") == [
      "F0|46周岁", "F1|没有出生日期，也没有可用的身份证号，无法核对年龄", "F2|没有出生日期，也没有可用的身份证号，无法核对年龄",
    ])
  #expect(
    try nights.lines("SELECT row, code FROM notice WHERE row > 1 ORDER BY row") == [
      "3|id_check_digit", "4|id_precision_lost", "5|born_differs",
    ])
  #expect(
    try nights.lines("SELECT born FROM staff ORDER BY code") == ["1977-08-01", "–", "–", "1985-03-04", "1985-03-04"])
}

/// S4-10: 参与学科论坛值班1天.
@Test func `who is not on duty for a day, or of whom nobody noted it, is listed`() throws {
  let tutors = ["是,,,0", "是,,,1", "否,,,", "否,,,3"]
  #expect(try failures("duty: { at_least: 1 }", tutors) == ["F0|值班0天", "F2|没有值班记录"])
  #expect(try failures("chief: false, duty: { at_least: 1 }", tutors) == ["F2|没有值班记录"])
  #expect(
    try failures("duty: { at_least: 1, at_most: 2 }, age: { at_least: 30, on: '2023-08-01' }", ["是,,2000-01-01,3"])
      == ["F0|23周岁，且值班3天"])
}

@Test func `a run tells who fails by code, and an earlier night keeps its days on duty`() throws {
  let nights = try nights("duty: { at_least: 1 }", severity: "block")
  _ = try load(nights, ["是,,,0"])
  let found = try findings(of: nights.store, night: 1)
  #expect(found.map(\.blocks) == [true])
  #expect(
    found.map(\.wording.english) == [
      "check c: not all have what is demanded, days on duty: at least 1; 1 of them: F0 (days on duty: 0)"
    ])
  _ = try load(nights, ["是,,,1"], "2023-08-20")
  #expect(try findings(of: nights.store, night: 2).isEmpty)
  #expect(try nights.lines("SELECT person, found FROM staff_check") == ["F0|值班0天"])
  #expect(try nights.lines("SELECT code, duty, until FROM staff_past") == ["F0|0|2"])
}

@Test(arguments: [
  ("staff_condition: { role: 'tutor' }", "nothing is demanded of the staff; expected 'age' or 'duty'"),
  ("staff_condition: { role: 'tutor', duty: {} }", "a number of days on duty without a bound; expected 'at_least' or"),
  (
    "staff_condition: { role: 'tutor', duty: { at_least: 1 } }", "no staff role is named 'tutor'; nothing is known here"
  ),
  (
    "staff_condition: { role: 'tutor', age: { on: '2023-08-01', at_least: 46, at_most: 45 } }",
    "is below at_least, so that no number would do"
  ),
  ("staff_condition: { role: 'tutor', age: { at_most: 45 } }", "missing key 'on'; expected a date such as"),
])
func `a check on people that cannot be held is refused with its remedy`(condition: String, message: String) {
  let faults = UnitNights.faults(checks: "{ id: 'c', severity: 'warn', \(condition) }")
  #expect(faults.contains { $0.contains(message.prefix(44)) }, "\(faults)")
}
