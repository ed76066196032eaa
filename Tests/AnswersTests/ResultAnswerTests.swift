import Answers
import Programme
import SQLite
import Store
import TestSupport
import Testing

private let tallies = """
  studied_at: { reached: 'study.value', target: '100min', title: '学满时间', unit: 'moment' },
  first_task: { min: 'task.at', title: '首次交作业时间', unit: 'moment' },
  last_mark: { last: 'task.value', where: { category: 'objective' }, title: '最后一次客观题得分', unit: 'marks' },
  in_time: { count: 'task', where: { at: { until: '2023-08-12 12:00' } }, title: '按时作业', unit: 'items', counter: '份' },
  """

private let clauses = """
  requirements: [
    { id: 'in_time', title: '按时交一份作业', cite: '办法第七条', when: { in_time: { at_least: 1 } } },
    { id: 'last_mark', title: '最后一次不低于60分', when: { last_mark: { at_least: 60.5 } } } ],
  vetoes: [{ id: 'excess', title: '刷时长', when: { time: { above: '104min' } }, bars_awards: true }],
  flags: [{ id: 'early', title: '未学满先交作业', cite: '办法第八条', when: { first_task: { before: 'studied_at' } } }],
  grades: [{ title: '优秀', from: 90 }, { title: '合格', from: 60 }, { title: '不合格', from: 0 }],
  credit: { of: 'time', on_pass: true, cap: 2 },
  """

@Test(arguments: [("T01", "result-vetoed"), ("T03", "result-passed"), ("T05", "result-unmet")])
func `a result is derived with its requirements, vetoes, grade and credited hours`(code: String, golden: String) throws
{
  let province = try Province(tallies: tallies, credit: clauses)
  let answer = try province.explained(code)
  #expect(answer.all("disagreement").isEmpty && answer.all("outdated").isEmpty)
  try expectGolden(answer, golden)
}

@Test func `a result reads the same in English`() throws {
  try expectGolden(try Province(tallies: tallies, credit: clauses).explained("T05"), "result-unmet.en", in: .english)
}

@Test func `the view of scores names what was not met`() throws {
  let province = try Province(tallies: tallies, credit: clauses)
  let rows = try province.store.database.rows(
    "SELECT person || ' ' || passed || ' ' || band || ' [' || unmet || '] ' || credit_hours || ' [' || flags || ']' FROM learner_score ORDER BY 1"
  ) { row in row.text(0) }
  #expect(
    rows == [
      "T01 0 不合格 [excess] 0.00 []", "T02 0 不合格 [total] 0.00 [early]", "T03 1 合格 [] 2.00 [early]",
      "T04 0 不合格 [total in_time last_mark] 0.00 []", "T05 0 不合格 [last_mark] 0.00 [early]",
      "T06 0 不合格 [total in_time last_mark] 0.00 []",
    ], "\(rows)")
}

@Test func `whom a veto bars from awards is told so`() throws {
  let province = try Province(tallies: tallies, credit: clauses)
  let answer = try province.explained("T01", award: "best_learner")
  let conditions = answer.all("condition").map(\.text.chinese)
  #expect(conditions.contains("条件：无“刷时长”情形：不满足（否决：刷时长）"), "\(conditions)")
  #expect(answer.text("outcome") != "in")
}
