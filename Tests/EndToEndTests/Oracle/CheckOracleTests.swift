import Testing

/// Units and people who do not meet what the guide demands of them, against the expectations.
struct CheckOracleTests {
  @Test(arguments: Night.allCases)
  func `the units that fail a check are those of the expectations`(night: Night) throws {
    let found = try TwoNights.lines(
      after: night, "SELECT \"check\", unit FROM unit_check WHERE as_of = '\(night.rawValue)'")
    expectSame(found, try Expected.rows("checks", of: night).map { $0.line("check", "unit") }, night.rawValue)
  }

  @Test(arguments: Night.allCases)
  func `the people in office who fail a check are those of the expectations`(night: Night) throws {
    let found = try TwoNights.lines(
      after: night, "SELECT \"check\", person FROM staff_check WHERE as_of = '\(night.rawValue)'")
    expectSame(found, try Expected.rows("staff-checks").map { $0.line("check", "person") }, night.rawValue)
  }

  @Test(arguments: Night.allCases)
  func `what is remarked of a learner is what was worked out`(night: Night) throws {
    let expected = try Expected.rows("scores", of: night).map { $0.line("project", "cohort", "person", "flags") }
    let found = try TwoNights.lines(
      after: night,
      """
      SELECT p.code, l.cohort, l.person, l.flags FROM learner_score l JOIN project p ON p.name = l.project
      """)
    expectSame(found, expected, night.rawValue)
  }
}
