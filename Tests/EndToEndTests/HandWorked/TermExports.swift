/// The exports of a term of the school-based training, written for a handful of teachers and schools.
struct TermExports {
  static let programme = "lanxi-school-based-2021"
  static let night = "2021-11-27"
  static let school = "甲县第一小学"

  /// Teachers by their number in the list, all of one school and subject.
  var teachers: [TermCase] = []
  /// Teachers of whom nothing is known, as school and subject, with the codes after those of the list.
  var others: [(school: String, subject: String)] = []
  /// Rows of 学校报送登记: school, term, material, copies, moment.
  var submissions: [String] = []
  /// Rows of 微课推荐表: school, award, code.
  var recommendations: [String] = []
  /// Rows of 既往学时: code, item, year, hours.
  var earlier: [String] = []

  static func code(_ number: Int) -> String { "JS\(1000 + number)" }

  /// The files of the night.
  var files: [String: String] {
    let schools = Set(
      others.map(\.school) + [Self.school] + submissions.map { $0.split(separator: ",").map(String.init)[0] })
    let units = schools.sorted().enumerated().map { "990901\($0 + 100),\($1),校,990901," }
    let subjects = Set(others.map(\.subject) + ["语文"]).sorted().enumerated().map { "XK\($0 + 1),\($1),\($1)" }
    let everybody = teachers.map { _ in (school: Self.school, subject: "语文") } + others
    return [
      "学校.csv": WrittenNight.table("单位编码,单位名称,级别,上级编码,简称", ["990901,甲县,县,,"] + units),
      "学科.csv": WrittenNight.table("学科编码,学科名称,学科", subjects),
      "学员信息表.xlsx": WrittenNight.table(
        "学校,教师编号,姓名,任教学科,学期",
        everybody.enumerated().map { "\($1.school),\(Self.code($0)),教师\(Self.letters($0)),\($1.subject),2021-2022第一学期" }
      ),
      "县本作业登记.xlsx": WrittenNight.table("教师编号,学期,作业编号,提交时间,得分,满分", assignments),
      "学习体会上传.csv": WrittenNight.table("教师编号,学期,上传编号,标题,字数,上传时间", lengths),
      "学习记录.csv": WrittenNight.table("教师编号,学期,内容编号,内容,类别,学习时长（分钟）,最后学习时间", []),
      "校本考核登记.xlsx": WrittenNight.table("教师编号,学期,考核项目,情形,次数", register),
      "学校报送登记.xlsx": WrittenNight.table("学校,学期,材料,份数,报送时间", submissions),
      "微课推荐表.xlsx": WrittenNight.table("推荐学校,奖项,教师编号", recommendations),
      "既往学时.xlsx": WrittenNight.table("教师编号,认定项目,年度,认定学时", earlier),
    ]
  }

  private var assignments: [String] {
    teachers.enumerated().flatMap { number, teacher in
      [("ZY1", teacher.paper), ("ZY2", teacher.essay)].compactMap { code, entry in
        entry.map { "\(Self.code(number)),2021-2022第一学期,\(code),\($0.time),\($0.mark),50" }
      }
    }
  }

  private var lengths: [String] {
    teachers.enumerated().compactMap { number, teacher in
      teacher.length.map { "\(Self.code(number)),2021-2022第一学期,SC\(number),感悟,\($0),2021-11-18 09:00" }
    }
  }

  private var register: [String] {
    teachers.enumerated().flatMap { number, teacher -> [String] in
      guard let changes = teacher.register else { return [] }
      let counts = TermCase.flawless.merging(changes) { $1 }
      return TermCase.situations.map { "\(Self.code(number)),2021-2022第一学期,考核,\($0),\(counts[$0] ?? 0)" }
    }
  }

  /// 甲甲, 甲乙 …: names hold no digits.
  private static func letters(_ number: Int) -> String {
    let signs = Array("甲乙丙丁戊己庚辛壬癸")
    return "\(signs[number / 10 % 10])\(signs[number % 10])"
  }
}
