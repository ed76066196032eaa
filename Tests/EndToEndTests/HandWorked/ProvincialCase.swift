import Testing

/// A learner of the province's online training whose points were worked out by hand.
struct ProvincialCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands.
  let clause: String
  /// The one reason for which the case is there.
  let reason: String
  /// Minutes, course by course: required ones and elective ones in turn.
  var study: [Int] = []
  var objective: [String] = []
  var subjective: [String] = []
  /// How many assignments are excellent, the subjective ones first.
  var excellent = 0
  var posts = 0
  var replies = 0
  /// Whether the assignments came on the last day of August, eleven days after the cohort has ended.
  var isLate = false
  /// 学习, 客观题, 主观题, 优秀作业, 互动, and the total.
  var points = ""
  var passes = false
  /// Whether the total is enough for 优秀学员.
  var isExcellent = false

  var testDescription: String { "\(clause)：\(reason)" }
}

extension ProvincialCase {
  private static let study = "指南·考核办法 观看课程学习时间50%"
  private static let objective = "指南·考核办法 课程作业32%（客观题10%）"
  private static let subjective = "指南·考核办法 课程作业32%（主观题20%）"
  private static let excellent = "指南·考核办法 课程作业32%（优秀作业2%）"
  private static let interaction = "指南·考核办法 互动交流参与活动18%"
  private static let pass = "指南·考核办法 80分以上者为合格"
  private static let award = "指南·评优条件1（4）90分及以上"

