/// The exports of the county's summer training, written for a handful of learners and units.
struct SummerExports {
  static let programme = "haian-2023"
  static let night = "2023-09-04"

  /// Learners by their number in the list, all of one school and subject, in the first cohort.
  var learners: [SummerCase] = []
  /// Rows of 训前培训: unit, session, audience, day, length.
  var sessions: [String] = []
  /// Rows of 管理员: code, name, level, unit.
  var administrators: [String] = []
  /// Rows of 负责人: code, name, level, unit.
  var responsible: [String] = []
  /// Rows of 上报材料: unit, kind, moment.
  var reports: [String] = []
  /// Rows of 版主: code, name, subject, unit, hours.
  var moderators: [String] = []
  /// Counties of the city beside the one of the learners.
  var counties: [String] = []
  /// Rows of 辅导员: code, name, subject, 是 or 否, unit, mark of the experts.
  var tutors: [String] = []
  /// Rows of 县级学情: county, number, cohort, indicator, figure.
  var statistics: [String] = []
  /// Rows of 申报: city, award, code, name, subject.
  var filings: [String] = []
  /// Rows of 课堂实录: code of the learner, code of the recording, moment.
  var recordings: [String] = []
  /// Schools beside the one of the learners, each with one learner of its own who does nothing.
  var schools: [String] = []

  static func code(_ number: Int) -> String { "23\(1000 + number)" }

  /// The files of the night.
  var files: [String: String] {
    let first = "甲县第一中学"
    let others = schools.enumerated().map { "9901010\($0 + 10),\($1),校,990101," }
    let beside = counties.enumerated().map { "9901\($0 + 10),\($1),县,9901," }
    let people = learners.indices.map { "\(Self.code($0)),学员\(Self.letter($0)),\(first),初中语文,上旬班" }
    let lonely = schools.enumerated().map { "24\(1000 + $0),校员\(Self.letter($0)),\($1),初中语文,上旬班" }
    return [
      "单位.csv": WrittenNight.table(
        "单位编码,单位名称,级别,上级编码,别名",
        ["99,甲省,省,,", "9901,甲市,市,99,", "990101,甲县,县,9901,", "990101001,\(first),校,990101,"] + others + beside),
      "选学科目.csv": WrittenNight.table("科目编码,科目名称,学段,学科", ["CZ01,初中语文,初中,语文"]),
      "学员名册.xlsx": WrittenNight.table("师训编号,姓名,所在学校,选学科目,班次", people + lonely),
      "学习时长.xlsx": WrittenNight.table("师训编号,课程编号,形式,学习时长（分钟）,最后学习时间", study),
      "课程作业.csv": WrittenNight.table("师训编号,作业编号,题型,提交时间,得分,满分,优秀", assignments),
      "研讨统计.csv": WrittenNight.table("师训编号,类型,次数", posts),
      "名额分配.xlsx": WrittenNight.table("学校,科目,名额", ["\(first),初中语文,40"]),
      "训前培训.xlsx": WrittenNight.table("组织单位,培训项目,培训对象,培训日期,培训时长（学时）", sessions),
      "管理员.csv": WrittenNight.table("人员编号,姓名,级别,所属单位,联系电话", administrators.map { "\($0)," }),
      "负责人.csv": WrittenNight.table("人员编号,姓名,级别,所属单位,联系电话", responsible.map { "\($0)," }),
      "上报材料.csv": WrittenNight.table(
        "编号,上报单位,类别,上报时间", reports.enumerated().map { "SB\($0),\($1)" }),
      "辅导员.csv": WrittenNight.table("人员编号,姓名,科目,是否总辅导员,所属单位,专家组评分", tutors),
      "版主.csv": WrittenNight.table("人员编号,姓名,科目,所属单位,在线时长（小时）", moderators),
      "县级学情.xlsx": WrittenNight.table("区县,编号,班次,指标,数值", statistics),
      "申报.xlsx": WrittenNight.table("申报单位,奖项,对象编号,对象名称,项目,申报日期", filings.map { "\($0),2023-09-02" }),
      "课堂实录.csv": WrittenNight.table("师训编号,实录编号,上传时间", recordings),
    ]
  }

  private var study: [String] {
    learners.enumerated().flatMap { number, learner in
      learner.study.enumerated().map { course, state in
        "\(Self.code(number)),KC\(course),\(course == 1 ? "文本" : "视频"),\(state.minutes),\(state.last)"
      }
    }
  }

  private var assignments: [String] {
    learners.enumerated().flatMap { number, learner in
      let objective = learner.objective.enumerated().map { item, mark in
        "\(Self.code(number)),ZY0\(item + 1),客观题,2023-08-1\(item) 10:00:00,\(mark),100,否"
      }
      let subjective = learner.subjective.enumerated().map { item, mark in
        let word = item < learner.excellent ? "是" : "否"
        return "\(Self.code(number)),ZY0\(item + 3),主观题,2023-08-1\(item + 2) 10:00:00,\(mark),100,\(word)"
      }
      return objective + subjective
    }
  }

  private var posts: [String] {
    learners.enumerated().flatMap { number, learner in
      [("发帖", learner.posts), ("回帖", learner.replies)].filter { $0.1 > 0 }.map {
        "\(Self.code(number)),\($0.0),\($0.1)"
      }
    }
  }

  /// 甲, 乙 … for the first sixty, in pairs: names hold no digits.
  private static func letter(_ number: Int) -> String {
    let signs = Array("甲乙丙丁戊己庚辛壬癸")
    return "\(signs[number / 10 % 10])\(signs[number % 10])"
  }
}
