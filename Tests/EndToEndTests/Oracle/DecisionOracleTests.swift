import Testing
import TestSupport

/// Every candidate of every award against the sample data's oracle.
struct DecisionOracleTests {
  @Test(arguments: Night.allCases)
  func `every candidate has the outcome and the stage that were worked out`(night: Night) throws {
    let expected = try Expected.rows("decisions", of: night).map { row in
      let ours = DecisionMapping.ours(of: row)
      return "\(row.line("award", "candidate", "project")) \(ours.outcome) \(ours.stage)"
    }
    expectSame(try decisions(after: night, "d.outcome || ' ' || d.stage"), expected, "decisions")
  }

  @Test(arguments: Night.allCases)
  func `every rank is one more than the number of better rivals`(night: Night) throws {
    let expected = Dictionary(grouping: try Expected.rows("decisions", of: night), by: { $0["award"] ?? "" })
      .values.flatMap { rows in
        let values = rows.filter { Self.isRanked($0, on: night) }.map { Ratio($0["value"] ?? "") }
        return rows.map { row in
          let value = Ratio(row["value"] ?? "")
          let rank = Self.isRanked(row, on: night) ? "\(1 + values.count { $0 > value })" : ""
          return "\(row.line("award", "candidate", "project")) \(rank)"
        }
      }
    expectSame(try decisions(after: night, "coalesce(d.rank, '')"), expected, "ranks")
  }

  @Test(arguments: Night.allCases)
  func `equals share a rank, and every decision says why in both languages`(night: Night) throws {
    let wrong = try TwoNights.lines(
      after: night,
      """
      SELECT d.award, d.candidate, d.reason FROM decision d
      WHERE d.reason = '' OR d.reason_en = ''
        OR d.rank IS NOT NULL
          AND d.tied <> (SELECT count(*) FROM decision o WHERE o.award = d.award AND o.rank = d.rank)
      ORDER BY d.award, d.candidate
      """)
    #expect(wrong.isEmpty)
  }

  /// Whom we rank: all who compete, recommended or not, and of the projects of one unit only the best.
  private static func isRanked(_ row: [String: String], on night: Night) -> Bool {
    ["in", "below", "not_recommended", "rejected"].contains(DecisionMapping.ours(of: row).outcome)
  }

  /// Our decisions, each as award, candidate, project where the oracle names one, and some columns.
  private func decisions(after night: Night, _ columns: String) throws -> [String] {
    try TwoNights.lines(
      after: night,
      """
      SELECT d.award, d.code, CASE WHEN d.award LIKE '%administrator' THEN '' ELSE coalesce(p.code, sp.code, '') END, \(columns)
      FROM award_decision d
      LEFT JOIN project p ON p.name = d.project
      LEFT JOIN staff s ON d.kind = 'staff' AND s.code = d.code
      LEFT JOIN project sp ON sp.id = s.project
      ORDER BY d.award, d.candidate
      """)
  }
}

/// An exact number as the expectation files write it: `9031/100`.
private struct Ratio: Comparable {
  let numerator: Int128
  let denominator: Int128

  init(_ text: String) {
    let parts = text.split(separator: "/").map { Int128($0) ?? 0 }
    numerator = parts.first ?? 0
    denominator = parts.count == 2 ? parts[1] : 1
  }

  static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
