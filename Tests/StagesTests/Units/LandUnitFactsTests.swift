import Programme
import SQLite
import Store
import Testing

@Test func `facts about units are kept with their row, and what cannot be used is sent back with its place`() throws {
  let nights = try UnitNights()
  try nights.write(
    "2023-08-19",
    submission: [
      "东一县,,名额,名额,40,,", "第一小学,,方案,方案,,2023-07-20 09:00,是", "实验小学,东二县,方案,方案,,2023-07-21,否",
      "实验小学,,方案,方案,,2023-07-21,否", "南县,,名额,名额,5,,", ",,名额,名额,5,,", "西一县,,名额,名额,-1,,", "西一县,,名额,其他,1,,",
      "西一县,,方案,方案,,2023-08-20 00:00,", "东一县,,名额,名额,41,,", "合计,,,,40,,",
    ])
  try nights.load("2023-08-19")
  #expect(
    try nights.lines(
      "SELECT u.code, f.item, f.category, f.value, f.at, f.flag, f.row FROM unit_fact f JOIN unit u ON u.id = f.unit ORDER BY f.row"
    ) == [
      "11|名额|seats|40|–|0|2", "111|方案|plan|–|1689843600|1|3", "121|方案|plan|–|1689897600|0|4",
    ])
  #expect(
    try nights.lines("SELECT row, code FROM rejected WHERE source = 'submission' ORDER BY row") == [
      "5|ambiguous_unit", "6|unknown_unit", "7|missing_required", "8|negative_value", "9|unknown_value",
      "10|after_as_of",
    ])
  #expect(
    try nights.lines(
      "SELECT rows_read, accepted, duplicates, rejected, non_data FROM account WHERE source = 'submission'")
      == ["12|3|1|6|2"])
}

@Test(arguments: [
  ("", "10|1690848000"), ("duplicates: 'first'", "10|1690848000"), ("duplicates: 'last'", "20|1690675200"),
  ("duplicates: { value: 'max', at: 'min' }", "30|1690675200"),
  ("duplicates: { value: 'min', at: 'max' }", "10|1690848000"),
  ("duplicates: { value: 'sum', at: 'max' }", "60|1690848000"),
])
func `rows about one unit and item are merged as the source says`(rule: String, merged: String) throws {
  let nights = try UnitNights(source: rule)
  try nights.write(
    "2023-08-19",
    submission: ["东市,,名额,,10,2023-08-01,", "东市,,名额,,30,2023-07-31,", "东市,,名额,,20,2023-07-30,"])
  try nights.load("2023-08-19")
  #expect(try nights.lines("SELECT value, at FROM unit_fact") == [merged])
}

@Test func `a changed fact is noted and the night before can be rebuilt`() throws {
  let nights = try UnitNights()
  try nights.write("2023-08-19", submission: ["东一县,,名额,名额,40,,", "西一县,,名额,名额,5,,", "东二县,,名额,名额,7,,"])
  try nights.write("2023-08-20", submission: ["东一县,,名额,名额,42,,", "东二县,,名额,名额,7,,", "第三小学,,方案,方案,,2023-08-20,是"])
  try nights.load("2023-08-19")
  let first = try nights.lines("SELECT * FROM unit_fact")
  try nights.load("2023-08-20")
  #expect(
    try nights.lines("SELECT person, item, before, after, row FROM change WHERE kind = 'submission' ORDER BY person")
      == [
        "11|名额|40|42|2", "21|名额|5|–|–", "211|方案|–|@2023-08-20 00:00:00!|4",
      ])
  // What did not change keeps the file and row of the first night.
  #expect(
    try nights.lines("SELECT f.row, s.path FROM unit_fact f JOIN source_file s ON s.id = f.file WHERE f.value = 7") == [
      "4|2023-08-19/submission.csv"
    ])
  let history = History(nights.store.database)
  try history.rebuild(try #require(try history.nights().first), suffix: "_then")
  #expect(try nights.lines("SELECT * FROM unit_fact_then ORDER BY source, unit, item") == first)
}

@Test func `a full snapshot that lost too many facts keeps the last night's, and an appended file takes nothing away`()
  throws
{
  for (source, kept, blocked) in [
    ("limits: { max_shrink: '40%' }", 2, ["submission"]), ("limits: { max_shrink: '50%' }", 1, []),
    ("mode: 'append'", 2, []),
  ] {
    let nights = try UnitNights(source: source)
    try nights.write("2023-08-19", submission: ["东一县,,名额,名额,40,,", "西一县,,名额,名额,5,,"])
    try nights.write("2023-08-20", submission: ["东一县,,名额,名额,40,,"])
    try nights.load("2023-08-19")
    let outcome = try nights.load("2023-08-20")
    #expect(outcome.blockages.map(\.source.text) == blocked)
    #expect(try nights.store.database.integer("SELECT count(*) FROM unit_fact") == Int64(kept))
  }
}
