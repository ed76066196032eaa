import SQLite

/// Who the candidates of all awards are, held in memory while decisions are printed in the order of their ranks: looking each of a
/// hundred thousand learners up in the database would read most of its pages again and again.
struct DecisionSubjects {
  /// What the papers say of a candidate besides the decision.
  private struct Listed {
    let code: String
    let name: String
    let unit: Int64?
  }

  private let people: PersonNames
  /// Person, unit and project of every enrolment, by its number.
  private var persons: [Int32] = []
  private var units: [Int32] = []
  private var projects: [Int32] = []
  private let staff: [Int64: Listed]
  private let offices: [Int64: Listed]
  private let projectNames: [Int64: String]

  /// Reads people, enrolments, staff, units and projects.
  init(_ database: Database) throws(SQLiteError) {
    people = try PersonNames.read(database, ordered: false)
    staff = try Self.listed(database, "SELECT id, code, name, unit FROM staff")
    offices = try Self.listed(database, "SELECT id, code, name, id FROM unit")
    projectNames = Dictionary(
      uniqueKeysWithValues: try database.rows("SELECT id, name FROM project") { row throws(SQLiteError) in
        (row.integer(0), row.text(1))
      })
    let enrolments = try database.prepare("SELECT id, person, unit, project FROM enrolment ORDER BY id")
    while try enrolments.step() {
      while persons.count < enrolments.integer(0) { append(0, 0, 0) }
      append(enrolments.integer(1), enrolments.integer(2), enrolments.integer(3))
    }
  }

  private mutating func append(_ person: Int64, _ unit: Int64, _ project: Int64) {
    persons.append(Int32(truncatingIfNeeded: person))
    units.append(Int32(truncatingIfNeeded: unit))
    projects.append(Int32(truncatingIfNeeded: project))
  }

  private static func listed(_ database: Database, _ query: String) throws(SQLiteError) -> [Int64: Listed] {
    Dictionary(
      uniqueKeysWithValues: try database.rows(query) { row throws(SQLiteError) in
        (row.integer(0), Listed(code: row.text(1), name: row.text(2), unit: row.optionalInteger(3)))
      })
  }

  /// Hands over code and name of a candidate as bytes, and answers the candidate's unit.
  func withNames(of subject: Int64, kind: Kind, _ body: (Span<UInt8>) -> Void) -> Int64? {
    guard kind == .learner else {
      let listed = kind == .staff ? staff[subject] : offices[subject]
      for text in [listed?.code ?? "", listed?.name ?? ""] { body(Array(text.utf8).span) }
      return listed?.unit
    }
    let index = Int(subject)
    let person = persons.indices.contains(index) ? persons[index] : 0
    people.withCode(person, body)
    people.withName(person, body)
    return units.indices.contains(index) && units[index] > 0 ? Int64(units[index]) : nil
  }

  /// The project that a candidate competes for; `stated` is what the decision says of one that is no learner.
  func project(of subject: Int64, kind: Kind, stated: Int64) -> String {
    let index = Int(subject)
    let project = kind == .learner ? (projects.indices.contains(index) ? Int64(projects[index]) : 0) : stated
    return projectNames[project] ?? ""
  }

  /// What a candidate is; the raw value is what the database holds.
  enum Kind: String {
    case learner, staff, unit
  }
}
