import Testing
import TestSupport

/// The survey against the sample data's oracle, city by city.
struct SatisfactionOracleTests {
  @Test(arguments: Night.allCases)
  func `every object and dimension has the answers that were worked out`(night: Night) throws {
    let expected = try Self.rows(of: night).map { row in
      let counts = row.line("n5", "n4", "n3", "n2", "n1").replacing(" ", with: ",")
      return
        "\(row.line("object", "dimension", "unit", "answered", "top")) \(counts) \(row["withheld"] == "yes" ? 1 : 0)"
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT s.object, s.dimension, coalesce(u.code, '99'), s.answered, s.top, s.counts, s.suppressed
      FROM satisfaction_value s JOIN night n ON n.id = s.night LEFT JOIN unit u ON u.id = s.unit
      WHERE n.as_of = '\(night.rawValue)' ORDER BY 1, 2, 3
      """)
    expectSame(found, expected, "satisfaction")
  }

  @Test(arguments: Night.allCases)
  func `a mean is the sum of the marks over the answers, and is withheld where these are few`(night: Night) throws {
    let expected = try Self.rows(of: night).map { row in
      let sum = try #require(row["sum"].flatMap(Int.init))
      let answered = try #require(row["answered"].flatMap(Int.init))
      let hundredths = row["withheld"] == "yes" ? "" : "\((200 * sum + answered) / (2 * answered))"
      return "\(row.line("object", "dimension", "unit")) \(hundredths)"
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT s.object, s.dimension, coalesce(u.code, '99'), replace(s.mean, '.', '')
      FROM satisfaction s LEFT JOIN unit u ON u.name = s.unit
      WHERE s.as_of = '\(night.rawValue)' ORDER BY 1, 2, 3
      """)
    expectSame(found, expected, "means")
  }

  /// The oracle's rows, with one more city withheld where a single one is.
  ///
  /// The oracle withholds what few answered; the province's figure would give a single city back by subtraction, so the
  /// smallest of the others goes with it.
  private static func rows(of night: Night) throws -> [[String: String]] {
    let groups = Dictionary(
      grouping: try Expected.rows("satisfaction", of: night), by: { $0.line("object", "dimension") })
    return groups.values.flatMap { rows in
      let cities = rows.indices.filter { rows[$0]["unit"] != "99" }
      let shown = cities.filter { rows[$0]["withheld"] == "no" }
      guard cities.count - shown.count == 1 else { return rows }
      var rows = rows
      let smallest = shown.min { Int(rows[$0]["answered"] ?? "") ?? 0 < Int(rows[$1]["answered"] ?? "") ?? 0 }
      if let smallest { rows[smallest]["withheld"] = "yes" }
      return rows
    }
  }
}
