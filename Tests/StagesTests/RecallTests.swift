import Foundation
import SQLite
import Store
import TestSupport
import Testing

/// Everything that a load leaves behind of the facts, as text.
private func state(_ fixture: NightFixture) throws -> [String] {
  let tables = [
    "measure": "source, enrolment, item", "tally": "enrolment", "fact_change": "id", "reject": "id", "notice": "id",
    "enrolment": "id", "enrolment_history": "enrolment, as_of", "source_file": "id",
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

@Test func `a load that passes over known rows leaves what a load of all rows leaves`() throws {
  var known = 0
  for seed in Cases.seeds(usually: 40) {
    var random = SeededGenerator(seed: seed)
    let (recalling, reading) = (try NightFixture(), try NightFixture())
    var people = Array(1...8)
    var study = (0..<30).map { "P\($0 % 8 + 1),C\($0 % 5 + 1),\($0 * 3)" }
    for night in 1...4 {
      let roster = people.map { "P\($0),姓名甲,东州市,东州市第\($0 % 2 + 1)小学" }
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
      if Bool.random(using: &random) { people.append(9) }
      if Bool.random(using: &random) { people.removeAll { $0 == 3 } }
      people = Array(Set(people)).shuffled(using: &random)
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
  let path = "\(fixture.folder)/out/.rows/study.rows"
  let whole = try Data(contentsOf: URL(filePath: path))
  try whole.prefix(left).write(to: URL(filePath: path))
  try fixture.write("2023-08-02", roster: roster, study: ["P1,C1,10"])
  #expect(try fixture.load("2023-08-02").known == 0)
}
