import Programme
import SQLite

/// Work that was handed in and has no mark yet.
package struct UngradedWork: Sendable {
  /// How long work may wait before the bulletin counts it apart.
  package static let patienceInDays = 5

  package let items: Int64
  /// Those handed in at least `patienceInDays` before the cut-off.
  package let overdue: Int64
  /// The projects concerned, the one with the most first.
  package let projects: [(name: String, items: Int64)]

  /// Work of sources that have no marks at all waits for none.
  ///
  /// nil when nothing waits, or when the night is not the latest, whose facts alone are kept.
  static func read(_ edition: Edition, _ cutOff: CutOff, from database: Database) throws -> UngradedWork? {
    guard try database.integer("SELECT max(id) FROM night") == edition.night else { return nil }
    let limit = cutOff.seconds - Int64(patienceInDays) * 86_400
    let marked = edition.programme.sources.filter { $0.kind == .item && $0.column("value") != nil }
    let sources = marked.map { "'\($0.id)'" }.joined(separator: ", ")
    let rows = try database.rows(
      """
      SELECT p.name, count(*), sum(i.at <= ?) FROM item i
      JOIN counted_enrolment e ON e.id = i.enrolment JOIN project p ON p.id = e.project
      WHERE i.value IS NULL AND i.at IS NOT NULL AND \(edition.holds("e.unit"))
        AND i.source IN (SELECT id FROM fact_source WHERE source IN (\(sources)))
      GROUP BY p.id ORDER BY count(*) DESC, p.code
      """, .integer(limit)
    ) { row throws(SQLiteError) in (name: row.text(0), items: row.integer(1), overdue: row.integer(2)) }
    guard !rows.isEmpty else { return nil }
    return UngradedWork(
      items: rows.reduce(0) { $0 + $1.items }, overdue: rows.reduce(0) { $0 + $1.overdue },
      projects: rows.map { ($0.name, $0.items) })
  }
}
