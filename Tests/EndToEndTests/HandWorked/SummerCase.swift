import Testing

/// A learner of the county's summer training whose points were worked out by hand.
struct SummerCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands.
  let clause: String
  /// The one reason for which the case is there.
  let reason: String
  /// Minutes of a course and the last time it was studied, course by course.
  var study: [(minutes: Int, last: String)] = []
  var objective: [String] = []
  var subjective: [String] = []
  /// How many of the subjective assignments are excellent, the first ones.
  var excellent = 0
  var posts = 0
  var replies = 0
  /// 学习, 客观题, 主观题, 优秀作业, 互动, and the total.
  let points: String
  let passes: Bool
  /// When the study was completed; empty when it was not.
  var completed = ""

  var testDescription: String { "\(clause)：\(reason)" }
}

extension SummerCase {
  /// 20 学时 of study, done on 10 August: 50.00.
  private static let whole = [(900, "2023-08-10 20:00:00")]

  static let table: [Self] = [
    // 50 × 900 ÷ 900 = 50
    Self(
      clause: "指南·考核办法 学习50%", reason: "exactly 20 学时 give full marks", study: [(900, "2023-08-09 21:00:00")],
      points: "50.00 0.00 0.00 0.00 0.00 50.00", passes: false, completed: "2023-08-09 21:00:00"),
    // 50 × 899 ÷ 900 = 49.944…
    Self(
      clause: "指南·考核办法 学习50%", reason: "a minute short is in proportion", study: [(899, "2023-08-09 21:00:00")],
      points: "49.94 0.00 0.00 0.00 0.00 49.94", passes: false),
    // 50 × 9 ÷ 900 = 0.5
    Self(
      clause: "指南·考核办法 学习50%", reason: "the least study has points", study: [(9, "2023-08-09 21:00:00")],
      points: "0.50 0.00 0.00 0.00 0.00 0.50", passes: false),
    // min(1000, 900) ÷ 900
    Self(
      clause: "指南·考核办法 学习50%", reason: "more than 20 学时 give no more", study: [(1000, "2023-08-09 21:00:00")],
      points: "50.00 0.00 0.00 0.00 0.00 50.00", passes: false, completed: "2023-08-09 21:00:00"),
    // 500 + 400 = 900 with the second course in time, which stands first in the file
    Self(
      clause: "方案·八（三）2.1 率先完成", reason: "courses count in the order of time, not of rows",
      study: [(400, "2023-08-12 09:00:00"), (500, "2023-08-05 09:00:00"), (90, "2023-08-18 22:00:00")],
      points: "50.00 0.00 0.00 0.00 0.00 50.00", passes: false, completed: "2023-08-12 09:00:00"),
    // 450 + 449 = 899 by the 6th; the course of the 20th brings the missing minute
    Self(
      clause: "方案·八（三）2.1 率先完成", reason: "a minute short is not yet complete",
      study: [(450, "2023-08-04 09:00:00"), (449, "2023-08-06 09:00:00"), (1, "2023-08-20 09:00:00")],
      points: "50.00 0.00 0.00 0.00 0.00 50.00", passes: false, completed: "2023-08-20 09:00:00"),
    // 10 × 90 ÷ 200 = 4.5
    Self(
      clause: "指南·考核办法 客观题10%", reason: "a missing assignment is zero", objective: ["90"],
      points: "0.00 4.50 0.00 0.00 0.00 4.50", passes: false),
    // 10 × 159.9 ÷ 200 = 7.995
    Self(
      clause: "指南·考核办法 客观题10%", reason: "a half hundredth is rounded up", objective: ["79.9", "80"],
      points: "0.00 8.00 0.00 0.00 0.00 8.00", passes: false),
    // 20 × (85 + 75.5) ÷ 200 = 16.05
    Self(
      clause: "指南·考核办法 主观题20%", reason: "the mean of two, of twenty points", subjective: ["85", "75.5"],
      points: "0.00 0.00 16.05 0.00 0.00 16.05", passes: false),
    // 20 × 190 ÷ 200 = 19, and 2
    Self(
      clause: "指南·考核办法 优秀作业2%", reason: "one excellent assignment gives all of it", subjective: ["95", "95"],
      excellent: 1, points: "0.00 0.00 19.00 2.00 0.00 21.00", passes: false),
    Self(
      clause: "指南·考核办法 优秀作业2%", reason: "two give no more", subjective: ["95", "95"], excellent: 2,
      points: "0.00 0.00 19.00 2.00 0.00 21.00", passes: false),
    // 3 × 5 = 15
    Self(
      clause: "指南·考核办法 互动18%", reason: "three points each", posts: 5,
      points: "0.00 0.00 0.00 0.00 15.00 15.00", passes: false),
    Self(
      clause: "指南·考核办法 互动18%", reason: "a reply counts like a post, and six are enough", posts: 2, replies: 4,
      points: "0.00 0.00 0.00 0.00 18.00 18.00", passes: false),
    Self(
      clause: "指南·考核办法 互动18%", reason: "a seventh gives no more", replies: 7,
      points: "0.00 0.00 0.00 0.00 18.00 18.00", passes: false),
    // 50 + 8 + 16 + 0 + 6 = 80
    Self(
      clause: "方案·八（二）80分以上者为合格", reason: "80.00 passes", study: whole, objective: ["80", "80"],
      subjective: ["80", "80"], posts: 2, points: "50.00 8.00 16.00 0.00 6.00 80.00", passes: true,
      completed: "2023-08-10 20:00:00"),
    // 10 × 159.8 ÷ 200 = 7.99
    Self(
      clause: "方案·八（二）80分以上者为合格", reason: "79.99 does not", study: whole, objective: ["79.8", "80"],
      subjective: ["80", "80"], posts: 2, points: "50.00 7.99 16.00 0.00 6.00 79.99", passes: false,
      completed: "2023-08-10 20:00:00"),
    // 7.995 is 8.00 before the sum is made, so that the exact sum of 79.995 passes
    Self(
      clause: "方案·八（二）80分以上者为合格", reason: "the printed parts are added up", study: whole,
      objective: ["79.9", "80"], subjective: ["80", "80"], replies: 2, points: "50.00 8.00 16.00 0.00 6.00 80.00",
      passes: true, completed: "2023-08-10 20:00:00"),
    Self(
      clause: "指南·考核办法 100%", reason: "nothing is lost of full marks", study: whole, objective: ["100", "100"],
      subjective: ["100", "100"], excellent: 1, posts: 6, points: "50.00 10.00 20.00 2.00 18.00 100.00", passes: true,
      completed: "2023-08-10 20:00:00"),
    Self(
      clause: "方案·八（一）2 参训率", reason: "who never came is enrolled and has nothing",
      points: "0.00 0.00 0.00 0.00 0.00 0.00", passes: false),
  ]
}
