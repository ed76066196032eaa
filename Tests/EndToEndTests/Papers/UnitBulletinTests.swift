import Foundation
import SQLite
import Testing
import TestSupport

/// A county's own bulletin out of the province's run.
struct UnitBulletinTests {
  private static let shared = Result { try FreshFolder() }

  /// The county's papers of the first night and the database behind them.
  private static func papers() throws -> (folder: String, database: Database) {
    let output = try shared.get().path("output")
    let programme = "\(output)/jiangsu-provincial"
    let folder = "\(programme)/\(Night.first.rawValue)/bulletin-青岚市岚北区"
    if !FileManager.default.fileExists(atPath: folder) {
      let outcome = try Jianbao.run(.first, into: output, ["bulletin", "--unit", "岚北区"])
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    return (folder, try Database(path: "\(programme)/jiangsu-provincial.sqlite", readOnly: true))
  }

  @Test func `a county's bulletin, its list of marks and its reminders hold its own people, schools and figures alone`()
    throws
  {
    let (folder, database) = try Self.papers()
    let figures = try database.rows(
      """
      SELECT numerator, denominator FROM metric WHERE name = '岚北区' AND project = '' AND metric = 'pass_rate'
      """
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
    let (passed, enrolled) = try #require(figures.first)
    let markdown = try Papers.text(of: "\(folder)/bulletin.md")
    #expect(markdown.contains("## 青岚市岚北区"))
    #expect(markdown.contains("报名学员\(enrolled)人") && markdown.contains("合格\(passed)人"))
    let schools = try database.rows(
      "SELECT s.name, u.name FROM unit s JOIN unit u ON u.id = s.parent WHERE s.level = 3"
    ) { row throws(SQLiteError) in (school: row.text(0), county: row.text(1)) }
    let strangers = schools.filter { $0.county != "岚北区" && markdown.contains($0.school) }.map(\.school)
    #expect(strangers == [])
    let learners = try database.rows(
      """
      SELECT p.code, u.name FROM enrolment e JOIN person p ON p.id = e.person JOIN unit s ON s.id = e.unit
      JOIN unit u ON u.id = s.parent
      """
    ) { row throws(SQLiteError) in (code: row.text(0), county: row.text(1)) }
    let known = Set(learners.map(\.code))
    let rows = try Papers.rows(of: "\(folder)/scores/岚北区.xlsx")
    let listed = rows.compactMap { row in row.first(where: known.contains) }
    expectSame(listed, learners.filter { $0.county == "岚北区" }.map(\.code), "learners of the county")
    let others = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/reminders")
    #expect(others.allSatisfy { name in schools.contains { "\($0.school).txt" == name && $0.county == "岚北区" } })
  }

  @Test(arguments: [("岚北", "did you mean '岚北区'"), ("岚北第一小学", "has no units below it")])
  func `a unit that cannot be meant is refused with the reason, and everything else is published`(
    words: String, reason: String
  ) throws {
    let folder = try FreshFolder()
    let outcome = try Jianbao.run(.first, into: folder.path("output"), ["bulletin", "--unit", words])
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    let programme = folder.path("output/jiangsu-provincial/\(Night.first.rawValue)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: programme) == ["bulletin"])
    // Before the papers on a new night; before anything else where the night is loaded already; once each time.
    let before = { (outcome: Outcome, line: String) in
      let (told, other) = (outcome.errors.range(of: "--unit: "), outcome.errors.range(of: line))
      return told.map { told in other.map { told.upperBound <= $0.lowerBound } ?? false } ?? false
    }
    #expect(before(outcome, "\nbulletin: "), "\(outcome.errors)")
    let again = try Jianbao.run(.first, into: folder.path("output"), ["bulletin", "--unit", words])
    #expect(again.code == 1 && before(again, "\nload: unchanged"), "\(again.errors)")
    #expect([outcome, again].allSatisfy { $0.errors.components(separatedBy: "--unit: ").count == 2 })
  }
}
