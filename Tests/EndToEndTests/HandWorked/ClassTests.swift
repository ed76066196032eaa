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
    // 方案·一·总结阶段1: 3 provinces, 7 cities and 20 counties; 松浦市 and 白桦川县 handed in no summary, and 霜原省, 汀州洲市 and
    // 亭口县 theirs one second late.
    ("summaries", "全国", "25 1"), ("summaries_late", "全国", "3 1"), ("summaries_late", "霜原省", "1 1"),
    // A case in the last second of 20 September, and one a second later.
    ("cases_late", "岚北区", "0 1"), ("cases_late", "石磬县", "1 1"),
  ])
  func `a unit has the counts worked out by hand`(metric: String, unit: String, counts: String) throws {
    let found = try night.lines(
      """
      SELECT numerator, denominator FROM metric
      WHERE as_of = '\(night.asOf)' AND metric = '\(metric)' AND name = '\(unit)' AND project = ''
      """)
    #expect(found == [counts])
  }

  /// 方案·七·2: one responsible person and one contact each; 方案·一·总结阶段1: a summary by 20 September. 远屏县, which has nobody, is not
  /// asked.
  @Test(arguments: [
    ("province_responsible", ["澜河省"]), ("province_contact", ["霜原省"]), ("city_responsible", ["北陌市"]),
    ("city_contact", ["青岚市"]), ("county_responsible", ["渡口湾县"]), ("county_contact", ["泽西区", "苇岸县"]),
    ("province_summary", []), ("city_summary", ["松浦市"]), ("county_summary", ["白桦川县"]),
    ("province_summary_late", ["霜原省"]), ("city_summary_late", ["汀州洲市"]), ("county_summary_late", ["亭口县"]),
  ])
  func `an office without what the plan demands of it is listed`(check: String, offices: [String]) throws {
    let found = try night.lines(
      "SELECT name FROM unit_check WHERE as_of = '\(night.asOf)' AND \"check\" = '\(check)' ORDER BY name")
    #expect(found == offices.sorted())
  }

  @Test func `no summary is missed before it is due`() throws {
    let early = SampleProgramme.partySecretaries.everyNight[0]
    let found = try early.lines(
      "SELECT name FROM unit_check WHERE as_of = '\(early.asOf)' AND \"check\" LIKE '%\\_summary' ESCAPE '\\'")
    #expect(found == [])
  }

  /// 方案·四: the certificate is of the hours that were learnt.
  @Test func `the list of certificates names the hours of everybody who gets one`() throws {
    let person = try night.person(of: "more than twenty and five hours")
    let rows = try Papers.rows(of: "\(night.folder)/\(night.asOf)/nominees/nominees.xlsx")
    let name = try #require(try night.lines("SELECT name FROM learner_score WHERE person = '\(person)'").first)
    #expect(rows.contains { $0.contains(name) && $0.contains("33.33") })
  }
}
