import Programme
import Store
import Testing

private let people = ["1,甲,一中,上旬班,在册"]
/// 2023-08-20 00:00:00, the first second after the night of 2023-08-19.
private let end: Int64 = 1_692_489_600

/// When the roster and the facts say they were exported, how far apart they may be, and the notices: file or `–`.
private let stamps: [(roster: String, study: String, spread: String, notices: [String])] = [
  ("2023-08-19 23:30", "2023-08-19 23:40", "", []),
  ("2023-08-19 00:01", "2023-08-19 23:40", "", []),
  ("2023-08-19 00:01", "2023-08-19 23:40", ", snapshot_spread: '12h'", ["–"]),
  ("2023-08-19 00:00", "2023-08-19 00:00", "", ["2023-08-19/roster.csv"]),
  ("2023-08-18", "2023-08-19 23:40", "", ["2023-08-19/roster.csv"]),
  ("2023-08-18 12:00", "2023-08-19 23:40", "", ["2023-08-19/roster.csv", "–"]),
  ("", "2023-08-01 23:40", "", []),
  ("2023-08-19 23:30", "2023-08-17 23:40", ", snapshot_spread: '72h'", []),
]

@Test(arguments: stamps)
func `an old roster and exports that were not taken together are told`(
  roster: String, study: String, spread: String, notices: [String]
) throws {
  let nights = try OfficeNights(programme: spread)
  let title = roster.isEmpty ? "" : "统计时间：\(roster)\n"
  try nights.write(
    "2023-08-19", roster: people, rosterHeader: "\(title)编号,姓名,学校,班次,状态",
    study: ["统计时间：\(study)", "编号,课程,时长", "1,K,10"])
  try nights.load("2023-08-19", end: end)
  #expect(
    try nights.lines(
      "SELECT f.path FROM notice n LEFT JOIN source_file f ON f.id = n.file WHERE n.code = 'snapshot_mix' ORDER BY n.id"
    )
      == notices)
  #expect(try nights.store.warnings(night: 1).count == notices.count)
}

@Test func `a fact export without a row is told on the first night and on a later one`() throws {
  let nights = try OfficeNights()
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: people)
    try nights.load(night)
  }
  for night: Int64 in [1, 2] {
    let warning = try #require(try nights.store.warnings(night: night).first)
    #expect(warning.english.hasPrefix("2023-08-\(18 + night)/study.csv: “学习” has a header and no row"))
    #expect(warning.chinese.contains("只有表头，没有数据"))
  }
}

@Test func `a roster without a row is refused and leaves the last state`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: people)
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: [])
  #expect(try nights.blockages("2023-08-20").map(\.code) == ["empty_export"])
  #expect(try nights.lines("SELECT status FROM enrolment") == ["enrolled"])
}
