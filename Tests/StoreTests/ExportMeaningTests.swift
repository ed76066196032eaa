import Store
import Testing

/// Rows of a study export behind its header `编号,课程,时长`, and the notices that they give.
private let sheets: [(rows: [String], notices: [String])] = [
  (["1,K,20", "2,K,40", "合计,,60"], []),
  (["合计,,60", "1,K,20", "2,K,40"], []),
  (["1,K,20", "小计,,20", "2,K,40", "小计,,40", "总计,,60"], []),
  (["小计,,20", "1,K,20", "小计,,40", "2,K,40"], []),
  (["1,K,20", "2,K,40", "平均,,30"], []),
  (["1,K,20", "2,K,40", "合计,,"], []),
  (["1,K,20", "2,K,40", "合计,,1小时"], []),
  (["1,K,20", "1,K,20", "9,K,20", "合 计：,,60"], []),
  (["1,K,20", "2,K,40", "合计,,61"], ["4|时长|the total row says 61 min, the rows add up to 1 h"]),
  (["1,K,20", "2,K,x", "合计,,60"], ["4|时长|the total row says 1 h, the rows add up to 20 min (1 cells cannot be read)"]),
]

@Test(arguments: sheets)
func `a total that is not the sum of the rows is told, and one that is gives no notice`(
  rows: [String], notices: [String]
) throws {
  let nights = try OfficeNights()
  // The rows are known on the second night and not read again; the total is compared all the same.
  for night in ["2023-08-19", "2023-08-20"] {
    try nights.write(night, roster: ["1,甲,一中,上旬班,", "2,乙,一中,上旬班,"], study: ["编号,课程,时长"] + rows)
    try nights.load(night)
    let found = try nights.lines(
      """
      SELECT n.row, n.column_name, substr(n.message_en, 1, instr(n.message_en, ';') - 1) FROM notice n
      JOIN night ON night.id = n.night WHERE n.code = 'total_differs' AND night.as_of = '\(night)' ORDER BY n.id
      """)
    #expect(found == notices)
  }
}

@Test func `a header over two columns is told, since only the first of them counts`() throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,"], study: ["编号,课程,时长,备注,时长,备注", "1,K,10,,20,"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT value FROM measure") == ["600"])
  #expect(
    try nights.lines("SELECT row, column_name, code FROM notice WHERE code <> 'never_filled'") == [
      "1|时长|duplicate_header"
    ])
}

@Test(arguments: [
  ("时长", "60", 3600), ("时长（单位：小时）", "2", 7200), ("时长(H)", "2", 7200), ("时长【秒】", "90", 90), ("时长（学时）", "2", 5400),
  ("时长\n（分钟）", "1", 60),
])
func `the unit in a header counts, however it is written`(header: String, cell: String, seconds: Int) throws {
  let nights = try OfficeNights()
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,"], study: ["编号,课程,\"\(header)\"", "1,K,\(cell)"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT value FROM measure") == ["\(seconds)"])
}

@Test(
  arguments: [
    ("unit: 'minutes'", []), ("unit: 'minutes', colon: 'hours_minutes'", ["5400"]),
    ("unit: 'minutes', colon: 'minutes_seconds'", ["90"]),
  ] as [(String, [String])])
func `two numbers round a colon count as the pipeline file says, and are sent back where it does not`(
  value: String, seconds: [String]
) throws {
  let nights = try OfficeNights(value: value)
  try nights.write("2023-08-19", roster: ["1,甲,一中,上旬班,"], study: ["编号,课程,时长", "1,K,1:30"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT value FROM measure") == seconds)
  #expect(try nights.lines("SELECT code FROM reject") == (seconds.isEmpty ? ["ambiguous_duration"] : []))
}

@Test func `an identity number that lost its digits is sent back and never taken for the person`() throws {
  let nights = try OfficeNights()
  try nights.write(
    "2023-08-19", roster: ["110105194912310002,甲,一中,上旬班,", "1.10105E+17,乙,一中,上旬班,"],
    study: ["编号,课程,时长", "110105194912310000,K,10", "1.10105E+17,K,10", "110105194912310002,K,10"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT name FROM person") == ["甲"])
  #expect(
    try nights.lines("SELECT row, code FROM reject ORDER BY file, row") == [
      "3|id_precision_lost", "2|id_precision_lost", "3|id_precision_lost",
    ])
  #expect(try nights.lines("SELECT row FROM measure") == ["4"])
}
