import Programme
import SQLite

/// The printed figures that a composite rank key is made of, for one candidate after another.
///
/// A composite value alone defends nothing in a meeting; the rates and counts behind it stand beside it.
struct CompositeFigures: Sendable {
  /// One operand: a metric of the candidate's unit, or its count of briefs.
  enum Part: Sendable {
    case metric(Metric)
    case briefs

    /// The heading of its column.
    var title: String {
      switch self {
      case .metric(let metric): metric.title
      case .briefs: "简报"
      }
    }
  }

  /// The two counts of an operand; the denominator of a plain count is 1.
  struct Figure: Hashable, Sendable {
    var numerator: Int64
    var denominator: Int64
  }

  /// The operands in the order of the pipeline file.
  let parts: [Part]
  private let metrics: [Key: Figure]
  private let briefs: [Int64: Int64]

  private struct Key: Hashable {
    var metric: String
    var unit: Int64
    var project: Int64
  }

  /// Reads the operands of an award's composite keys; there are none for other awards.
  static func read(
    _ database: Database, _ award: Award, _ edition: Edition
  ) throws(SQLiteError) -> CompositeFigures {
    let parts = award.rank.flatMap { Self.parts(of: $0.value, edition.programme) }
    var metrics: [Key: Figure] = [:]
    for case .metric(let metric) in parts {
      let rows = try database.rows(
        """
        SELECT unit, project, numerator, denominator FROM metric_value
        WHERE night = ? AND metric = ? ORDER BY unit, project
        """, .integer(edition.night), .text(metric.id.text)
      ) { row throws(SQLiteError) in
        (
          Key(metric: metric.id.text, unit: row.integer(0), project: row.integer(1)),
          Figure(numerator: row.integer(2), denominator: row.integer(3))
        )
      }
      metrics.merge(rows) { first, _ in first }
    }
    // Briefs in the register of briefs, and numbers of briefs in staff exports, as the award stage counts them.
    let counts = try database.rows(
      """
      SELECT unit, sum(n) FROM (SELECT unit, 1 AS n FROM brief
        UNION ALL SELECT unit, briefs FROM staff WHERE briefs IS NOT NULL)
      WHERE unit IS NOT NULL GROUP BY unit ORDER BY unit
      """
    ) { row throws(SQLiteError) in (row.integer(0), row.integer(1)) }
    return CompositeFigures(
      parts: parts, metrics: metrics, briefs: Dictionary(counts, uniquingKeysWith: { first, _ in first }))
  }

  private static func parts(of value: RankValue, _ programme: Programme) -> [Part] {
    guard case .composite(let composite) = value else { return [] }
    return composite.parts.compactMap { part in
      if part.figure == "briefs" { return .briefs }
      return programme.metrics.first { $0.id.text == part.figure }.map(Part.metric)
    }
  }

  /// An operand of a candidate, or nil when its unit has none.
  func figure(_ part: Part, unit: Int64?, project: Int64) -> Figure? {
    guard let unit else { return nil }
    switch part {
    case .metric(let metric): return metrics[Key(metric: metric.id.text, unit: unit, project: project)]
    case .briefs: return Figure(numerator: briefs[unit] ?? 0, denominator: 1)
    }
  }
}
