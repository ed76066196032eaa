import Testing

/// A learner of the party secretaries' class whose figures were worked out by hand, as the plan's sections 三 and 四 have it.
struct ClassCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands.
  let clause: String
  /// The one reason for which the case is there, which is its name in the sample data.
  let reason: String
  /// 课程, 研讨, 心得, 考试, and the total.
  var points = "50.00 10.00 18.00 18.00 96.00"
  var passes = true
  /// What stands in the way of passing: the total, requirements, the veto.
  var unmet = ""
  var flags = ""
  /// Credited hours of 45 minutes.
  var credit = "25.00"

  var testDescription: String { "\(clause)：\(reason)" }

  static let table: [Self] = [
    // 180 + 5 × 144 = 900 minutes are 20 hours, 225 are 5: 40 + 10. 18 of 20. 90 × 20 ÷ 100 = 18. 900 + 225 = 1,125 = 25 × 45.
    Self(clause: "方案·四：完成各项考核要求且总成绩达到80分", reason: "the least that passes"),
    // 6 × 135 = 810 of 900: 40 × 0.9 = 36, and 10.
    Self(
      clause: "方案·四·考核标准1：总学时数不低于20学时", reason: "three hours in every module, eighteen in all",
      points: "46.00 10.00 18.00 18.00 92.00", passes: false, unmet: "required_hours",
      flags: "exam_before_required", credit: "0.00"),
    // 360 + 4 × 135 = 900, and none in the sixth.
    Self(
      clause: "方案·四·考核标准1：每一模块不少于3学时", reason: "twenty hours, one module left out", passes: false,
      unmet: "modules", credit: "0.00"),
    // 225 + 4 × 135 + 100 + 35 of text = 900; in the sixth 100 of 135 are video.
    Self(
      clause: "方案·四·考核标准1：视频课程不少于3学时",
      reason: "a module short of three hours of video, filled up with texts", passes: false, unmet: "modules",
      credit: "0.00"),
    // 225.1 + 4 × 135 + 134.9 = 900; 134.9 minutes of 135.
    Self(
      clause: "方案·四·考核标准1：每一模块不少于3学时", reason: "a module six seconds short of three hours",
      passes: false, unmet: "modules", credit: "0.00"),
    // 180 + 4 × 144 + 143.9 = 899.9: 40 × 899.9 ÷ 900 = 39.9956, with 10 it is printed 50.00, and yet it is not 20 hours.
    Self(
      clause: "方案·四·考核标准1：总学时数不低于20学时", reason: "required hours six seconds short of twenty",
      passes: false, unmet: "required_hours", flags: "exam_before_required", credit: "0.00"),
    // 6 × 135 = 810 of video and 40 + 40 + 10 of text.
    Self(clause: "方案·四·考核标准1：总学时数包括图文", reason: "texts count towards twenty hours"),
    // 10 × 224 ÷ 225 = 9.9556; 1,602 required minutes do not help.
    Self(
      clause: "方案·四·考核标准1：选修不少于5学时", reason: "elective hours one minute short of five",
      points: "49.96 10.00 18.00 18.00 95.96", passes: false, unmet: "elective_hours",
      flags: "exam_before_elective", credit: "0.00"),
    // 40 and 10 are all there is; 1,200 + 300 = 1,500 minutes are 33.33 hours, and all of them are credited.
    Self(clause: "方案·四：所学学时计入继续教育培训学时", reason: "more than twenty and five hours", credit: "33.33"),
    Self(
      clause: "方案·四·考核标准2：参与班级研讨不少于2次", reason: "one post", points: "50.00 5.00 18.00 18.00 91.00",
      passes: false, unmet: "discussion", credit: "0.00"),
    Self(clause: "方案·四·考核标准2：回复、同一主题也是参与", reason: "two replies on one topic"),
    Self(clause: "方案·一：学习阶段至9月10日", reason: "a second post in the last second"),
    Self(
      clause: "方案·一：学习阶段至9月10日", reason: "a second post one second late",
      points: "50.00 5.00 18.00 18.00 91.00", passes: false, unmet: "discussion", credit: "0.00"),
    // 50 + 10 + 0 + 20.
    Self(
      clause: "方案·四：完成各项考核要求", reason: "no essay, eighty points", points: "50.00 10.00 0.00 20.00 80.00",
      passes: false, unmet: "essay", credit: "0.00"),
    // The mark stays as it was given.
    Self(
      clause: "方案·四·考核标准3：不少于1000字", reason: "an essay of 999 characters",
      points: "50.00 10.00 20.00 18.00 98.00", passes: false, unmet: "essay", credit: "0.00"),
    Self(
      clause: "方案·四·考核标准3：学习心得或党建工作案例", reason: "a case of 1000 characters",
      points: "50.00 10.00 20.00 18.00 98.00"),
    Self(clause: "方案·一：学习阶段至9月10日", reason: "an essay in the last second"),
    Self(
      clause: "方案·一：学习阶段至9月10日", reason: "an essay one second late", points: "50.00 10.00 0.00 18.00 78.00",
      passes: false, unmet: "total essay", credit: "0.00"),
    Self(
      clause: "方案·四·考核标准3：如发现抄袭等情况不予结业", reason: "a copied essay, full marks",
      points: "50.00 10.00 20.00 20.00 100.00", passes: false, unmet: "plagiarism", credit: "0.00"),
    // 50 + 10 + 20 + 0.
    Self(
      clause: "方案·四·考核标准4：参加在线考试", reason: "no examination, eighty points",
      points: "50.00 10.00 20.00 0.00 80.00", passes: false, unmet: "exam", credit: "0.00"),
    // 92 × 20 ÷ 100, whatever came before and after.
    Self(
      clause: "方案·四·考核标准4：多次考试取最好成绩", reason: "the best of three attempts",
      points: "50.00 10.00 18.00 18.40 96.40"),
    // On the fifth of July, when the first of 28 courses was not over.
    Self(
      clause: "方案·三·4：完成规定学时后参加在线考试", reason: "an examination before the hours were complete",
      flags: "exam_before_required exam_before_elective"),
    // The 28th course, one a day from the fifth of July, ends on the first of August at 21:00:00.
    Self(
      clause: "方案·三·4：完成规定学时后参加在线考试",
      reason: "an examination in the second in which the hours were complete"),
    // The required courses, the first 24, were over on the 28th of July.
    Self(
      clause: "方案·三·4：完成规定学时后参加在线考试",
      reason: "an examination one second before the hours were complete", flags: "exam_before_elective"),
    Self(clause: "方案·一：学习阶段至9月10日", reason: "an examination in the last second"),
    Self(
      clause: "方案·一：学习阶段至9月10日", reason: "an examination one second late",
      points: "50.00 10.00 18.00 0.00 78.00", passes: false, unmet: "total exam", credit: "0.00"),
    Self(clause: "方案·四·考核标准4：考试时间为90分钟", reason: "an examination of ninety minutes"),
    Self(
      clause: "方案·四·考核标准4：考试时间为90分钟", reason: "an examination of ninety-one minutes",
      flags: "exam_overtime"),
    // 50 + 10 + 10 + 50 × 20 ÷ 100.
    Self(clause: "方案·四：80分及以上", reason: "eighty points", points: "50.00 10.00 10.00 10.00 80.00"),
    // 49.95 × 20 ÷ 100 = 9.99.
    Self(
      clause: "方案·四：80分及以上", reason: "79.99 points", points: "50.00 10.00 10.00 9.99 79.99", passes: false,
      unmet: "total", credit: "0.00"),
    // 62.53 × 20 ÷ 100 = 12.506.
    Self(
      clause: "方案·四·考核标准4：折算四舍五入至0.01分", reason: "a part rounded half up",
      points: "50.00 10.00 18.00 12.51 90.51"),
    Self(
      clause: "方案·四·考核标准2：参与班级研讨不少于2次", reason: "no post at all", points: "50.00 0.00 18.00 18.00 86.00",
      passes: false, unmet: "discussion", credit: "0.00"),
    // The platform states a course's time as one number; what of it came after the phase cannot be taken out.
    Self(clause: "方案·一：学习阶段至9月10日", reason: "a course studied on until the last second"),
    Self(
      clause: "方案·一：学习阶段至9月10日", reason: "a course studied on after the phase",
      flags: "exam_before_elective study_after_phase"),
  ]
}
