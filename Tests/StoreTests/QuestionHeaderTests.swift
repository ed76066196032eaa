import Store
import Testing

struct QuestionHeaderTests {
  @Test(arguments: [
    ("1、手机部数", "1", ""), ("3、性别 ", "3", ""), ("第6题(运动)", "6", "运动"),
    ("第8题(ACG文化(动漫、游戏等))", "8", "ACG文化(动漫、游戏等)"), ("第6题(其他【请注明】)", "6", "其他【请注明】"),
    ("3、对课程团队的评价（教学内容）", "3", "教学内容"), ("12：评价—教学方法", "12", "教学方法"), ("3.满意吗", "3", ""), ("Q4", "4", ""),
    ("7、评价——支持 与服务", "7", "支持与服务"), ("3(教学内容)", "3", "教学内容"),
  ])
  func `a header gives its question's number and its part`(header: String, number: String, part: String) {
    #expect(QuestionHeader(header).number == number)
    #expect(QuestionHeader(header).part == part)
  }

  @Test(arguments: ["序号", "2023年得分", "3000元以下", "来自IP", ""])
  func `a header without a number and a mark behind it is no question`(header: String) {
    #expect(QuestionHeader(header).number == nil)
    #expect(!QuestionHeader(header).asks("3"))
  }

  @Test func `a question is asked by its number, and a row of a matrix by its part too`() {
    #expect(QuestionHeader("3、评价(内容)").asks("3"))
    #expect(QuestionHeader("3、评价(内容)").asks("3（内容）"))
    #expect(!QuestionHeader("3、评价(内容)").asks("3(方法)"))
    #expect(!QuestionHeader("13、评价(内容)").asks("3"))
  }
}
