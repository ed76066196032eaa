import Testing

/// A teacher of the school-based training whose points were worked out by hand.
///
/// A teacher without anything said has 40 of 50 for each county assignment, handed in two days early: 70 × 80 ÷ 100 = 56; and a
/// flawless register of the school: 5 + 3 + 5 + 7 + 5 + 5 = 30; 86 in all.
struct TermCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands.
  let clause: String
  /// The one reason for which the case is there.
  let reason: String
  /// Mark and moment of 作业一 and 作业二; nothing where none was handed in.
  var paper: (mark: String, time: String)? = ("40", "2021-10-20 09:00:00")
  var essay: (mark: String, time: String)? = ("40", "2021-11-18 09:00:00")
  var length: String? = "800"
  /// Counts that differ from a flawless register; nothing for a teacher who is not in it.
  var register: [String: Int]? = [:]
  /// 县本, 计划, 考勤, 记录, 资料, 心得, 总结, and the total.
  let points: String
  var passes = true
  var flags = ""

  var testDescription: String { "\(clause)：\(reason)" }

  static let flawless = ["上交计划": 1, "心得篇数": 2, "上交总结": 1, "总结项目数": 4, "完成微课": 1]
  static let situations = [
    "上交计划", "偏离主题或应付", "迟交计划", "缺签到", "旷训", "缺席活动", "缺学习记录", "缺学科记录", "记录不详实", "迟交资料",
    "未体现分层或技术", "心得篇数", "迟交心得", "上交总结", "总结偏题", "总结项目数", "完成微课",
  ]
}

extension TermCase {
  static let table: [Self] = county + plan + attendance + record + material + reflection + summary + whole

