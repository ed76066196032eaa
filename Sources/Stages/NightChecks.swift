package import Programme
import SQLite
package import Store

/// What a check of the pipeline file found in a night.
package struct CheckFinding: Sendable {
  package let blocks: Bool
  package let wording: Wording
}

/// Holds the night's figures against the checks of the pipeline file.
package func findings(of store: ProgrammeStore, night: Int64) throws -> [CheckFinding] {
  let asOf = try store.database.text("SELECT as_of FROM night WHERE id = ?", .integer(night)) ?? ""
  return try store.programme.checks.filter { $0.isDue(asOf: asOf) }.flatMap { check in
    switch check.condition {
    case .coverage(let of, let by, let atLeast):
      try coverage(store, check, of: of, by: by, atLeast: atLeast)
    case .dayChange(let metric, let level, let maxDrop):
      try dayChange(store, check, night: night, metric: metric, level: level, maxDrop: maxDrop)
    case .units, .staff, .figure: try failingUnits(store, check, night: night)
    case .people: try failingStaff(store, check, night: night)
    }
  }
}

private func coverage(
  _ store: ProgrammeStore, _ check: Check, of: Identifier<Source>, by: Identifier<Source>, atLeast: Int64
) throws -> [CheckFinding] {
  let database = store.database
  let enrolled = try database.integer("SELECT count(*) FROM counted_enrolment") ?? 0
  let table = store.programme.sources.first { $0.id == by }?.kind.rawValue ?? "measure"
  let covered =
    try database.integer(
      """
      SELECT count(*) FROM counted_enrolment e WHERE EXISTS (
        SELECT 1 FROM \(table) f WHERE f.source = (SELECT id FROM fact_source WHERE source = ?) AND f.enrolment = e.id)
      """, .text(by.text)) ?? 0
  guard covered * 1_000_000 < atLeast * enrolled else { return [] }
  let titles = [of, by].map { id in store.programme.sources.first { $0.id == id }?.title ?? id.text }
  let limit = "\(ExactDecimal(atLeast, exponent: -4))%"
  return [
    CheckFinding(
      blocks: check.blocks,
      wording: Wording(
        "check \(check.id): only \(covered) of the \(enrolled) enrolments of \(titles[0]) have rows in \(titles[1]), less than \(limit)",
        "检查 \(check.id)：\(titles[0])的 \(enrolled) 名学员中只有 \(covered) 名在\(titles[1])中有记录，低于 \(limit)"))
  ]
}

private func dayChange(
  _ store: ProgrammeStore, _ check: Check, night: Int64, metric: Identifier<Metric>, level: Identifier<UnitLevel>,
  maxDrop: Int64
) throws -> [CheckFinding] {
  let position = Int64(store.programme.levels.firstIndex { $0.id == level } ?? 0)
  let rows = try store.database.rows(
    """
    SELECT u.name, b.numerator, b.denominator, a.numerator, a.denominator
    FROM metric_value a JOIN metric_value b ON b.metric = a.metric AND b.unit = a.unit AND b.project = 0
    JOIN unit u ON u.id = a.unit
    WHERE a.night = ?1 AND a.project = 0 AND a.metric = ?2 AND u.level = ?3
      AND b.night = (SELECT max(id) FROM night WHERE id < ?1) AND a.denominator > 0 AND b.denominator > 0
      AND (b.numerator * 1000000 / b.denominator - a.numerator * 1000000 / a.denominator) > ?4
    ORDER BY u.position
    """, .integer(night), .text(metric.text), .integer(position), .integer(maxDrop)
  ) { row throws(SQLiteError) in row.text(0) }
  guard !rows.isEmpty else { return [] }
  let title = store.programme.metrics.first { $0.id == metric }?.title ?? metric.text
  let limit = "\(ExactDecimal(maxDrop, exponent: -4))"
  let names = rows.prefix(5).joined(separator: "、") + (rows.count > 5 ? "等\(rows.count)个" : "")
  return [
    CheckFinding(
      blocks: check.blocks,
      wording: Wording(
        "check \(check.id): \(title) fell by more than \(limit) percentage points since the last night in \(names)",
        "检查 \(check.id)：\(names)的\(title)较上期下降超过\(limit)个百分点"))
  ]
}
