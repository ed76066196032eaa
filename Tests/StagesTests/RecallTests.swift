import Foundation
import SQLite
import Store
import TestSupport
import Testing

/// Everything that a load leaves behind of the facts, as text.
private func state(_ fixture: NightFixture) throws -> [String] {
  let tables = [
    "measure": "source, enrolment, item", "tally": "enrolment", "fact_change": "id", "reject": "id", "notice": "id",
    "enrolment": "id", "enrolment_history": "enrolment, as_of", "source_file": "id", "person": "id", "unit": "id",
    "item": "source, enrolment, item", "response": "id", "answer": "response, question",
  ]
  var lines: [String] = []
  for (table, order) in tables.sorted(by: { $0.key < $1.key }) {
    let columns = try fixture.store.database.rows("SELECT name FROM pragma_table_info(?)", .text(table)) {
      row throws(SQLiteError) in "quote(\"\(row.text(0))\")"
    }
    lines += try fixture.store.database.rows(
      "SELECT \(columns.joined(separator: " || '|' || ")) FROM \(table) ORDER BY \(order)"
    ) { row throws(SQLiteError) in "\(table): \(row.text(0))" }
  }
  return lines
}

private func forget(_ fixture: NightFixture) {
  try? FileManager.default.removeItem(atPath: "\(fixture.folder)/out/.rows")
}

/// Study rows of one night made into those of the next: changed, new, gone, moved, repeated and spoilt ones.
private func edit(_ rows: inout [String], using random: inout SeededGenerator) {
  for _ in 0..<Int.random(in: 0...6, using: &random) {
    let place = Int.random(in: 0...rows.count, using: &random)
    switch Int.random(in: 0...6, using: &random) {
    case 0 where place < rows.count: rows.remove(at: place)
    case 1 where place < rows.count: rows.append(rows.remove(at: place))
    case 2 where place < rows.count: rows.insert(rows[place], at: 0)
    case 3: rows.insert("X9,C1,5", at: place)
    case 4: rows.insert("\"P\(Int.random(in: 1...9, using: &random))\",C2,\"7\"", at: place)
    case 5: rows.insert("P1,C1,-3", at: place)
    default:
      let (person, course) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...6, using: &random))
      rows.insert("P\(person),C\(course),\(Int.random(in: 0...300, using: &random))", at: place)
    }
  }
}

/// Roster rows of one night made into those of the next: new and lost people, other names, schools and rows, and such as give a
/// remark or cannot be used.
private func editRoster(_ rows: inout [String], using random: inout SeededGenerator) {
  for _ in 0..<Int.random(in: 0...4, using: &random) {
    let place = Int.random(in: 0..<rows.count, using: &random)
    let person = Int.random(in: 1...9, using: &random)
    switch Int.random(in: 0...9, using: &random) {
    case 0 where rows.count > 4: rows.remove(at: place)
    case 1: rows.append(rows.remove(at: place))
    case 2: rows.insert(rows[place], at: Int.random(in: 0...rows.count, using: &random))
    case 3: rows.insert("P\(person),姓名乙,东州市,东州市第1小学", at: place)
    case 4: rows.insert("P\(person),姓名甲（新）,东州市,东州市第2小学", at: place)
    case 5: rows.insert("P\(person),,东州市,东州市第1小学", at: place)
    case 6: rows[place] = "P\(person),姓名甲,西州市,西州市第\(Int.random(in: 1...3, using: &random))小学"
    case 7: rows.shuffle(using: &random)
    default: rows.append("P\(person),姓名甲,东州市,东州市第\(person % 2 + 1)小学")
    }
  }
}

@Test func `a load that passes over known rows leaves what a load of all rows leaves`() throws {
  var known = 0
  for seed in Cases.seeds(usually: 40) {
    var random = SeededGenerator(seed: seed)
    let (recalling, reading) = (try NightFixture(), try NightFixture())
    var roster = (1...8).map { "P\($0),姓名甲,东州市,东州市第\($0 % 2 + 1)小学" }
    var study = (0..<30).map { "P\($0 % 8 + 1),C\($0 % 5 + 1),\($0 * 3)" }
    for night in 1...4 {
      var loaded: [Bool] = []
      for fixture in [recalling, reading] {
        try fixture.write("2023-08-0\(night)", roster: roster, study: study)
        if fixture === reading { forget(fixture) }
        do {
          let outcome = try fixture.load("2023-08-0\(night)")
          if fixture === reading { #expect(outcome.known == 0) } else { known += outcome.known }
          loaded.append(true)
        } catch is NightBlocked {
          loaded.append(false)
        }
      }
      #expect(loaded[0] == loaded[1], "SEED=\(seed)")
      #expect(try state(recalling) == state(reading), "SEED=\(seed), night \(night)")
      edit(&study, using: &random)
      editRoster(&roster, using: &random)
    }
  }
  #expect(known > 1_000, "hardly a row was passed over, so that this proves nothing")
}

@Test func `marks of another load are not used`() throws {
  let fixture = try NightFixture()
  let roster = ["P1,姓名甲,东州市,东州市第一小学"]
  try fixture.write("2023-08-01", roster: roster, study: ["P1,C1,10", "P1,C2,10"])
  try fixture.load("2023-08-01")
  let marks = "\(fixture.folder)/out/.rows"
  let earlier = "\(fixture.folder)/earlier"
  try FileManager.default.copyItem(atPath: marks, toPath: earlier)
  try fixture.write("2023-08-02", roster: roster, study: ["P1,C1,10", "P1,C2,99"])
  #expect(try fixture.load("2023-08-02").known > 0)
  // The marks of the first night would take the row of C2 for one that the database holds.
  try FileManager.default.removeItem(atPath: marks)
  try FileManager.default.copyItem(atPath: earlier, toPath: marks)
  try fixture.write("2023-08-03", roster: roster, study: ["P1,C1,10", "P1,C2,10"])
  #expect(try fixture.load("2023-08-03").known == 0)
  #expect(
    try fixture.store.database.integer("SELECT sum(value) FROM measure") == 20 * 60,
    "the second course counts 10 minutes again")
}

