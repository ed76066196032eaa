import Testing
import TestSupport

/// The province's online training, rule by rule, against figures that were worked out by hand.
struct ProvincialTests {
  /// All cases are learners of one run, which is shared and changed by none.
  private static let run = Result {
    try WrittenNight(
      of: ProvincialExports.programme, ProvincialExports.night, files: ProvincialExports(ProvincialCase.table).files)
  }

  @Test(arguments: ProvincialCase.table.indices)
  func `a learner has the points that the clause gives`(number: Int) throws {
    let learner = ProvincialCase.table[number]
    let night = try Self.run.get()
    let found = try night.points(
      of: ProvincialExports.code(number), ["study", "objective", "subjective", "excellent", "interaction"])
    #expect(found == "\(learner.points) \(learner.passes ? "passed" : "failed")", "\(learner)\n\(night.outcome.errors)")
  }

  @Test func `the cases of learners differ in their reasons`() {
    #expect(Set(ProvincialCase.table.map(\.testDescription)).count == ProvincialCase.table.count)
  }

  @Test func `every clause of the table of marks has cases`() throws {
    let cited = try Self.run.get().lines("SELECT DISTINCT component FROM component_score ORDER BY component")
    #expect(cited == ["excellent", "interaction", "objective", "study", "subjective"])
    for share in ["50%", "客观题10%", "主观题20%", "优秀作业2%", "18%", "80分以上", "90分及以上"] {
      #expect(ProvincialCase.table.count { $0.clause.contains(share) } >= 2, "\(share)")
    }
  }

  @Test func `everybody of 90 marks is excellent, whatever their number (指南·评优条件1)`() throws {
    let found = try Self.run.get().lines(
      "SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome <> 'ineligible' ORDER BY code")
    let excellent = ProvincialCase.table.indices.filter { ProvincialCase.table[$0].isExcellent }
    #expect(found == excellent.map(ProvincialExports.code))
    #expect(try Self.run.get().lines("SELECT places FROM award_quota WHERE award = 'excellent_learner'") == [])
  }
}

/// Units and offices of the province's training: their figures, how many of them win, and which.
struct ProvincialUnitTests {
  /// Four learners of one school: the first is through, the second has one 学时 of 45 minutes, the third a minute less, the fourth
  /// never came.
  private static let four = Result {
    let learners = [
      ProvincialCase(
        clause: "", reason: "", study: [900], objective: ["80", "80", "80", "80"], subjective: ["80", "90"], posts: 1),
      ProvincialCase(clause: "", reason: "", study: [45], subjective: ["70"]),
      ProvincialCase(clause: "", reason: "", study: [44]), ProvincialCase(clause: "", reason: ""),
    ]
    return try WrittenNight(
      of: ProvincialExports.programme, ProvincialExports.night, files: ProvincialExports(learners).files)
  }

  /// Numerator and denominator of the school's figure.
  @Test(arguments: [
    ("指南·组织方法2 参训率：any study is enough", "participation_rate", "3 4"),
    ("指南·组织方法2 参训率：a minute short of one 学时 is no study", "study_rate", "2 4"),
    // 900 + 45 + 44 minutes, in seconds
    ("指南·组织方法2 在线学习时数：of all who are enrolled", "study_hours", "59340 4"),
    // 6 + 1 of 4 × 6
    ("指南·组织方法2 作业完成率：six of each learner", "assignment_completion_rate", "7 24"),
    ("指南·组织方法2 参与讨论率：one post is enough", "discussion_rate", "1 4"),
    // 80 + 90 + 70 = 240.00, in hundredths, of 3 × 100
    ("指南·组织方法2 作业质量：only of what was handed in", "assignment_quality", "24000 300"),
    // 50 + 8 + 17 + 3 = 78
    ("指南·考核办法 合格率：78 does not pass", "pass_rate", "0 4"),
    // 50 + 2.50 + 2.44 of study and 3 of interaction, in hundredths, of 4 × 68
    ("指南·评优条件2 过程性评价：study and interaction of 68 points", "process_evaluation", "5794 272"),
  ])
  func `a unit has the figures that the clause names`(clause: String, metric: String, figure: String) throws {
    let night = try Self.four.get()
    let found = try night.lines(
      """
      SELECT numerator, denominator FROM metric
      WHERE metric = '\(metric)' AND name = '\(ProvincialExports.school(0))' AND project = ''
      """)
    #expect(found == [figure], "\(clause)\n\(night.outcome.errors)")
  }

  /// How many there are of each, and the places that follow; both sides of each place where halves are rounded up.
  struct Size: Sendable, CustomTestStringConvertible {
    let reason: String
    let administrators: (city: Int, county: Int, school: Int)
    let tutors: Int
    let projects: Int
    let cities: Int
    /// Places of 优秀市级、县级、校级管理员, 总辅导员, 版主, 项目市, 项目区县.
    let places: [String]

