import Foundation
import Programme
import Reports
import SQLite
import Testing

/// The edition of a programme that keeps a ledger, with three people in it: one with two terms, one with earlier hours, one who left.
private func edition(_ province: NomineeProvince) throws -> Edition {
  let pipeline = try String(
    contentsOf: repository.appending(path: "pipelines/jiangsu-provincial/pipeline.json5"), encoding: .utf8)
  let kept = pipeline.replacing(
    "  reports: {",
    with: "  ledger: { title: '五年学时', target: 360, from: 2021, years: 5, prior: 'prior' },\n\n  reports: {"
  ).replacing(
    "    pass: { total_at_least: 80,", with: "    credit: { on_pass: 36 },\n    pass: { total_at_least: 80,"
  ).replacing(
    "  sources: {",
    with: """
        sources: {
          prior: { title: '此前学时', kind: 'credit', files: '{date}/p.csv', columns: {
            person: { from: '编号', type: 'id', required: true }, value: { from: '学时', type: 'integer', required: true } } },
      """)
  var edition = province.edition
  let faults = FaultCollector()
  edition.programme = try #require(Programme.read(Array(kept.utf8), faults), "\(faults.lines(file: "p", in: .english))")
  // The stand-in for the table of scores may lack what no other paper reads.
  try? province.database.execute("ALTER TABLE score ADD COLUMN credit INTEGER NOT NULL DEFAULT 0")
  try province.database.execute(
    """
    INSERT INTO ledger VALUES ('五年学时', 36000, 2021, 2025, 'prior');
    INSERT INTO ledger_term SELECT id, 2023 FROM cohort;
    INSERT INTO closed_credit SELECT id, 3600 FROM enrolment WHERE id <= 2;
    INSERT INTO closed_credit SELECT id, 0 FROM enrolment WHERE id > 2;
    INSERT INTO prior_credit SELECT 'prior', person, '', 2021, 36500, 1, 2 FROM enrolment WHERE id = 2;
    """)
  return edition
}

@Test func `the statements of credited hours have a row for every person with terms, sum and what is missing`() throws {
  let province = try NomineeProvince()
  let edition = try edition(province)
  let papers = try WrittenPapers()
  try writeSummary(edition, from: province.database, into: papers.folder)
  let sheets = try papers.sheets("ledger.xlsx")
  let rows = try sheets.flatMap { try papers.rows("ledger.xlsx", sheet: $0).drop { $0.first != "学员编号" } }
  #expect(
    rows.first
      == ["学员编号", "姓名", "县（市、区）", "学校", "上旬班", "下旬班", "此前学时", "合计", "目标", "尚缺"])
  let notes = rows.filter { row in
    let text = row.first ?? ""
    return text.hasPrefix("注：") || text.hasPrefix("　　依据：") || text == "填表人："
  }
  #expect(notes.count == sheets.count { $0 != "目录" } * (edition.programme.ledger?.cite == nil ? 2 : 3))
  #expect(
    notes.first?.first == "注：合计＝2021—2025年各学期认定的学时＋此前学时；尚缺＝目标－合计，已满的为0.00。空白的没有认定记录。")
  let people = rows.filter { $0.first != "学员编号" && !notes.contains($0) }
  let known = try province.database.integer("SELECT count(DISTINCT person) FROM enrolment WHERE status <> 'withdrawn'")
  #expect(Int64(people.count) == known)
  let codes = try province.database.rows(
    "SELECT p.code FROM enrolment e JOIN person p ON p.id = e.person WHERE e.id <= 2 ORDER BY e.id"
  ) { row throws(SQLiteError) in row.text(0) }
  #expect(people.first { $0[0] == codes[0] }.map { Array($0.suffix(4)) } == ["", "36.00", "360.00", "324.00"])
  #expect(people.first { $0[0] == codes[1] }.map { Array($0.suffix(4)) } == ["365.00", "401.00", "360.00", "0.00"])
}

@Test func `a programme without a ledger has no statements`() throws {
  let province = try NomineeProvince()
  let papers = try WrittenPapers()
  try writeSummary(province.edition, from: province.database, into: papers.folder)
  #expect(!papers.exists("ledger.xlsx"))
}
