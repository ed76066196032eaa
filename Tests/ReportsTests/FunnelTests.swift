import Foundation
import Reports
import SQLite
import TestSupport
import Testing

struct FunnelTests {
  private let province: NomineeProvince

  init() throws { province = try NomineeProvince() }

  private func papers() throws -> WrittenPapers {
    let papers = try WrittenPapers()
    try writeSummary(province.edition, from: province.database, into: papers.folder)
    return papers
  }

  private func steps(_ papers: WrittenPapers) throws -> [[String]] {
    try papers.rows("summary.xlsx", sheet: "从报名到合格").filter { Int($0.first ?? "") != nil }
  }

  @Test func `each step is a part of the one before, and the last is counted from the scores`() throws {
    let steps = try steps(papers())
    let counts = steps.compactMap { row in row.dropFirst(2).compactMap { Int64($0) }.first }
    #expect(counts == counts.sorted(by: >) && counts.count == steps.count && steps.count >= 4)
    let expected = try ["s.passed = 1", "s.passed = 1 AND s.total >= 9000"].map { condition in
      try province.database.integer(
        "SELECT count(*) FROM score s JOIN counted_enrolment e ON e.id = s.enrolment WHERE \(condition)")
    }
    #expect(Array(counts.suffix(2)) == expected.compactMap(\.self))
  }

  @Test func `the chart beside the text looks as recorded and tells its figures`() throws {
    let papers = try papers()
    let chart = try papers.text("charts/funnel.svg")
    try expectGolden(chart, "summary-funnel.svg")
    let counts = try steps(papers).compactMap { row in row.dropFirst(2).first { Int64($0) != nil } }.compactMap {
      Int64($0)
    }
    let described = try #require(chart.firstMatch(of: #/<desc[^>]*>(.*)</desc>/#)).output.1
    for count in counts { #expect(described.contains(grouped(count))) }
  }

  @Test func `a step that somebody got past without it is left out and told`() throws {
    try province.database.execute(
      """
      UPDATE tally SET study_time = 60 WHERE enrolment IN (
        SELECT s.enrolment FROM score s JOIN counted_enrolment e ON e.id = s.enrolment WHERE s.passed = 1 LIMIT 3)
      """)
    let papers = try papers()
    #expect(try papers.text("summary.md").contains("“学习”未列入：有3人已合格而未达到该步"))
    #expect(try steps(papers).map { $0[1] } == ["报名", "参训", "合格", "合格且90分及以上"])
  }

  @Test func `a chart of one step and of none enrolled is drawn`() {
    let chart = FunnelChart(
      name: "jb-test", title: "步骤<1>", steps: [.init(title: "报名", count: 0, printed: "0（—）", ofPrevious: "")], note: "注"
    )
    #expect(chart.document.contains("步骤&lt;1&gt;") && chart.document.contains(">报名0（—）。</desc>"))
  }
}
