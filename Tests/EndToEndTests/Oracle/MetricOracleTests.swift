import SQLite
import Testing
import TestSupport

/// Numerators and denominators against the sample data's oracle, unit by unit.
struct MetricOracleTests {
  /// The oracle's name of a metric, ours, and by what ours multiplies both counts.
  ///
  /// The oracle counts hours in the denominator, we in the format of the metric: its 2,700 seconds are our 1. Marks
  /// are counted in hundredths, which only the numerator shows.
  static let metrics: [(oracle: String, ours: String, numerator: Int, denominator: Int)] = [
    ("participation_rate", "participation_rate", 1, 1),
    ("study_rate", "study_rate", 1, 1),
    ("mean_study_hours", "study_hours", 1, 2700),
    ("assignment_completion_rate", "assignment_completion_rate", 1, 1),
    ("discussion_rate", "discussion_rate", 1, 1),
    ("assignment_quality", "assignment_quality", 100, 1),
    ("pass_rate", "pass_rate", 1, 1),
    ("profile_confirmed_rate", "profile_confirmed_rate", 1, 1),
    ("enrolment_fill_rate", "enrolment_fill_rate", 1, 1),
    ("survey_return_rate", "survey_return_rate", 1, 1),
  ]

  @Test(arguments: Night.allCases)
  func `every metric of every unit and project has the counts that were worked out`(night: Night) throws {
    let names = Dictionary(uniqueKeysWithValues: Self.metrics.map { ($0.oracle, $0) })
    let expected = try Expected.rows("metrics", of: night).map { row in
      let metric = try #require(names[row["metric"] ?? ""])
      let numerator = try #require(Self.scaled(row["numerator"], by: metric.numerator))
      let denominator = try #require(row["denominator"].flatMap(Int.init)) / metric.denominator
      return "\(row.line("level", "unit")) \(metric.ours) \(numerator) \(denominator)"
    }
    expectSame(try found(after: night), expected, "metrics")
  }

  /// A whole multiple of an exact fraction such as `563215/2`; nil when it is not whole.
  private static func scaled(_ fraction: String?, by factor: Int) -> Int? {
    let parts = (fraction ?? "").split(separator: "/").compactMap { Int($0) }
    guard let numerator = parts.first, parts.count <= 2 else { return nil }
    let (whole, rest) = (numerator * factor).quotientAndRemainder(dividingBy: parts.count == 2 ? parts[1] : 1)
    return rest == 0 ? whole : nil
  }

  /// Our metrics of the oracle's; those of a project are those that the province has in it.
  private func found(after night: Night) throws -> [String] {
    let levels = ["province", "city", "county", "school"]
    let ours = Self.metrics.map(\.ours)
    let rows = try TwoNights.database(after: night).rows(
      """
      SELECT m.metric, m.level, m.unit, coalesce(p.code, ''), m.numerator, m.denominator
      FROM metric m LEFT JOIN project p ON p.name = m.project
      WHERE m.as_of = '\(night.rawValue)' AND (m.project = '' OR m.level = 0) ORDER BY 1, 2, 3, 4
      """
    ) { row throws(SQLiteError) in
      let project = row.text(3)
      let place = project.isEmpty ? "\(levels[Int(row.integer(1))]) \(row.text(2))" : "project \(project)"
      return (metric: row.text(0), line: "\(place) \(row.text(0)) \(row.integer(4)) \(row.integer(5))")
    }
    return rows.filter { ours.contains($0.metric) }.map(\.line)
  }
}
