/// The exports of the province's online training, written for a handful of learners and offices.
struct ProvincialExports {
  static let programme = "jiangsu-provincial"
  static let night = "2023-09-04"

  /// One learner of a school, in a project.
  struct Enrolled {
    let school: String
    let project: String
    let learner: ProvincialCase
  }

  /// How many cities there are, each with one county of one school: 甲甲市, 甲乙市 ….
  var cities = 1
  /// How many projects there are: 甲甲项目, 甲乙项目 ….
  var projects = 1
  var learners: [Enrolled] = []
  /// Rows of 管理员: code, name, level, unit.
  var administrators: [String] = []
  /// Rows of 辅导员: code, name, project, 是 or 否, mark of the experts.
  var tutors: [String] = []
  /// The day of birth of all tutors.
  var tutorsBorn = "1980-01-01"
  /// Rows of 专家: code, name, project, unit, days on duty.
  var experts: [String] = []
  /// Rows of 名额分配: county, cohort, seats.
  var seats: [String] = []
  /// Rows of 信息确认: number of the learner, time.
  var confirmations: [(learner: Int, time: String)] = []
  /// Rows of 版主: code, name, project, hours.
  var moderators: [String] = []
  /// Rows of 简报: code, unit.
  var briefs: [String] = []
  /// Rows of 训前培训: unit, audience, cohort, day, hours.
  var sessions: [String] = []
  /// Rows of 申报: city, award, code, name, project.
  var filings: [String] = []
  /// Rows of 推荐: office, award, code, name.
  var recommendations: [String] = []
  /// Rows of 审批: award, code, name, verdict.
  var approvals: [String] = []

  /// The learners of the table, all of the first school and project.
  init(_ table: [ProvincialCase] = []) {
    learners = table.map { Enrolled(school: Self.school(0), project: Self.project(0), learner: $0) }
  }

  static func code(_ number: Int) -> String { "23\(1000 + number)" }
  static func city(_ number: Int) -> String { "\(letters(number))市" }
  static func county(_ number: Int) -> String { "\(letters(number))县" }
  static func school(_ number: Int) -> String { "\(county(number))第一中学" }
  static func project(_ number: Int) -> String { "\(letters(number))项目" }
  static func unitCode(ofCounty number: Int) -> String { "99\(10 + number)01" }

  /// 甲甲, 甲乙 … for the first hundred: names hold no digits.
  static func letters(_ number: Int) -> String {
    let signs = Array("甲乙丙丁戊己庚辛壬癸")
    return "\(signs[number / 10 % 10])\(signs[number % 10])"
  }

  /// The files of the night.
  var files: [String: String] {
    let units = (0..<cities).flatMap { city in
      [
        "99\(10 + city),\(Self.city(city)),市,99,", "99\(10 + city)01,\(Self.county(city)),县,99\(10 + city),",
        "99\(10 + city)01001,\(Self.school(city)),校,99\(10 + city)01,",
      ]
    }
    let subjects = (0..<projects).map { "XM\(10 + $0),\(Self.project($0)),初中,语文" }
    return [
      "单位.csv": WrittenNight.table("单位编码,单位名称,级别,上级编码,别名", ["99,某省,省,,"] + units),
      "项目.csv": WrittenNight.table("项目编码,项目名称,学段,学科", subjects),
      "学员名册.xlsx": WrittenNight.table("学员编号,姓名,工作单位,项目,班次", roster),
      "学习时长.csv": WrittenNight.table("学员编号,项目,班次,课程编号,课程类型,学习时长（分钟）,最后学习时间", study),
      "课程作业.csv": WrittenNight.table("学员编号,项目,班次,作业编号,题型,提交时间,得分,满分,是否优秀", assignments),
      "研讨记录.xlsx": WrittenNight.table("学员编号,项目,班次,帖子编号,类型,发布时间", posts),
      "管理员.csv": WrittenNight.table("人员编号,姓名,级别,所属单位,联系电话", administrators.map { "\($0)," }),
      "辅导员.csv": WrittenNight.table(
        "人员编号,姓名,项目,是否总辅导员,专家组评分,所属单位,出生日期", tutors.map { "\($0),\(Self.county(0)),\(tutorsBorn)" }),
      "专家.csv": WrittenNight.table("人员编号,姓名,项目,所属单位,论坛值班天数", experts),
      "名额分配.csv": WrittenNight.table("单位,班次,名额", seats),
      "信息确认.csv": WrittenNight.table(
        "学员编号,项目,班次,登录编号,确认时间", confirmations.map { "\(key($0.learner)),DL\($0.learner),\($0.time)" }),
      "版主.csv": WrittenNight.table("人员编号,姓名,项目,在线时长（小时）,所属单位", moderators.map { "\($0),\(Self.county(0))" }),
      "简报.csv": WrittenNight.table("简报编号,报送单位,标题,上报日期", briefs.map { "\($0),工作动态,2023-08-10" }),
      "训前培训.csv": WrittenNight.table("组织单位,培训对象,班次,培训日期,培训时长（学时）", sessions),
      "申报.xlsx": WrittenNight.table("申报单位,奖项,对象编号,对象名称,项目,申报日期", filings.map { "\($0),2023-08-15" }),
      "推荐.xlsx": WrittenNight.table("推荐单位,奖项,对象编号,对象名称,推荐意见", recommendations.map { "\($0),同意推荐" }),
      "审批.xlsx": WrittenNight.table(
        "审批单位,奖项,对象编号,对象名称,结论,审批日期", approvals.map { "某省,\($0),2023-08-20" }),
    ]
  }

  private func key(_ number: Int) -> String { "\(Self.code(number)),\(learners[number].project),上旬班" }

  private var roster: [String] {
    learners.enumerated().map { number, enrolled in
      "\(Self.code(number)),学员\(Self.letters(number)),\(enrolled.school),\(enrolled.project),上旬班"
    }
  }

  private var study: [String] {
    learners.indices.flatMap { number in
      learners[number].learner.study.enumerated().map { course, minutes in
        "\(key(number)),KC\(course),\(course == 1 ? "选修" : "必修"),\(minutes),2023-08-1\(course) 20:00:00"
      }
    }
  }

  private var assignments: [String] {
    learners.indices.flatMap { number in
      let learner = learners[number].learner
      let marks = learner.subjective.map { ("主观题", $0) } + learner.objective.map { ("客观题", $0) }
      return marks.enumerated().map { item, mark in
        let time = learner.isLate ? "2023-08-31 10:00:00" : "2023-08-1\(item) 10:00:00"
        return "\(key(number)),ZY0\(item),\(mark.0),\(time),\(mark.1),100,\(item < learner.excellent ? "是" : "否")"
      }
    }
  }

  private var posts: [String] {
    learners.indices.flatMap { number in
      let learner = learners[number].learner
      let kinds = Array(repeating: "发帖", count: learner.posts) + Array(repeating: "回帖", count: learner.replies)
      return kinds.enumerated().map { item, kind in
        "\(key(number)),TZ\(number * 10 + item),\(kind),2023-08-12 08:0\(item):00"
      }
    }
  }
}
