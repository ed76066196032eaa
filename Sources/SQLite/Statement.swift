import CSQLite

/// One compiled statement; single owner, finalized when it goes out of scope.
package struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  private let sql: String

  init(handle: OpaquePointer, database: OpaquePointer, sql: String) {
    self.handle = handle
    self.database = database
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Moves to the next row; false when there is none.
  package borrowing func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  /// Runs the statement with the values bound so far, and makes it ready to be bound again.
  package borrowing func run() throws(SQLiteError) {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
  }

  /// Makes the statement ready to be bound and run again.
  package borrowing func reset() {
    sqlite3_reset(handle)
  }

  /// Binds values to the places 1, 2, 3 …
  package borrowing func bind(_ values: [Value]) throws(SQLiteError) {
    for (index, value) in values.enumerated() {
      try bind(index + 1, value)
    }
  }

  package borrowing func bind(_ place: Int, _ value: Value) throws(SQLiteError) {
    switch value {
    case .integer(let number): try bind(place, number)
    case .text(let text): try bind(place, text)
    case .null: try bindNull(place)
    }
  }

  package borrowing func bind(_ place: Int, _ number: Int64) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(place), number))
  }

  package borrowing func bind(_ place: Int, _ number: Int64?) throws(SQLiteError) {
    if let number { try bind(place, number) } else { try bindNull(place) }
  }

  package borrowing func bind(_ place: Int, _ text: String) throws(SQLiteError) {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(handle, Int32(place), characters.baseAddress, Int32(characters.count), Self.transient)
      }
    }
    try check(text.isEmpty ? sqlite3_bind_text(handle, Int32(place), "", 0, Self.transient) : code)
  }

  package borrowing func bind(_ place: Int, _ text: String?) throws(SQLiteError) {
    if let text { try bind(place, text) } else { try bindNull(place) }
  }

  /// Binds text that is there as UTF-8 bytes.
  package borrowing func bind(_ place: Int, _ text: Span<UInt8>) throws(SQLiteError) {
    let code = text.withUnsafeBytes { bytes in
      sqlite3_bind_text(
        handle, Int32(place), bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), Self.transient)
    }
    try check(text.isEmpty ? sqlite3_bind_text(handle, Int32(place), "", 0, Self.transient) : code)
  }

  /// Binds places in a list as one blob, four bytes each, the lowest first.
  package borrowing func bind(_ place: Int, places: [UInt32]) throws(SQLiteError) {
    let code = places.map(\.littleEndian).withUnsafeBytes { bytes in
      sqlite3_bind_blob64(handle, Int32(place), bytes.baseAddress, UInt64(bytes.count), Self.transient)
    }
    try check(places.isEmpty ? sqlite3_bind_zeroblob(handle, Int32(place), 0) : code)
  }

  /// Binds integers as one blob, eight bytes each, the lowest first.
  package borrowing func bind(_ place: Int, integers: [Int64]) throws(SQLiteError) {
    let code = integers.map(\.littleEndian).withUnsafeBytes { bytes in
      sqlite3_bind_blob64(handle, Int32(place), bytes.baseAddress, UInt64(bytes.count), Self.transient)
    }
    try check(integers.isEmpty ? sqlite3_bind_zeroblob(handle, Int32(place), 0) : code)
  }

  package borrowing func bindNull(_ place: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(place)))
  }

  package borrowing func integer(_ column: Int) -> Int64 {
    sqlite3_column_int64(handle, Int32(column))
  }

  /// nil when the value is NULL.
  package borrowing func optionalInteger(_ column: Int) -> Int64? {
    isNull(column) ? nil : integer(column)
  }

  package borrowing func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// nil when the value is NULL.
  package borrowing func optionalText(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// The integers of a blob that `bind(_:integers:)` wrote.
  package borrowing func integers(_ column: Int) -> [Int64] {
    guard let bytes = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
    return stride(from: 0, to: count - count % 8, by: 8).map {
      Int64(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: Int64.self))
    }
  }

  /// A number of a blob that `bind(_:places:)` wrote, counted from 0; 0 where the blob ends before it.
  package borrowing func place(_ column: Int, at index: Int) -> UInt32 {
    guard let bytes = sqlite3_column_blob(handle, Int32(column)), index >= 0,
      index < Int(sqlite3_column_bytes(handle, Int32(column))) / 4
    else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }

  /// Hands over the UTF-8 bytes of a value without making a string of them.
  package borrowing func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else {
      return try body(Span())
    }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeBufferPointer(start: bytes, count: count).span)
  }

  /// Whether a column holds this text, byte by byte.
  package borrowing func isText(_ column: Int, _ text: String) -> Bool {
    withBytes(column) { bytes in
      bytes.count == text.utf8.count && zip(bytes.indices, text.utf8).allSatisfy { bytes[$0] == $1 }
    }
  }

  package borrowing func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  private borrowing func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private borrowing func error(_ code: Int32) -> SQLiteError {
    SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)), statement: sql)
  }
}
