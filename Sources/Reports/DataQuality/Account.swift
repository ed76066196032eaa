import SQLite

/// The account of one sheet of one file: what became of every row that was read.
package struct Account: Sendable {
  /// The row of `source_file`.
  package let id: Int64
  package let source: String
  package let title: String
  /// Without its folder, which differs from office to office.
  package let file: String
  package let sheet: String
  package let encoding: String
  /// The file's own as-of where it states one.
  package let asOf: String?
  package let rowsRead: Int64
  package let accepted: Int64
  package let duplicates: Int64
  package let rejected: Int64
  package let nonData: Int64

  /// Whether nothing was lost; the database refuses anything else.
  package var isBalanced: Bool { rowsRead == accepted + duplicates + rejected + nonData }

  static func read(night: Int64, from database: Database) throws -> [Account] {
    try database.rows(
      """
      SELECT id, source, title, path, sheet, encoding, as_of, rows_read, accepted, duplicates, rejected, non_data
      FROM source_file WHERE night = ? AND current ORDER BY id
      """, .integer(night)
    ) { row throws(SQLiteError) in
      Account(
        id: row.integer(0), source: row.text(1), title: row.text(2),
        file: row.text(3).split(separator: "/").last.map(String.init) ?? row.text(3), sheet: row.text(4),
        encoding: row.text(5), asOf: row.optionalText(6), rowsRead: row.integer(7), accepted: row.integer(8),
        duplicates: row.integer(9), rejected: row.integer(10), nonData: row.integer(11))
    }
  }
}

extension [Account] {
  /// One part of all accounts added up.
  package func sum(_ part: KeyPath<Account, Int64>) -> Int64 {
    reduce(0) { $0 + $1[keyPath: part] }
  }

  /// The accounts of the files and sheets of each source, in the order of the first.
  package var bySource: [(title: String, accounts: [Account])] {
    var order: [String] = []
    for account in self where !order.contains(account.source) { order.append(account.source) }
    let groups = Dictionary(grouping: self, by: \.source)
    return order.compactMap { source in groups[source].map { ($0[0].title, $0) } }
  }
}
