import Programme
import SQLite

/// A row that was used with what somebody filled in for a cell, or was left out because somebody decided so; numbers masked.
package struct MendedRow: Sendable {
  package let place: String
  package let row: Int64
  package let column: String
  /// What the cell held.
  package let original: String
  /// What it was read as; nil where the row was left out.
  package let value: String?
  package let by: String
  package let at: String
  package let note: String

  /// The rows of a night in the order of its files.
  static func read(night: Int64, _ mask: Mask, from database: Database) throws -> [MendedRow] {
    try database.rows(
      """
      SELECT f.path, f.sheet, w.row, m.column_name, r.found, m.value, m.mended_by, m.mended_at, m.note, f.id
      FROM mended_row w JOIN mending m ON m.id = w.mending JOIN reject r ON r.id = m.reject JOIN source_file f ON f.id = w.file
      WHERE f.night = ?1 AND f.current
      UNION ALL
      SELECT f.path, f.sheet, r.row, r.column_name, r.found, NULL, m.mended_by, m.mended_at, m.note, f.id
      FROM reject r JOIN source_file f ON f.id = r.file JOIN mending m ON m.source = f.source AND m.raw = r.raw AND m.value IS NULL AND m.held
      WHERE f.night = ?1 AND f.current AND r.state = 'void'
      ORDER BY 10, 3, 4
      """, .integer(night)
    ) { row throws(SQLiteError) in
      MendedRow(
        place: filePlace(row.text(0), sheet: row.text(1)), row: row.integer(2), column: row.text(3),
        original: mask.covered(row.text(4)), value: row.optionalText(5).map(mask.covered), by: row.text(6),
        at: row.text(7), note: mask.covered(row.text(8)))
    }
  }
}

extension DataQualityFigures {
  /// What was mended or left out, by whom and when.
  package var mendedTable: PaperTable {
    PaperTable(
      [
        PaperColumn("序号", .rank), PaperColumn("文件", .sentence), PaperColumn("行号", .rank), PaperColumn("列", .name),
        PaperColumn("原值", .sentence), PaperColumn("处理", .word), PaperColumn("修正值", .sentence),
        PaperColumn("修正人", .name), PaperColumn("时间", .word), PaperColumn("备注", .sentence),
      ],
      mended.enumerated().map { index, mended in
        [
          .rank(index + 1), .text(mended.place), .rank(Int(mended.row)),
          .text(mended.column.isEmpty ? "整行" : mended.column),
          .text(mended.original.isEmpty ? "（空）" : mended.original), .text(mended.value == nil ? "作废" : "修正"),
          .text(mended.value ?? "—"), .text(mended.by), .text(String(mended.at.prefix(16))), .text(mended.note),
        ]
      })
  }
}
