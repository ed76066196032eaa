import Testing
import TestSupport

/// Quotas against the sample data's oracle.
struct QuotaOracleTests {
  @Test(arguments: Night.allCases)
  func `every quota has the base, the exact product, the rounding and the places that were worked out`(
    night: Night
  ) throws {
    let rows = try Expected.rows("quotas").filter { $0["night"] == night.rawValue }
    let expected = try rows.map { row in
      let parts = (row["exact"] ?? "").split(separator: "/").compactMap { Int($0) }
      let denominator = parts.count == 2 ? parts[1] : 1
      let hundredths = try #require(parts.first) * 100 / denominator
      return "\(row.line("award", "base", "percent", "rounding", "places")) \(hundredths)"
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT award, base, share / 10000, rounding, places, CAST(round(CAST(exact AS REAL) * 100) AS INTEGER)
      FROM quota_step ORDER BY award
      """)
    expectSame(found, expected, "quotas")
  }

  @Test(arguments: Night.allCases)
  func `no award has more winners than places, and as many as were worked out`(night: Night) throws {
    let rows = try Expected.rows("decisions", of: night)
    let quotas = try Expected.rows("quotas").filter { $0["night"] == night.rawValue }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT q.award, (SELECT count(*) FROM award_decision d WHERE d.award = q.award AND d.outcome = 'in')
      FROM award_quota q ORDER BY q.award
      """)
    let expected = quotas.map { quota in
      let award = quota["award"] ?? ""
      let winners = rows.count { $0["award"] == award && DecisionMapping.ours(of: $0).outcome == "in" }
      return "\(award) \(winners)"
    }
    expectSame(found, expected, "winners")
  }
}
