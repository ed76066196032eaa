import SQLite
import Testing

private func memory() throws -> Database {
  try Database(path: ":memory:")
}

@Test func `values come back as they were bound`() throws {
  let database = try memory()
  try database.execute("CREATE TABLE t (number INTEGER, text TEXT, absent TEXT) STRICT")
  try database.run("INSERT INTO t VALUES (?, ?, ?)", .integer(Int64.min), .text("引号\"与\u{0}零"), .null)
  let rows = try database.rows("SELECT number, text, absent FROM t") { row throws(SQLiteError) in
    (row.integer(0), row.text(1), row.optionalText(2))
  }
  #expect(rows.count == 1)
  #expect(rows[0].0 == Int64.min)
  #expect(rows[0].1 == "引号\"与\u{0}零")
  #expect(rows[0].2 == nil)
}

@Test func `an empty text is not NULL`() throws {
  let database = try memory()
  try database.execute("CREATE TABLE t (text TEXT) STRICT")
  try database.run("INSERT INTO t VALUES (?)", "")
  #expect(try database.text("SELECT text FROM t") == "")
}

@Test func `a transaction that throws leaves nothing behind`() throws {
  let database = try memory()
  try database.execute("CREATE TABLE t (n INTEGER) STRICT")
  struct Stop: Error {}
  #expect(throws: Stop.self) {
    try database.transaction {
      try database.run("INSERT INTO t VALUES (1)")
      throw Stop()
    }
  }
  #expect(try database.integer("SELECT count(*) FROM t") == 0)
}

@Test func `a database without room says so`() throws {
  let database = try Database(path: ":memory:")
  try database.execute("PRAGMA max_page_count = 4; CREATE TABLE t (text TEXT)")
  let error = #expect(throws: SQLiteError.self) {
    try database.run("INSERT INTO t VALUES (?)", .text(String(repeating: "a", count: 100_000)))
  }
  #expect(error?.isOfFullDisk == true && error?.isOfDamage == false)
}

@Test func `an error names its statement and none of the bound values`() throws {
  let database = try memory()
  try database.execute("CREATE TABLE t (n INTEGER NOT NULL UNIQUE) STRICT")
  try database.run("INSERT INTO t VALUES (?)", 42_424_242)
  let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO t VALUES (?)", 42_424_242) }
  let description = try #require(error?.description)
  #expect(description.contains("INSERT INTO t"))
  #expect(!description.contains("42424242"))
}
