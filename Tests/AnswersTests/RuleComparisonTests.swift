import Answers
import Awards
import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import TestSupport
import Testing

extension Province {
  /// What the changed rules make of the last night, beside the rules as they are.
  func compared(_ changes: String..., listsAll: Bool = true) throws -> Answer {
    let faults = FaultCollector()
    let root = try #require(JSON5.tree(of: Array(text.utf8), faults))
    let changed = try changes.enumerated().reduce(root) { root, change in
      try #require(RuleChange.typed(change.element, number: change.offset + 1, faults)).applied(to: root)
    }
    let other = try #require(
      Programme.read(changed, faults), "\(faults.lines(file: "p", in: .english).joined(separator: "\n"))")
    let rules = Scorer(other, faults: faults)
    let folder = MetricFolder(other, rules, faults: faults)
    let store = try ProgrammeStore(programme: other, folder: self.folder.path, readOnly: true)
    let before = try Reckoning(self.store, scorer, metrics)
    let after = try Reckoning(store, rules, folder, learners: before.learners)
    let comparison = RuleComparison(root.differences(to: changed), before: (before, self.store), after: (after, store))
    return try comparison.answer(asOf: "2023-08-20", listsAll: listsAll)
  }
}

/// The codes of those who move in one way.
private func codes(_ answer: Answer, _ kind: String) -> [String] {
  answer.all(kind).flatMap { $0.all("candidate") }.compactMap { $0.text("code") }
}

@Test func `rules that are not changed move nobody`() throws {
  let answer = try Province().compared("scoring.pass.total_at_least=60")
  #expect(answer.all("award").isEmpty)
  #expect(answer.all("rule").isEmpty)
  #expect(answer.all("figures").isEmpty)
  #expect(answer.all("unchanged").count == 1)
}

@Test(arguments: [Language.chinese, .english])
func `a changed pass line is told with who passes, whose figures move and who enters`(language: Language) throws {
  let answer = try Province().compared("scoring.pass.total_at_least=75")
  try expectGolden(answer, "what-if-pass-line.\(language.rawValue)", in: language)
}

@Test func `a changed quota is told with its arithmetic, who comes in and why`() throws {
  let answer = try Province().compared("awards.best_learner.quota={ number: 3 }", "awards.best_learner.ties=extend")
  try expectGolden(answer, "what-if-quota")
}

@Test func `the decisions of a reckoning are those that the award stage wrote`() throws {
  let province = try Province()
  let reckoning = try Reckoning(province.store, province.scorer, province.metrics)
  for decided in reckoning.awards {
    let written = try province.store.database.rows(
      "SELECT candidate, outcome, stage, reason FROM decision WHERE award = ? ORDER BY candidate",
      .text(decided.award.id.text)
    ) { row throws(SQLiteError) in [row.text(0), row.text(1), row.text(2), row.text(3)] }
    let reckoned = decided.ruling.decisions.indices.sorted {
      decided.ruling.decisions[$0].candidate < decided.ruling.decisions[$1].candidate
    }.map { index in
      let decision = decided.ruling.decisions[index]
      return [
        "\(decision.candidate)", decision.outcome.rawValue, decision.stage.rawValue, decided.reason(index).chinese,
      ]
    }
    #expect(reckoned == written)
    #expect(!written.isEmpty)
  }
}

@Test func `a comparison writes nothing, not even beside the database`() throws {
  let province = try Province()
  let before = try bytes(below: province.folder.path)
  _ = try province.compared("awards.best_learner.quota={ number: 3 }", "scoring.pass.total_at_least=10")
  #expect(try bytes(below: province.folder.path) == before)
}

@Test func `an award that only one of the rules has is told as such`() throws {
  let province = try Province()
  let gone = try province.compared("awards.best_moderator=null")
  #expect(codes(gone, "leaves") == ["B1"])
  #expect(gone.all("award").first?["places_after"] == AnswerValue.none)
}

/// Three cities with so many teachers each; the places of one award are a share of those who have qualified, divided between the cities
/// by largest remainder in proportion to how many have. The last teacher of the second city has studied `minutes`, all others 100.
private func cities(_ sizes: [Int], percent: Int, minutes: Int = 100) throws -> Province {
  let cities = zip(["东市一中", "西市一中", "南市一中"], sizes).flatMap { school, size in Array(repeating: school, count: size) }
  let codes = cities.indices.map { "T\($0 < 9 ? "0" : "")\($0 + 1)" }
  let people = zip(codes, cities).map { "\($0),教师\($0),\($1),正常\n" }.joined()
  let study = codes.enumerated().map { number, code in
    "\(code),K1,\(number == sizes[0] + sizes[1] - 1 ? minutes : 100),2023-08-10 10:\(10 + number)\n"
  }.joined()
  let units = """
    编码,名称,级别,上级,别名
    P,云川省,省,,
    C1,东市,市,P,
    C2,西市,市,P,
    C3,南市,市,P,
    S1,东市一中,校,C1,
    S3,西市一中,校,C2,
    S5,南市一中,校,C3,

    """
  return try Province(
    awards: """
      { id: 'shared', title: '名额分配', pool: { learners: true }, rank: ['last asc'], ties: 'exclude', eligible: [{ passed: true }],
        quota: { percent: \(percent), of: { learners: 'qualified' }, rounding: 'floor',
          split: { by: 'city', base: 'qualified', method: 'largest_remainder' } } },

      """,
    exports: [
      ("units", units), ("roster", "编号,姓名,学校,状态\n\(people)"), ("study", "编号,课程,分钟,最后学习\n\(study)"),
      ("tasks", "编号,作业,题型,提交,得分,满分,优秀\nT01,Z1,客观题,2023-08-11 12:00,90,100,否\n"),
      ("staff", "编号,姓名,级别,单位\nG1,江一,市级,东市\n"), ("briefs", "编号,单位\nJ1,东市\n"),
      ("filed", "单位,奖项,对象,日期\n"), ("recommended", "单位,奖项,对象,意见\n"), ("approved", "单位,奖项,对象,结论,日期\n"),
    ])
}

/// `东市 4→5` of every city whose places are others.
private func shares(_ award: Answer) -> [String] {
  award.all("share").map {
    "\($0.text("title") ?? "") \($0.number("places_before") ?? 0)→\($0.number("places_after") ?? 0)"
  }
}

@Test
func `the Alabama paradox shows: with one more place to divide between the qualified, a city and its teacher lose one`()
  throws
{
  let province = try cities([6, 6, 2], percent: 75)
  let answer = try province.compared("awards.shared.quota.percent=80")
  let award = try #require(answer.all("award").first { $0.text("award") == "shared" })
  #expect([award.number("places_before"), award.number("places_after")] == [10, 11])
  #expect(shares(award) == ["东市 4→5", "西市 4→5", "南市 2→1"])
  #expect(codes(award, "enters") == ["T05", "T11"])
  #expect(codes(award, "leaves") == ["T14"])
}

@Test
func
  `the paradox shows under a laxer pass line: one more teacher qualifies elsewhere, and the only one of another city loses the place`()
  throws
{
  let province = try cities([8, 8, 1], percent: 60, minutes: 95)
  let answer = try province.compared("scoring.pass.total_at_least=57")
  let award = try #require(answer.all("award").first { $0.text("award") == "shared" })
  #expect([award.number("places_before"), award.number("places_after")] == [9, 10])
  #expect(shares(award) == ["东市 4→5", "西市 4→5", "南市 1→0"])
  #expect(codes(award, "enters") == ["T05", "T13"])
  #expect(codes(award, "leaves") == ["T17"])
}
