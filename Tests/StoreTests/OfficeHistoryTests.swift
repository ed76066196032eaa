import Store
import Testing
import TestSupport

private let first: [String: [String]] = [
  "unit": ["0,全省,省,,", "11,第一中学,校,0,一中", "12,实验小学,校,0,"], "project": ["1,语文,语文", "2,数学,"],
  "roster": ["1,甲,一中,语文", "2,乙,实验小学,数学"], "study": ["1,K,10"],
  "staff": ["T1,丙,一中,语文,90,1980-01-01,13800000001", "T2,丁,,数学,,,"], "brief": ["B1,一中,启动", "B2,一中,总结"],
  "approval": ["全省,优秀学员,1,甲,通过"], "survey": ["1,60,满意,线上┋线下", "2,70,一般,混合"],
]

@Test func `a list that says the same stays as it was first seen, and one that does not is kept beside it`() throws {
  let nights = try FiledNights()
  try nights.load("2023-08-19", first)
  var second = first
  second["brief"] = ["B1,一中,启动", "B2,一中,年度总结"]
  second["survey"] = ["2,70,一般,混合", "1,60,满意,线上┋线下", "3,80,满意,线上"]
  try nights.load("2023-08-20", second)
  func places(_ table: String) throws -> [String] {
    try nights.lines(
      "SELECT DISTINCT substr(f.path, 1, 10) FROM \(table) t JOIN source_file f ON f.id = t.file ORDER BY 1")
  }
  #expect(try places("staff") == ["2023-08-19"])
  #expect(try places("nomination") == ["2023-08-19"])
  #expect(try places("brief") == ["2023-08-20"])
  #expect(
    try nights.lines(
      "SELECT code, substr(f.path, 1, 10) FROM response r JOIN source_file f ON f.id = r.file ORDER BY code")
      == ["1|2023-08-19", "2|2023-08-19", "3|2023-08-20"])
  for table in ["unit", "unit_alias", "project", "staff", "nomination", "response", "answer", "choice"] {
    let past = try nights.lines("SELECT * FROM \(table)_past")
    #expect(past.isEmpty, "\(table)")
  }
  #expect(try nights.lines("SELECT title, until FROM brief_past ORDER BY id") == ["启动|2", "总结|2"])
}

@Test func `the offices of the first night are what a database that saw it alone holds`() throws {
  let (both, alone) = (try FiledNights(), try FiledNights())
  for nights in [both, alone] { try nights.load("2023-08-19", first) }
  try both.load(
    "2023-08-20",
    [
      "unit": ["0,全省,省,,", "12,实验 小学,校,0,实小", "21,第一中学,校,0,"], "project": ["1,语文,小语", "3,数学,"],
      "roster": ["1,甲,实小,语文", "2,乙,实小,数学"], "staff": ["T2,丁,实小,语文,80,,13800000002", "T3,戊,,,,,"],
      "brief": ["B2,实小,总结"], "approval": ["全省,优秀学员,2,乙,不通过", "全省,优秀学员,1,甲,通过"],
      "survey": ["2,70,满意,线上", "3,50,不满意,"],
    ])
  let history = History(both.store.database)
  let night = try #require(try history.nights().first)
  try history.rebuild(night, suffix: "_then")
  #expect(try both.dump() != alone.dump())
  for (table, rows) in try alone.dump() { #expect(try both.dump(suffix: "_then")[table] == rows, "\(table)") }
}

/// Rows that change at random from export to export.
private func rows(_ random: inout SeededGenerator) -> [String: [String]] {
  func pick(_ texts: [String]) -> String { random.pick(texts) ?? "" }
  func some(_ count: Int, _ row: (Int) -> String) -> [String] {
    (1...count).compactMap { random.oneIn(4) ? nil : row($0) }
  }
  let school = ["一中", "实验小学", "11", "三中"]
  var rows: [String: [String]] = [:]
  rows["unit"] =
    ["0,全省,省,,", "1\(Int.random(in: 1...2, using: &random)),第一中学,校,\(pick(["0", ""])),\(pick(["一中", "", "市一中；一中"]))"]
    + some(2) { "2\($0),\(pick(["实验小学", "三中"])),\(pick(["校", "省"])),0,\(pick(["", "实小"]))" }
  rows["project"] = ["1,\(pick(["语文", "小学语文"])),"] + some(1) { _ in "\(pick(["2", "3"])),数学,\(pick(["", "理"]))" }
  rows["roster"] = ["1,甲,一中,1"] + some(4) { "\($0 + 1),\(pick(["乙", "丙"])),\(pick(school)),\(pick(["1", "数学"]))" }
  rows["study"] = ["1,K,10"]
  rows["staff"] = some(4) {
    "T\($0),\(pick(["丁", "戊"])),\(pick(school)),\(pick(["1", ""])),\(pick(["80", "", "x"])),,\(pick(["", "13800000001"]))"
  }
  rows["brief"] = some(4) { "B\($0 % 3),\(pick(school)),\(pick(["启动", "总结"]))" }
  rows["approval"] = some(4) { "全省,\(pick(["优秀学员", "无"])),\($0),\(pick(["甲", "乙"])),\(pick(["通过", "不通过"]))" }
  rows["survey"] = some(5) { "\($0),\(pick(["60", "", "70"])),\(pick(["满意", "一般", "?"])),\(pick(["线上", "线上┋混合", ""]))" }
  return rows
}

@Test func `the offices of any earlier night are rebuilt exactly, whatever the nights and their repeated loads were`()
  throws
{
  for seed in Cases.seeds(usually: 40) {
    var random = SeededGenerator(seed: seed)
    let nights = try FiledNights()
    var then: [(night: String, dump: [String: [String]])] = []
    for day in 10..<(10 + Int.random(in: 2...5, using: &random)) {
      let night = "2023-08-\(day)"
      for _ in 0...(random.oneIn(3) ? 1 : 0) {
        // A night whose roster is blocked leaves what was before.
        do { try nights.load(night, rows(&random)) } catch is NightBlocked { continue }
      }
      then.append((night, try nights.dump()))
    }
    let history = History(nights.store.database)
    let loaded = try history.nights()
    for (asOf, dump) in then {
      guard let night = loaded.first(where: { $0.asOf == asOf }) else { continue }
      try history.rebuild(night, suffix: "_then")
      let rebuilt = try nights.dump(suffix: "_then")
      for (table, rows) in dump { #expect(rebuilt[table] == rows, "SEED=\(seed) \(asOf) \(table)") }
    }
  }
}
