import Drafts
import Foundation
import Programme
import TestSupport
import Testing

/// Exports written by a test, and what is drafted from them.
private struct Exports {
  let folder: FreshFolder

  init(_ files: KeyValuePairs<String, String>) throws {
    folder = try FreshFolder()
    for (name, text) in files {
      let url = URL(filePath: folder.path(name))
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  func draft(_ names: String...) -> Draft {
    Draft(files: names.map { folder.path($0) }, folder: folder.path("programme"))
  }
}

extension Draft {
  /// The line of the draft that a key begins, without indentation.
  fileprivate func line(_ key: String) -> String? {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.first { $0.hasPrefix("\(key):") }.map(String.init)
  }
}

private let roster = "师训编号,教师姓名,身份证件号码,所属学校（工作单位),学科\n2023001,张某某,999100197503250007,一中,语文\n"

@Test(arguments: [
  ("机构编码,机构名称,单位类型\n1,云川省,省\n", "unit"),
  ("项目编号,项目名称\n1,语文\n", "project"), (roster, "roster"),
  ("学号/工号,模块名称,看课时长(分钟)\n1,A,3\n", "measure"),
  ("学员账号,作业标题,作业成绩\n1,A,90\n", "item"), ("用户名,日志标题,发表时间\n1,A,2023-08-01\n", "event"),
  ("序号,提交答卷时间,1、您的性别\n1,2023/08/01 10:00:00,男\n", "survey"), ("问卷编号,题号,答案\n1,1,5\n", "answer"),
  ("工号,姓名,管理级别\n1,甲,市级\n", "staff"), ("简报编号,报送单位,标题\n1,一中,甲\n", "brief"),
  ("推荐单位,奖项,候选人编号\n云泽市,优秀学员,1\n", "nomination"),
])
func `a kind is known by the headers that platforms give it`(text: String, kind: String) throws {
  let draft = try Exports(["2023-08-19/甲.csv": text]).draft("2023-08-19/甲.csv")
  #expect(draft.recognised.count == 1)
  #expect(draft.recognised.first?.english.contains(": \(kind), as source") == true)
}

@Test func `headers are mapped whatever their brackets, units and title rows`() throws {
  let study = "××培训学习情况,,,\n统计时间：2023-08-19 24:00,,,\n1、师训编号,课程 名称,学习时长（小时）,最近学习日期\n2023001,A,1.5,2023/8/1\n"
  let draft = try Exports(["2023-08-19/学习0819.csv": study]).draft("2023-08-19/学习0819.csv")
  #expect(draft.line("person") == "person: { from: '1、师训编号', type: 'id', required: true },")
  #expect(
    draft.line("value") == "value: { from: '学习时长', type: 'duration', unit: 'hours', min: 0, required: true },")
  #expect(draft.line("at") == "at: { from: '最近学习日期', type: 'datetime' },")
  #expect(draft.text.contains("files: '{date}/学习*.csv'"))
  #expect(draft.line("year") == "year: 2023,")
}

@Test func `what the exports do not show is asked for at its place`() throws {
  let exports = try Exports([
    "2023-08-19/名册.csv": "学员编号,姓名,单位,状态,班次\n1,甲,一中,正常,上旬班\n2,乙,一中,暂缓,上旬班\n",
    "2023-08-19/学习.csv": "学员编号,课程编号,学习时长\n1,A,90\n",
    "2023-08-19/人员.csv": "工号,姓名,级别\n1,甲,市级\n",
  ])
  let draft = exports.draft("2023-08-19/名册.csv", "2023-08-19/学习.csv", "2023-08-19/人员.csv")
  #expect(
    draft.line("status")
      == "status: { from: '状态', type: 'text', map: { '正常': 'enrolled', '暂缓': null } },  // 请填写：“暂缓”在本项目中对应什么")
  #expect(draft.line("value")?.contains("unit: null") == true)
  #expect(draft.line("role")?.hasPrefix("role: null,  // 请填写：") == true)
  #expect(draft.line("title")?.hasPrefix("title: null,  // 请填写：") == true)
  let lines = draft.text.split(separator: "\n", omittingEmptySubsequences: false)
  for (line, question) in draft.questions {
    #expect(lines[line - 1].contains("null") && lines[line - 1].hasSuffix("请填写：\(question)"), "line \(line)")
  }
  #expect(draft.questions.count == lines.count { $0.contains("请填写：") })
}

@Test func `until it is answered, every question is a fault of the draft at its own line`() throws {
  let exports = try Exports(["2023-08-19/名册.csv": "学员编号,姓名,单位,班次\n1,甲,一中,上旬班\n"])
  let draft = exports.draft("2023-08-19/名册.csv")
  let faults = FaultCollector()
  #expect(Programme.read(Array(draft.text.utf8), faults) == nil)
  #expect(Set(faults.faults.map(\.place.line)) == Set(draft.questions.map(\.line)))
}

