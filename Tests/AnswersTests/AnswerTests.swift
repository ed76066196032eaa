import Answers
import Foundation
import Programme
import Testing

private let tree = Answer(
  "total", Wording("total 3", "总成绩3分"), ["points": .text("3.00"), "passed": .truth(false), "rank": .none],
  parts: [
    Answer(
      "component", Wording("one", "甲"), ["items": .list(["\"K1\"", "K\n2"])],
      parts: [Answer("fact", Wording("first", "一"))]),
    Answer("component", Wording("two", "乙"), ["value": .number(-2)]),
  ])

@Test func `every statement stands below the one it supports`() {
  #expect(tree.lines(in: .chinese) == ["总成绩3分", "├─ 甲", "│  └─ 一", "└─ 乙"])
  #expect(tree.lines(in: .english) == ["total 3", "├─ one", "│  └─ first", "└─ two"])
}

@Test func `the JSON form has the figures of every statement in their order`() {
  let expected =
    #"{"kind":"total","text":"总成绩3分","points":"3.00","passed":false,"rank":null,"parts":["#
    + #"{"kind":"component","text":"甲","items":["\"K1\"","K\n2"],"parts":[{"kind":"fact","text":"一"}]},"#
    + #"{"kind":"component","text":"乙","value":-2}]}"#
  #expect(tree.json(in: .chinese) == expected)
}

@Test(arguments: Language.allCases)
func `every kind of answer is JSON that another reader takes apart into the same tree`(language: Language) throws {
  let province = try Province()
  let answers = [
    try province.explained("T01"), try province.explained("云川省"), try province.explained("G1"),
    try province.explained(award: "best_learner"), try province.explained("T01", award: "best_learner"),
    try province.inquiry().standing(),
  ]
  for answer in answers {
    let object = try JSONSerialization.jsonObject(with: Data(answer.json(in: language).utf8))
    #expect(lines(of: try #require(object as? [String: Any]), indent: "") == indented(answer, language, ""))
  }
}

private func lines(of node: [String: Any], indent: String) -> [String] {
  let parts = node["parts"] as? [[String: Any]] ?? []
  return [indent + (node["text"] as? String ?? "no text")] + parts.flatMap { lines(of: $0, indent: indent + " ") }
}

private func indented(_ answer: Answer, _ language: Language, _ indent: String) -> [String] {
  [indent + answer.text[language]] + answer.parts.flatMap { indented($0, language, indent + " ") }
}
