import Foundation
import Programme
import Reports
import SQLite
import Testing

struct EarlierTermsTests {
  private let province: NomineeProvince

  init() throws { province = try NomineeProvince() }

  /// The summary where the first night is the last of an earlier term.
  private func summary(firstEnds day: String, closedAfter: String?) throws -> WrittenPapers {
    var edition = province.edition
    edition.programme.cohorts[0].to = try #require(CalendarDate(day))
    edition.programme.cohorts[0].closed = closedAfter == nil ? nil : .ledger
    edition.programme.cohorts[0].closedAfter = closedAfter.flatMap { CalendarDate($0) }
    edition.programme.cohorts[1].from = try #require(CalendarDate("2023-08-20"))
    let papers = try WrittenPapers()
    try writeSummary(edition, from: province.database, into: papers.folder)
    return papers
  }

  @Test func `terms are compared by the figures of their last nights`() throws {
    let papers = try summary(firstEnds: "2023-08-19", closedAfter: "2023-08-19")
    let rows = try papers.rows("summary.xlsx", sheet: "学期比较").filter { $0.count > 4 && $0[1].hasPrefix("截至") }
    #expect(rows.map { $0[0] } == ["上旬班", "下旬班"])
    #expect(rows.map { $0[1] } == ["截至2023年8月19日", "截至2023年8月20日"])
    for (row, night) in zip(rows, 1...2) {
      let enrolled = try province.database.integer(
        "SELECT enrolled FROM unit_count WHERE unit = 1 AND project = 0 AND night = \(night)")
      let passed = try province.database.integer(
        "SELECT numerator FROM metric_value WHERE unit = 1 AND project = 0 AND metric = 'pass_rate' AND night = \(night)"
      )
      #expect(Int64(row[2]) == enrolled)
      #expect(row.compactMap { Int64($0) }.contains(try #require(passed)))
    }
    #expect(rows[0].last == "—" && rows[1].last != "—")
    #expect(try papers.text("summary.md").contains("| 上旬班 | 截至2023年8月19日 |"))
  }

  @Test func `a single term is compared with nothing`() throws {
    let papers = try summary(firstEnds: "2023-08-25", closedAfter: nil)
    #expect(try !papers.sheets("summary.xlsx").contains("学期比较"))
    #expect(try !papers.text("summary.md").contains("与以往学期比较"))
  }
}
