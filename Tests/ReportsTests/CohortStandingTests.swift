import Programme
import Reports
import Testing

private func cohort(_ asOf: String) throws -> CohortStanding {
  let from = try #require(CalendarDate("2023-08-15"))
  let to = try #require(CalendarDate("2023-09-03"))
  return CohortStanding(title: "下旬班", from: from, to: to, cutOff: try CutOff(asOf), learners: nil)
}

@Test(arguments: [
  ("2023-08-14", false, false, 20),
  ("2023-08-15 00:01:00", true, false, 19),
  ("2023-08-20", true, false, 14),
  ("2023-08-20 08:00:00", true, false, 14),
  ("2023-09-02", true, false, 1),
  ("2023-09-03 18:30:00", true, false, 0),
  ("2023-09-03", true, true, 0),
  ("2023-10-01", true, true, 0),
])
func `a cohort runs to the end of its last day, and only whole days count`(
  asOf: String, hasBegun: Bool, hasEnded: Bool, daysLeft: Int
) throws {
  let cohort = try cohort(asOf)
  #expect((cohort.hasBegun, cohort.hasEnded, cohort.daysLeft) == (hasBegun, hasEnded, daysLeft))
}