    var testDescription: String { reason }
  }

  static let sizes = [
    // 4 × 10 % = 0.4, 12 × 4 % = 0.48, 49 × 1 % = 0.49
    Size(
      reason: "指南·评优条件2至5：less than half a place is none", administrators: (4, 12, 49), tutors: 4, projects: 4,
      cities: 4,
      places: ["0", "0", "0", "0", "0", "0", "0"]),
    // 5 × 10 % = 0.5, 13 × 4 % = 0.52, 50 × 1 % = 0.5
    Size(
      reason: "指南·评优条件2至5：half a place is one", administrators: (5, 13, 50), tutors: 5, projects: 5, cities: 5,
      places: ["1", "1", "1", "1", "1", "1", "1"]),
    // 14 × 10 % = 1.4, 37 × 4 % = 1.48, 149 × 1 % = 1.49
    Size(
      reason: "指南·评优条件2至5：less than one and a half is one", administrators: (14, 37, 149), tutors: 14, projects: 14,
      cities: 14, places: ["1", "1", "1", "1", "1", "1", "1"]),
    // 15 × 10 % = 1.5, 38 × 4 % = 1.52, 150 × 1 % = 1.5
    Size(
      reason: "指南·评优条件2至5：one and a half is two", administrators: (15, 38, 150), tutors: 15, projects: 15, cities: 15,
      places: ["2", "2", "2", "2", "2", "2", "2"]),
  ]

  /// One city more than take part has no learners, and is no 参训机构; of the tutors only one is chief.
  @Test(arguments: sizes)
  func `places are a share of all there are, halves rounded up`(size: Size) throws {
    var exports = ProvincialExports()
    exports.cities = size.cities + 1
    exports.projects = size.projects
    exports.learners = (0..<size.cities).map { city in
      .init(
        school: ProvincialExports.school(city), project: ProvincialExports.project(0),
        learner: ProvincialCase(clause: "", reason: "", study: [900]))
    }
    let levels = [
      ("市级", size.administrators.city, ProvincialExports.city),
      ("县级", size.administrators.county, ProvincialExports.county),
      ("校级", size.administrators.school, ProvincialExports.school),
    ]
    exports.administrators = levels.enumerated().flatMap { level, row in
      (0..<row.1).map { "GL\(level)\(100 + $0),管\(ProvincialExports.letters($0)),\(row.0),\(row.2($0 % size.cities))" }
    }
    exports.tutors = (0..<size.tutors).map {
      "FD\(100 + $0),辅\(ProvincialExports.letters($0)),\(ProvincialExports.project(0)),\($0 == 0 ? "是" : "否"),90"
    }
    exports.moderators = ["BZ1,版主甲,\(ProvincialExports.project(0)),10"]
    let night = try WrittenNight(of: ProvincialExports.programme, ProvincialExports.night, files: exports.files)
    let awards = [
      "city_administrator", "county_administrator", "school_administrator", "chief_tutor", "moderator", "city_office",
      "county_office",
    ]
    let found = try awards.flatMap { award in
      try night.lines("SELECT places FROM award_quota WHERE award = 'excellent_\(award)'")
    }
    #expect(found == size.places, "\(night.outcome.errors)")
  }
}

/// Who wins among the offices and people of the province's training.
struct ProvincialAwardTests {
  private static func outcomes(_ exports: ProvincialExports, _ award: String) throws -> [String] {
    let night = try WrittenNight(of: ProvincialExports.programme, ProvincialExports.night, files: exports.files)
    let found = try night.lines(
      "SELECT code, project, outcome FROM award_decision WHERE award = '\(award)' ORDER BY code, project")
    #expect(!found.isEmpty, "\(night.outcome.errors)")
    return found
  }

  private static func learner(_ school: Int, _ project: Int, _ learner: ProvincialCase) -> ProvincialExports.Enrolled {
    .init(school: ProvincialExports.school(school), project: ProvincialExports.project(project), learner: learner)
  }

  private static let best = ProvincialCase(
    clause: "", reason: "", study: [900], objective: ["100", "100", "100", "100"], subjective: ["100", "100"], posts: 6)
  private static let middling = ProvincialCase(clause: "", reason: "", study: [900], posts: 6)
  private static let weak = ProvincialCase(clause: "", reason: "", study: [450])

