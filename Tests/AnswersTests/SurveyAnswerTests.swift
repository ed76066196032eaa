import Answers
import Programme
import Testing

private let survey = """
  survey: { title: '问卷', kind: 'survey', files: '{date}/survey.csv', columns: { response: { from: '序号', type: 'id', required: true },
    seconds: { from: '所用时间', type: 'duration', unit: 'seconds' } } },
  """
private let rules = """
  , satisfaction: { source: 'survey', scale: ['好', '中', '差'], top: 1, min_n: 2, objects: { course: '课程' },
    dimensions: { content: '内容', method: '方法' }, items: [{ question: '1', object: 'course', dimension: 'content' },
      { question: '2', object: 'course', dimension: 'content', reverse: true }, { question: '3', object: 'course', dimension: 'method' }],
    alpha: { by: ['dimension', 'object'] }, answer_checks: { too_fast: { under_seconds: 20, drop: true } } }
  """
private let forms = "序号,所用时间,1、内容,2、枯燥,3、方法\n1,60,好,差,好\n2,60,中,差,\n3,9,好,好,好\n4,60,差,好,中\n5,60,差,中,差\n6,60,,,\n"

private func province() throws -> Province {
  try Province(sources: survey, parts: rules, exports: [("survey", forms)])
}

@Test func `alpha is derived down to its variances, its questions and what became of missing answers`() throws {
  let answer = try province().explained("云川省")
  let content = try #require(answer.all("alpha").first { $0.text("scale") == "content" })
  // Marks 3 3, 2 3, 1 1, 1 2: variances 11/12 and 11/12, of the sum 40/12: 2 · (1 − 22/40).
  #expect(content.text("value") == "0.90")
  #expect(content.number("n") == 4)
  #expect(
    content.parts.map(\.text.english) == [
      "2 ÷ 1 × (1 − 1.8333 ÷ 3.3333); variances of the questions summed, and of their sum, rounded to four decimals here and exact in the figure",
      "questions 1, 2*; * is turned round",
      "missing answers, listwise: 4 forms answer every question, 0 answer some and are left out",
    ])
  let method = try #require(answer.all("alpha").first { $0.text("scale") == "method" })
  #expect(method.text.english == "alpha, 方法: none, fewer than 2 questions")
  let course = try #require(answer.all("alpha").first { $0.text("scale") == "course" })
  #expect(course.number("n") == 3)
}

@Test func `the forms are accounted for, and the rows of an answer are those that count`() throws {
  let answer = try province().explained("云川省")
  let account = try #require(answer.all("survey_account").first)
  #expect(account.text.english == "forms: 6 returned of 5 = 4 valid + 1 empty + 1 too fast")
  let content = try #require(answer.all("satisfaction").first { $0.text("dimension") == "content" })
  #expect(content.text("counts") == "3,2,3")
  #expect(content.all("rows").compactMap { $0.number("count") } == [4, 4])
}

@Test func `a unit below the whole has no alpha of its own`() throws {
  #expect(try province().explained("东市").all("alpha").isEmpty)
}
