import Metrics
import Programme
import SQLite

/// Reads standings of one night and the night before it; the rows come in administrative order.
struct StandingRecords {
  let database: Database
  let indicators: Indicators
  let night: Int64
  /// 0 when there is no earlier issue; no night has that number.
  let previousNight: Int64

  /// Every unit, level by level.
  func units() throws -> [Standing] {
    let tonight = try unitFigures(on: night)
    let before = try unitFigures(on: previousNight)
    return try database.rows(
      """
      SELECT u.id, u.code, u.name, u.level, u.parent,
        coalesce(c.enrolled, 0), coalesce(c.withdrawn, 0), coalesce(c.vanished, 0)
      FROM unit u LEFT JOIN unit_count c ON c.night = ? AND c.unit = u.id AND c.project = 0
      ORDER BY u.level, u.position, u.id
      """, .integer(night)
    ) { row throws(SQLiteError) in
      standing(row, tonight[row.integer(0)], before: before[row.integer(0)])
    }
  }

  /// Every project, over the learners of one unit.
  func projects(of unit: Int64) throws -> [Standing] {
    let tonight = try projectFigures(of: unit, on: night)
    let before = try projectFigures(of: unit, on: previousNight)
    return try database.rows(
      """
      SELECT p.id, p.code, p.name, 0, NULL, coalesce(c.enrolled, 0), coalesce(c.withdrawn, 0), coalesce(c.vanished, 0)
      FROM project p LEFT JOIN unit_count c ON c.night = ? AND c.unit = ? AND c.project = p.id
      ORDER BY p.code, p.id
      """, .integer(night), .integer(unit)
    ) { row throws(SQLiteError) in
      standing(row, tonight[row.integer(0)], before: before[row.integer(0)])
    }
  }

  /// The figures of one unit on every night, in the order the nights were loaded.
  func nights(of unit: Int64) throws -> [(night: Int64, asOf: String, figures: [Figure])] {
    let nights = try database.rows("SELECT id, as_of FROM night ORDER BY id") { row throws(SQLiteError) in
      (row.integer(0), row.text(1))
    }
    let figures = try figures(
      "SELECT night, metric, numerator, denominator FROM metric_value WHERE unit = ? AND project = 0 ORDER BY night, metric",
      unit)
    return nights.compactMap { night, asOf in figures[night].map { (night, asOf, complete($0)) } }
  }

  private typealias FiguresByKey = [Int64: [Int: Figure]]

  private func standing(_ row: borrowing Statement, _ tonight: [Int: Figure]?, before: [Int: Figure]?) -> Standing {
    let figures = complete(tonight ?? [:])
    let earlier = before.map(complete)
    return Standing(
      id: row.integer(0), code: row.text(1), name: row.text(2), level: Int(row.integer(3)),
      parent: row.optionalInteger(4), enrolled: row.integer(5), withdrawn: row.integer(6), vanished: row.integer(7),
      measured: indicators.all.indices.map {
        Standing.Measured(indicators.all[$0], figures[$0], previous: earlier?[$0])
      })
  }

  /// A figure for every indicator; one without learners is 0/0.
  private func complete(_ figures: [Int: Figure]) -> [Figure] {
    indicators.all.indices.map { figures[$0] ?? Figure(numerator: 0, denominator: 0) }
  }

  private func unitFigures(on night: Int64) throws -> FiguresByKey {
    try figures(
      "SELECT unit, metric, numerator, denominator FROM metric_value WHERE night = ? AND project = 0 ORDER BY unit, metric",
      night)
  }

  private func projectFigures(of unit: Int64, on night: Int64) throws -> FiguresByKey {
    try figures(
      """
      SELECT project, metric, numerator, denominator FROM metric_value
      WHERE night = ? AND unit = ? AND project > 0 ORDER BY project, metric
      """, night, unit)
  }

  private func figures(_ sql: String, _ values: Int64...) throws -> FiguresByKey {
    var places: [String: Int] = [:]
    for (index, indicator) in indicators.all.enumerated() { places[indicator.measure.metric.id.text] = index }
    var figures: FiguresByKey = [:]
    let statement = try database.prepare(sql)
    try statement.bind(values.map(Value.integer))
    while try statement.step() {
      guard let place = places[statement.text(1)] else { continue }
      figures[statement.integer(0), default: [:]][place] = Figure(
        numerator: statement.integer(2), denominator: statement.integer(3))
    }
    return figures
  }
}