  /// Fifteen counties: two places. 甲甲县 is first with its first project (process and pass rate 1, 1) and second with its other one
  /// (1, 0); 甲乙县 has (0, 0); 甲丙县 is as good as the first, but its city has filed nothing.
  @Test func `an office of several projects wins once, with the best of them (指南·评优条件5)`() throws {
    var exports = ProvincialExports()
    (exports.cities, exports.projects) = (15, 2)
    exports.learners =
      [Self.learner(0, 0, Self.best), Self.learner(0, 1, Self.middling), Self.learner(1, 0, Self.weak)]
      + (2..<15).map { Self.learner($0, 0, Self.best) }
    exports.filings = [(0, 0), (0, 1), (1, 0)].map { county, project in
      let name = ProvincialExports.county(county)
      return
        "\(ProvincialExports.city(county)),优秀项目区县,\(ProvincialExports.unitCode(ofCounty: county)),\(name),\(ProvincialExports.project(project))"
    }
    let found = try Self.outcomes(exports, "excellent_county_office")
    #expect(
      found.filter { !$0.hasSuffix("not_filed") } == [
        "991001 甲乙项目 excluded", "991001 甲甲项目 in", "991101 甲甲项目 in",
      ])
  }

  /// Five cities: one place. All indicators are equal but the briefs: two, three, and four of a city that has filed nothing.
  @Test func `of equal figures the briefs decide, among those whom their city has filed (指南·评优条件2)`() throws {
    var exports = ProvincialExports()
    exports.cities = 5
    exports.learners = (0..<5).map { Self.learner($0, 0, Self.best) }
    exports.administrators = (0..<5).map {
      "GL\($0),管\(ProvincialExports.letters($0)),市级,\(ProvincialExports.city($0))"
    }
    exports.briefs = [(0, 2), (1, 3), (2, 4)].flatMap { city, count in
      (0..<count).map { "JB\(city)\($0),\(ProvincialExports.city(city))" }
    }
    exports.filings = [0, 1].map { "\(ProvincialExports.city($0)),优秀市级管理员,GL\($0),管\(ProvincialExports.letters($0))," }
    let found = try Self.outcomes(exports, "excellent_city_administrator")
    #expect(found == ["GL0  below", "GL1  in", "GL2  not_filed", "GL3  not_filed", "GL4  not_filed"])
  }

  /// Five tutors: one place, for a chief one; the best mark is that of one who is none.
  @Test func `only chief tutors win, by the mark of the experts (指南·评优条件3)`() throws {
    var exports = ProvincialExports([Self.best])
    let marks = [("是", "90"), ("是", "90.01"), ("否", "99"), ("否", "80"), ("否", "80")]
    exports.tutors = marks.enumerated().map { "FD\($0),辅\(ProvincialExports.letters($0)),甲甲项目,\($1.0),\($1.1)" }
    exports.recommendations = [0, 1].map { "某省,优秀总辅导员,FD\($0),辅\(ProvincialExports.letters($0))" }
    #expect(try Self.outcomes(exports, "excellent_chief_tutor") == ["FD0  below", "FD1  in"])
  }

  /// Seven moderators: the top half is four (⌈3.5⌉), and the fifth is online as long as the fourth. Five projects: one place.
  @Test func `the top half of the moderators is rounded up, and equals at the cut come in (指南·评优条件4)`() throws {
    var exports = ProvincialExports([Self.best])
    exports.projects = 5
    exports.moderators = ["40", "30", "20", "10", "10", "9.99", "1"].enumerated().map {
      "BZ\($0),版主\(ProvincialExports.letters($0)),甲甲项目,\($1)"
    }
    exports.recommendations = (0..<7).map { "某省,优秀论坛版主,BZ\($0),版主\(ProvincialExports.letters($0))" }
    let found = try Self.outcomes(exports, "excellent_moderator")
    #expect(
      found == [
        "BZ0  in", "BZ1  below", "BZ2  below", "BZ3  below", "BZ4  below", "BZ5  below_entry", "BZ6  below_entry",
      ])
  }

  /// Two equals for one place: the place stays empty.
  @Test func `of moderators who are online equally long at the line none wins (示例：并列者均不入选)`() throws {
    var exports = ProvincialExports([Self.best])
    exports.projects = 5
    exports.moderators = ["40", "40", "1", "1"].enumerated().map {
      "BZ\($0),版主\(ProvincialExports.letters($0)),甲甲项目,\($1)"
    }
    exports.recommendations = [0, 1].map { "某省,优秀论坛版主,BZ\($0),版主\(ProvincialExports.letters($0))" }
    #expect(try Self.outcomes(exports, "excellent_moderator").prefix(2) == ["BZ0  below", "BZ1  below"])
  }

  /// Four learners of 98 marks: recommended by their own city and approved, by their city and refused, by another city, by nobody.
  @Test func `people judge the other three conditions: the city recommends, the province approves (指南·评优条件1)`() throws {
    var exports = ProvincialExports(Array(repeating: Self.best, count: 4))
    exports.cities = 2
    let names = (0..<4).map { "\(ProvincialExports.code($0)),学员\(ProvincialExports.letters($0))" }
    exports.recommendations = ["甲甲市,优秀学员,\(names[0])", "甲甲市,优秀学员,\(names[1])", "甲乙市,优秀学员,\(names[2])"]
    exports.approvals = ["优秀学员,\(names[0]),通过", "优秀学员,\(names[1]),不通过"]
    let found = try Self.outcomes(exports, "excellent_learner")
    #expect(
      found.map { $0.split(separator: " ").last } == ["in", "rejected", "not_recommended", "not_recommended"],
      "\(found)")
  }
}

