import Testing
import TestSupport

/// What offices ask beside points and awards: checks of units, figures of subjects, places, draws, and hours over the years.
struct OfficeOracleTests {
  @Test(arguments: SampleProgramme.nights(with: .checks))
  func `exactly the units that fail a check are listed`(night: SampleNight) throws {
    let expected = try night.expected("checks").map { $0.line("check", "unit") }
    let found = try night.lines("SELECT \"check\", unit FROM unit_check WHERE as_of = '\(night.asOf)' ORDER BY 1, 2")
    #expect(found.sorted() == expected.sorted())
  }

  @Test(arguments: SampleProgramme.nights(with: .projects))
  func `every metric of every subject has the counts that were worked out`(night: SampleNight) throws {
    let rows = try night.expected("projects")
    let expected = rows.map { $0.line("project", "metric", "numerator", "denominator") }
    let known = Set(rows.map { $0.line("metric") })
    let found = try night.lines(
      """
      SELECT p.code, m.metric, m.numerator, m.denominator FROM metric m JOIN project p ON p.name = m.project
      WHERE m.as_of = '\(night.asOf)' AND m.level = 0 ORDER BY 1, 2
      """)
    expectSame(found.filter { known.contains($0.split(separator: " ")[1].description) }, expected, "subjects")
  }

  @Test(arguments: SampleProgramme.nights(with: .places))
  func `every number of places has the base, the rounding and the outcome that were worked out`(night: SampleNight)
    throws
  {
    let expected = try night.expectedOfAll("places").map { $0.line("award", "base", "rounding", "places") }
    let found = try night.lines("SELECT award, base, rounding, places FROM award_quota ORDER BY award")
    expectSame(found, expected, "places")
  }

  @Test(arguments: SampleProgramme.nights(with: .completions))
  func `every learner completed the study when it was worked out, or has not`(night: SampleNight) throws {
    let expected = try night.expected("completions").map { $0.line("person", "completed_at") }
    let found = try night.lines(
      """
      SELECT code, substr(keys, instr(keys, char(9)) + 1) FROM award_decision
      WHERE award = 'excellent_learner' AND keys NOT LIKE '%' || char(9) ORDER BY code
      """)
    expectSame(found, expected, "completions")
  }

  @Test(arguments: SampleProgramme.nights(with: .lots))
  func `every lot is the digest that anybody can work out`(night: SampleNight) throws {
    let expected = try night.expected("lots").map { $0.line("award", "candidate", "lot") }
    let found = try night.lines(
      "SELECT award, code, keys FROM award_decision WHERE award = 'practice_check' ORDER BY code")
    expectSame(found, expected, "lots")
  }

  @Test(arguments: SampleProgramme.nights(with: .ledger))
  func `everybody has the hours towards the cycle that were worked out, and so many left`(night: SampleNight) throws {
    let expected = try night.expected("ledger").map { row in
      let hundredths = ["sum", "left"].map { Int(row[$0] ?? "") ?? -1 }
      return "\(row.line("person")) "
        + hundredths.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" }.joined(separator: " ")
    }
    let found = try night.lines("SELECT person, credit_hours, missing FROM credit_balance ORDER BY person")
    expectSame(found, expected, "balances")
  }
}
