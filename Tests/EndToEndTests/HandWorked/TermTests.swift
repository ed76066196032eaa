import Testing
import TestSupport

/// The school-based training of a term, rule by rule, against figures that were worked out by hand.
struct TermTests {
  /// All cases are teachers of one run, which is shared and changed by none.
  private static let run = Result {
    try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(teachers: TermCase.table).files)
  }

  @Test(arguments: TermCase.table.indices)
  func `a teacher has the points that the clause gives`(number: Int) throws {
    let teacher = TermCase.table[number]
    let night = try Self.run.get()
    let found = try night.points(
      of: TermExports.code(number), ["county", "plan", "attendance", "record", "material", "reflection", "summary"])
    #expect(found == "\(teacher.points) \(teacher.passes ? "passed" : "failed")", "\(teacher)\n\(night.outcome.errors)")
  }

  @Test func `the cases of teachers differ in their reasons`() {
    #expect(Set(TermCase.table.map(\.testDescription)).count == TermCase.table.count)
  }

  @Test(arguments: TermCase.table.indices)
  func `who passes is credited with 36 学时, and nobody else with anything (方案·九4)`(number: Int) throws {
    let credit = try Self.run.get().lines(
      "SELECT credit_hours FROM learner_score WHERE person = '\(TermExports.code(number))'")
    #expect(credit == [TermCase.table[number].passes ? "36.00" : "0.00"], "\(TermCase.table[number])")
  }

  @Test(arguments: TermCase.table.indices)
  func `what is told beside the points takes nothing off`(number: Int) throws {
    let flags = try Self.run.get().lines(
      "SELECT coalesce(flags, '') FROM learner_score WHERE person = '\(TermExports.code(number))'")
    #expect(flags == [TermCase.table[number].flags], "\(TermCase.table[number])")
  }
}

