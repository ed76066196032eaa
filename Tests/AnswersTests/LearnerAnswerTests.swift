import Answers
import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

@Test(arguments: [
  ("T01", "learner"), ("T02", "learner-moved"), ("T03", "learner-rejected-row"), ("T04", "learner-withdrawn"),
  ("T06", "learner-vanished"),
])
func `a learner's total is derived down to file and row`(code: String, golden: String) throws {
  try expectGolden(try Province().explained(code), golden)
}

@Test func `the derivation reads the same in English`() throws {
  try expectGolden(try Province().explained("T02"), "learner.en", in: .english)
}

@Test func `components add up to the total that the papers print, and no fact is left out of a tally`() throws {
  let province = try Province()
  for code in ["T01", "T02", "T03", "T04", "T05", "T06"] {
    let answer = try province.explained(code)
    let stored = try province.store.database.text("SELECT total FROM learner_score WHERE person = ?", .text(code))
    let total = try #require(answer.all("total").first)
    #expect(total.text("points") == stored)
    let points = try total.all("component").map { try #require(hundredths($0.text("points"))) }
    #expect(points.reduce(0, +) == hundredths(stored))
    #expect(answer.all("disagreement").isEmpty && answer.all("outdated").isEmpty)
  }
}

@Test func `every fact stands in the file and row that are named, with the learner and the item`() throws {
  let province = try Province()
  var facts = 0
  for code in ["T01", "T02", "T03", "T04", "T05", "T06"] {
    for fact in try province.explained(code).all("fact") {
      let file = try String(contentsOfFile: province.folder.path(try #require(fact.text("file"))), encoding: .utf8)
      let row = file.split(separator: "\n", omittingEmptySubsequences: false)[Int(try #require(fact.number("row"))) - 1]
      #expect(row.hasPrefix("\(code),\(try #require(fact.text("item"))),"))
      facts += 1
    }
  }
  #expect(facts == 15)
}

@Test func `a tally that its facts do not come to is called out`() throws {
  let province = try Province()
  try province.store.database.execute("UPDATE tally SET time = time + 60 WHERE enrolment = 1")
  let answer = try province.explained("T01")
  #expect(answer.all("disagreement").map(\.text.chinese) == ["注意：以下记录合计为1小时45分钟，与统计量不符；请用 --from load 重新运行"])
}

@Test func `a total by other rules than the stored one is called out`() throws {
  let province = try Province()
  try province.store.database.execute("UPDATE score SET total = total - 1 WHERE enrolment = 2")
  #expect(try province.explained("T02").all("outdated").count == 1)
}

@Test func `a long list is cut unless it is asked for in full`() throws {
  let province = try Province()
  try province.store.database.execute(
    """
    WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 129)
    INSERT INTO measure (source, enrolment, item, value, file, row) SELECT source, 1, i, 60, file, row FROM measure, n WHERE enrolment = 2
    """)
  let cut = try province.explained("T01")
  #expect(cut.all("more").map(\.text.chinese) == ["另有12条；加 --all 全部列出"])
  guard case .found(let all) = try province.inquiry(listsAll: true).explain("T01") else { return }
  #expect(all.all("more").isEmpty)
  #expect(all.all("fact").count == cut.all("fact").count + 12)
}

private func hundredths(_ text: String?) -> Int? {
  text.flatMap { Int($0.replacing(".", with: "")) }
}
