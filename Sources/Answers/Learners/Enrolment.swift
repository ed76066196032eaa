import Programme
import SQLite
import Store

/// A person in a project and cohort, as the roster has it.
struct Enrolment: Sendable {
  let id: Int64
  let project: String
  let cohort: String
  let cohortCode: Identifier<Cohort>
  let unit: Int64
  let status: EnrolmentStatus
  /// The night from which the enrolment is known.
  let since: String
  let place: SourcePlace?

  /// Project and cohort; once where a programme without projects or cohorts gives both its own title.
  var course: Wording { courseName(project: project, cohort: cohort) }
}

/// Project and cohort in one phrase.
func courseName(project: String, cohort: String) -> Wording {
  project == cohort ? Wording(project) : Wording("\(project), \(cohort)", "\(project)，\(cohort)")
}

/// What the score stage left of an enrolment.
struct StoredScore: Sendable {
  let total: Int64
  let passed: Bool
  /// nil for the withdrawn.
  let rank: Int64?
}

extension Inquiry {
  /// The enrolments of a person, in the order in which the rosters brought them.
  func enrolments(of person: Person) throws -> [Enrolment] {
    try database.rows(
      """
      SELECT e.id, p.name, c.title, e.unit, e.status, e.since, f.path, f.sheet, e.row, c.code
      FROM enrolment e JOIN project p ON p.id = e.project JOIN cohort c ON c.id = e.cohort
      LEFT JOIN source_file f ON f.id = e.file
      WHERE e.person = ? ORDER BY e.id
      """, .integer(person.id)
    ) { row throws(SQLiteError) in
      Enrolment(
        id: row.integer(0), project: row.text(1), cohort: row.text(2), cohortCode: Identifier(row.text(9)),
        unit: row.integer(3),
        status: EnrolmentStatus(rawValue: row.text(4)) ?? .enrolled, since: row.text(5), place: SourcePlace(row, at: 6))
    }
  }

  /// A unit with those above it but the widest, found by key alone.
  func unitPath(_ unit: Int64) throws -> String {
    let names = try database.rows(
      """
      WITH RECURSIVE above (name, parent, depth) AS (
        SELECT name, parent, 0 FROM unit WHERE id = ?
        UNION ALL SELECT u.name, u.parent, a.depth + 1 FROM above a JOIN unit u ON u.id = a.parent WHERE a.depth < 20
      )
      SELECT name, parent FROM above ORDER BY depth DESC
      """, .integer(unit)
    ) { row throws(SQLiteError) in (name: row.text(0), isTop: row.isNull(1)) }
    return (names.count > 1 ? names.filter { !$0.isTop } : names).map(\.name).joined(separator: "·")
  }

  /// The tallies of an enrolment in the order of the pipeline file; empty ones where there is no row.
  func tallies(of enrolment: Int64) throws -> [Int64] {
    guard !programme.tallies.isEmpty else { return [] }
    let columns = programme.tallies.map { "\"\($0.id)\"" }.joined(separator: ", ")
    let rows = try database.rows("SELECT \(columns) FROM tally WHERE enrolment = ?", .integer(enrolment)) {
      row throws(SQLiteError) in
      (0..<row.columnCount).map { row.optionalInteger($0) ?? Tally.absent }
    }
    return rows.first ?? programme.tallies.map(\.empty)
  }

  func score(of enrolment: Int64) throws -> StoredScore? {
    try database.rows("SELECT total, passed, rank FROM score WHERE enrolment = ?", .integer(enrolment)) {
      row throws(SQLiteError) in
      StoredScore(total: row.integer(0), passed: row.integer(1) == 1, rank: row.optionalInteger(2))
    }.first
  }
}
