import Answers
import Programme
import Testing

/// The province with seats allotted to cities and plans handed in by schools.
private func province(submissions: String) throws -> Province {
  try Province(
    sources: """
      submission: { title: '报送', kind: 'unit_fact', files: '{date}/submission.csv', columns: {
        unit: { from: '单位', type: 'unit', required: true }, item: { from: '材料', type: 'text' },
        value: { from: '名额', type: 'integer' }, at: { from: '时间', type: 'datetime' } } },
      """,
    tallies: """
      seats: { sum: 'submission.value', title: '名额', unit: 'items' },
      plans: { count: 'submission', where: { submitted: true }, title: '报送材料', unit: 'items' },
      """,
    metrics: """
      fill: { title: '报名率', format: 'percent', numerator: { count: 'enrolled' }, denominator: { sum: 'seats' }, definition: '报名÷名额' },
      plan_rate: { title: '报送率', format: 'percent', numerator: { count: 'unit', level: 'school', where: { plans: { at_least: 1 } } },
        denominator: { count: 'unit', level: 'school' }, definition: '已报送学校÷参训学校' },
      """,
    checks: """
      { id: 'plan', severity: 'warn', title: '研修计划报送', cite: '办法第七条',
        unit_condition: { level: 'school', where: { plans: { at_least: 1 } } } }
      """,
    exports: [("submission", "单位,材料,名额,时间\n" + submissions)])
}

@Test func `a unit's own facts are told with their rows and its figures with what they count`() throws {
  let province = try province(submissions: "东市,名额,5,\n东市一中,计划,,2023-07-20\n")
  let city = try province.explained("东市")
  let seats = try #require(city.all("unit_tally").first { $0.text("tally") == "seats" })
  #expect(seats.text.chinese == "名额5项＝“报送”1条记录的名额之和")
  #expect(seats.parts.map(\.text.chinese) == ["名额，5 ← 2023-08-19/submission.csv 第2行"])
  let fill = try #require(city.all("metric").first { $0.text("id") == "fill" })
  #expect(fill.text.chinese == "报名率40.00%＝2÷5")
  #expect(fill.all("quantity").last?.text.chinese == "分母：本单位及以下各单位名额之和：5")
  let rate = try #require(city.all("metric").first { $0.text("id") == "plan_rate" })
  #expect(rate.all("quantity").map(\.text.chinese) == ["分子：报送材料不少于1项、有学员的学校数：1", "分母：有学员的学校数：2"])
}

@Test func `a unit that a check lists says what is demanded and by which clause`() throws {
  let province = try province(submissions: "东市一中,计划,,2023-07-20\n")
  #expect(try province.explained("东市一中").all("unit_check").isEmpty)
  let failing = try province.explained("东市二中").all("unit_check")
  #expect(failing.map(\.text.chinese) == ["不符合“研修计划报送”：报送材料0项；要求：报送材料不少于1项"])
  #expect(failing.first?.parts.map(\.text.chinese) == ["依据：办法第七条"])
}

@Test func `facts about units that did not change are no difference`() throws {
  let province = try Province(
    sources: """
      submission: { title: '报送', kind: 'unit_fact', files: '{date}/submission*.csv', columns: {
        unit: { from: '单位', type: 'unit', required: true }, value: { from: '名额', type: 'integer' } } },
      """, exports: [("submission", "单位,名额\n东市,5\n")])
  guard case .found(let same) = try province.inquiry().difference(from: nil, to: nil) else {
    Issue.record("two nights were loaded")
    return
  }
  #expect(same.sections.first { $0.source == "submission" }?.count == 0)
}
