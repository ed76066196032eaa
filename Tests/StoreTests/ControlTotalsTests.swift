import Programme
import Store
import Testing

private let roster = ["1,甲,一中,上旬班,在册", "2,乙,一中,上旬班,退出", "3,丙,一中,下旬班,", "3,丙,一中,下旬班,", "4,丁,三中,下旬班,"]

/// Control totals of the roster, and what a load is stopped by; nil is nothing.
private let rosterTotals: [(totals: String, english: String?)] = [
  ("{ rows: 3 }", nil),
  ("{ rows: 4 }", "名册: rows found/known: all rows 3/4;"),
  ("{ where: { cohort: 'A' }, rows: 2 }, { where: { cohort: 'B' }, rows: 1 }", nil),
  (
    "{ where: { cohort: 'A' }, rows: 2 }, { where: { cohort: 'B' }, rows: 2 }",
    "名册: rows found/known: A 2/2, B 1/2; in all 3/4;"
  ),
  ("{ where: { cohort: '上旬班', status: ['退出', 'enrolled'] }, rows: 2 }", nil),
  ("{ where: { unit: '一中' }, rows: 2 }", "名册: rows found/known: 一中 3/2;"),
]

@Test(arguments: rosterTotals)
func `a roster with other numbers of rows than are known is refused with both, and nothing changes`(
  totals: String, english: String?
) throws {
  let nights = try OfficeNights(roster: ", control_totals: [\(totals)]")
  try nights.write("2023-08-19", roster: roster)
  let blocked = try nights.blockages("2023-08-19")
  #expect(blocked.map(\.code) == (english == nil ? [] : ["control_total"]))
  if let english { #expect(blocked.first?.wording.english.hasPrefix(english) == true, "\(blocked)") }
}

/// Control totals of the facts, and what the second night is stopped by; nil is nothing.
private let factTotals: [(totals: String, english: String?)] = [
  ("{ rows: 4 }", nil), ("{ where: { category: 'required' }, rows: 2 }, { where: { category: '选修' }, rows: 2 }", nil),
  ("{ where: { category: ['required', 'elective'] }, rows: 4 }", nil),
  ("{ where: { item: 'K' }, rows: 2 }, { where: { item: '长编号课程' }, rows: 1 }", nil),
  ("{ where: { cohort: 'B' }, rows: 1 }", nil), ("{ where: { project: '测试项目' }, rows: 4 }", nil),
  ("{ where: { category: 'required' }, rows: 3 }", "学习: rows found/known: required 2/3;"),
  ("{ where: { category: 'none' }, rows: 0 }", nil),
]

@Test(arguments: factTotals)
func `facts are counted as they stand, those that are known and not read again too`(
  totals: String, english: String?
) throws {
  let columns = ", category: { from: '类型', type: 'text', map: { 必修: 'required', 选修: 'elective' } }"
  let nights = try OfficeNights(study: ", control_totals: [\(totals)]", columns: columns)
  let study = ["编号,课程,类型,时长", "1,K,必修,10", "1,长编号课程,选修,10", "2,K,必修,20", "3,L,选修,20", "3,L,选修,30", "9,L,选修,20"]
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: roster, study: study)
    let blocked = try nights.blockages(night)
    #expect(blocked.map(\.code) == (english == nil ? [] : ["control_total"]))
    if let english { #expect(blocked.first?.wording.english.hasPrefix(english) == true, "\(blocked)") }
  }
}

@Test func `totals that agree are told with their sum`() throws {
  let nights = try OfficeNights(
    roster: ", control_totals: [{ where: { cohort: 'A' }, rows: 2 }, { where: { cohort: 'B' }, rows: 1 }]")
  try nights.write("2023-08-19", roster: roster)
  try nights.load("2023-08-19")
  #expect(
    try nights.lines("SELECT message_en, message FROM notice WHERE code = 'control_total'") == [
      "名册: the control totals agree: A 2 + B 1 = 3|名册：与应有行数相符：A 2＋B 1＝3"
    ])
}
