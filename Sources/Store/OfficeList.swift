import Programme
import SQLite

/// The rows of a short list, such as that of the administrators, as tonight's export has them.
struct OfficeList {
  fileprivate let table: String
  /// The columns of the table but its key, file and row.
  fileprivate let columns: String
  fileprivate var rows: [(values: [Value], file: Int64, row: Int64)] = []

  init(_ table: String, _ columns: String) {
    self.table = table
    self.columns = columns
  }

  mutating func add(_ values: [Value], file: Int64, row: Int) {
    rows.append((values, file, Int64(row)))
  }
}

extension Night {
  /// Puts tonight's list in place of the last one, unless it says the same in the same order.
  ///
  /// Rows are not merged one by one: their order is that of the file, whatever the nights before were, and a list is short.
  func replace(_ list: OfficeList, _ source: Source) throws {
    let width = list.columns.split(separator: ",").count
    let stored = try database.rows(
      "SELECT \(list.columns) FROM \(list.table) WHERE source = ? ORDER BY id", .text(source.id.text)
    ) { row throws(SQLiteError) in (0..<width).map { row.optionalText($0) } }
    guard stored != list.rows.map({ $0.values.map(\.text) }) else { return }
    try database.run("DELETE FROM \(list.table) WHERE source = ?", .text(source.id.text))
    let places = Array(repeating: "?", count: width + 2).joined(separator: ", ")
    let insert = try database.prepare("INSERT INTO \(list.table) (\(list.columns), file, row) VALUES (\(places))")
    for row in list.rows {
      try insert.bind(row.values + [.integer(row.file), .integer(row.row)])
      try insert.run()
    }
  }
}

extension Value {
  /// The value as the database gives it back when it is asked for a text.
  fileprivate var text: String? {
    switch self {
    case .integer(let number): "\(number)"
    case .text(let text): text
    case .null: nil
    }
  }
}
