import Testing
import TestSupport

/// Points, results and awards of the sample programmes, learner by learner, against their oracles.
struct ScoreOracleOfProgrammesTests {
  @Test(arguments: SampleProgramme.allNights)
  func `every component of every learner has the points that were worked out`(night: SampleNight) throws {
    let expected = try night.expected("scores").flatMap { row in
      night.programme.components.map { "\(row.line("person")) \($0) \(row[$0] ?? "")" }
    }
    let found = try night.lines("SELECT person, component, points FROM component_score ORDER BY person, component")
    expectSame(found, expected, "points")
  }

  @Test(arguments: SampleProgramme.allNights)
  func `every learner has the total, the pass, the status and the unit that were worked out`(night: SampleNight) throws
  {
    let expected = try night.expected("scores").map { row in
      "\(row.line("person", "total")) \(row["passed"] == "yes" ? 1 : 0) \(row.line("status", "unit"))"
    }
    let found = try night.lines(
      """
      SELECT l.person, l.total, l.passed, l.status, u.code FROM learner_score l
      JOIN person p ON p.code = l.person JOIN cohort c ON c.title = l.cohort
      JOIN enrolment e ON e.person = p.id AND e.cohort = c.id JOIN unit u ON u.id = e.unit
      ORDER BY l.person
      """)
    expectSame(found, expected, "totals")
  }

  @Test(arguments: SampleProgramme.nights(with: .clauses))
  func `every learner has what stands in the way, the flags and the hours that were worked out`(
    night: SampleNight
  ) throws {
    let expected = try night.expected("scores").map { row in
      "\(row.line("person")) [\(row.line("unmet"))] [\(row.line("flags"))] \(row.line("credit"))"
    }
    let found = try night.lines(
      """
      SELECT person, '[' || unmet || ']', '[' || flags || ']', credit_hours FROM learner_score ORDER BY person
      """)
    expectSame(found, expected, "clauses and hours")
  }

  @Test(arguments: SampleProgramme.nights(with: .splits))
  func `every part of a divided award has the size and the places that were worked out`(night: SampleNight) throws {
    let expected = try night.expectedOfAll("quotas").map { $0.line("award", "unit", "base", "places") }
    let found = try night.lines("SELECT award, code, size, places FROM award_split ORDER BY award, code")
    expectSame(found, expected, "places")
  }

  @Test(arguments: SampleProgramme.allNights)
  func `every candidate has the rank, the outcome and the stage that were worked out`(night: SampleNight) throws {
    let expected = try night.expected("decisions").map { $0.line("award", "candidate", "rank", "outcome", "stage") }
    let found = try night.lines(
      "SELECT award, code, coalesce(rank, ''), outcome, stage FROM award_decision ORDER BY award, code")
    expectSame(found, expected, "decisions")
  }
}
