import Programme
import Store
import Testing

private let enrolments = """
  SELECT p.code, c.title, e.status FROM enrolment e JOIN person p ON p.id = e.person JOIN cohort c ON c.id = e.cohort
  ORDER BY 1, 2
  """

@Test func `a person in two cohorts of one project blocks the night, naming both rows, and changes nothing`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,"])
  try nights.load("2023-08-19")
  let before = try nights.lines(enrolments)
  try nights.write("2023-08-20", roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,", "3,丙,一中,上旬班,", "1,甲,一中,下旬班,"])
  let blocked = try #require(try nights.blockages("2023-08-20").first)
  #expect(blocked.code == "two_cohorts")
  #expect(
    blocked.wording.english.contains(
      "1: 2023-08-20/roster.csv row 2 (上旬班) and 2023-08-20/roster.csv row 5 (下旬班)"), "\(blocked.wording.english)")
  #expect(
    blocked.wording.chinese.contains("1：2023-08-20/roster.csv 第 2 行（上旬班）、2023-08-20/roster.csv 第 5 行（下旬班）"))
  #expect(try nights.lines(enrolments) == before)
}

@Test(arguments: [("A", "上旬班"), ("B", "下旬班")])
func `the cohort that the pipeline file names counts, and the other row is set aside`(
  cohort: String, title: String
) throws {
  let nights = try OfficeNights(roster: ", two_cohorts: [{ person: '1', cohort: '\(cohort)' }]")
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,", "1,甲,一中,下旬班,", "2,乙,一中,下旬班,"])
  #expect(try nights.blockages("2023-08-19").isEmpty)
  #expect(try nights.lines(enrolments) == ["1|\(title)|enrolled", "2|下旬班|enrolled"])
  #expect(
    try nights.lines("SELECT rows_read, accepted, duplicates, rejected FROM account WHERE source = 'roster'")
      == ["4|2|1|0"])
}

@Test func `whoever withdrew from one cohort may join another`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,下旬班,在册", "1,甲,一中,上旬班,退出"])
  #expect(try nights.blockages("2023-08-19").isEmpty)
  #expect(try nights.lines(enrolments) == ["1|上旬班|withdrawn", "1|下旬班|enrolled"])
}

@Test func `a learner moved to another cohort counts once, there, and the move is told`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,"], study: ["编号,课程,时长", "1,K,20"])
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: ["1,甲,一中,下旬班,", "2,乙,一中,上旬班,"], study: ["编号,课程,时长", "1,K,20"])
  #expect(try nights.blockages("2023-08-20").isEmpty)
  #expect(try nights.lines(enrolments) == ["1|上旬班|withdrawn", "1|下旬班|enrolled", "2|上旬班|enrolled"])
  #expect(
    try nights.lines("SELECT row, code FROM notice WHERE code <> 'never_filled' ORDER BY id") == ["2|moved_cohort"])
  let time =
    "SELECT c.title, t.time FROM tally t JOIN enrolment e ON e.id = t.enrolment JOIN cohort c ON c.id = e.cohort WHERE t.time > 0"
  #expect(try nights.lines(time) == ["下旬班|1200"])
}

@Test(arguments: [("current", "实验小学"), ("original", "第一中学")])
func `a learner who moved school counts where the pipeline file says, and the move is kept`(
  credit: String, school: String
) throws {
  let nights = try OfficeNights(roster: ", transfers: '\(credit)'")
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,"])
  try nights.load("2023-08-19")
  for night in ["2023-08-20", "2023-08-21"] {
    try nights.write(night, roster: ["1,甲,实验小学,上旬班,"])
    try nights.load(night)
  }
  #expect(try nights.lines("SELECT u.name FROM enrolment e JOIN unit u ON u.id = e.unit") == [school])
  #expect(
    try nights.lines("SELECT before, after FROM change WHERE item = 'unit'") == ["第一中学|实验小学"])
}

@Test(arguments: [
  ("11", "第一中学"), ("第一中学", "第一中学"), ("市一中", "第一中学"), (" 第一 中学", "第一中学"), ("１２", "实验小学"),
])
func `a unit is known by its code, its name and its aliases`(written: String, name: String) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,\(written),上旬班,"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT u.name FROM enrolment e JOIN unit u ON u.id = e.unit") == [name])
}

@Test func `an unknown unit is set aside with the nearest names and merged with none`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,第一中心小学,上旬班,", "2,乙,一中,上旬班,"])
  try nights.load("2023-08-19")
  let found = try nights.lines("SELECT row, code, message_en FROM reject ORDER BY id")
  #expect(found.count == 1 && found[0].hasPrefix("2|unknown_unit|"), "\(found)")
  #expect(found.first?.contains("nearest: “第一中学”") == true, "\(found)")
  #expect(try nights.lines(enrolments) == ["2|上旬班|enrolled"])
}
