import Programme
import Store
import Testing

private let first = ["0,全省,省,,", "1,东市,市,0,", "11,第一中学,校,1,一中", "12,实验小学,校,1,"]
private let state = "SELECT u.code, u.name FROM enrolment e JOIN unit u ON u.id = e.unit ORDER BY e.id"

/// The list of the second night, what a learner's school is then, whether that is a move, and the notices.
private let lists: [(units: [String], school: String, isMove: Bool, notices: [String])] = [
  (["0,全省,省,,", "1,东市,市,0,", "21,第一中学,校,1,一中", "12,实验小学,校,1,"], "21|第一中学", false, ["4|renumbered_unit"]),
  (
    ["0,全省,省,,", "2,东市,市,0,", "21,第一中学,校,2,一中", "22,实验小学,校,2,"], "21|第一中学", false,
    ["3|renumbered_unit", "4|renumbered_unit", "5|renumbered_unit"]
  ),
  // Under another city it may be another school of the name: the learner moves, and the old unit is no candidate any more.
  (["0,全省,省,,", "1,东市,市,0,", "2,西市,市,0,", "21,第一中学,校,2,一中", "12,实验小学,校,1,"], "21|第一中学", true, []),
  // Two of one name cannot be told apart by it.
  (["0,全省,省,,", "1,东市,市,0,", "11,第一中学,校,1,一中", "12,实验小学,校,1,"], "11|第一中学", false, []),
]

@Test(arguments: lists)
func `a school with another code is the same school or another, and never both`(
  units: [String], school: String, isMove: Bool, notices: [String]
) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,第一中学,上旬班,在册"], units: first)
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: ["1,甲,第一中学,上旬班,在册"], units: units)
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT code FROM reject").isEmpty)
  #expect(try nights.lines(state) == [school])
  #expect(try nights.lines("SELECT item FROM change WHERE kind = 'roster'") == (isMove ? ["unit"] : []))
  #expect(try nights.lines("SELECT row, code FROM notice WHERE code = 'renumbered_unit' ORDER BY row") == notices)
}

@Test func `a school that was struck off and comes back is known by its name again`() throws {
  let nights = try OfficeNights()
  let roster = ["1,甲,实验小学,上旬班,在册"]
  try nights.write("2023-08-19", roster: roster + ["2,乙,一中,上旬班,在册"], units: first)
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: roster + ["2,乙,一中,上旬班,在册"], units: Array(first.filter { !$0.hasPrefix("11") }))
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT code FROM rejected WHERE as_of = '2023-08-20'") == ["unknown_unit"])
  #expect(try nights.lines("SELECT status FROM enrolment ORDER BY id") == ["enrolled", "enrolled"])
  try nights.write("2023-08-21", roster: roster + ["2,乙,一中,上旬班,在册"], units: first)
  try nights.load("2023-08-21")
  #expect(try nights.lines("SELECT code FROM rejected WHERE as_of = '2023-08-21'").isEmpty)
  #expect(try nights.lines(state) == ["12|实验小学", "11|第一中学"])
}

@Test func `two schools of one name, both with other codes, are taken for none of the old ones`() throws {
  let nights = try OfficeNights()
  try nights.write(
    "2023-08-19", roster: ["1,甲,11,上旬班,在册"], units: first.dropLast() + ["12,第一中学,校,1,"])
  try nights.load("2023-08-19")
  try nights.write(
    "2023-08-20", roster: ["1,甲,21,上旬班,在册"],
    units: Array(first.dropLast(2)) + ["21,第一中学,校,1,", "22,第一中学,校,1,"])
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT code FROM notice WHERE code = 'renumbered_unit'").isEmpty)
  #expect(
    try nights.lines("SELECT code, listed FROM unit WHERE level = 2 ORDER BY code") == ["11|0", "12|0", "21|1", "22|1"])
}
