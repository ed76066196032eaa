import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

private let people = ["1,甲,,东市,一中,在册", "2,乙,,东市,一中,在册"]
private let heads = "核对码,文件,工作表,行号,编号,课程,类型,分钟,时间,问题列,退回原因,处理,修正值,修正人,备注"

/// Writes a form with one filled-in row for each given row that was sent back, as a spreadsheet program saves it as text.
private func form(
  _ nights: LoadedNights, _ rows: [(row: SentBackRow, decision: String, value: String, by: String)],
  heads: String = heads, change: (String) -> String = { $0 }
) throws -> String {
  let lines = rows.map { row, decision, value, by in
    ([row.key, row.file, "—", "\(row.row)"] + row.cells + [row.column, "", decision, value, by, ""]).joined(
      separator: ",")
  }
  let path = nights.folder.path("form.csv")
  let text = (["退回数据", heads] + lines.map(change) + ["注：请勿改动"]).joined(separator: "\n")
  try Data(text.utf8).write(to: URL(filePath: path))
  return path
}

/// A night whose study export sends two rows back: a duration that is none, and a person nobody knows.
private func sentBack(_ limits: String = "") throws -> (LoadedNights, [SentBackRow]) {
  let nights = try LoadedNights(limits: limits)
  try nights.write("2023-08-19", roster: people, study: ["1,A,必修,3O,", "9,A,必修,5,", "2,A,必修,7,"])
  try nights.load("2023-08-19")
  return (nights, try nights.store.sentBackRows())
}

private let account =
  "SELECT rows_read, accepted, duplicates, rejected, non_data FROM account WHERE source = 'study' ORDER BY source_file DESC LIMIT 1"

@Test func `a mended row is read with its value, by whom and from where is kept, and the account balances`() throws {
  let (nights, rows) = try sentBack()
  #expect(rows.map(\.code) == ["not_a_duration", "unknown_person"])
  #expect(try nights.lines(account) == ["4|1|0|2|1"])
  let result = try nights.store.importMendings(from: try form(nights, [(rows[0], "", "30", "王老师")]))
  #expect((result.mended, result.void, result.refusals.count) == (1, 0, 0))
  #expect(try nights.store.sentBackRows().map(\.state) == [.mended, .open])
  try nights.load("2023-08-19")
  #expect(try nights.lines(account) == ["4|2|0|1|1"])
  #expect(try nights.lines("SELECT value, row FROM measure ORDER BY enrolment") == ["1800|2", "420|4"])
  #expect(
    try nights.lines(
      """
      SELECT f.path, w.row, m.column_name, r.found, m.value, m.mended_by, m.workbook, m.workbook_row FROM mended_row w
      JOIN mending m ON m.id = w.mending JOIN reject r ON r.id = m.reject JOIN source_file f ON f.id = w.file
      """) == ["2023-08-19/study.csv|2|分钟|3O|30|王老师|form.csv|3"])
  #expect(try nights.store.sentBackRows().map(\.code) == ["unknown_person"])
}

@Test func `a mending holds in the next snapshot until the platform changes the row`() throws {
  let (nights, rows) = try sentBack()
  _ = try nights.store.importMendings(
    from: try form(nights, [(rows[0], "修正", "30", "王老师"), (rows[1], "作废", "", "王老师")]))
  try nights.write("2023-08-20", roster: people, study: ["9,A,必修,5,", "1,A,必修,3O,"])
  try nights.load("2023-08-20")
  #expect(try nights.lines("SELECT value FROM measure") == ["1800"])
  #expect(try nights.store.sentBackRows().map(\.state) == [.void])
  try nights.write("2023-08-21", roster: people, study: ["9,A,必修,6,", "1,A,必修,4O,"])
  try nights.load("2023-08-21")
  #expect(try nights.lines("SELECT value FROM measure") == [])
  #expect(try nights.store.sentBackRows().map(\.state) == [.open, .open])
}

@Test func `a row with a second fault waits for its second cell, and then counts`() throws {
  let nights = try LoadedNights()
  try nights.write("2023-08-19", roster: people, study: ["9,A,必修,3O,"])
  try nights.load("2023-08-19")
  for (code, value) in [("unknown_person", "1"), ("not_a_duration", "30")] {
    let row = try #require(try nights.store.sentBackRows().first)
    #expect(row.code == code)
    _ = try nights.store.importMendings(from: try form(nights, [(row, "", value, "王老师")]))
    try nights.load("2023-08-19")
  }
  #expect(try nights.lines("SELECT enrolment, value FROM measure") == ["1|1800"])
  #expect(try nights.lines("SELECT count(*) FROM mended_row") == ["2"])
}

