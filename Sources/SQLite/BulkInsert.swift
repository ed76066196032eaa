/// Inserts many rows into one table, many with each run of a statement: a run by itself, with its cursor opened and closed, takes as
/// long as a quarter of a row.
package struct BulkInsert: ~Copyable {
  private let many: Statement
  private let one: Statement
  private let width: Int
  /// How many rows one run of `many` inserts.
  private let rows: Int

  package init(_ database: Database, into table: String, columns: [String]) throws(SQLiteError) {
    let count = max(1, Self.values / columns.count)
    let row = "(\(Array(repeating: "?", count: columns.count).joined(separator: ", ")))"
    let insert = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    let several = try database.prepare(insert + Array(repeating: row, count: count).joined(separator: ", "))
    let single = try database.prepare(insert + row)
    many = several
    one = single
    width = columns.count
    rows = count
  }

  /// How many values are bound at once.
  private static let values = 1_024

  /// Inserts so many rows; `bind` binds the values of a row to the places from `first` on, every one of them.
  package borrowing func insert<Failure: Error>(
    _ count: Int, _ bind: (_ row: Int, _ statement: borrowing Statement, _ first: Int) throws(Failure) -> Void
  ) throws {
    let whole = count - count % rows
    for start in stride(from: 0, to: whole, by: rows) {
      for row in 0..<rows { try bind(start + row, many, 1 + row * width) }
      try many.run()
    }
    for row in whole..<count {
      try bind(row, one, 1)
      try one.run()
    }
  }
}
