import Testing
import TestSupport

/// What the guide of the province's training asks beside marks and sessions, worked out by hand.
struct ProvincialObligationTests {
  private static let one = ProvincialExports([ProvincialCase(clause: "", reason: "", study: [900])])

  private static func night(_ exports: ProvincialExports) throws -> WrittenNight {
    let night = try WrittenNight(of: ProvincialExports.programme, ProvincialExports.night, files: exports.files)
    try #require(night.outcome.code == 0, "\(night.outcome.errors)")
    return night
  }

  /// One learner of one county.
  @Test(arguments: [
    ("指南·职责分工（四）6 足额：one learner on one seat", ["甲甲县,上旬班,1"], []),
    ("指南·职责分工（四）6 足额：one of two seats", ["甲甲县,上旬班,2"], ["甲甲县", "甲甲市"]),
    ("指南·职责分工（四）6 足额：the cohorts' seats are added up", ["甲甲县,上旬班,1", "甲甲县,下旬班,1"], ["甲甲县", "甲甲市"]),
    ("指南·职责分工（四）6 足额：nobody was allotted any seat", [], []),
  ])
  func `an office enrols as many as it was allotted seats`(reason: String, seats: [String], failing: [String]) throws {
    var exports = Self.one
    exports.seats = seats
    let found = try Self.night(exports).lines(
      "SELECT name FROM unit_check WHERE \"check\" LIKE 'enrolment_full%' ORDER BY name")
    #expect(found == failing, "\(reason)")
  }

  @Test(arguments: [
    ("指南·总辅导员选聘（3）：45 on the day, 46 on the next", "是", "1977-08-02", false),
    ("指南·总辅导员选聘（3）：46 on the day", "是", "1977-08-01", true),
    ("指南·总辅导员选聘（3）：nobody knows", "是", "", true),
    ("指南·总辅导员选聘（3）：a tutor who is no chief", "否", "1950-01-01", false),
  ])
  func `a chief tutor is 45 at most`(reason: String, chief: String, born: String, fails: Bool) throws {
    var exports = Self.one
    exports.tutors = ["FD1,辅导,\(ProvincialExports.project(0)),\(chief),90"]
    exports.tutorsBorn = born
    let found = try Self.night(exports).lines("SELECT person FROM staff_check WHERE \"check\" = 'tutor_age'")
    #expect(found == (fails ? ["FD1"] : []), "\(reason)")
  }

  @Test(arguments: [("1", false), ("2", false), ("0", true), ("", true)])
  func `an expert is on duty for a day (指南·专家团队4)`(days: String, fails: Bool) throws {
    var exports = Self.one
    exports.experts = ["ZJ1,专家,\(ProvincialExports.project(0)),\(ProvincialExports.county(0)),\(days)"]
    let found = try Self.night(exports).lines("SELECT person FROM staff_check WHERE \"check\" = 'duty_day'")
    #expect(found == (fails ? ["ZJ1"] : []))
  }

  /// The fifth day of the first cohort ends with 5 August; the last day of its assignments is the 18th.
  @Test func `late work and data not confirmed in time are remarked and cost nothing (指南·考核办法, 参训学员1)`() throws {
    let mark = ["80"]
    var exports = ProvincialExports([
      ProvincialCase(clause: "", reason: "in time", objective: mark, subjective: mark),
      ProvincialCase(clause: "", reason: "late", objective: mark, subjective: mark, isLate: true),
      ProvincialCase(clause: "", reason: "late in one", objective: mark, isLate: true),
      ProvincialCase(clause: "", reason: "nothing"),
    ])
    exports.confirmations = [
      (0, "2023-08-05 23:59:59"), (1, "2023-08-06 00:00:00"), (2, "2023-08-01 08:00:00"), (3, "2023-08-01 08:00:00"),
    ]
    let night = try Self.night(exports)
    #expect(
      try night.lines("SELECT total, flags FROM learner_score ORDER BY person") == [
        "10.00 ", "10.00 objective_late subjective_late profile_unconfirmed", "2.00 objective_late", "0.00 ",
      ])
    let school = "name = '\(ProvincialExports.school(0))'"
    #expect(
      try night.lines("SELECT numerator, denominator FROM metric WHERE metric = 'profile_confirmed_rate' AND \(school)")
        == ["3 4"])
    #expect(
      try night.lines("SELECT name FROM unit_check WHERE \"check\" = 'profile_confirmed'")
        == [ProvincialExports.school(0)])
  }
}
