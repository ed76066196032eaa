import Store
import Testing

private let notices = "SELECT row, column_name, message_en FROM notice WHERE code = 'duplicate_differs' ORDER BY id"

@Test func `a unit that stands twice and differs is told with both rows, and the first counts`() throws {
  let nights = try OfficeNights()
  try nights.write(
    "2023-08-19", roster: ["1,甲,一中,上旬班,"],
    units: ["0,全省,省,,", "1,东市,市,0,", "11,第一中学,校,1,一中", "11,第一 中学,校,1,一中", "11,第二中学,校,1,"])
  try nights.load("2023-08-19")
  #expect(
    try nights.lines(notices) == [
      "6|名称|says “第二中学” under “名称”, and “第一中学” stands in row 4, which counts; mend one of the two",
      "6|别名|says “” under “别名”, and “一中” stands in row 4, which counts; mend one of the two",
    ])
  #expect(try nights.lines("SELECT duplicates FROM account WHERE source = 'unit'") == ["2"])
}

@Test func `a learner who stands twice with different statements is told, and one with the same is not`() throws {
  let nights = try OfficeNights()
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(
      night,
      roster: [
        "1,甲,一中,上旬班,在册", "2,乙,一中,上旬班,在册", "1,甲,市一中,上旬班,在册", "2,乙,实验小学,上旬班,在册", "2,乙,一中,上旬班,退出",
      ])
    try nights.load(night)
    let found = try nights.lines(
      "SELECT n.row, message_en FROM notice n JOIN night ON night.id = n.night WHERE code = 'duplicate_differs' AND as_of = '\(night)' ORDER BY n.id"
    )
    #expect(found.map { $0.prefix(2) } == ["5|", "6|"], "\(found)")
    #expect(found.allSatisfy { $0.contains("than row 3 (unit, status") }, "\(found)")
  }
}
