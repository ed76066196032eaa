import Testing
import TestSupport

/// How many administrators and chief tutors of the summer training win, and which, worked out by hand for a handful of people.
struct SummerAwardTests {
  /// One learner of one school, so that there is a county.
  private static let one = SummerExports(learners: Array(SummerCase.table.prefix(1)))

  private static func night(_ exports: SummerExports) throws -> WrittenNight {
    try WrittenNight(of: SummerExports.programme, SummerExports.night, files: exports.files)
  }

  /// How many there are of each, and the arithmetic of their places.
  struct Size: Sendable, CustomTestStringConvertible {
    let reason: String
    let cities: Int
    let counties: Int
    let tutors: Int
    let arithmetic: [String]

    var testDescription: String { "方案·八（三）2.2、2.3：\(reason)" }
  }

  static let sizes = [
    Size(
      reason: "less than half a place is none", cities: 4, counties: 12, tutors: 4,
      arithmetic: ["4×10%=0.4→0（四舍五入）", "12×4%=0.48→0（四舍五入）", "4×10%=0.4→0（四舍五入）"]),
    Size(
      reason: "half a place is one", cities: 5, counties: 13, tutors: 5,
      arithmetic: ["5×10%=0.5→1（四舍五入）", "13×4%=0.52→1（四舍五入）", "5×10%=0.5→1（四舍五入）"]),
    Size(
      reason: "less than one and a half is one", cities: 14, counties: 37, tutors: 14,
      arithmetic: ["14×10%=1.4→1（四舍五入）", "37×4%=1.48→1（四舍五入）", "14×10%=1.4→1（四舍五入）"]),
    Size(
      reason: "one and a half is two", cities: 15, counties: 38, tutors: 15,
      arithmetic: ["15×10%=1.5→2（四舍五入）", "38×4%=1.52→2（四舍五入）", "15×10%=1.5→2（四舍五入）"]),
  ]

  /// Of the tutors only one is chief.
  @Test(arguments: sizes)
  func `places are a share of all of a level or kind, halves rounded up`(size: Size) throws {
    var exports = Self.one
    exports.administrators =
      (0..<size.cities).map { "GL\(100 + $0),市管,市级,甲市" } + (0..<size.counties).map { "GL\(200 + $0),县管,县级,甲县" }
    exports.tutors = (0..<size.tutors).map { "FD\(100 + $0),辅导,初中语文,\($0 == 0 ? "是" : "否"),甲县,90" }
    let night = try Self.night(exports)
    let found = try ["city_administrator", "county_administrator", "chief_tutor"].flatMap { award in
      try night.lines("SELECT arithmetic FROM award_quota WHERE award = 'excellent_\(award)'")
    }
    #expect(found == size.arithmetic, "\(night.outcome.errors)")
  }

  /// Thirteen administrators: one place. 甲县 passes 10 of 10 and 45 of 90, 乙县 6 of 10 and 54 of 90: 0.55 and 0.60 of all, whereas the
  /// means of the two cohorts' rates are 0.75 and 0.60. All else is equal and counts 0: 1 ÷ 4.
  @Test func `of a county's two cohorts each weighs as many learners as it has (方案·八（三）2.2 每期)`() throws {
    var exports = Self.one
    exports.counties = ["乙县"]
    exports.administrators = (0..<13).map { "GL\(10 + $0),县管,县级,\($0 == 1 ? "乙县" : "甲县")" }
    exports.filings = ["甲市,优秀县级管理员,GL10,县管,", "甲市,优秀县级管理员,GL11,县管,"]
    exports.statistics = [("甲县", [10, 45]), ("乙县", [6, 54])].flatMap { county, passed in
      zip([("SX", "上旬班", 10), ("XX", "下旬班", 90)], passed).flatMap { cohort, passed in
        let figures = [
          ("报名人数", cohort.2), ("参训人数", cohort.2), ("合格人数", passed), ("过程性评价总分", cohort.2 * 34),
        ]
        return figures.enumerated().map { number, figure in
          "\(county),\(cohort.0)-\(number + 1),\(cohort.1),\(figure.0),\(figure.1)"
        }
      }
    }
    let night = try Self.night(exports)
    let found = try night.lines(
      """
      SELECT code, rank, keys, outcome FROM award_decision
      WHERE award = 'excellent_county_administrator' AND outcome <> 'not_filed' ORDER BY rank
      """)
    #expect(found == ["GL11 1 0.2500 in", "GL10 2 0.0000 below"], "\(night.outcome.errors)")
  }

  /// Five tutors: one place. Both chief ones have 90, and three who are no chief 99.
  @Test func `of chief tutors who are equal at the line the province names one (方案·八（三）2.3 省级审定)`() throws {
    var exports = Self.one
    exports.tutors = (0..<5).map { "FD\($0),辅导,初中语文,\($0 < 2 ? "是" : "否"),甲县,\($0 < 2 ? 90 : 99)" }
    let night = try Self.night(exports)
    let found = try night.lines(
      "SELECT code, outcome, reason FROM award_decision WHERE award = 'excellent_chief_tutor' ORDER BY code")
    #expect(found == ["FD0 tied 第1名并列2人，余1个名额", "FD1 tied 第1名并列2人，余1个名额"])
    #expect(night.outcome.code == 5, "\(night.outcome.errors)")
  }
}
