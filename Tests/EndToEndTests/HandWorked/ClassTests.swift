import Testing
import TestSupport

/// The party secretaries' class against figures that were worked out by hand.
struct ClassTests {
  private let night = SampleProgramme.partySecretaries.everyNight[1]

  @Test(arguments: ClassCase.table)
  func `a learner has the points, the result and the hours worked out by hand`(worked: ClassCase) throws {
    let person = try night.person(of: worked.reason)
    #expect(try night.points(of: person) == worked.points)
    let found = try night.lines(
      """
      SELECT passed, '[' || unmet || ']', '[' || flags || ']', credit_hours FROM learner_score WHERE person = '\(person)'
      """)
    #expect(found == ["\(worked.passes ? 1 : 0) [\(worked.unmet)] [\(worked.flags)] \(worked.credit)"])
  }

  @Test func `the table works out every learner whose figures were set`() throws {
    let set = try Expected.rows("party-secretaries-2020/cases").map { $0.line("case") }
    expectSame(ClassCase.table.map(\.reason), set, "cases")
  }

  @Test(arguments: [
    // 远屏县 has schools and nobody in them: 以县区为单位组建班级, shown with 0.
    ("pass_rate", "远屏县", "0 0"),
    // 冷杉岭县 has 31 secretaries, none of whom logged in.
    ("participation_rate", "冷杉岭县", "0 31"),
    // 方案·一: the summary of 岚北区 came in the last second of 20 September, that of 亭口县 one second later.
    ("summary_rate", "岚北区", "1 1"), ("summary_rate", "亭口县", "0 1"),
    // Its own summary was late, but those of its two counties were not.
    ("summary_rate", "汀州洲市", "2 2"),
    // It handed in nothing.
    ("summary_rate", "白桦川县", "0 1"),
    // 20 counties, of which one has nobody, one handed in nothing and one was late.
    ("summary_rate", "全国", "17 19"),
  ])
  func `a unit has the counts worked out by hand`(metric: String, unit: String, counts: String) throws {
    let found = try night.lines(
      """
      SELECT numerator, denominator FROM metric
      WHERE as_of = '\(night.asOf)' AND metric = '\(metric)' AND name = '\(unit)' AND project = ''
      """)
    #expect(found == [counts])
  }

  @Test func `units without exactly one contact, and those whose summary was late, are listed`() throws {
    let found = try night.lines("SELECT \"check\", name FROM unit_check WHERE as_of = '\(night.asOf)' ORDER BY 1, 2")
    // 方案·七·2: one contact each; 方案·一: by 20 September.
    expectSame(
      found, ["city_summary_late 汀州洲市", "county_summary_late 亭口县", "county_contact 泽西区", "county_contact 苇岸县"])
  }
}
