import SQLite
import Store
import Testing

private let people = ["1,甲,东市,一中", "2,乙,东市,一中", "3,丙,西市,二中"]

@Test func `a second night writes only what changed, and says what`() throws {
  let fixture = try NightFixture()
  try fixture.write("2023-08-19", roster: people, study: ["1,A,10", "1,B,20", "2,A,30", "3,A,40"])
  try fixture.load("2023-08-19")
  try fixture.write("2023-08-20", roster: people, study: ["1,A,10", "1,B,25", "2,A,30", "2,C,5"])
  try fixture.load("2023-08-20")
  let changes = try fixture.store.database.rows(
    "SELECT person || ' ' || item || ' ' || coalesce(before, '') || '→' || coalesce(after, '') FROM change WHERE kind = 'study' ORDER BY 1"
  ) { row throws(SQLiteError) in row.text(0) }
  #expect(changes == ["1 B 1200→1500", "2 C →300", "3 A 2400→"])
  let firstSeen = try fixture.store.database.rows(
    "SELECT n.as_of FROM measure m JOIN source_file f ON f.id = m.file JOIN night n ON n.id = f.night ORDER BY m.enrolment, m.item"
  ) { row throws(SQLiteError) in row.text(0) }
  #expect(firstSeen == ["2023-08-19", "2023-08-20", "2023-08-19", "2023-08-20"])
}

@Test func `two nights leave the same facts, tallies and scores as the second alone`() throws {
  let second = ["1,A,10", "1,A,90", "2,A,30", "3,B,100", "9,A,1", "2,C,-5", "2,D,x"]
  let both = try NightFixture()
  try both.write("2023-08-19", roster: people, study: ["1,A,99", "2,Z,30", "3,B,40"])
  _ = try both.compute(night: try both.load("2023-08-19").night)
  try both.write("2023-08-20", roster: people, study: second)
  _ = try both.compute(night: try both.load("2023-08-20").night)
  let alone = try NightFixture()
  try alone.write("2023-08-20", roster: people, study: second)
  _ = try alone.compute(night: try alone.load("2023-08-20").night)
  for query in [
    "SELECT enrolment || ':' || item || ':' || value FROM measure ORDER BY enrolment, item",
    "SELECT enrolment || ':' || time || ':' || courses FROM tally ORDER BY enrolment",
    "SELECT enrolment || ':' || total || ':' || rank || ':' || passed FROM score ORDER BY enrolment",
    "SELECT row || code FROM rejected WHERE as_of = '2023-08-20' ORDER BY row",
    "SELECT rows_read || accepted || duplicates || rejected || non_data FROM account WHERE as_of = '2023-08-20' ORDER BY file",
  ] {
    let (one, other) = (try texts(both.store, query), try texts(alone.store, query))
    #expect(one == other, "\(query)")
    #expect(!one.isEmpty)
  }
}

@Test func `a learner who is gone from the roster vanishes, still counts, and comes back`() throws {
  let fixture = try NightFixture()
  func statuses() throws -> [String] {
    try texts(fixture.store, "SELECT status FROM enrolment ORDER BY id")
  }
  try fixture.write("2023-08-19", roster: people, study: ["3,A,100"])
  try fixture.load("2023-08-19")
  try fixture.write("2023-08-20", roster: Array(people.prefix(2)), study: ["3,A,100"])
  let night = try fixture.load("2023-08-20").night
  #expect(try statuses() == ["enrolled", "enrolled", "vanished"])
  _ = try fixture.compute(night: night)
  let rate = try texts(
    fixture.store, "SELECT numerator || '/' || denominator FROM metric WHERE level = 0 AND project = ''")
  #expect(rate == ["1/3"])
  try fixture.write("2023-08-21", roster: people, study: ["3,A,100"])
  try fixture.load("2023-08-21")
  #expect(try statuses() == ["enrolled", "enrolled", "enrolled"])
}

@Test func `a roster that lost more than its limit is refused and changes nothing`() throws {
  let fixture = try NightFixture()
  try fixture.write("2023-08-19", roster: people, study: ["1,A,10"])
  try fixture.load("2023-08-19")
  try fixture.write("2023-08-20", roster: Array(people.prefix(1)), study: ["1,A,10"])
  let blocked = #expect(throws: NightBlocked.self) { try fixture.load("2023-08-20") }
  #expect(blocked?.blockages.map(\.code) == ["shrunk"])
  #expect(try texts(fixture.store, "SELECT as_of FROM night") == ["2023-08-19"])
}

func texts(_ store: ProgrammeStore, _ query: String) throws -> [String] {
  try store.database.rows(query) { row throws(SQLiteError) in row.text(0) }
}
