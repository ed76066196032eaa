import Testing
import TestSupport

/// Points against the sample data's oracle, learner by learner.
struct ScoreOracleTests {
  @Test(arguments: Night.allCases)
  func `every component of every learner has the points that were worked out`(night: Night) throws {
    let components = ["study", "objective", "subjective", "excellent", "interaction"]
    let expected = try Expected.rows("scores", of: night).flatMap { row in
      components.map { "\(row.line("project", "cohort", "person")) \($0) \(row[$0] ?? "")" }
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT p.code, s.cohort, s.person, s.component, s.points
      FROM component_score s JOIN project p ON p.name = s.project ORDER BY p.code, s.cohort, s.person, s.component
      """)
    expectSame(found, expected, "points")
  }

  @Test(arguments: Night.allCases)
  func `every learner has the total, the pass, the status and the school that were worked out`(night: Night) throws {
    let expected = try Expected.rows("scores", of: night).map { row in
      "\(row.line("project", "cohort", "person", "total")) \(row["passed"] == "yes" ? 1 : 0) \(row.line("status", "school"))"
    }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT p.code, l.cohort, l.person, l.total, l.passed, l.status, u.code
      FROM learner_score l
      JOIN project p ON p.name = l.project
      JOIN person e ON e.code = l.person
      JOIN cohort c ON c.title = l.cohort
      JOIN enrolment n ON n.person = e.id AND n.project = p.id AND n.cohort = c.id
      JOIN unit u ON u.id = n.unit AND u.name = l.school
      ORDER BY p.code, l.cohort, l.person
      """)
    expectSame(found, expected, "totals")
  }

  @Test(arguments: ["90.00", "89.99", "80.00", "79.99", "100.00"])
  func `a learner stands exactly at the edge of a comparison`(total: String) throws {
    let passed = try TwoNights.lines(
      after: .second, "SELECT passed FROM learner_score WHERE total = '\(total)' ORDER BY person")
    #expect(!passed.isEmpty)
    #expect(passed.allSatisfy { $0 == (total == "79.99" ? "0" : "1") })
  }
}
