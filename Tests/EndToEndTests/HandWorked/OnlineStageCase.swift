import Testing

/// A learner of the blended programme's online stage whose points were worked out by hand.
struct OnlineStageCase: Sendable, CustomTestStringConvertible {
  /// Where the rule stands; the source gives no marks, so those of the pipeline file are named.
  let clause: String
  /// The one reason for which the case is there, which is its name in the sample data.
  let reason: String
  /// 学时, 直播, 五个一, 四步走, and the total.
  let points: String
  let passes: Bool

  var testDescription: String { "\(clause)：\(reason)" }

  static let table: [Self] = [
    // 6,390 + 360 = 6,750 minutes are 150 hours; 360 live ones are 8. 5 × 4. 4 × 3.
    Self(
      clause: "线上研修学时：150学时满分", reason: "everything exactly in full",
      points: "60.00 8.00 20.00 12.00 100.00", passes: true),
    // 60 × 6,749 ÷ 6,750 = 59.9911.
    Self(
      clause: "线上研修学时：不足的按比例", reason: "study one minute short", points: "59.99 8.00 20.00 12.00 99.99",
      passes: true),
    Self(
      clause: "线上研修学时：以满分为限", reason: "study far above the target", points: "60.00 8.00 20.00 12.00 100.00",
      passes: true),
    // 8 × 180 ÷ 360; live lectures are study too: 6,570 + 180 = 6,750.
    Self(
      clause: "同步在线直播：8学时满分", reason: "half of the live lectures", points: "60.00 4.00 20.00 12.00 96.00",
      passes: true),
    Self(
      clause: "同步在线直播：没有的不得分", reason: "no live lecture", points: "60.00 0.00 20.00 12.00 92.00",
      passes: true),
    // 4 × 4: complete it is not, but it passes.
    Self(
      clause: "快讯·“五个一”：每项4分", reason: "four of the five tasks", points: "60.00 8.00 16.00 12.00 96.00",
      passes: true),
    // 心得 and 小论文 are both the fourth task.
    Self(
      clause: "快讯·写一篇心得、小论文或个人成长故事", reason: "one task handed in as two papers, another left out",
      points: "60.00 8.00 16.00 12.00 96.00", passes: true),
    // 3 × 3, for every member.
    Self(
      clause: "快讯·“四步走”：小组每步3分", reason: "a group of three steps", points: "60.00 8.00 20.00 9.00 97.00",
      passes: true),
    Self(
      clause: "快讯·“四步走”：没有的不得分", reason: "a group of no step", points: "60.00 8.00 20.00 0.00 88.00",
      passes: true),
    Self(
      clause: "快讯·“四步走”：没有小组的不得分", reason: "in no group", points: "60.00 8.00 20.00 0.00 88.00",
      passes: true),
    // 4,140 + 360 = 4,500: 60 × 4,500 ÷ 6,750 = 40, and 8 + 20 + 12.
    Self(clause: "合格线80分", reason: "eighty points", points: "40.00 8.00 20.00 12.00 80.00", passes: true),
    // 60 × 4,499 ÷ 6,750 = 39.9911.
    Self(clause: "合格线80分", reason: "79.99 points", points: "39.99 8.00 20.00 12.00 79.99", passes: false),
    Self(clause: "线上研修学时：没有的不得分", reason: "tasks alone", points: "0.00 0.00 20.00 12.00 32.00", passes: false),
    // 60 × 45 ÷ 6,750.
    Self(clause: "学习率：满1学时", reason: "study of one hour", points: "0.40 0.00 0.00 0.00 0.40", passes: false),
    // 60 × 44 ÷ 6,750 = 0.3911.
    Self(
      clause: "学习率：不满1学时", reason: "study of forty-four minutes", points: "0.39 0.00 0.00 0.00 0.39",
      passes: false),
  ]
}
