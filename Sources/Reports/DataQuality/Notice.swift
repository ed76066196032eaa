import SQLite

/// A remark on a row that was accepted all the same, or on a whole file.
package struct Notice: Sendable {
  /// The file's name, with its sheet where it has several; empty when the remark is about the night.
  package let place: String
  /// nil when the remark is about the whole file.
  package let row: Int64?
  package let column: String
  package let code: String
  package let message: String

  static func read(night: Int64, _ mask: Mask, from database: Database) throws -> [Notice] {
    try database.rows(
      """
      SELECT coalesce(f.path, ''), coalesce(f.sheet, ''), n.row, n.column_name, n.code, n.message
      FROM notice n LEFT JOIN source_file f ON f.id = n.file
      WHERE n.night = ? ORDER BY n.file IS NOT NULL, n.file, n.row IS NOT NULL, n.row, n.id
      """, .integer(night)
    ) { row throws(SQLiteError) in
      Notice(
        place: filePlace(row.text(0), sheet: row.text(1)), row: row.optionalInteger(2), column: row.text(3),
        code: row.text(4), message: mask.covered(row.text(5)))
    }
  }
}

/// A unit name that no unit and no alias bears, with the rows that were sent back because of it.
package struct UnmatchedUnit: Sendable {
  package let name: String
  package let rows: Int64
  /// Where it stands first.
  package let place: String
  package let row: Int64
  /// What was found instead: the nearest names, where there are any.
  package let message: String

  static func read(night: Int64, _ mask: Mask, from database: Database) throws -> [UnmatchedUnit] {
    try database.rows(
      """
      SELECT r.found, count(*), f.path, f.sheet, min(r.row), r.message FROM reject r JOIN source_file f ON f.id = r.file
      WHERE f.night = ? AND f.current AND r.code IN ('unknown_unit', 'ambiguous_unit')
      GROUP BY r.found ORDER BY count(*) DESC, r.found
      """, .integer(night)
    ) { row throws(SQLiteError) in
      UnmatchedUnit(
        name: mask.covered(row.text(0)), rows: row.integer(1), place: filePlace(row.text(2), sheet: row.text(3)),
        row: row.integer(4), message: mask.covered(row.text(5)))
    }
  }
}

/// The name of a file without its folder, with the sheet in brackets where one is named.
func filePlace(_ path: String, sheet: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return sheet.isEmpty ? name : "\(name)（\(sheet)）"
}