/// Bands, schools and draws of a term.
struct TermUnitTests {
  /// A mark of 作业二 and the band it is in: 优秀50-48, 良好47.9--30, 一般29.9-10, and what is below all of them.
  @Test(arguments: [
    ("50", "essay_excellent"), ("48", "essay_excellent"), ("47.95", "essay_good"), ("47.9", "essay_good"),
    ("30", "essay_good"), ("29.95", "essay_fair"), ("29.9", "essay_fair"), ("10", "essay_fair"), ("9.9", "essay_below"),
    ("0", "essay_below"),
  ])
  func `a band goes from its edge up to the next, and leaves no hole (方案·八 作业二)`(mark: String, band: String) throws {
    let teacher = TermCase(clause: "", reason: "", essay: (mark, "2021-11-18 09:00:00"), points: "")
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(teachers: [teacher]).files)
    let bands = try night.lines(
      "SELECT metric FROM metric WHERE metric LIKE 'essay\\_%' ESCAPE '\\' AND metric <> 'essay_rate' AND level = 0 AND project = '' AND numerator > 0"
    )
    #expect(bands == [band], "\(night.outcome.errors)")
  }

  @Test func `an essay that comes too late is in no band (方案·八 作业二)`() throws {
    let teacher = TermCase(clause: "", reason: "", essay: ("48", "2021-11-20 12:00:01"), points: "")
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(teachers: [teacher]).files)
    let found = try night.lines(
      "SELECT DISTINCT numerator FROM metric WHERE metric LIKE 'essay\\_%' ESCAPE '\\' AND level = 0 AND project = ''")
    #expect(found == ["0"], "\(night.outcome.errors)")
  }

  @Test(arguments: [
    ("校本成绩", "2021-11-05 23:59", "scores_in_time", true), ("校本成绩", "2021-11-06 00:00", "scores_in_time", false),
    ("校本成绩", "", "scores_in_time", false), ("微课推荐名单", "2021-11-19 23:59", "contest_in_time", true),
    ("微课推荐名单", "2021-11-20 00:00", "contest_in_time", false),
    ("校本研修计划", "2021-11-05 23:59", "plan_in_time", true), ("校本研修计划", "2021-11-06 00:00", "plan_in_time", false),
    ("学员信息表", "", "plan_in_time", false), ("学员信息表", "2021-11-06 00:00", "plan_in_time", false),
    ("优质数字教育资源应用课程", "2021-11-05 23:59", "courses_in_time", true),
    ("优质数字教育资源应用课程", "2021-11-06 00:00", "courses_in_time", false),
    ("微课制作技术课程", "", "courses_in_time", false),
  ])
  func `a school hands in until the end of the day, or is listed (方案·七、九2)`(
    material: String, time: String, check: String, passes: Bool
  ) throws {
    let teacher = TermCase(clause: "", reason: "", points: "")
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night,
      files: TermExports(
        teachers: [teacher],
        submissions: ["\(TermExports.school),2021-2022第一学期,\(material),\(time.isEmpty ? "" : "1"),\(time)"]
      ).files)
    let found = try night.lines("SELECT name FROM unit_check WHERE \"check\" = '\(check)'")
    #expect(found == (passes ? [] : [TermExports.school]), "\(night.outcome.errors)")
  }

  /// The lists for the contest are due on the 19th, and the marks of the school before it.
  @Test(arguments: [("2021-11-18", true), ("2021-11-19", false)])
  func `the marks of the school are provisional until the lists for the contest are in (方案·八（二）1)`(
    asOf: String, isProvisional: Bool
  ) throws {
    let teacher = TermCase(clause: "", reason: "", points: "")
    let night = try WrittenNight(of: TermExports.programme, asOf, files: TermExports(teachers: [teacher]).files)
    let bulletin = try night.paper("bulletin/bulletin.md")
    let note = "第一学期校本成绩（计划、考勤、记录、资料、心得、总结）在2021年11月19日24时前为暂定，总成绩随之可能变动"
    #expect(bulletin.contains(note) == isProvisional, "\(night.outcome.errors)")
    let explained = try night.explained(TermExports.code(0))
    #expect(explained.contains("provisional until 2021-11-19 23:59:59: 校本成绩") == isProvisional, "\(explained)")
  }

  /// 作业: 一节微课 and 一篇心得, one teacher with both, one with neither.
  @Test func `the two pieces of work of a school are counted (方案·八（二）3)`() throws {
    let both = TermCase(clause: "", reason: "", points: "")
    let neither = TermCase(clause: "", reason: "", register: ["完成微课": 0, "心得篇数": 0], points: "")
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(teachers: [both, neither]).files)
    let found = try night.lines(
      """
      SELECT metric, numerator, denominator FROM metric
      WHERE metric IN ('micro_lesson_rate', 'reflection_rate') AND level = 1 AND project = '' ORDER BY metric
      """)
    #expect(found == ["micro_lesson_rate 1 2", "reflection_rate 1 2"], "\(night.outcome.errors)")
  }

  /// 19 × 5 % = 0.95, 20 × 5 % = 1, 39 × 5 % = 1.95, 40 × 5 % = 2.
  @Test(arguments: [(19, 0), (20, 1), (39, 1), (40, 2)])
  func `never more than five in a hundred are drawn (方案·八 作业三)`(teachers: Int, places: Int) throws {
    let others = (0..<teachers).map { _ in (school: TermExports.school, subject: "语文") }
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(others: others).files)
    let found = try night.lines(
      "SELECT count(*) FROM award_decision WHERE award = 'practice_check' AND outcome = 'in'")
    #expect(found == ["\(places)"], "\(night.outcome.errors)")
  }

  /// Of `printf '%s\n%s\n%s' '栖云县2021-10-20公开抽签 37-05-82-14' practice_check JS1000/XK1/2021-autumn | sha256sum` and so on to
  /// JS1019, the least begins with 05b2fd24db75abab, and it is that of JS1005; the next is 0af79e322f140bd6, of JS1012.
  @Test func `the draw is the least digest of seed, award and code (方案·八 作业三)`() throws {
    let others = (0..<20).map { _ in (school: TermExports.school, subject: "语文") }
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(others: others).files)
    let found = try night.lines(
      "SELECT code FROM award_decision WHERE award = 'practice_check' AND rank <= 2 ORDER BY rank")
    #expect(found == ["JS1005", "JS1012"], "\(night.outcome.errors)")
  }

  /// 60 teachers: three places. 31, 20 and 9 of them: 1.55, 1 and 0.45, so that the last place goes to the first subject.
  @Test func `the places are divided between the subjects by largest remainder (方案·八 作业三：分学科)`() throws {
    let others = [("语文", 31), ("数学", 20), ("英语", 9)].flatMap { subject, count in
      (0..<count).map { _ in (school: TermExports.school, subject: subject) }
    }
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night, files: TermExports(others: others).files)
    let found = try night.lines(
      "SELECT project, count(*) FROM award_decision WHERE award = 'practice_check' AND outcome = 'in' GROUP BY project ORDER BY 2 DESC"
    )
    #expect(found == ["语文 2", "数学 1"], "\(night.outcome.errors)")
  }

  /// 20 teachers of two schools: one place. The first and the second are recommended by their own school, the third by another's.
  @Test
  func
    `a recommended teacher within the places is in, one over them is below, one of another school is refused (方案·八 作业三)`()
    throws
  {
    let first = TermCase(clause: "", reason: "", points: "")
    let second = TermCase(clause: "", reason: "", register: ["缺签到": 1], points: "")
    let others = (0..<18).map { _ in (school: "甲县第二小学", subject: "语文") }
    let rows = [
      "\(TermExports.school),微课制作评选,JS1000", "\(TermExports.school),微课制作评选,JS1001",
      "\(TermExports.school),微课制作评选,JS1002",
    ]
    let night = try WrittenNight(
      of: TermExports.programme, TermExports.night,
      files: TermExports(teachers: [first, second], others: others, recommendations: rows).files)
    let found = try night.lines(
      "SELECT code, outcome FROM award_decision WHERE award = 'micro_lesson' AND code < 'JS1003' ORDER BY code")
    #expect(found == ["JS1000 in", "JS1001 below", "JS1002 not_filed"], "\(night.outcome.errors)")
    #expect(try night.lines("SELECT code FROM refusal") == ["outside_area"])
  }
}
