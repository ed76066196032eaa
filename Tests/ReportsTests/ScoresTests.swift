import Foundation
import Reports
import SQLite
import Testing

struct ScoresTests {
  private let province: NomineeProvince
  private let papers: WrittenPapers
  private let files: [String]

  init() throws {
    province = try NomineeProvince()
    papers = try WrittenPapers()
    files = try writeScores(province.edition, from: province.database, into: papers.folder)
  }

  private func learners(_ file: String) throws -> [[String]] {
    Array(try papers.rows(file, sheet: "学员成绩").drop { $0.first != "学员编号" }.dropFirst())
  }

  @Test func `there is a workbook for each city, in organisational order`() throws {
    let cities = try province.database.rows("SELECT name FROM unit WHERE level = 1 ORDER BY position") {
      row throws(SQLiteError) in row.text(0) + ".xlsx"
    }
    #expect(files == cities)
  }

  @Test func `every learner stands in one row of one workbook`() throws {
    let codes = try files.flatMap { try learners($0).map { $0[0] } }
    #expect(Set(codes).count == codes.count)
    #expect(Int64(codes.count) == (try province.database.integer("SELECT count(*) FROM enrolment")))
  }

  @Test func `the headings name each component with its full marks`() throws {
    let header = try #require(try papers.rows(files[0], sheet: "学员成绩").first { $0.first == "学员编号" })
    #expect(
      header == [
        "学员编号", "姓名", "县（市、区）", "学校", "项目", "班次", "学习时长\n（学时）", "学习\n（50）", "客观题\n（10）", "主观题\n（20）", "优秀作业\n（2）",
        "互动\n（18）", "总成绩", "是否\n合格", "名次", "状态", "提示",
      ])
  }

  @Test func `components add up to the total that the database holds`() throws {
    for row in try learners(files[3]) {
      let total = try province.database.integer(
        "SELECT s.total FROM score s JOIN enrolment e ON e.id = s.enrolment JOIN person p ON p.id = e.person WHERE p.code = ?",
        .text(row[0]))
      let points = row[7...11].map(hundredths)
      #expect(points.reduce(0, +) == hundredths(row[12]) && hundredths(row[12]) == total, "\(row)")
    }
  }

  @Test func `learners stand in the order of their schools, then of their numbers`() throws {
    let position = Dictionary(
      uniqueKeysWithValues: try province.database.rows("SELECT name, position FROM unit WHERE level = 3 ORDER BY id") {
        row throws(SQLiteError) in (row.text(0), row.integer(1))
      })
    for file in files {
      let keys = try learners(file).map { (position[$0[3]] ?? 0, $0[0]) }
      #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "\(file)")
    }
  }

  @Test func `who has withdrawn is marked and neither passes nor fails`() throws {
    let withdrawn = try files.flatMap { try learners($0) }.filter { $0[15] == "已退出" }
    #expect(withdrawn.count == 2)
    #expect(withdrawn.allSatisfy { $0[13].isEmpty && $0[14].isEmpty })
    #expect(try files.flatMap { try learners($0) }.count { $0[15] == "名册缺失" } == 3)
  }

  @Test(arguments: [1, 3, 16])
  func `the bytes do not depend on the number of threads`(threads: Int) throws {
    let other = try WrittenPapers()
    #expect(try writeScores(province.edition, from: province.database, into: other.folder, threads: threads) == files)
    for file in files { #expect(try other.bytes(file) == papers.bytes(file), "\(file)") }
  }

  @Test func `cities of one name get files of their own`() throws {
    try province.database.execute(
      "UPDATE unit SET name = '云/泽市' WHERE level = 1 AND position IN (2, 3) OR name = '云泽市'")
    let other = try WrittenPapers()
    let names = try writeScores(province.edition, from: province.database, into: other.folder)
    #expect(Set(names).count == names.count)
    #expect(names.contains("云_泽市.xlsx"))
    #expect(names.allSatisfy(other.exists))
  }

  @Test func `a folder that cannot be made is an error`() {
    #expect(throws: (any Error).self) {
      try writeScores(province.edition, from: province.database, into: "/dev/null/nowhere")
    }
  }

  /// `12.34` as 1234; a workbook drops idle zeros.
  private func hundredths(_ text: String) -> Int64 {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String((parts[1] + "00").prefix(2)) : "00"
    return (Int64(parts.first ?? "0") ?? 0) * 100 + (Int64(fraction) ?? 0)
  }
}
