import Reports
import SQLite
import Testing

private func concerns(_ change: (BulletinProvince) throws -> Void = { _ in }) throws -> [Concern] {
  let province = try BulletinProvince()
  try change(province)
  return try BulletinFigures.read(province.secondEdition, from: province.database).concerns
}

@Test func `a county without any learner at work is named once, its schools are not named again`() throws {
  let absent = try concerns().filter { $0.condition == "参训人数为0" }
  #expect(absent.map(\.unit) == ["荻洲市秋水县"])
  #expect(absent.map(\.fact) == ["报名57人，尚无学员参训。"])
}

@Test func `a city ten points below is named, and one hundredth less is not`() throws {
  let far = { try concerns($0).filter { $0.condition == "低于全省10个百分点以上" }.map(\.unit) }
  // 白鹭市 has 166 learners; the province's rate is fixed at a round number by the same update.
  let figures =
    "UPDATE metric_value SET numerator = ?, denominator = ? WHERE night = 2 AND metric = 'pass_rate' AND project = 0 AND unit = ?"
  let baiLu = try #require(
    try BulletinProvince().database.integer("SELECT id FROM unit WHERE name = '白鹭市'"))
  let atLine = try far { province in
    try province.database.run(figures, 6000, 10000, 1)
    try province.database.run(figures, 5000, 10000, .integer(baiLu))
  }
  let above = try far { province in
    try province.database.run(figures, 6000, 10000, 1)
    try province.database.run(figures, 5001, 10000, .integer(baiLu))
  }
  #expect(atLine.contains("白鹭市"))
  #expect(!above.contains("白鹭市"))
}

@Test func `vanished learners are counted with the cities they belong to`() throws {
  let vanished = try #require(try concerns().first { $0.condition == "名册中消失" })
  #expect(vanished.unit == "青岚市、石渚市、川阳市")
  #expect(vanished.fact.hasPrefix("3名学员不在本期名册中"))
}

@Test func `work without a mark is counted, that of five days apart`() throws {
  let waiting = try concerns { province in
    try province.database.execute(
      """
      INSERT INTO fact_source VALUES (1, 'assignment');
      INSERT INTO item VALUES
      (1, 1, 1, NULL, NULL, 10000, unixepoch('2023-08-15 23:00:00'), 0, NULL, 1, 2),
      (1, 2, 1, NULL, NULL, 10000, unixepoch('2023-08-20 10:00:00'), 0, NULL, 1, 3),
      (1, 3, 1, NULL, 9000, 10000, unixepoch('2023-08-01 10:00:00'), 0, NULL, 1, 4);
      UPDATE enrolment SET project = 3 WHERE id <= 3;
      """)
  }
  let fact = try #require(waiting.first { $0.condition == "有已提交未批阅的作业" }?.fact)
  #expect(fact == "待批阅作业2份，其中提交满5天的1份；涉及1个项目，最多的是小学英语（2份）。")
}
