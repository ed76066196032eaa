import SQLite

/// Every learner as the database has them: minutes, points of each component, total, pass and rank.
struct ScoredLearners {
  /// The components of the bench pipeline, as its file names them.
  static let components = ["study", "objective", "subjective", "excellent", "interaction"]

  struct Place {
    let city: String
    let county: String
    let school: String
  }

  let codes: [String]
  let names: [String]
  private let units: [Int64]
  private let places: [Int64: Place]
  /// For each learner minutes, the components and the total in hundredths, pass (0 or 1), and rank.
  private let figures: [Int64]
  private let indexOfCode: [String: Int]

  init(_ database: Database) throws {
    let columns = Self.components.map { "s.\"\($0)\"" }.joined(separator: ", ")
    let rows = try database.prepare(
      """
      SELECT p.code, p.name, e.unit, coalesce(t.study_time, 0) / 60, \(columns), s.total, s.passed, coalesce(s.rank, 0)
      FROM enrolment e JOIN person p ON p.id = e.person JOIN score s ON s.enrolment = e.id
      LEFT JOIN tally t ON t.enrolment = e.id ORDER BY e.id
      """)
    var (codes, names, units, figures): ([String], [String], [Int64], [Int64]) = ([], [], [], [])
    while try rows.step() {
      codes.append(rows.text(0))
      names.append(rows.text(1))
      units.append(rows.integer(2))
      for column in 3..<3 + Self.width { figures.append(rows.integer(column)) }
    }
    (self.codes, self.names, self.units, self.figures) = (codes, names, units, figures)
    indexOfCode = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    places = try Self.places(database)
  }

  private static let width = components.count + 4

  private static func places(_ database: Database) throws -> [Int64: Place] {
    let rows = try database.rows(
      """
      SELECT u.id, coalesce(city.name, ''), coalesce(county.name, ''), u.name FROM unit u
      LEFT JOIN unit county ON county.id = u.parent LEFT JOIN unit city ON city.id = county.parent ORDER BY u.id
      """
    ) { row throws(SQLiteError) in
      (row.integer(0), Place(city: row.text(1), county: row.text(2), school: row.text(3)))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  func index(of code: String) -> Int? { indexOfCode[code] }

  func minutes(_ learner: Int) -> Int64 { figures[learner * Self.width] }

  /// Hundredths of a point of a component; of the total behind the last of them.
  func points(_ learner: Int, _ component: Int) -> Int64 { figures[learner * Self.width + 1 + component] }

  func passed(_ learner: Int) -> Bool { figures[learner * Self.width + Self.components.count + 2] == 1 }

  func rank(_ learner: Int) -> Int64 { figures[learner * Self.width + Self.components.count + 3] }

  func place(_ learner: Int) -> Place? { places[units[learner]] }
}