  static let table: [Self] = [
    // 50 × 900 ÷ 900; the hours of the project are 15 of sixty minutes
    Self(
      clause: study, reason: "the hours of the project give all", study: [900],
      points: "50.00 0.00 0.00 0.00 0.00 50.00"),
    // 50 × 899 ÷ 900 = 49.944…
    Self(
      clause: study, reason: "a minute less is in proportion", study: [899], points: "49.94 0.00 0.00 0.00 0.00 49.94"),
    // 50 × 1 ÷ 900 = 0.0555…
    Self(clause: study, reason: "the first minute counts", study: [1], points: "0.06 0.00 0.00 0.00 0.00 0.06"),
    Self(clause: study, reason: "a minute more gives no more", study: [901], points: "50.00 0.00 0.00 0.00 0.00 50.00"),
    // 400 + 500 = 900
    Self(
      clause: study, reason: "videos and texts, required or elective, are added up", study: [400, 500],
      points: "50.00 0.00 0.00 0.00 0.00 50.00"),
    // 10 × 90 ÷ 400 = 2.25
    Self(
      clause: objective, reason: "one of four, the others are zero", objective: ["90"],
      points: "0.00 2.25 0.00 0.00 0.00 2.25"),
    // 10 × 319.8 ÷ 400 = 7.995
    Self(
      clause: objective, reason: "a half hundredth is rounded up", objective: ["79.9", "79.9", "80", "80"],
      points: "0.00 8.00 0.00 0.00 0.00 8.00"),
    // 10 × 319.79 ÷ 400 = 7.99475
    Self(
      clause: objective, reason: "less than a half hundredth is not", objective: ["79.89", "79.9", "80", "80"],
      points: "0.00 7.99 0.00 0.00 0.00 7.99"),
    Self(
      clause: objective, reason: "a fifth gives no more than ten", objective: ["100", "100", "100", "100", "100"],
      points: "0.00 10.00 0.00 0.00 0.00 10.00"),
    // 20 × (85 + 75.5) ÷ 200 = 16.05
    Self(
      clause: subjective, reason: "the mean of two, of twenty points", subjective: ["85", "75.5"],
      points: "0.00 0.00 16.05 0.00 0.00 16.05"),
    // 20 × 85 ÷ 200 = 8.5
    Self(
      clause: subjective, reason: "one that was not handed in is zero", subjective: ["85"],
      points: "0.00 0.00 8.50 0.00 0.00 8.50"),
    Self(
      clause: "指南·考核办法 及时提交作业", reason: "the guide takes nothing from what comes late",
      objective: ["80", "80", "80", "80"],
      isLate: true, points: "0.00 8.00 0.00 0.00 0.00 8.00"),
    // 20 × 190 ÷ 200 = 19, and 2
    Self(
      clause: excellent, reason: "one excellent assignment gives both", subjective: ["95", "95"], excellent: 1,
      points: "0.00 0.00 19.00 2.00 0.00 21.00"),
    Self(
      clause: excellent, reason: "a second one gives no more", subjective: ["95", "95"], excellent: 2,
      points: "0.00 0.00 19.00 2.00 0.00 21.00"),
    // 10 × 100 ÷ 400 = 2.5
    Self(
      clause: excellent, reason: "an objective one may be excellent too", objective: ["100"], excellent: 1,
      points: "0.00 2.50 0.00 2.00 0.00 4.50"),
    Self(
      clause: interaction, reason: "three points for each post", posts: 5, points: "0.00 0.00 0.00 0.00 15.00 15.00"),
    Self(
      clause: interaction, reason: "a reply is as good as a post, and six are enough", posts: 1, replies: 5,
      points: "0.00 0.00 0.00 0.00 18.00 18.00"),
    Self(clause: interaction, reason: "a seventh gives no more", replies: 7, points: "0.00 0.00 0.00 0.00 18.00 18.00"),
    // 50 + 8 + 16 + 6
    Self(
      clause: pass, reason: "80.00 passes", study: [900], objective: ["80", "80", "80", "80"],
      subjective: ["80", "80"],
      posts: 2, points: "50.00 8.00 16.00 0.00 6.00 80.00", passes: true),
    // 10 × 319.6 ÷ 400 = 7.99
    Self(
      clause: pass, reason: "79.99 does not", study: [900], objective: ["79.6", "80", "80", "80"],
      subjective: ["80", "80"], posts: 2, points: "50.00 7.99 16.00 0.00 6.00 79.99"),
    // 7.995 is 8.00 before the sum is made: exactly 79.995
    Self(
      clause: pass, reason: "the printed parts are added up", study: [900], objective: ["79.8", "80", "80", "80"],
      subjective: ["80", "80"], replies: 2, points: "50.00 8.00 16.00 0.00 6.00 80.00", passes: true),
    // 50 × 683 ÷ 900 = 37.9444…, 10 × 320.16 ÷ 400 = 8.004, 20 × 160.54 ÷ 200 = 16.054: exactly 80.0024…
    Self(
      clause: pass, reason: "the printed parts are added up, also where rounding has taken more than it gave",
      study: [683],
      objective: ["80.04", "80.04", "80.04", "80.04"], subjective: ["80.27", "80.27"], posts: 6,
      points: "37.94 8.00 16.05 0.00 18.00 79.99"),
    // 50 + 8 + 14 + 18
    Self(
      clause: award, reason: "90.00 is excellent", study: [900], objective: ["80", "80", "80", "80"],
      subjective: ["70", "70"], posts: 6, points: "50.00 8.00 14.00 0.00 18.00 90.00", passes: true, isExcellent: true),
    Self(
      clause: award, reason: "89.99 is not", study: [900], objective: ["79.6", "80", "80", "80"],
      subjective: ["70", "70"], posts: 6, points: "50.00 7.99 14.00 0.00 18.00 89.99", passes: true),
    Self(
      clause: "指南·考核办法 100%", reason: "without an excellent assignment 98 is the most", study: [900],
      objective: ["100", "100", "100", "100"], subjective: ["100", "100"], posts: 6,
      points: "50.00 10.00 20.00 0.00 18.00 98.00", passes: true, isExcellent: true),
    Self(
      clause: "指南·考核办法 100%", reason: "nothing is lost of full marks", study: [900],
      objective: ["100", "100", "100", "100"], subjective: ["100", "100"], excellent: 1, posts: 6,
      points: "50.00 10.00 20.00 2.00 18.00 100.00", passes: true, isExcellent: true),
    Self(
      clause: "指南·组织方法2 参训率", reason: "who never came is enrolled and has nothing",
      points: "0.00 0.00 0.00 0.00 0.00 0.00"),
  ]
}
