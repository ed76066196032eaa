import Testing
import TestSupport

/// The county's summer training, rule by rule, against figures that were worked out by hand.
struct SummerTests {
  /// All cases are learners of one run, which is shared and changed by none.
  private static let run = Result {
    try WrittenNight(
      of: SummerExports.programme, SummerExports.night, files: SummerExports(learners: SummerCase.table).files)
  }

  @Test(arguments: SummerCase.table.indices)
  func `a learner has the points that the clause gives`(number: Int) throws {
    let learner = SummerCase.table[number]
    let night = try Self.run.get()
    let found = try night.points(
      of: SummerExports.code(number), ["study", "objective", "subjective", "excellent", "interaction"])
    #expect(found == "\(learner.points) \(learner.passes ? "passed" : "failed")", "\(learner)\n\(night.outcome.errors)")
  }

  @Test func `the cases of learners differ in their reasons`() {
    #expect(Set(SummerCase.table.map(\.testDescription)).count == SummerCase.table.count)
  }

  @Test(arguments: SummerCase.table.indices)
  func `the study is completed by the course that brings the hours, whatever is studied afterwards`(number: Int) throws
  {
    let learner = SummerCase.table[number]
    let found = try Self.run.get().lines(
      """
      SELECT substr(keys, instr(keys, char(9)) + 1) FROM award_decision
      WHERE award = 'excellent_learner' AND code = '\(SummerExports.code(number))'
      """)
    #expect(found == [learner.completed], "\(learner)")
  }
}

/// Units of the summer training: what is demanded of them, and how many win.
struct SummerUnitTests {
  /// A session before the training and whether the check lets it pass.
  struct Session: Sendable, CustomTestStringConvertible {
    let clause: String
    let reason: String
    let school: String
    /// The session, whom it was for, the day and the length; empty where none was held.
    let row: String
    let passes: Bool

    var testDescription: String { "\(clause)：\(reason)" }
  }

  /// The first cohort begins on 1 August: five days before is 27 July, ten days before is 22 July. 4 学时 are 180 minutes.
  static let sessions = [
    Session(
      clause: "方案·七（三）3", reason: "five days before and four hours are enough", school: "甲县第二中学",
      row: "参训学员培训（上旬班）,参训学员,2023-07-27,4学时", passes: true),
    Session(
      clause: "方案·七（三）3", reason: "four days before are too late", school: "甲县第三中学",
      row: "参训学员培训（上旬班）,参训学员,2023-07-28,4学时", passes: false),
    Session(
      clause: "方案·七（三）3", reason: "179 minutes are too short", school: "甲县第四中学",
      row: "参训学员培训（上旬班）,参训学员,2023-07-20,179分钟", passes: false),
    Session(clause: "方案·七（三）3", reason: "none was held", school: "甲县第五中学", row: "", passes: false),
    Session(
      clause: "方案·七（三）3", reason: "a session for the other cohort is another one", school: "甲县第六中学",
      row: "参训学员培训（下旬班）,参训学员,2023-07-20,4学时", passes: false),
  ]

