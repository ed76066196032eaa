import Foundation
import Testing

/// The questions of the sample questionnaire; those without skipped codes are lists, the age begins with an unused option.
private let questions = """
  {
    '1': ['1部', '2部', '3部', '4部及以上'],
    '2': ['0-799元', '800-999元', '1000-1499元', '1500-1999元', '2000-2499元', '2500-2999元', '3000-3499元', '3500元及以上',
      '免费赠送的', '其他【请注明】'],
    '3': ['男', '女'],
    '4': { title: '年龄', options: { '16~19岁': 2, '20~24岁': 3, '25~29岁': 4, '30~34岁': 5, '35~39岁': 6, '40~49岁': 7,
      '50~59岁': 8, '60岁以上': 9 } },
    '5': ['3000元以下', '3001-5000元', '5001-8000元', '8001-10000元', '10001-15000元', '15000元以上', '无收入', '不知道/拒绝回答'],
    '6': { title: '兴趣爱好', choice: 'multiple', options: ['运动', '阅读', '影视', '美食', '旅游', 'IT数码', '艺术', '音乐', '游戏动漫',
      '手工艺', '摄影', '购物', '健康', '其他【请注明】'] },
    '7': ['没有投入', '10%左右', '20%左右', '30%左右', '40%左右', '50%左右', '超过50%'],
    '8': { choice: 'multiple', options: ['不关注', '娱乐八卦', '财经', '汽车类', '时尚', '电子科技类', '体育类', '政治/军事',
      'ACG文化（动漫、游戏等）', '其他【请注明】'] },
  }
  """

private let satisfaction = """
  scale: ['没有投入', '10%左右', '20%左右', '30%左右', '40%左右', '50%左右', '超过50%'], codes: [1, 2, 3, 4, 5, 6, 7], top: 2,
  objects: { thrift: '节俭' }, dimensions: { share: '占比' }, items: [{ question: '7', object: 'thrift', dimension: 'share' }]
  """

@Test(arguments: ["wjx_text_800.xlsx", "wjx_code_800.xlsx"])
func `an export of texts and one of codes give the figures that were counted independently`(sample: String) throws {
  let fixture = try SurveyFixture(questions: questions, satisfaction: satisfaction)
  try fixture.load(sample: sample)
  #expect(try fixture.account == ["800/0/801"])
  let remarks = try fixture.remarks
  // The exports were published without the times.
  let unfilled = ["提交答卷时间", "所用时间"].map {
    "never_filled: “\($0)” is blank in every row and was treated as absent; ask the platform if it should hold values"
  }
  #expect(remarks == unfilled)
  let lines = try String(contentsOfFile: SurveyFixture.sample("counts.csv"), encoding: .utf8).split(separator: "\n")
  let counted = lines.dropFirst().map { line in
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    return "\(cells[0]) \(cells[1]) \(cells[3])/800"
  }
  #expect(try fixture.choices.map { $0.replacing("（", with: "(").replacing("）", with: ")") } == counted)
  // 262 of 800 in the two best; (15×7 + 247×6 + 293×5 + 183×4 + 41×3 + 14×2 + 7×1) ÷ 800 = 4.9275; Wilson 29.6 % to 36.1 %.
  #expect(try fixture.satisfaction == ["thrift 15,247,293,183,41,14,7 262 493 296 361"])
}

@Test func `both forms leave the same answers to every question of every response`() throws {
  func answers(_ sample: String) throws -> [String] {
    let fixture = try SurveyFixture(questions: questions, satisfaction: satisfaction)
    try fixture.load(sample: sample)
    return try texts(
      fixture.night.store,
      """
      SELECT r.code || ' ' || c.question || ' ' || c.option FROM choice c JOIN response r ON r.id = c.response
      UNION ALL SELECT r.code || ' rated ' || a.code FROM answer a JOIN response r ON r.id = a.response ORDER BY 1
      """)
  }
  let (written, coded) = (try answers("wjx_text_800.xlsx"), try answers("wjx_code_800.xlsx"))
  #expect(written == coded)
  #expect(written.count > 800 * 8)
}

private let scale = """
  scale: ['非常满意', '满意', '一般'], CODES top: 1, objects: { team: '团队' }, dimensions: { content: '内容', method: '方法' },
  items: [{ question: '2(教学内容)', object: 'team', dimension: 'content' },
    { question: '2(教学方法)', object: 'team', dimension: 'method' }]
  """

