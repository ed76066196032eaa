import SQLite

/// The figures of every unit on the last night, by level, name and the name above.
struct UnitFigures {
  struct Unit: Hashable {
    let level: Int
    let name: String
    let parent: String
  }

  /// A figure as two counts.
  struct Share {
    let numerator: Int64
    let denominator: Int64

    /// The share of the whole times `scale`, halves up; zero where the whole is zero, as the rivals print it.
    func scaled(by scale: Int64, per unit: Int64 = 1) -> Int64 {
      let whole = denominator * unit
      return whole == 0 ? 0 : (2 * numerator * scale + whole) / (2 * whole)
    }
  }

  /// Survey answers on one dimension.
  struct Answers {
    let responses: Share
    let top: Share
    /// Hundredths of a point of the scale.
    let mean: Int64
  }

  private(set) var metrics: [Unit: [String: Share]] = [:]
  private(set) var answers: [Unit: [String: Answers]] = [:]

  init(_ database: Database) throws {
    let metricRows = try database.rows(
      """
      SELECT u.level, u.name, coalesce(above.name, ''), v.metric, v.numerator, v.denominator FROM metric_value v
      JOIN unit u ON u.id = v.unit LEFT JOIN unit above ON above.id = u.parent
      WHERE v.project = 0 AND v.night = (SELECT max(id) FROM night) ORDER BY u.id, v.metric
      """
    ) { row throws(SQLiteError) in
      (
        Unit(level: Int(row.integer(0)), name: row.text(1), parent: row.text(2)), row.text(3),
        Share(numerator: row.integer(4), denominator: row.integer(5))
      )
    }
    for (unit, metric, share) in metricRows { metrics[unit, default: [:]][metric] = share }
    let answerRows = try database.rows(
      """
      SELECT coalesce(u.level, 0), coalesce(u.name, '全省'), coalesce(above.name, ''), v.dimension,
        v.responses, v.invited, v.top, v.answered, coalesce(v.mean, 0)
      FROM satisfaction_value v LEFT JOIN unit u ON u.id = v.unit LEFT JOIN unit above ON above.id = u.parent
      WHERE v.night = (SELECT max(id) FROM night) ORDER BY v.unit, v.dimension
      """
    ) { row throws(SQLiteError) in
      (
        Unit(level: Int(row.integer(0)), name: row.text(1), parent: row.text(2)), row.text(3),
        Answers(
          responses: Share(numerator: row.integer(4), denominator: row.integer(5)),
          top: Share(numerator: row.integer(6), denominator: row.integer(7)), mean: row.integer(8))
      )
    }
    for (unit, dimension, figures) in answerRows { answers[unit, default: [:]][dimension] = figures }
  }
}