@Test(arguments: [0, 1, 7, 40])
func `marks that are cut off are not used`(left: Int) throws {
  let fixture = try NightFixture()
  let roster = ["P1,姓名甲,东州市,东州市第一小学"]
  try fixture.write("2023-08-01", roster: roster, study: ["P1,C1,10"])
  try fixture.load("2023-08-01")
  for source in ["study", "roster"] {
    let path = "\(fixture.folder)/out/.rows/\(source).rows"
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.prefix(left).write(to: URL(filePath: path))
  }
  try fixture.write("2023-08-02", roster: roster, study: ["P1,C1,10"])
  #expect(try fixture.load("2023-08-02").known == 0)
}

/// Rows `person,item,value,time` of one night made into those of the next.
private func editItems(_ rows: inout [String], items: Int, using random: inout SeededGenerator) {
  func row() -> String {
    let (person, item) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...items, using: &random))
    let value = ["", "3", "4", "5"].randomElement(using: &random) ?? ""
    let time = ["", "2023-08-01 08:00:00", "2023-08-02 09:30:00"].randomElement(using: &random) ?? ""
    return "P\(person),W\(item),\(value),\(time)"
  }
  if rows.isEmpty { for _ in 0..<40 { rows.append(row()) } }
  for _ in 0..<Int.random(in: 0...5, using: &random) {
    let place = Int.random(in: 0..<rows.count, using: &random)
    switch Int.random(in: 0...4, using: &random) {
    case 0 where rows.count > 20: rows.remove(at: place)
    case 1: rows.append(rows.remove(at: place))
    case 2: rows.insert(rows[place], at: Int.random(in: 0...rows.count, using: &random))
    default: rows[place] = row()
    }
  }
}

@Test(arguments: ["first", "max"])
func `items, extremes and answers of known rows come out as when all rows are read`(rule: String) throws {
  let sources = """
    homework: { title: '作业', kind: 'item', files: '{date}/homework.csv', columns: {
      person: { from: '编号', type: 'id', required: true }, item: { from: '作业', type: 'id', required: true },
      value: { from: '得分', type: 'integer', min: 0 }, at: { from: '时间', type: 'datetime' } },
      duplicates: { value: '\(rule)', at: '\(rule)' } },
    survey: { title: '问卷', kind: 'answer', files: '{date}/survey.csv', columns: {
      response: { from: '问卷', type: 'id', required: true }, person: { from: '编号', type: 'id', required: true },
      question: { from: '题号', type: 'text', required: true },
      value: { from: '评分', type: 'integer', min: 1, max: 5, required: true } } },
    """
  let parts = """
    satisfaction: { source: 'survey', scale: ['5', '4', '3', '2', '1'], top: 2, min_n: 1, objects: { o: '项目' },
      dimensions: { d: '内容' }, items: [
        { question: '1', object: 'o', dimension: 'd' }, { question: '2', object: 'o', dimension: 'd' } ] },
    """
  let tallies = """
    , last: { max: 'homework.at', title: '最后提交', unit: 'moment' }, first: { min: 'homework.at', title: '最先提交', unit: 'moment' },
      best: { max: 'homework.value', title: '最好成绩', unit: 'items' }, handed: { count: 'homework', where: { submitted: true }, title: '已交', unit: 'items' }
    """
  var known = 0
  for seed in Cases.seeds(usually: 30) {
    var random = SeededGenerator(seed: seed)
    func fixture() throws -> NightFixture { try NightFixture(sources: sources, parts: parts, tallies: tallies) }
    let (recalling, reading) = (try fixture(), try fixture())
    var roster = (1...8).map { "P\($0),姓名甲,东州市,东州市第\($0 % 2 + 1)小学" }
    var (homework, answers): ([String], [String]) = ([], [])
    for night in 1...4 {
      let date = "2023-08-0\(night)"
      editItems(&homework, items: 6, using: &random)
      editItems(&answers, items: 5, using: &random)
      // A response is a person's and an item; the question follows from the time.
      let survey = answers.map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0])-\(cells[1]),\(cells[0]),\(cells[3].isEmpty ? 1 : 2),\(cells[2].isEmpty ? "9" : cells[2])"
      }
      for fixture in [recalling, reading] {
        try fixture.write(date, roster: roster, study: ["P1,C1,10"])
        try fixture.write(date, "homework", ["编号,作业,得分,时间"] + homework)
        try fixture.write(date, "survey", ["问卷,编号,题号,评分"] + survey)
        if fixture === reading { forget(fixture) }
        let outcome = try fixture.load(date)
        if fixture === recalling { known += outcome.known }
      }
      #expect(try state(recalling) == state(reading), "SEED=\(seed), night \(night)")
      if Bool.random(using: &random) { roster[2] = "P3,姓名甲,西州市,西州市第\(night)小学" }
      if Bool.random(using: &random) { roster[5] = "P6,姓名丙,东州市,东州市第1小学" }
    }
  }
  #expect(known > 1_000, "hardly a row was passed over, so that this proves nothing")
}
