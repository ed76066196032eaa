import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// A programme that is only there to be stored.
private let source = """
  {
    format: 1,
    programme: { id: 'p', title: 't', year: 2023, office: 'o', input: '.', levels: [{ id: 'province', title: '全省', label: '省' }] },
    sources: { roster: { title: 'r', kind: 'roster', files: '{date}/r.csv', columns: {
      person: { from: 'p', type: 'id' }, name: { from: 'n', type: 'name' }, unit: { from: 'u', type: 'unit' } } } },
    tallies: { time: { sum: 'roster.value', title: 't', unit: 'seconds' } },
    scoring: { components: [{ id: 'study', title: 's', points: 100, rule: { kind: 'proportion', of: 'time', target: '1h' } }],
      pass: { total_at_least: 80 } },
    reports: {},
  }
  """

private func store() throws -> (ProgrammeStore, String) {
  let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let faults = FaultCollector()
  let programme = try #require(
    Programme.read(Array(source.utf8), faults), "\(faults.lines(file: "p", in: .english))")
  return (try ProgrammeStore(programme: programme, folder: folder), folder)
}

@Test func `the schema refuses an account that does not balance`() throws {
  let (store, folder) = try store()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try store.database.run("INSERT INTO night (as_of) VALUES ('2023-08-19')")
  let insert = """
    INSERT INTO source_file (night, source, title, path, size, digest, encoding, rows_read, accepted, duplicates, rejected, non_data)
    VALUES (1, 's', 't', 'f', 0, '', '', 10, ?, 1, 1, 1)
    """
  #expect(throws: SQLiteError.self) { try store.database.run(insert, 6) }
  try store.database.run(insert, 7)
}

@Test func `only its owner can read the database`() throws {
  let (store, folder) = try store()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let attributes = try FileManager.default.attributesOfItem(atPath: store.path)
  #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
}

@Test func `a database of a newer program is refused`() throws {
  let (store, folder) = try store()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try store.database.execute("PRAGMA user_version = 99")
  let error = #expect(throws: StoreError.self) { try ProgrammeStore(programme: store.programme, folder: folder) }
  #expect(error?.message(in: .english).contains("99") == true)
}

@Test func `the public views bear their names`() throws {
  let (store, folder) = try store()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  #expect(try store.makeWideTables())
  #expect(try !store.makeWideTables())
  let names = try store.database.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") {
    row throws(SQLiteError) in row.text(0)
  }
  #expect(
    names == [
      "account", "award_decision", "award_movement", "award_quota", "award_split", "award_vacancy", "change",
      "component_score", "counted_enrolment", "credit_balance", "credit_entry", "credit_ledger", "decision",
      "issue",
      "learner_score", "metric", "not_started", "rejected", "run", "satisfaction", "staff_check",
      "unit_check",
    ])
}

@Test func `a database of an earlier program is brought up to date when it is written to, and refused when only read`()
  throws
{
  let (store, folder) = try store()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let schema = try String(contentsOfFile: Repository.path("Sources/Store/schema.sql"), encoding: .utf8)
  let first = try #require(schema.range(of: "PRAGMA user_version = 1;"))
  try FileManager.default.createDirectory(atPath: "\(folder)/old", withIntermediateDirectories: true)
  let old = try Database(path: "\(folder)/old/p.sqlite")
  try old.execute(String(schema[..<first.upperBound]))
  try old.execute("INSERT INTO night (as_of) VALUES ('2023-08-19'), ('2023-08-20')")
  try old.execute("INSERT INTO enrolment VALUES (7, 1, 2, 3, 4, 'vanished', '2023-08-19', 5, 6, 8)")
  let refused = #expect(throws: StoreError.self) {
    try ProgrammeStore(programme: store.programme, folder: "\(folder)/old", readOnly: true)
  }
  #expect(refused?.message(in: .english).contains("run the programme once") == true)
  let upgraded = try ProgrammeStore(programme: store.programme, folder: "\(folder)/old")
  let names = "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
  func objects(_ database: Database) throws -> [String] {
    try database.rows(names) { row throws(SQLiteError) in row.text(0) }
  }
  #expect(try objects(upgraded.database) == objects(store.database))
  try upgraded.database.run("UPDATE enrolment SET status = 'applied' WHERE unit = 4 AND row = 8")
  #expect(try upgraded.database.text("SELECT id || status FROM enrolment_past") == "7vanished")
  #expect(try upgraded.database.integer("PRAGMA user_version") == ProgrammeStore.schemaVersion)
  #expect(try upgraded.database.text("SELECT value FROM setting WHERE name = 'past_since'") == "2")
}