@Test func `rows left out on purpose count against no limit`() throws {
  let limits = ", limits: { max_rejects: '50%' }"
  let nights = try LoadedNights(limits: limits)
  try nights.write("2023-08-19", roster: people, study: ["1,A,必修,3O,", "2,A,必修,7,"])
  try nights.load("2023-08-19")
  let row = try #require(try nights.store.sentBackRows().first)
  try nights.write("2023-08-20", roster: people, study: ["1,A,必修,3O,", "9,A,必修,5,", "2,A,必修,7,"])
  let blocked = #expect(throws: NightBlocked.self) { try nights.load("2023-08-20") }
  #expect(blocked?.blockages.map(\.code) == ["too_many_rejects"])
  _ = try nights.store.importMendings(from: try form(nights, [(row, "作废", "", "王老师")]))
  try nights.load("2023-08-20")
  #expect(try nights.lines(account) == ["4|1|0|2|1"])
}

@Test(arguments: [("", "30"), ("作废", "")])
func `what was decided is shown again and can be taken back`(decision: String, value: String) throws {
  let (nights, rows) = try sentBack()
  _ = try nights.store.importMendings(from: try form(nights, [(rows[0], decision, value, "王老师")]))
  try nights.load("2023-08-19")
  let decided = try nights.store.decidedRows()
  #expect(decided.map(\.key) == [rows[0].key])
  #expect(decided.first?.decision?.value ?? "" == value)
  #expect(decided.first?.decision?.by == "王老师")
  let path = try form(nights, [(rows[0], "撤销", value, "李老师")])
  #expect(try nights.store.importMendings(from: path).takenBack == 1)
  #expect(try nights.store.importMendings(from: path).unchanged == 1)
  #expect(try nights.store.mendingFingerprint() == "")
  try nights.load("2023-08-19")
  #expect(try nights.store.sentBackRows().map(\.state) == [.open, .open])
  #expect(try nights.lines(account) == ["4|1|0|2|1"])
  #expect(try nights.store.decidedRows().isEmpty)
}

@Test func `a form that is imported again changes nothing, and the load is only redone for what is new`() throws {
  let (nights, rows) = try sentBack()
  #expect(try nights.store.mendingFingerprint() == "")
  let path = try form(nights, [(rows[0], "", "30", "王老师")])
  _ = try nights.store.importMendings(from: path)
  let fingerprint = try nights.store.mendingFingerprint()
  #expect(fingerprint != "")
  try nights.load("2023-08-19")
  let again = try nights.store.importMendings(from: path)
  #expect((again.mended, again.unchanged, again.refusals.count) == (0, 1, 0))
  #expect(try nights.store.mendingFingerprint() == fingerprint)
  let other = try nights.store.importMendings(from: try form(nights, [(rows[0], "", "31", "王老师")]))
  #expect(other.mended == 1)
  #expect(try nights.store.mendingFingerprint() != fingerprint)
}

@Test(
  arguments: [
    (0, "", "四十", "王老师", "is not a duration"), (0, "", "-1", "王老师", "below the lowest allowed"),
    (0, "", "30", "", "nobody answers for it"), (0, "修正", "", "王老师", "no value is given"),
    (0, "作废", "30", "王老师", "keep one of them"), (0, "删除", "", "王老师", "none of 修正, 作废, 撤销"),
    (1, "", "8", "王老师", "is not in the roster"), (1, "", " ", "王老师", nil),
    (1, "", "2", "王老师", nil), (1, "作废", "", "王老师", nil), (0, "", "1小时", "王老师", nil),
  ] as [(Int, String, String, String, String?)])
func `what is filled in is checked as the reading will`(
  row: Int, decision: String, value: String, by: String, refusal: String?
) throws {
  let (nights, rows) = try sentBack()
  let result = try nights.store.importMendings(from: try form(nights, [(rows[row], decision, value, by)]))
  guard let refusal else {
    #expect(result.refusals.isEmpty)
    return
  }
  let wording = try #require(result.refusals.first).wording
  #expect(wording.english.contains(refusal), "\(wording.english)")
  #expect(result.refusals.map(\.row) == [3])
  #expect(try nights.lines("SELECT count(*) FROM mending") == ["0"])
}

@Test func `a mark above the full marks of its own row is refused`() throws {
  let nights = try LoadedNights()
  try nights.write("2023-08-19", roster: people, homework: ["1,H1,八五,100,否"])
  try nights.load("2023-08-19")
  let row = try #require(try nights.store.sentBackRows().first)
  let heads = "核对码,文件,工作表,行号,编号,作业,得分,满分,优秀,问题列,退回原因,处理,修正值,修正人,备注"
  for (value, refusals) in [("101", 1), ("85", 0)] {
    let path = try form(nights, [(row, "", value, "王老师")], heads: heads)
    #expect(try nights.store.importMendings(from: path).refusals.count == refusals)
  }
}

