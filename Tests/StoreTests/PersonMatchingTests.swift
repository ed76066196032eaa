import Store
import Testing

private let columns =
  ", name: { from: '姓名', type: 'name' }, unit: { from: '学校', type: 'unit' }, phone: { from: '手机', type: 'phone' }"
private let people = [
  "320621199001010011,甲,一中,上旬班,,13800000001", "320621199001010038,乙,一中,上旬班,,13800000002",
  "320621199001010054,丙,实验小学,上旬班,,", "320621199001010070,丙,实验小学,上旬班,,",
]
private let header = "编号,姓名,学校,手机,课程,时长"

/// Nights of a roster with phones, whose facts say who the learner is besides the number.
private func nights(roster: String = "", study: String = "", columns: String = columns) throws -> OfficeNights {
  try OfficeNights(
    roster: roster, study: study, columns: columns, rosterColumns: ", phone: { from: '手机', type: 'phone' }")
}

/// What the pipeline file says, a row of facts, and whose fact it becomes; nil for one that is sent back.
private let rows: [(match: String, row: String, person: String?)] = [
  ("", "3.20621E+17,甲,一中,13800000001,K,10", "甲"),
  ("", "3.20621E+17,甲,第一中学,138 0000 0001,K,10", "甲"),
  ("", "320621199001010000,乙,11,13800000002,K,10", "乙"),
  ("", "3.20621E+17,乙,一中,13800000001,K,10", nil),
  ("", "3.20621E+17,甲,实验小学,13800000001,K,10", nil),
  ("", "3.20621E+17,甲,一中,,K,10", nil),
  ("", "3.20621E+17,丙,实验小学,,K,10", nil),
  ("", "3.20621E+17,丁,一中,13800000001,K,10", nil),
  ("", "320621199001010999,甲,一中,13800000001,K,10", nil),
  (", match: ['name', 'unit']", "3.20621E+17,甲,一中,,K,10", "甲"),
  (", match: ['name', 'unit']", "3.20621E+17,丙,实验小学,13800000001,K,10", nil),
  (", match: ['name', 'phone']", "3.20621E+17,甲,实验小学,13800000001,K,10", "甲"),
]

@Test(arguments: rows)
func `facts of a person whose number lost its digits are the one person's whom everything else names, or are sent back`(
  match: String, row: String, person: String?
) throws {
  let nights = try nights(study: match)
  let other = "320621199001010038,,,,L,5"
  for (night, rows) in [("2023-08-19", [row, other]), ("2023-08-20", [row, other]), ("2023-08-21", [other, row])] {
    try nights.write(night, roster: people, rosterHeader: "编号,姓名,学校,班次,状态,手机", study: [header] + rows)
    try nights.load(night)
    let facts = "SELECT p.name FROM measure m JOIN enrolment e ON e.id = m.enrolment JOIN person p ON p.id = e.person"
    #expect(try nights.lines("\(facts) WHERE m.value = 600") == (person.map { [$0] } ?? []))
    let told =
      "SELECT n.message_en FROM notice n JOIN night ON night.id = n.night WHERE n.code = 'id_precision_lost' AND as_of = '\(night)'"
    let notices = try nights.lines(told)
    #expect(notices.count == (person == nil ? 0 : 1))
    if let person { #expect(notices.first?.contains("was taken for \(person)") == true, "\(notices)") }
    let rejected = try nights.lines("SELECT code FROM rejected WHERE source = 'study' AND as_of = '\(night)'")
    #expect(rejected.count == (person == nil ? 1 : 0), "\(rejected)")
  }
}

@Test func `a match that becomes ambiguous is no match any more, although its row stands as it stood`() throws {
  let nights = try nights()
  let row = "3.20621E+17,甲,一中,13800000001,K,10"
  try nights.write("2023-08-19", roster: people, rosterHeader: "编号,姓名,学校,班次,状态,手机", study: [header, row])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT count(*) FROM measure") == ["1"])
  try nights.write(
    "2023-08-20", roster: people + ["320621199001010097,甲,一中,上旬班,,13800000001"],
    rosterHeader: "编号,姓名,学校,班次,状态,手机", study: [header, row])
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT count(*) FROM measure") == ["0"])
  #expect(try nights.lines("SELECT code FROM rejected WHERE as_of = '2023-08-20'") == ["id_precision_lost"])
}

@Test func `a roster row whose number lost its digits keeps the learner whom everything else names`() throws {
  let nights = try nights()
  let header = "编号,姓名,学校,班次,状态,手机"
  try nights.write("2023-08-19", roster: people, rosterHeader: header)
  try nights.load("2023-08-19")
  let mangled = ["3.20621E+17,甲,一中,上旬班,退出,13800000001", "3.20621E+17,丁,一中,上旬班,,13800000009"]
  try nights.write("2023-08-20", roster: mangled + people.dropFirst(), rosterHeader: header)
  try nights.load("2023-08-20")
  #expect(
    try nights.lines("SELECT p.code, e.status FROM person p JOIN enrolment e ON e.person = p.id WHERE p.name = '甲'")
      == ["320621199001010011|withdrawn"])
  #expect(try nights.lines("SELECT row, code FROM reject") == ["3|id_precision_lost"])
  #expect(
    try nights.lines("SELECT row, column_name FROM notice WHERE code = 'id_precision_lost'") == ["2|编号"])
  #expect(try nights.lines("SELECT count(*) FROM person") == ["4"])
}
