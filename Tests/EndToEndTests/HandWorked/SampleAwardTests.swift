import Testing
import TestSupport

/// The awards that cities file for and the province decides, on the sample data, against places that were worked out by hand.
struct SampleAwardTests {
  private static let before = SampleProgramme.haian.everyNight[0]
  private static let night = SampleProgramme.haian.everyNight[1]

  @Test(arguments: SampleAwardCase.table)
  func `a candidate has the place and the reason that the clause gives`(candidate: SampleAwardCase) throws {
    let found = try Self.night.lines(
      """
      SELECT rank, keys, outcome, reason FROM award_decision
      WHERE award = 'excellent_\(candidate.award)' AND code = '\(candidate.code)' AND project = '\(candidate.project)'
      """)
    #expect(found == ["\(candidate.rank) \(candidate.figure) \(candidate.outcome) \(candidate.told)"])
  }

  @Test func `the cases of candidates differ in their reasons`() {
    #expect(Set(SampleAwardCase.table.map(\.testDescription)).count == SampleAwardCase.table.count)
  }

  /// 管理人员.xlsx: 14 of cities, 63 of counties, 30 of schools; 44 tutors, 13 of them chief.
  @Test(arguments: [
    ("方案·八（三）2.2：1.4 places are one", "city_administrator", ["14×10%=1.4→1（四舍五入）"]),
    ("方案·八（三）2.2：2.52 places are three", "county_administrator", ["63×4%=2.52→3（四舍五入）"]),
    ("方案·八（三）2.2：a county does not know how many there are in the province", "school_administrator", []),
    ("方案·八（三）2.3：all tutors are the base, not the chief ones", "chief_tutor", ["44×10%=4.4→4（四舍五入）"]),
    ("方案·八（三）2.5：a county does not know how many take part in the province", "county_office", []),
  ])
  func `the places are reckoned as printed, or there is no number of them`(
    reason: String, award: String, arithmetic: [String]
  ) throws {
    let found = try Self.night.lines("SELECT arithmetic FROM award_quota WHERE award = 'excellent_\(award)'")
    #expect(found == arithmetic, "\(reason)")
  }

  /// Who competes, and how many are in, below the line, not filed, and excluded.
  @Test(arguments: [
    ("city_administrator", 14, ["below 8", "in 1", "not_filed 5"]),
    ("county_administrator", 63, ["below 27", "in 3", "not_filed 33"]),
    ("school_administrator", 30, ["in 16", "not_filed 14"]), ("chief_tutor", 13, ["below 9", "in 4"]),
    ("county_office", 3, ["excluded 2", "in 1"]),
  ])
  func `everyone who competes has exactly one outcome`(award: String, candidates: Int, outcomes: [String]) throws {
    let of = "FROM award_decision WHERE award = 'excellent_\(award)'"
    #expect(
      try Self.night.lines("SELECT count(*), count(DISTINCT code || project) \(of)") == ["\(candidates) \(candidates)"])
    #expect(try Self.night.lines("SELECT outcome, count(*) \(of) GROUP BY outcome ORDER BY outcome") == outcomes)
  }

  @Test func `a tutor who is no chief is no candidate, though 92.0 would be seventh (方案·八（三）2.3)`() throws {
    #expect(try Self.night.lines("SELECT outcome FROM award_decision WHERE code = 'FD021'") == [])
    let ahead = try Self.night.lines(
      "SELECT code FROM award_decision WHERE award = 'excellent_chief_tutor' AND CAST(keys AS REAL) > 92.0 ORDER BY code"
    )
    #expect(ahead == ["FD001", "FD003", "FD004", "FD005", "FD007", "FD009"])
  }

  @Test func `a row of a city for a county that is not its own is sent back (方案·八（三）2.2 各市教育局自愿申报)`() throws {
    let found = try Self.night.lines("SELECT code FROM refusal WHERE award = 'excellent_county_administrator'")
    #expect(found == ["outside_area"])
  }

  /// On the second night 5 of the cities, 33 of the counties and 14 of the schools; on the first no city has filed anything.
  @Test(arguments: [(before, 14 + 63 + 30), (night, 5 + 33 + 14)])
  func `the list says of everyone without an application that the city has not filed (方案·八（三）2.2)`(
    night: SampleNight, count: Int
  ) throws {
    let rows = try Papers.rows(of: "\(try night.folder)/\(night.asOf)/nominees/nominees.xlsx")
      .filter { $0.last == "市级项目办未申报" }
    #expect(rows.count == count)
    for row in rows { #expect(row.first == "—" && row.dropLast().last == "未申报", "\(row)") }
  }

  @Test func `as long as no city has filed, the places stay empty for want of candidates (方案·八（三）2.2)`() throws {
    let found = try Self.before.lines(
      "SELECT award, cause, places FROM award_vacancy WHERE award LIKE '%administrator' ORDER BY award")
    #expect(
      found == [
        "excellent_city_administrator too_few_candidates 1", "excellent_county_administrator too_few_candidates 3",
      ])
    #expect(
      try Self.before.lines("SELECT code FROM award_decision WHERE award LIKE '%administrator' AND outcome = 'in'")
        == [])
  }
}
