import SQLite
import Testing
import TestSupport

/// The same figure wherever it is printed.
struct AgreementTests {
  @Test(arguments: ["pass_rate", "participation_rate", "study_rate"], Night.allCases)
  func `a rate of the province is the same in the database, in Markdown and in the workbook`(
    metric: String, night: Night
  ) throws {
    let counts = try TwoNights.database(after: .second).rows(
      """
      SELECT numerator, denominator FROM metric
      WHERE metric = '\(metric)' AND level = 0 AND project = '' AND as_of = '\(night.rawValue)'
      """
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
    let (numerator, denominator) = try #require(counts.first)
    let hundredths = (20_000 * numerator + denominator) / (2 * denominator)
    let rate = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
    let markdown = try Papers.text(of: "\(try TwoNights.papers("bulletin", of: night))/bulletin.md")
    let workbook = try Papers.text(of: "\(try TwoNights.papers("bulletin", of: night))/bulletin.xlsx")
    for text in [rate, grouped(numerator), grouped(denominator)] {
      #expect(markdown.contains(text), "\(text)")
      #expect(workbook.contains(text), "\(text)")
    }
  }

  @Test(arguments: Night.allCases)
  func `the cities of the bulletin stand in the order and with the counts of the database`(night: Night) throws {
    let markdown = try Papers.text(of: "\(try TwoNights.papers("bulletin", of: night))/bulletin.md")
    let printed = Papers.tables(of: markdown).filter { $0.count > 8 && $0[1].hasSuffix("市") && Int($0[0]) != nil }
    let expected = try TwoNights.lines(
      after: .second,
      """
      SELECT m.name, m.denominator, m.numerator FROM metric m JOIN unit u ON u.code = m.unit
      WHERE m.metric = 'pass_rate' AND m.level = 1 AND m.project = '' AND m.as_of = '\(night.rawValue)'
      ORDER BY (m.numerator * 20000 + m.denominator) / (2 * m.denominator) DESC, u.position
      """)
    #expect(printed.prefix(13).map { "\($0[1]) \($0[2]) \($0[7])" } == expected)
  }

  @Test(arguments: Night.allCases)
  func `the score workbooks together hold every enrolment once, with its total`(night: Night) throws {
    let learners = try Expected.rows("scores", of: night)
    let known = Set(learners.map { $0["person"] ?? "" })
    let rows = try Papers.all("xlsx", of: night).filter { $0.contains("/scores/") }.flatMap(Papers.rows)
    let printed = rows.compactMap { row in row.first(where: known.contains).map { (person: $0, row: row) } }
    #expect(printed.count == learners.count)
    let totals = Dictionary(grouping: learners, by: { $0["person"] ?? "" }).mapValues { $0.compactMap { $0["total"] } }
    for entry in printed {
      let isThere = totals[entry.person, default: []].contains { total in entry.row.contains { $0.isDecimal(total) } }
      #expect(isThere, "\(entry.row)")
    }
  }

  @Test func `the nominee workbook names every winner, and the public list only whom the province approved`() throws {
    let approved = try TwoNights.lines(
      after: .second,
      "SELECT name FROM award_decision WHERE stage = 'approved' AND outcome = 'in' ORDER BY award, candidate")
    let folder = try TwoNights.papers("nominees", of: .second)
    let tables = Papers.tables(of: try Papers.text(of: "\(folder)/nominees-public.md"))
    let named = tables.map { $0.count == 4 ? $0[2] : $0[1] }
    // An organisation is named with the city above it.
    expectSame(named.map { name in approved.first { name.hasSuffix($0) } ?? name }, approved, "public names")
    let workbook = try Papers.text(of: "\(folder)/nominees.xlsx")
    let missing = approved.filter { !workbook.contains($0) }
    #expect(missing == [])
  }

  @Test func `before anything is approved nothing is public, and no paper is headed as if it were`() throws {
    let folder = try TwoNights.papers("nominees", of: .first)
    let names = try bytes(below: folder).keys.filter { $0.contains("public") }
    #expect(names == [])
    for path in try Papers.all("xlsx", of: .first) where path.contains("/nominees/") {
      #expect(!(try Papers.text(of: path)).contains("拟表彰名单的公示"), "\(path)")
    }
  }

  private func grouped(_ number: Int64) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000),\(String(number + 1_000_000).suffix(3))"
  }
}

extension String {
  /// Whether this is a decimal such as `90.00`, written with or without the zeros at its end.
  fileprivate func isDecimal(_ decimal: String) -> Bool {
    var short = decimal
    while short.contains("."), short.last == "0" || short.last == "." { short.removeLast() }
    return self == decimal || self == short
  }
}
