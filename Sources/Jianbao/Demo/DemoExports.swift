import Foundation

/// The exports of an invented programme: the same bytes on every machine, as they follow from the places of learners in a list.
///
/// Identity numbers begin with the unissued region 999, telephones with the unissued 100.
struct DemoExports {
  /// The nights whose exports there are.
  static let nights = ["2025-10-15", "2025-10-22"]

  /// The files of a night by their names.
  static func files(of night: String) -> [(name: String, text: String)] {
    let isLast = night == nights.last
    let learners = (0..<49).map(Learner.init)
    let roster = learners.filter { isLast ? $0.index != 20 : $0.index < 48 }
    return [
      ("单位.csv", table(["单位编码", "单位名称", "级别", "上级编码"], units)),
      (
        "项目.csv",
        table(
          ["项目编码", "项目名称", "学段", "学科"], [["P1", "小学语文", "小学", "语文"], ["P2", "初中数学", "初中", "数学"]])
      ),
      (
        "学员名册.csv",
        "星河市2025年教师网络研修学员名册\n"
          + table(
            ["学员编号", "姓名", "身份证号", "手机号", "学校", "项目", "班次"], roster.map { $0.rosterRow(afterMove: isLast) })
      ),
      (
        "学习时长.csv",
        table(["学员编号", "课程编号", "学习时长（分钟）", "最后学习时间"], roster.flatMap { $0.study(isLast) } + studyDirt)
      ),
      ("研修作业.csv", table(["学员编号", "作业编号", "提交时间", "得分", "满分"], roster.flatMap { $0.assignments(isLast) })),
      ("研讨统计.csv", table(["学员编号", "类型", "次数"], roster.flatMap { $0.posts(isLast) })),
      (
        "满意度问卷.csv",
        table(
          ["序号", "提交答卷时间", "所用时间", "1、您所在的区县", "2、对研修工作的评价(研修内容)", "2、对研修工作的评价(支持与服务)"],
          (1...(isLast ? 32 : 18)).map(response))
      ),
    ]
      + (isLast
        ? [("审批.csv", table(["审批单位", "奖项", "学员编号", "姓名", "结论", "审批日期"], learners.compactMap(\.approval)))] : [])
  }

  private static let counties = ["青禾县", "白露县", "望川县"]
  private static let schools = counties.flatMap { ["\($0)中心小学", "\($0)实验初级中学"] }

  private static let units =
    [["900000", "星河市", "市", ""]]
    + counties.enumerated().map { ["9000\($0 + 1)0", $1, "县", "900000"] }
    + schools.enumerated().map { ["9000\($0 / 2 + 1)\($0 % 2 + 1)", $1, "校", "9000\($0 / 2 + 1)0"] }

  /// What every export has some of: a row that says the same again, and one where somebody typed the letter O.
  private static let studyDirt = [
    ["D2025004", "K1", "60", "2025-10-12 20:15:00"], ["D2025004", "K1", "60", "2025-10-12 20:15:00"],
    ["D2025009", "K3", "1小时2O分", "2025-10-13 19:40:00"],
  ]

  private static func response(_ number: Int) -> [String] {
    let scale = ["非常满意", "非常满意", "满意", "满意", "一般", "非常满意", "不满意"]
    return [
      "\(number)", "2025-10-\(10 + number % 6) 20:\(10 + number):00", "\(90 + number * 13 % 200)秒",
      counties[number % 3],
      scale[number * 3 % 7], scale[number * 5 % 7],
    ]
  }

  private static func table(_ headers: [String], _ rows: [[String]]) -> String {
    ([headers] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// A learner whose every figure follows from the place in the list.
  private struct Learner {
    let index: Int
    /// From 0, who never came, to 47, who did everything.
    private var pace: Int { index < 48 ? (index * 29 + 11) % 48 : 8 }
    private var code: String { "D2025\(padded(index + 1, 3))" }

    init(_ index: Int) { self.index = index }

    private var name: String {
      let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨")
      let given = Array("安宁文思明远书言清和子涵若溪景行")
      return "\(surnames[index % 16])\(given[index * 5 % 16])\(given[(index / 16 * 3 + index * 7 + 2) % 16])"
    }

    /// With the check digit of GB 11643.
    private var identity: String {
      let body =
        "999\(101 + index)19\(70 + index % 25)\(padded(index % 12 + 1, 2))\(padded(index % 28 + 1, 2))\(padded(index * 7 + 11, 3))"
      let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
      let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      return body + String(Array("10X98765432")[sum % 11])
    }

    func rosterRow(afterMove: Bool) -> [String] {
      let school = afterMove && index == 5 ? 3 : index % 6
      return [
        code, name, identity, "100\(padded(index * 1_234_567 + 20_251_015, 8))", schools[school],
        index % 2 == 0 ? "小学语文" : "初中数学", "十月班",
      ]
    }

    func study(_ isLast: Bool) -> [[String]] {
      guard pace >= (isLast ? 2 : 5) else { return [] }
      let minutes = isLast ? min(150 + pace * 14, 640) : 60 + pace * 7
      let day = isLast ? 16 + pace % 6 : 10 + pace % 5
      return [("K1", minutes / 2), ("K2", minutes - minutes / 2)].map { course, part in
        [code, course, "\(part)", "2025-10-\(day) \(padded(8 + pace % 12, 2)):\(padded(index, 2)):00"]
      }
    }

    func assignments(_ isLast: Bool) -> [[String]] {
      let mark = 58 + pace * 4 / 5 + (pace < 40 ? index % 3 : 0)
      let first = pace < 12 ? [] : [[code, "Z1", "2025-10-14 2\(pace % 4):\(padded(index, 2)):00", "\(mark)", "100"]]
      let second =
        !isLast || pace < 16 ? [] : [[code, "Z2", "2025-10-21 2\(pace % 4):\(padded(index, 2)):00", "\(mark)", "100"]]
      return first + second
    }

    func posts(_ isLast: Bool) -> [[String]] {
      let count = isLast ? pace / 6 : pace / 12
      return count == 0 ? [] : [[code, "发帖", "\((count + 1) / 2)"], [code, "回帖", "\(count / 2)"]]
    }

    var approval: [String]? {
      pace > 43 ? ["星河市", "优秀学员", code, name, "通过", "2025-10-22"] : nil
    }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