/// What the guide demands of offices before the training, and of their staff.
struct ProvincialDutyTests {
  /// A session, and whether it is held in time and long enough. The first cohort begins on 1 August.
  struct Session: Sendable, CustomTestStringConvertible {
    let clause: String
    let reason: String
    let check: String
    let row: String
    let passes: Bool

    var testDescription: String { "\(clause)：\(reason)" }
  }

  static let sessions = [
    Session(
      clause: "指南·职责分工（四）3", reason: "fifteen days before is in time", check: "city_trained_before_early",
      row: "甲甲市,县级管理员,上旬班,2023-07-17,4", passes: true),
    Session(
      clause: "指南·职责分工（四）3", reason: "fourteen days before is too late", check: "city_trained_before_early",
      row: "甲甲市,县级管理员,上旬班,2023-07-18,4", passes: false),
    Session(
      clause: "指南·职责分工（四）3", reason: "less than four hours are too short", check: "city_trained_before_early",
      row: "甲甲市,县级管理员,上旬班,2023-07-17,3.9", passes: false),
    Session(
      clause: "指南·职责分工（四）3", reason: "the second cohort has a date of its own", check: "city_trained_before_late",
      row: "甲甲市,县级管理员,下旬班,2023-07-31,4", passes: true),
    Session(
      clause: "指南·职责分工（四）3", reason: "a session for the first cohort is none for the second",
      check: "city_trained_before_late", row: "甲甲市,县级管理员,上旬班,2023-07-17,4", passes: false),
    Session(
      clause: "指南·职责分工（六）3", reason: "ten days before is in time", check: "county_trained_before_early",
      row: "甲甲县,校级管理员,上旬班,2023-07-22,4", passes: true),
    Session(
      clause: "指南·职责分工（六）3", reason: "nine days before is too late", check: "county_trained_before_early",
      row: "甲甲县,校级管理员,上旬班,2023-07-23,4", passes: false),
    Session(
      clause: "指南·职责分工（七）3", reason: "five days before is in time", check: "school_trained_before_early",
      row: "甲甲县第一中学,参训学员,上旬班,2023-07-27,4", passes: true),
    Session(
      clause: "指南·职责分工（七）3", reason: "four days before is too late", check: "school_trained_before_early",
      row: "甲甲县第一中学,参训学员,上旬班,2023-07-28,4", passes: false),
  ]

  private static func failures(_ exports: ProvincialExports, _ check: String) throws -> [String] {
    let night = try WrittenNight(of: ProvincialExports.programme, ProvincialExports.night, files: exports.files)
    try #require(night.outcome.code == 0, "\(night.outcome.errors)")
    return try night.lines("SELECT name FROM unit_check WHERE \"check\" = '\(check)' ORDER BY name")
  }

  private static let one = ProvincialExports([ProvincialCase(clause: "", reason: "", study: [900])])

  @Test(arguments: sessions)
  func `an office trains those below it early enough and long enough`(session: Session) throws {
    var exports = Self.one
    exports.sessions = [session.row]
    let unit = String(session.row.prefix { $0 != "," })
    #expect(try Self.failures(exports, session.check) == (session.passes ? [] : [unit]))
  }

  @Test(arguments: [
    ("指南·职责分工（四）1：a city without an administrator", "city", 0, true),
    ("指南·职责分工（四）1：a city with several", "city", 2, false),
    ("指南·职责分工（六）1：a county without an administrator", "county", 0, true),
    ("指南·职责分工（六）1：a county with several", "county", 3, false),
    ("指南·职责分工（七）1：a school without an administrator", "school", 0, true),
    ("指南·职责分工（七）1：a school with one", "school", 1, false),
    ("指南·职责分工（七）1：a school with two", "school", 2, true),
  ])
  func `every office has as many administrators as the guide says`(
    reason: String, level: String, count: Int, fails: Bool
  ) throws {
    let (sign, unit) =
      switch level {
      case "city": ("市级", ProvincialExports.city(0))
      case "county": ("县级", ProvincialExports.county(0))
      default: ("校级", ProvincialExports.school(0))
      }
    var exports = Self.one
    exports.administrators = (0..<count).map { "GL\($0),管\(ProvincialExports.letters($0)),\(sign),\(unit)" }
    #expect(try Self.failures(exports, "administrators_of_\(level)") == (fails ? [unit] : []), "\(reason)")
  }
}
