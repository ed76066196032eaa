import Foundation
import SQLite

/// A row that was sent back: where it stands, what it held, and what is wrong with it.
///
/// Identity and telephone numbers are covered; the raw row leaves the database only on request.
package struct Rejection: Sendable {
  package let row: Int64
  /// The header of the faulty column; empty when the row as a whole is damaged.
  package let column: String
  package let code: String
  package let found: String
  package let message: String
  /// The cells as they stood, masked.
  package let cells: [String]

  /// The rows that one sheet of one file sent back, in the order of the file.
  static func read(file: Int64, _ mask: Mask, from database: Database) throws -> [Rejection] {
    try database.rows(
      "SELECT row, column_name, code, found, message, raw FROM reject WHERE file = ? ORDER BY row, id", .integer(file)
    ) { row throws(SQLiteError) in
      Rejection(
        row: row.integer(0), column: row.text(1), code: row.text(2), found: mask.covered(row.text(3)),
        message: mask.covered(row.text(4)), cells: textList(row.text(5)).map(mask.covered))
    }
  }

  /// How many rows of a night were sent back for which reason, the most frequent first.
  static func countsByReason(night: Int64, from database: Database) throws -> [(title: String, rows: Int64)] {
    try database.rows(
      """
      SELECT r.code, count(*) FROM reject r JOIN source_file f ON f.id = r.file
      WHERE f.night = ? AND f.current GROUP BY r.code ORDER BY count(*) DESC, r.code
      """, .integer(night)
    ) { row throws(SQLiteError) in (faultTitle(row.text(0)), row.integer(1)) }
  }
}

/// A JSON list of texts; a text that is no such list is one cell.
func textList(_ json: String) -> [String] {
  // Without a backslash no quote stands within a text, and a sheet of rejects has thousands of such lists.
  if json.hasPrefix("[\""), json.hasSuffix("\"]"), json.utf8.count >= 4, !json.utf8.contains(UInt8(ascii: "\\")) {
    return json.dropFirst(2).dropLast(2).split(separator: "\",\"", omittingEmptySubsequences: false).map(String.init)
  }
  return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? [json]
}
