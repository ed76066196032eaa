import Testing
import TestSupport

/// What was read, sheet by sheet.
struct AccountTests {
  @Test(arguments: Night.allCases)
  func `every file and sheet has the account that its writer kept`(night: Night) throws {
    let expected = try Expected.rows("accounts").filter { $0["night"] == night.rawValue }.map { row in
      "\(night.rawValue)/" + row.line("file", "sheet", "rows_read", "accepted", "duplicates", "rejected", "non_data")
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT file, sheet, rows_read, accepted, duplicates, rejected, non_data FROM account
      WHERE as_of = '\(night.rawValue)' ORDER BY file, sheet
      """)
    expectSame(found, expected, "accounts")
  }

  @Test(arguments: Night.allCases)
  func `a run prints the account of every file and sheet`(night: Night) throws {
    let outcome = try #require(try TwoNights.outcome(of: night))
    #expect(outcome.code == 0)
    for row in try Expected.rows("accounts") where row["night"] == night.rawValue {
      let sheet = row["sheet"] ?? ""
      let account =
        "\(night.rawValue)/\(row["file"] ?? "")\(sheet.isEmpty ? "" : "[\(sheet)]"): read \(row["rows_read"] ?? "")"
        + " = accepted \(row["accepted"] ?? "") + duplicates \(row["duplicates"] ?? "")"
        + " + rejected \(row["rejected"] ?? "") + non-data \(row["non_data"] ?? "")"
      #expect(outcome.errors.contains(account))
    }
  }

  @Test func `every rejected row is kept with its place, a code, a sentence and what stood there`() throws {
    let counts = try TwoNights.lines(
      after: .second,
      """
      SELECT as_of, count(*) FROM rejected
      WHERE row > 0 AND "column" <> '' AND code <> '' AND message <> '' AND raw LIKE '[%]' GROUP BY as_of ORDER BY as_of
      """)
    let expected = try Night.allCases.map { night in
      let rows = try Expected.rows("accounts").filter { $0["night"] == night.rawValue }
      return "\(night.rawValue) \(rows.compactMap { $0["rejected"].flatMap(Int.init) }.reduce(0, +))"
    }
    #expect(counts == expected)
  }
}
