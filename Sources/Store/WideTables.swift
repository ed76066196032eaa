import Programme
import SQLite

/// The tables whose columns the pipeline file names: a row of tallies and a row of scores for each enrolment.
extension ProgrammeStore {
  /// Makes the table of tallies, anew when the pipeline file has others than before.
  ///
  /// Answers whether it was made anew, so that everything has to be folded again.
  package func makeWideTables() throws -> Bool {
    guard try setting("tally_shape") != tallyShape else { return false }
    let columns = programme.tallies.map { ", \(quoted($0.id.text)) INTEGER" }.joined()
    try database.execute(
      """
      DROP VIEW IF EXISTS component_score; DROP VIEW IF EXISTS learner_score;
      DROP TABLE IF EXISTS tally; DROP TABLE IF EXISTS score;
      CREATE TABLE tally (enrolment INTEGER PRIMARY KEY, touched INTEGER NOT NULL\(columns)) STRICT;
      """)
    try set("tally_shape", tallyShape)
    try set("score_shape", "")
    _ = try makeScoreTable()
    return true
  }

  /// Makes the table of scores and its views, anew when the pipeline file has other components, and the views when it has other
  /// requirements, grades or titles.
  ///
  /// Answers whether the table was made anew, so that everybody has to be scored again.
  package func makeScoreTable() throws -> Bool {
    let isNew = try setting("score_shape") != scoreShape
    if isNew {
      let columns = programme.scoring.components.map { component in
        let points = quoted(component.id.text)
        return
          ", \(points) INTEGER NOT NULL CHECK (\(points) >= 0), \(quoted("\(component.id)_reason")) INTEGER NOT NULL"
      }.joined()
      try database.execute(
        """
        DROP VIEW IF EXISTS component_score; DROP VIEW IF EXISTS learner_score;
        DROP TABLE IF EXISTS score;
        CREATE TABLE score (
          enrolment INTEGER PRIMARY KEY, total INTEGER NOT NULL CHECK (total >= 0),
          passed INTEGER NOT NULL CHECK (passed IN (0, 1)), rank INTEGER,
          -- Bits of requirements that are not met, and behind them of vetoes that have struck; bits of raised flags.
          unmet INTEGER NOT NULL CHECK (passed = 0 OR unmet = 0), flags INTEGER NOT NULL,
          -- The place among the grades of the pipeline file; credited hours in hundredths.
          grade INTEGER, credit INTEGER NOT NULL CHECK (credit >= 0)\(columns)
        ) STRICT;
        """)
      try set("score_shape", scoreShape)
    }
    let views = scoreViews
    guard try isNew || setting("score_views") != views else { return isNew }
    try database.execute("DROP VIEW IF EXISTS component_score; DROP VIEW IF EXISTS learner_score; \(views)")
    try set("score_views", views)
    return isNew
  }

  /// Whether the database has the tables that the pipeline file asks for.
  package func hasWideTables() throws -> Bool {
    try setting("tally_shape") == tallyShape && setting("score_shape") == scoreShape
  }

  private var tallyShape: String { programme.tallies.map(\.id.text).joined(separator: " ") }

  private var scoreShape: String { "3: " + programme.scoring.components.map(\.id.text).joined(separator: " ") }

  private var scoreViews: String {
    let parts = programme.scoring.components.map { component in
      let (points, name) = (quoted(component.id.text), literal(component.id.text))
      return """
        SELECT p.name AS project, c.title AS cohort, e.code AS person, \(name) AS component,
          printf('%d.%02d', s.\(points) / 100, s.\(points) % 100) AS points,
          '\(component.points / 100).\(component.points % 100 < 10 ? "0" : "")\(component.points % 100)' AS max_points,
          s.\(quoted("\(component.id)_reason")) AS reason
        FROM score s JOIN enrolment n ON n.id = s.enrolment JOIN person e ON e.id = n.person
        JOIN project p ON p.id = n.project JOIN cohort c ON c.id = n.cohort
        """
    }
    let scheme = programme.scoring
    let demands =
      [("total", "s.total < \(scheme.pass.totalAtLeast)")]
      + (scheme.requirements + scheme.vetoes).enumerated().map { ($1.id.text, "s.unmet & \(Int64(1) << Int64($0))") }
    let flags = scheme.flags.enumerated().map { ($1.id.text, "s.flags & \(Int64(1) << Int64($0))") }
    let grades = scheme.grades.enumerated().map { " WHEN \($0) THEN \(literal($1.title))" }.joined()
    return """
      CREATE VIEW component_score AS \(parts.joined(separator: "\nUNION ALL\n"));
      CREATE VIEW learner_score AS
      SELECT p.name AS project, c.title AS cohort, e.code AS person, e.name,
        coalesce(city.name, '') AS city, coalesce(county.name, '') AS county, u.name AS school,
        printf('%d.%02d', s.total / 100, s.total % 100) AS total, s.passed,
        \(grades.isEmpty ? "''" : "coalesce(CASE s.grade\(grades) END, '')") AS band,
        \(list(demands)) AS unmet,
        \(scheme.credit == nil ? "NULL" : "printf('%d.%02d', s.credit / 100, s.credit % 100)") AS credit_hours,
        n.status, s.rank, \(list(flags)) AS flags
      FROM score s JOIN enrolment n ON n.id = s.enrolment JOIN person e ON e.id = n.person
      JOIN project p ON p.id = n.project JOIN cohort c ON c.id = n.cohort
      JOIN unit u ON u.id = n.unit LEFT JOIN unit county ON county.id = u.parent LEFT JOIN unit city ON city.id = county.parent;
      """
  }

  /// The names of what applies, one space between two.
  private func list(_ cases: [(name: String, condition: String)]) -> String {
    guard !cases.isEmpty else { return "''" }
    let texts = cases.map { "CASE WHEN \($0.condition) THEN \(literal($0.name + " ")) ELSE '' END" }
    return "rtrim(\(texts.joined(separator: " || ")))"
  }
}

/// A name as SQL takes it whatever it holds.
private func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

/// A text as SQL takes it whatever it holds.
private func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
