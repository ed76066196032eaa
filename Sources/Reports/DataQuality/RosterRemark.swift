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

  /// The learners whose latest state at an as-of is `status`, in administrative order.
  static func read(
    status: String, asOf: String, _ units: UnitPaths, from database: Database
  ) throws -> [RosterRemark] {
    try database.rows(
      """
      SELECT e.unit, p.code, p.name, p.id_card, p.phone, j.name, c.title, e.since FROM enrolment e
      JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project JOIN cohort c ON c.id = e.cohort
      JOIN unit u ON u.id = e.unit
      WHERE e.status = ? AND e.since <= ? ORDER BY u.position, u.id, p.code, e.id
      """, .text(status), .text(asOf)
    ) { row throws(SQLiteError) in
      RosterRemark(
        path: units.path(of: row.integer(0)), person: row.text(1), name: row.text(2), idCard: Mask.covered(row.text(3)),
        phone: Mask.covered(row.text(4)), project: row.text(5), cohort: row.text(6), since: row.text(7))
    }
  }
}

/// A learner who moved from one unit to another between two nights.
package struct Transfer: Sendable {
  package let person: String
  package let name: String
  package let project: String
  package let from: [String]
  package let to: [String]
  package let asOf: String

  /// The moves up to an as-of, the latest first.
  static func read(asOf: String, _ units: UnitPaths, from database: Database) throws -> [Transfer] {
    try database.rows(
      """
      SELECT p.code, p.name, j.name, h.earlier, h.unit, h.as_of FROM (
        SELECT enrolment, as_of, unit, lag(unit) OVER (PARTITION BY enrolment ORDER BY as_of) AS earlier
        FROM enrolment_history WHERE as_of <= ?
      ) h JOIN enrolment e ON e.id = h.enrolment JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
      WHERE h.earlier <> h.unit ORDER BY h.as_of DESC, p.code, e.id
      """, .text(asOf)
    ) { row throws(SQLiteError) in
      Transfer(
        person: row.text(0), name: row.text(1), project: row.text(2), from: units.path(of: row.integer(3)),
        to: units.path(of: row.integer(4)), asOf: row.text(5))
    }
  }
}