  @Test func `a school trains its learners long enough and early enough`() throws {
    let rows = Self.sessions.filter { !$0.row.isEmpty }.map { "\($0.school),\($0.row)" }
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(sessions: rows, schools: Self.sessions.map(\.school)).files)
    let found = Set(
      try night.lines("SELECT name FROM unit_check WHERE \"check\" = 'learners_trained_before_early'"))
    for session in Self.sessions {
      #expect(found.contains(session.school) != session.passes, "\(session.testDescription)\n\(night.outcome.errors)")
    }
  }

  @Test(arguments: [("2023-07-22", "4学时", true), ("2023-07-23", "4学时", false), ("2023-07-22", "3.9学时", false)])
  func `the county trains the administrators ten days before the cohort (方案·七（二）3)`(
    day: String, length: String, passes: Bool
  ) throws {
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(
        sessions: ["甲县,校级管理员培训（上旬班）,校级管理员,\(day),\(length)"], schools: ["甲县第二中学"]
      ).files)
    let found = try night.lines("SELECT name FROM unit_check WHERE \"check\" = 'administrators_trained_before_early'")
    #expect(found == (passes ? [] : ["甲县"]), "\(night.outcome.errors)")
  }

  /// The second cohort begins on 15 August: ten days before is the 5th, five days before the 10th.
  @Test(arguments: [
    ("甲县,校级管理员培训（下旬班）,校级管理员,2023-08-05,4学时", "administrators_trained_before_late", []),
    ("甲县,校级管理员培训（下旬班）,校级管理员,2023-08-06,4学时", "administrators_trained_before_late", ["甲县"]),
    ("甲县第一中学,参训学员培训（下旬班）,参训学员,2023-08-10,4学时", "learners_trained_before_late", []),
    ("甲县第一中学,参训学员培训（下旬班）,参训学员,2023-08-11,4学时", "learners_trained_before_late", ["甲县第一中学"]),
  ])
  func `sessions for the second cohort are early enough for it (方案·七（二）3、（三）3)`(
    session: String, check: String, fails: [String]
  ) throws {
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(learners: Array(SummerCase.table.prefix(1)), sessions: [session]).files)
    let found = try night.lines("SELECT name FROM unit_check WHERE \"check\" = '\(check)'")
    #expect(found == fails, "\(night.outcome.errors)")
  }

  @Test(arguments: [(0, ["甲县"]), (1, []), (2, ["甲县"])])
  func `the county has one responsible person (方案·七（二）1)`(count: Int, fails: [String]) throws {
    let people = (0..<count).map { "FZ\($0),负责人\("甲乙"[$0]),县级,甲县" }
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(learners: Array(SummerCase.table.prefix(1)), responsible: people).files)
    let found = try night.lines("SELECT name FROM unit_check WHERE \"check\" = 'responsible_of_county'")
    #expect(found == fails, "\(night.outcome.errors)")
  }

  /// Nothing is missed before its last day is over.
  @Test(arguments: [
    ("2023-09-04", ["上旬班实施情况,2023-08-20 23:59:59", "下旬班实施情况,2023-09-03 23:59:59"], []),
    ("2023-09-04", ["上旬班实施情况,2023-08-21 00:00:00", "下旬班实施情况,2023-09-03 12:00:00"], ["progress_of_early"]),
    ("2023-09-04", ["上旬班实施情况,2023-08-20 12:00:00", "下旬班实施情况,2023-09-04 00:00:00"], ["progress_of_late"]),
    ("2023-09-10", ["上旬班实施情况,2023-08-20", "下旬班实施情况,2023-09-03"], []),
    ("2023-09-11", ["上旬班实施情况,2023-08-20", "下旬班实施情况,2023-09-03"], ["summary_report"]),
    ("2023-09-11", ["上旬班实施情况,2023-08-20", "下旬班实施情况,2023-09-03", "总结材料,2023-09-10 23:59:59"], []),
    ("2023-09-11", ["上旬班实施情况,2023-08-20", "下旬班实施情况,2023-09-03", "总结材料,2023-09-11 00:00:00"], ["summary_report"]),
    ("2023-08-20", [], []), ("2023-08-21", [], ["progress_of_early"]),
  ])
  func `the county reports in time, or is listed once it is too late (方案·七（二）10)`(
    asOf: String, reports: [String], fails: [String]
  ) throws {
    let night = try WrittenNight(
      of: SummerExports.programme, asOf,
      files: SummerExports(learners: Array(SummerCase.table.prefix(1)), reports: reports.map { "甲县,\($0)" }).files)
    let found = try night.lines(
      "SELECT \"check\" FROM unit_check WHERE \"check\" LIKE 'progress%' OR \"check\" = 'summary_report' ORDER BY 1")
    #expect(found == fails, "\(night.outcome.errors)")
  }

  @Test func `incidents of schools are counted for the school and the county (方案·七（三）7)`() throws {
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(
        learners: Array(SummerCase.table.prefix(1)),
        reports: ["甲县第一中学,突发事件,2023-08-02 09:00:00", "甲县第一中学,突发事件,2023-08-03 09:00:00"]
      ).files)
    let found = try night.lines(
      "SELECT name, numerator FROM metric WHERE metric = 'incidents' AND project = '' AND level >= 2 ORDER BY level, name"
    )
    #expect(found == ["甲县 2", "甲县第一中学 2"], "\(night.outcome.errors)")
  }

  @Test(arguments: [
    ("a school with one (方案·七（三）1)", 1, 1, 1, []), ("a school with none", 1, 0, 1, ["甲县第二中学"]),
    ("a school with two", 1, 2, 1, ["甲县第二中学"]), ("a county with two (方案·一2)", 2, 1, 1, []),
    ("a county with three", 3, 1, 1, ["甲县"]), ("a county with none", 0, 1, 1, ["甲县"]),
  ])
  func `every unit has as many administrators as the plan says`(
    reason: String, county: Int, school: Int, other: Int, fails: [String]
  ) throws {
    let people =
      (0..<county).map { "GL1\($0),县管\("甲乙丙"[$0]),县级,甲县" }
      + (0..<school).map { "GL2\($0),校管\("甲乙丙"[$0]),校级,甲县第二中学" }
      + (0..<other).map { "GL3\($0),校管\("丁戊己"[$0]),校级,甲县第一中学" }
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(
        learners: Array(SummerCase.table.prefix(1)), administrators: people, schools: ["甲县第二中学"]
      ).files)
    let found = try night.lines("SELECT name FROM unit_check WHERE \"check\" LIKE 'administrators_of_%' ORDER BY name")
    #expect(found == fails, "\(reason)\n\(night.outcome.errors)")
  }

  /// 24 × 4 % = 0.96 → 0; 25 × 4 % = 1; 49 × 4 % = 1.96 → 1; 50 × 4 % = 2.
  @Test(arguments: [(24, 0), (25, 1), (49, 1), (50, 2)])
  func `the pool is never more than four in a hundred of those enrolled (方案·八（三）2.1)`(
    learners: Int, places: Int
  ) throws {
    let people = (0..<learners).map { number in
      SummerCase(
        clause: "", reason: "", study: [(900, "2023-08-10 20:00:00")], objective: ["\(50 + number)", "80"], points: "",
        passes: false)
    }
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night, files: SummerExports(learners: people).files)
    #expect(try night.lines("SELECT places FROM award_quota WHERE award = 'excellent_learner'") == ["\(places)"])
    let found = try night.lines(
      "SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY code")
    #expect(found == (learners - places..<learners).map(SummerExports.code), "\(night.outcome.errors)")
  }

  @Test func `of equal totals in the pool the earlier completion is ahead, and equals in both come in together`() throws
  {
    func learner(_ mark: String, _ last: String) -> SummerCase {
      SummerCase(clause: "", reason: "", study: [(900, last)], objective: [mark, "80"], points: "", passes: false)
    }
    // 25 learners: one place. The second and the third have the greatest total; the third finished a second earlier.
    let others = (0..<22).map { _ in learner("60", "2023-08-10 20:00:00") }
    let first = [
      learner("70", "2023-08-01 20:00:00"), learner("90", "2023-08-10 20:00:01"), learner("90", "2023-08-10 20:00:00"),
    ]
    let ahead = try WrittenNight(
      of: SummerExports.programme, SummerExports.night, files: SummerExports(learners: first + others).files)
    let winners = "SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY code"
    #expect(try ahead.lines(winners) == [SummerExports.code(2)], "\(ahead.outcome.errors)")
    let equal = [first[0], learner("90", "2023-08-10 20:00:00"), first[2]]
    let together = try WrittenNight(
      of: SummerExports.programme, SummerExports.night, files: SummerExports(learners: equal + others).files)
    #expect(
      try together.lines(winners) == [SummerExports.code(1), SummerExports.code(2)], "\(together.outcome.errors)")
  }

  /// Seven moderators: the top half is four (⌈3.5⌉), and the fifth is as long online as the fourth.
  @Test func `the top half of the moderators is rounded up, and equals at the cut come in (方案·八（三）2.4)`() throws {
    let hours = ["40", "30", "20", "10", "10", "9.99", "1"]
    let rows = hours.enumerated().map { "BZ\($0),版主\("甲乙丙丁戊己庚"[$0]),初中语文,甲县,\($1)" }
    let night = try WrittenNight(
      of: SummerExports.programme, SummerExports.night,
      files: SummerExports(learners: Array(SummerCase.table.prefix(1)), moderators: rows).files)
    let outside = try night.lines(
      "SELECT code FROM award_decision WHERE award = 'excellent_moderator' AND outcome = 'below_entry' ORDER BY code")
    #expect(outside == ["BZ5", "BZ6"], "\(night.outcome.errors)")
  }
}

extension String {
  fileprivate subscript(_ index: Int) -> Character { Array(self)[index] }
}
