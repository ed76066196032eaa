import Programme
import SQLite

/// A learner who is no longer on tonight's roster or has withdrawn, with numbers masked.
package struct RosterRemark: Sendable {
  /// From the widest unit to the learner's own.
  package let path: [String]
  package let person: String
  package let name: String
  package let idCard: String
  package let phone: String
  package let project: String
  package let cohort: String
  /// The as-of on which the roster first said so.
  package let since: String

  /// The learners whose roster has said `status` by an edition's night, in administrative order.
  static func read(
    status: String, _ edition: Edition, _ units: UnitPaths, from database: Database
  ) throws -> [RosterRemark] {
    try database.rows(
      """
      SELECT e.unit, p.code, p.name, p.id_card, p.phone, j.name, c.title, coalesce(n.as_of, e.since)
      FROM enrolment e JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
      JOIN cohort c ON c.id = e.cohort JOIN unit u ON u.id = e.unit
      LEFT JOIN night n ON n.id = (
        SELECT max(f.night) FROM fact_change f
        WHERE f.enrolment = e.id AND f.kind = ? AND f.item = 'status' AND f.after = e.status)
      WHERE e.status = ? AND coalesce(n.id, 0) <= ? ORDER BY u.position, u.id, p.code, e.id
      """, .text(edition.rosterName), .text(status), .integer(edition.night)
    ) { row throws(SQLiteError) in
      RosterRemark(
        path: units.path(of: row.integer(0)), person: row.text(1), name: row.text(2),
        idCard: edition.mask.covered(row.text(3)),
        phone: edition.mask.covered(row.text(4)), project: row.text(5), cohort: row.text(6), since: row.text(7))
    }
  }
}

/// A learner who moved from one unit to another between two nights.
package struct Transfer: Sendable {
  package let person: String
  package let name: String
  package let project: String
  /// The names of the units as the rosters gave them.
  package let from: String
  package let to: String
  package let asOf: String

  /// The moves up to an edition's night, the latest first.
  static func read(_ edition: Edition, from database: Database) throws -> [Transfer] {
    try database.rows(
      """
      SELECT p.code, p.name, j.name, coalesce(f.before, '—'), coalesce(f.after, '—'), n.as_of
      FROM fact_change f JOIN night n ON n.id = f.night JOIN enrolment e ON e.id = f.enrolment
      JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
      WHERE f.kind = ? AND f.item = 'unit' AND f.before IS NOT NULL AND f.night <= ?
      ORDER BY f.night DESC, p.code, f.id
      """, .text(edition.rosterName), .integer(edition.night)
    ) { row throws(SQLiteError) in
      Transfer(
        person: row.text(0), name: row.text(1), project: row.text(2), from: row.text(3), to: row.text(4),
        asOf: row.text(5))
    }
  }
}

extension Edition {
  /// The name of the source that changes of the roster are kept under.
  fileprivate var rosterName: String {
    programme.sources.first { $0.kind == .roster }?.id.text ?? ""
  }
}