@Test(arguments: [
  ("序号,1、您所在的地市,2、对团队的评价(教学内容),2、对团队的评价(教学方法)", ["非常满意", "满意", "(跳过)", "一般"]),
  ("序号,1、您所在的地市,2、对团队的评价—教学内容,2、对团队的评价—教学方法", ["非常满意〖很好〗", " 满意", "", "一般〖┋〗"]),
  ("序号,1.您所在的地市,第2题(教学内容),第2题(教学方法)", ["1", "2", "-2", "3"]),
  ("序号,1：您所在的地市,第2题（教学内容）,第2题（教学方法）", ["1", "2", "-3", "3"]),
])
func `the rows of a matrix are read in every form of header and answer`(header: String, cells: [String]) throws {
  let fixture = try SurveyFixture(satisfaction: scale.replacing("CODES", with: "codes: [1, 2, 3],"))
  try fixture.load([header, "1,东市,\(cells[0]),\(cells[1])", "2,西市,\(cells[2]),\(cells[3])"])
  #expect(try fixture.account == ["2/0/3"])
  let counts = try texts(
    fixture.night.store, "SELECT dimension || ' ' || counts FROM satisfaction_value WHERE unit = 0 ORDER BY 1")
  #expect(counts == ["content 1,0,0", "method 0,1,1"])
}

@Test func `a code is never taken for an answer where the pipeline file does not say the codes`() throws {
  let fixture = try SurveyFixture(satisfaction: scale.replacing("CODES", with: ""))
  try fixture.load(["序号,1、您所在的地市,第2题(教学内容),第2题(教学方法)", "1,东市,满意,1", "2,东市,满意,满意"])
  #expect(
    try fixture.rejected == [
      "2 第2题(教学方法) unknown_answer: “1” is a code; write in satisfaction.codes what each answer of the scale is coded as"
    ])
  #expect(try fixture.account == ["1/1/3"])
}

@Test func `an answer that is no option is sent back with its place and a remedy`() throws {
  let fixture = try SurveyFixture(
    questions: "{ '1': ['男', '女'], '2': { choice: 'multiple', options: ['阅读', '运动'] } }")
  try fixture.load(["序号,1、性别,2、爱好", "1,男,阅读┋运动", "2,3,阅读", "3,女,跑步", "4,女,阅读┋跑步", "5,(空),-2", "6,男┋女,阅读"])
  #expect(
    try fixture.rejected == [
      "3 1、性别 unknown_answer: “3” is none of 男/女; mend the cell, or add the option to the pipeline file",
      "4 2、爱好 unknown_answer: “跑步” is none of 阅读/运动; mend the cell, or add the option to the pipeline file",
      "5 2、爱好 unknown_answer: “阅读┋跑步” is none of 阅读/运动; mend the cell, or add the option to the pipeline file",
      "7 1、性别 unknown_answer: “男┋女” is none of 男/女; mend the cell, or add the option to the pipeline file",
    ])
  #expect(try fixture.choices == ["1 男 1/1", "1 女 0/1", "2 阅读 1/1", "2 运动 1/1"])
}

@Test func `in a spread multiple choice no tick is lost`() throws {
  let fixture = try SurveyFixture(questions: "{ '2': { choice: 'multiple', options: ['阅读', '运动', '旅游'] } }")
  try fixture.load([
    "序号,第2题(阅读),第2题(运动),第2题(跑步)", "1,1,0,0", "2,0,0,0", "3,1,1,1", "4,x,1,0", "5,-2,-2,-2", "6,1,1,-3",
  ])
  #expect(
    try fixture.rejected == [
      "4 第2题(跑步) unknown_answer: the column is ticked but names none of 阅读/运动/旅游; add the option to the question in the pipeline file",
      "5 第2题(阅读) unknown_answer: “x” is neither 1 (chosen) nor 0; mend the cell",
    ])
  #expect(try fixture.remarks == ["missing_option: question 2 has no column for the option “旅游”"])
  #expect(try fixture.choices == ["2 阅读 2/2", "2 运动 1/2", "2 旅游 0/2"])
}

@Test func `a question without a column, or with several, is remarked and not read`() throws {
  let fixture = try SurveyFixture(questions: "{ '1': ['男', '女'], '2': ['好', '差'], '3(乙)': ['好', '差'] }")
  try fixture.load(["序号,2、甲(一),2、甲(二),第3题(甲),第3题(乙)", "1,好,差,差,好"])
  #expect(
    try fixture.remarks == [
      "missing_question: no column holds question 1",
      "ambiguous_question: several columns ask question 2, and none was read: “2、甲(一)”、“2、甲(二)”; name one, such as '2(…)'",
    ])
  #expect(try fixture.choices == ["1 男 0/0", "1 女 0/0", "2 好 0/0", "2 差 0/0", "3(乙) 好 1/1", "3(乙) 差 0/1"])
}