  private static let county: [Self] = [
    Self(
      clause: "方案·八 作业一", reason: "noon itself is in time", paper: ("40", "2021-10-22 12:00:00"),
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    // 70 × 40 ÷ 100 = 28
    Self(
      clause: "方案·八 作业一", reason: "a second after noon is 0", paper: ("40", "2021-10-22 12:00:01"),
      points: "28.00 5.00 3.00 5.00 7.00 5.00 5.00 58.00", passes: false),
    Self(
      clause: "方案·八 作业一", reason: "nothing handed in is 0", paper: nil,
      points: "28.00 5.00 3.00 5.00 7.00 5.00 5.00 58.00", passes: false),
    Self(
      clause: "方案·八 作业二", reason: "noon itself is in time", essay: ("40", "2021-11-20 12:00:00"),
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    Self(
      clause: "方案·八 作业二", reason: "a second after noon is 0", essay: ("40", "2021-11-20 12:00:01"),
      points: "28.00 5.00 3.00 5.00 7.00 5.00 5.00 58.00", passes: false),
    Self(
      clause: "方案·八 作业二 不少于600字", reason: "599 characters are told and take nothing off", length: "599",
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00", flags: "short_essay"),
    Self(
      clause: "方案·八 作业二 不少于600字", reason: "600 characters are enough", length: "600",
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    // 70 × 100 ÷ 100
    Self(
      clause: "方案·七（一）县本培训（70分）", reason: "a hundred marks are seventy points", paper: ("50", "2021-10-20 09:00:00"),
      essay: ("50", "2021-11-18 09:00:00"), points: "70.00 5.00 3.00 5.00 7.00 5.00 5.00 100.00"),
    // 70 × 20.1 ÷ 100 = 14.07; 7.035 and 7.035, each rounded, would be 14.08
    Self(
      clause: "方案·七（一）县本培训（70分）", reason: "the part is rounded once", paper: ("10.05", "2021-10-20 09:00:00"),
      essay: ("10.05", "2021-11-18 09:00:00"), points: "14.07 5.00 3.00 5.00 7.00 5.00 5.00 44.07", passes: false),
    // 70 × 80.05 ÷ 100 = 56.035
    Self(
      clause: "方案·七（一）县本培训（70分）", reason: "a half hundredth is rounded up", paper: ("40.05", "2021-10-20 09:00:00"),
      points: "56.04 5.00 3.00 5.00 7.00 5.00 5.00 86.04"),
  ]

  private static let plan: [Self] = [
    Self(
      clause: "细则·研修计划", reason: "off the topic: 5 − 1", register: ["偏离主题或应付": 1],
      points: "56.00 4.00 3.00 5.00 7.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·研修计划", reason: "late: 5 − 0.5", register: ["迟交计划": 1],
      points: "56.00 4.50 3.00 5.00 7.00 5.00 5.00 85.50"),
    Self(
      clause: "细则·研修计划", reason: "both: 5 − 1 − 0.5", register: ["偏离主题或应付": 1, "迟交计划": 1],
      points: "56.00 3.50 3.00 5.00 7.00 5.00 5.00 84.50"),
    Self(
      clause: "细则·研修计划", reason: "not handed in: nothing", register: ["上交计划": 0],
      points: "56.00 0.00 3.00 5.00 7.00 5.00 5.00 81.00"),
  ]

  private static let attendance: [Self] = [
    Self(
      clause: "细则·参训考勤", reason: "one sign-in missed: 3 − 1", register: ["缺签到": 1],
      points: "56.00 5.00 2.00 5.00 7.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·参训考勤", reason: "three take all of it", register: ["缺签到": 3],
      points: "56.00 5.00 0.00 5.00 7.00 5.00 5.00 83.00"),
    Self(
      clause: "细则·参训考勤", reason: "four take no more than there is", register: ["缺签到": 4],
      points: "56.00 5.00 0.00 5.00 7.00 5.00 5.00 83.00"),
    Self(
      clause: "细则·参训考勤", reason: "one absence is not frequent", register: ["旷训": 1],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    Self(
      clause: "细则·参训考勤", reason: "of two absences each counts: 3 − 2 × 0.5", register: ["旷训": 2],
      points: "56.00 5.00 2.00 5.00 7.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·参训考勤", reason: "both clauses act together: 3 − 1 − 3 × 0.5", register: ["缺签到": 1, "旷训": 3],
      points: "56.00 5.00 0.50 5.00 7.00 5.00 5.00 83.50"),
  ]

  private static let record: [Self] = [
    Self(
      clause: "细则·研修记录", reason: "a session missed: 5 − 1", register: ["缺席活动": 1],
      points: "56.00 5.00 3.00 4.00 7.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·研修记录", reason: "a note not written: 5 − 0.5", register: ["缺学习记录": 1],
      points: "56.00 5.00 3.00 4.50 7.00 5.00 5.00 85.50"),
    Self(
      clause: "细则·研修记录", reason: "a subject record missing: 5 − 1", register: ["缺学科记录": 1],
      points: "56.00 5.00 3.00 4.00 7.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·研修记录", reason: "a thin record: 5 − 0.5", register: ["记录不详实": 1],
      points: "56.00 5.00 3.00 4.50 7.00 5.00 5.00 85.50"),
    // 2 + 3 × 0.5 + 1 + 1 × 0.5 = 5
    Self(
      clause: "细则·研修记录", reason: "the two rows of the table share five points",
      register: ["缺席活动": 2, "缺学习记录": 3, "缺学科记录": 1, "记录不详实": 1],
      points: "56.00 5.00 3.00 0.00 7.00 5.00 5.00 81.00"),
  ]

  private static let material: [Self] = [
    Self(
      clause: "细则·说课材料", reason: "late: 7 − 1", register: ["迟交资料": 1],
      points: "56.00 5.00 3.00 5.00 6.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·说课材料", reason: "neither differentiated nor with technology, twice: 7 − 2 × 0.5",
      register: ["未体现分层或技术": 2], points: "56.00 5.00 3.00 5.00 6.00 5.00 5.00 85.00"),
    Self(
      clause: "细则·说课材料", reason: "eight late ones take no more than seven", register: ["迟交资料": 8],
      points: "56.00 5.00 3.00 5.00 0.00 5.00 5.00 79.00"),
  ]

  private static let reflection: [Self] = [
    Self(
      clause: "细则·学习心得", reason: "one of two: 5 − 1", register: ["心得篇数": 1],
      points: "56.00 5.00 3.00 5.00 7.00 4.00 5.00 85.00"),
    Self(
      clause: "细则·学习心得", reason: "none: 5 − 2", register: ["心得篇数": 0],
      points: "56.00 5.00 3.00 5.00 7.00 3.00 5.00 84.00"),
    Self(
      clause: "细则·学习心得", reason: "a third gives nothing", register: ["心得篇数": 3],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    Self(
      clause: "细则·学习心得", reason: "late: 5 − 0.5", register: ["迟交心得": 1],
      points: "56.00 5.00 3.00 5.00 7.00 4.50 5.00 85.50"),
  ]

  private static let summary: [Self] = [
    Self(
      clause: "细则·研修总结", reason: "off the topic: 5 − 1", register: ["总结偏题": 1],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 4.00 85.00"),
    Self(
      clause: "细则·研修总结", reason: "three parts are enough", register: ["总结项目数": 3],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 5.00 86.00"),
    Self(
      clause: "细则·研修总结", reason: "two parts: one fewer than three", register: ["总结项目数": 2],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 4.00 85.00"),
    Self(
      clause: "细则·研修总结", reason: "no part of the four: 5 − 3", register: ["总结项目数": 0],
      points: "56.00 5.00 3.00 5.00 7.00 5.00 2.00 83.00"),
    Self(
      clause: "细则·研修总结", reason: "not handed in: nothing, not the 2 that the deductions would leave",
      register: ["上交总结": 0, "总结项目数": 0], points: "56.00 5.00 3.00 5.00 7.00 5.00 0.00 81.00"),
  ]

  private static let whole: [Self] = [
    // 70 × 85 ÷ 100 = 59.5; 4.5 + 3 + 0 + 0 + 3 + 0 = 10.5
    Self(
      clause: "方案·九4：70分以上为培训合格", reason: "70.00 passes", paper: ("45", "2021-10-20 09:00:00"),
      register: ["迟交计划": 1, "缺席活动": 5, "迟交资料": 7, "心得篇数": 0, "上交总结": 0],
      points: "59.50 4.50 3.00 0.00 0.00 3.00 0.00 70.00"),
    // 70 × 84.98 ÷ 100 = 59.486
    Self(
      clause: "方案·九4：70分以上为培训合格", reason: "69.99 does not", paper: ("44.98", "2021-10-20 09:00:00"),
      register: ["迟交计划": 1, "缺席活动": 5, "迟交资料": 7, "心得篇数": 0, "上交总结": 0],
      points: "59.49 4.50 3.00 0.00 0.00 3.00 0.00 69.99", passes: false),
    Self(
      clause: "方案·九2", reason: "who is in no register of the school has no points of the school", register: nil,
      points: "56.00 0.00 0.00 0.00 0.00 0.00 0.00 56.00", passes: false, flags: "not_assessed"),
  ]
}