@Test func `rows that do not belong are refused, each with its remedy`() throws {
  let (nights, rows) = try sentBack()
  func refusal(_ change: @escaping (String) -> String) throws -> String {
    let path = try form(nights, [(rows[0], "", "30", "王老师")], change: change)
    return try nights.store.importMendings(from: path).refusals.map(\.wording.english).joined()
  }
  #expect(try refusal { $0.replacing(rows[0].key, with: "0123456789abcdef") }.contains("of no row of this programme"))
  #expect(try refusal { $0.replacing("必修", with: "选修") }.contains("differ from those that were sent back"))
  try nights.write("2023-08-20", roster: people, study: ["1,A,必修,40,"])
  try nights.load("2023-08-20")
  #expect(try refusal { $0 }.contains("sends this row back no more"))
  let twice = try sentBack()
  let path = try form(twice.0, [(twice.1[0], "", "30", "王老师"), (twice.1[0], "", "31", "王老师")])
  #expect(try twice.0.store.importMendings(from: path).refusals.map(\.row) == [4])
}

@Test func `a file that is no form is refused as such`() throws {
  let (nights, _) = try sentBack()
  let path = nights.folder.path("2023-08-19/study.csv")
  let error = #expect(throws: NoMendingForm.self) { try nights.store.importMendings(from: path) }
  #expect(error?.wording.english.contains("--export") == true)
}

@Test func `mended nights come to the same whether rows of the last load are passed over or read`() throws {
  for seed in Cases.seeds(usually: 25) {
    var random = SeededGenerator(seed: seed)
    let (sparing, reading) = (try LoadedNights(), try LoadedNights(keepsMarks: false))
    var platform = Platform()
    for day in 10..<14 {
      platform.change(&random)
      for round in 0...1 {
        for nights in [sparing, reading] {
          try nights.write(
            "2023-08-\(day)", roster: platform.roster, study: platform.study, homework: platform.homework,
            posts: platform.posts)
          try nights.load("2023-08-\(day)")
        }
        for query in [
          "SELECT * FROM measure", "SELECT * FROM item", "SELECT * FROM event", "SELECT * FROM mended_row",
          "SELECT enrolment, time, marks, posts FROM tally ORDER BY 1",
          "SELECT file, row, code, state FROM reject ORDER BY 1, 2",
          "SELECT source_file, rows_read, accepted, duplicates, rejected, non_data FROM account ORDER BY 1",
        ] {
          let (one, other) = (try sparing.lines(query), try reading.lines(query))
          #expect(
            one == other,
            "SEED=\(seed) \(day) round \(round): \(query): \(Set(one).symmetricDifference(other).sorted().prefix(6))")
        }
        let decisions = try sparing.decisions(&random)
        #expect(try sparing.decide(decisions) == reading.decide(decisions), "SEED=\(seed)")
      }
    }
  }
}

extension LoadedNights {
  /// Lines of a form for some rows that were sent back or decided upon before.
  fileprivate func decisions(_ random: inout SeededGenerator) throws -> [String] {
    let open = try store.sentBackRows().filter { $0.state == .open && $0.headers.count == 5 && random.oneIn(2) }
    let decided = try store.decidedRows().filter { $0.headers.count == 5 && random.oneIn(4) }
    func line(_ row: SentBackRow, _ words: String) -> String {
      ([row.key, row.file, "—", "\(row.row)"] + row.cells + [row.column, "", words]).joined(separator: ",")
    }
    return open.map { line($0, random.oneIn(4) ? "作废,,王老师," : ",\($0.column == "编号" ? "1" : "30"),王老师,") }
      + decided.map { line($0, "撤销,,李老师,") }
  }

  /// Imports a form of these lines and answers how many were taken; a value may name nobody on the roster.
  fileprivate func decide(_ lines: [String]) throws -> Int {
    guard !lines.isEmpty else { return 0 }
    let path = folder.path("form.csv")
    try Data(([heads] + lines).joined(separator: "\n").utf8).write(to: URL(filePath: path))
    return lines.count - (try store.importMendings(from: path).refusals.count)
  }
}

/// A code filled in for a roster row about 丙 that has none, and whether it is somebody else's.
@Test(arguments: [("2", true), ("7", false), ("3", false)])
func `the code of somebody of another name is refused for a row, and one's own or a new one is not`(
  code: String, isAnothers: Bool
) throws {
  let nights = try LoadedNights()
  try nights.write("2023-08-19", roster: people + ["3,丙,,东市,一中,在册"])
  try nights.load("2023-08-19")
  try nights.write("2023-08-20", roster: people + [",丙,,东市,一中,在册"])
  try nights.load("2023-08-20")
  let row = try #require(try nights.store.sentBackRows().first)
  #expect(row.code == "missing_person")
  let result = try nights.store.importMendings(
    from: try form(
      nights, [(row, "", code, "王老师")],
      heads: "核对码,文件,工作表,行号,编号,姓名,手机,地市,学校,状态,问题列,退回原因,处理,修正值,修正人,备注"))
  #expect(result.mended == (isAnothers ? 0 : 1))
  #expect(
    result.refusals.map(\.wording.english)
      == (isAnothers
        ? ["“2” is the code of 乙, and the row is about 丙; fill in the code of 丙, or choose 作废"] : []))
}