@Test func `nothing about a person gets into the draft`() throws {
  let exports = try Exports(["2023-08-19/名册.csv": roster, "2023-08-19/散表.csv": "张某某,999100197503250007,13800000000\n"])
  let draft = exports.draft("2023-08-19/名册.csv", "2023-08-19/散表.csv")
  for text in ["张某某", "999100197503250007", "13800000000", "2023001"] { #expect(!draft.text.contains(text), "\(text)") }
  #expect(draft.unknown.count == 1)
}

@Test(arguments: [
  ("2023-08-19/名册(1).csv", "{date}/名册*.csv", ".."), ("名册 2023-08-19.csv", "名册 {date}.csv", ".."),
  ("名册20230819.csv", "{date}/名册*.csv", ".."), ("导出/2023-08-19/名册.csv", "{date}/名册*.csv", "../导出"),
])
func `later nights are found by the pattern of the first`(name: String, files: String, input: String) throws {
  let draft = try Exports([name: roster]).draft(name)
  #expect(draft.text.contains("files: '\(files)'"))
  #expect(draft.line("input")?.hasPrefix("input: '\(input)'") == true)
}

@Test func `a pattern does not find the export of another source whose name begins alike`() throws {
  let exports = try Exports([
    "2023-08-19/项目.csv": "项目编号,项目名称\n1,语文\n", "2023-08-19/项目名册.csv": roster,
  ])
  let draft = exports.draft("2023-08-19/项目.csv", "2023-08-19/项目名册.csv")
  #expect(draft.text.contains("files: '{date}/项目.csv'"))
  #expect(draft.text.contains("files: '{date}/项目名册*.csv'"))
}

@Test func `of two nights the newer one speaks, and files of one layout are one source`() throws {
  let exports = try Exports([
    "2023-08-19/名册.csv": "学员编号,姓名,单位\n1,甲,一中\n", "2023-08-20/名册1.csv": roster, "2023-08-20/名册2.csv": roster,
  ])
  let draft = exports.draft("2023-08-19/名册.csv", "2023-08-20/名册1.csv", "2023-08-20/名册2.csv")
  #expect(draft.recognised.count == 1)
  #expect(draft.line("person")?.contains("师训编号") == true)
}

@Test func `the scale, objects and dimensions of a questionnaire are found, other questions proposed`() throws {
  let rows = (1...9).map { "\($0),2023/08/0\($0) 10:00:00,云泽市,满意,非常满意〖很好〗,阅读┋运动,建议\($0)" }
  let header = "序号,提交答卷时间,1、您所在的地市,2、对课程团队的评价(教学内容),2、对课程团队的评价(教学方法),3、爱好,4、意见"
  let text = ([header] + rows).joined(separator: "\n")
  let draft = try Exports(["2023-08-19/问卷.csv": text]).draft("2023-08-19/问卷.csv")
  #expect(draft.line("city") == "city: { from: '您所在的地市', type: 'unit', level: 'city' },")
  #expect(draft.line("objects") == "objects: { q2: '课程团队' },")
  #expect(draft.line("dimensions") == "dimensions: { d1: '教学内容', d2: '教学方法' },")
  #expect(draft.text.contains("{ question: '2(教学方法)', object: 'q2', dimension: 'd2' },"))
  #expect(draft.text.contains("//   '3': { title: '爱好', choice: 'multiple', options: ['阅读', '运动'] },"))
  #expect(!draft.text.contains("'4'"))
}

@Test func `a questionnaire of codes gets no scale, and is told why`() throws {
  let text = "序号,提交答卷时间,第1题(教学内容),第1题(教学方法)\n1,2023/08/01 10:00:00,5,4\n"
  let draft = try Exports(["2023-08-19/问卷.csv": text]).draft("2023-08-19/问卷.csv")
  #expect(draft.line("satisfaction") == nil)
  #expect(draft.text.contains("问卷中没有认出满意度量表"))
  #expect(draft.text.contains("//   scale: ['__', '__', '__', '__', '__'],"))
  #expect(draft.text.contains("//     { question: '1(教学方法)', object: 'q1', dimension: 'd2' },"))
}

@Test func `without a roster, or a file that can be read, the draft says so`() throws {
  let exports = try Exports(["2023-08-19/项目.csv": "项目编号,项目名称\n1,语文\n", "2023-08-19/空.csv": ""])
  let draft = exports.draft("2023-08-19/项目.csv", "2023-08-19/空.csv")
  #expect(draft.line("roster")?.hasPrefix("roster: null,  // 请填写：未找到学员名册") == true)
  #expect(draft.unreadable.count == 1)
  #expect(exports.draft("2023-08-19/空.csv").isEmpty)
}
