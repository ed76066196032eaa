import CSQLite

/// One connection to one SQLite file; closed when it goes out of scope.
package final class Database {
  private let handle: OpaquePointer
  private let path: String

  /// Opens or creates the file.
  package init(path: String, readOnly: Bool = false) throws(SQLiteError) {
    _ = Self.configured
    var opened: OpaquePointer?
    let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message, statement: "open \(path)")
    }
    handle = opened
    self.path = path
    sqlite3_extended_result_codes(handle, 1)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Set up once, before the first connection.
  private static let configured = sqlite3_config_without_memory_count()

  /// Runs statements that return nothing, several at once when separated by semicolons.
  package func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql) }
  }

  /// Compiles one statement for repeated use.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else { throw error(code, sql) }
    return Statement(handle: compiled, database: handle, sql: sql)
  }

  /// Runs one statement once with values bound, decoding every row it returns.
  package func rows<Element>(
    _ sql: String, _ values: Value..., decode: (borrowing Statement) throws(SQLiteError) -> Element
  ) throws(SQLiteError) -> [Element] {
    let statement = try prepare(sql)
    try statement.bind(values)
    var elements: [Element] = []
    while try statement.step() { elements.append(try decode(statement)) }
    return elements
  }

  /// Runs one statement once with values bound.
  package func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first column of the first row, or nil when there is no row or it is NULL.
  package func integer(_ sql: String, _ values: Value...) throws(SQLiteError) -> Int64? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  /// The first column of the first row, or nil when there is no row or it is NULL.
  package func text(_ sql: String, _ values: Value...) throws(SQLiteError) -> String? {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// Runs `body` in one write transaction: all of it lands, or nothing does.
  ///
  /// `beforeCommit` is called when everything is written and before it becomes durable.
  package func transaction<Result>(
    beforeCommit: () -> Void = {}, _ body: () throws -> Result
  ) throws -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      beforeCommit()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The row id of the last insert.
  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  private func error(_ code: Int32, _ sql: String) -> SQLiteError {
    SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), statement: sql)
  }
}

/// A value bound to a statement.
package enum Value: Sendable {
  case integer(Int64)
  case text(String)
  case null

  /// NULL when there is no number.
  package static func optional(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }

  /// NULL when there is no text.
  package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
}

/// A failure that SQLite reported; it names the statement and never a bound value.
package struct SQLiteError: Error, Sendable, CustomStringConvertible {
  package let code: Int32
  package let message: String
  package let statement: String

  package init(code: Int32, message: String, statement: String) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  /// Whether a run was ended while it wrote, and a reader cannot take back what it left half done (SQLITE_READONLY_ROLLBACK).
  package var awaitsRecovery: Bool { code == SQLITE_READONLY | 3 << 8 }

  /// Whether the file is no database, or its pages are damaged.
  package var isOfDamage: Bool { [SQLITE_NOTADB, SQLITE_CORRUPT].contains(code & 0xFF) }

  /// Whether there was no room for what was to be written.
  package var isOfFullDisk: Bool { code & 0xFF == SQLITE_FULL }

  package var description: String { "SQLite \(code): \(message) (in: \(statement.prefix(200)))" }
}
