import Programme
import SQLite
import Store

extension Inquiry {
  /// Rows of tonight's exports about a code that could be used only because somebody mended them, or that were left out: what they
  /// said, what they are read as, and who answers for it.
  ///
  /// Of all sources, or of those of one kind.
  func mendedRows(naming code: String, of kind: SourceKind? = nil) throws -> [Answer] {
    let sources = programme.sources.filter { kind == nil || $0.kind == kind }.map(\.id.text)
    return try database.rows(
      """
      SELECT m.column_name, m.value, r.found, m.mended_by, m.mended_at, m.note, m.workbook, m.sheet, m.workbook_row, f.path, f.sheet,
        w.row
      FROM mended_row w JOIN mending m ON m.id = w.mending JOIN reject r ON r.id = m.reject JOIN source_file f ON f.id = w.file
      WHERE f.current AND f.night = (SELECT night FROM stage_state WHERE stage = 'load')
        AND (instr(m.raw, ?1) > 0 OR m.value = ?2) AND instr(?3, '|' || f.source || '|') > 0
      UNION ALL
      SELECT r.column_name, NULL, r.found, m.mended_by, m.mended_at, m.note, m.workbook, m.sheet, m.workbook_row, f.path, f.sheet,
        r.row
      FROM mending m JOIN reject r ON r.raw = m.raw AND r.state = 'void' JOIN source_file f ON f.id = r.file AND f.source = m.source
      WHERE m.value IS NULL AND m.held AND f.current AND f.night = (SELECT night FROM stage_state WHERE stage = 'load')
        AND instr(m.raw, ?1) > 0 AND instr(?3, '|' || f.source || '|') > 0
      ORDER BY 10, 11, 12
      """, .text(jsonText(code)), .text(code), .text("|\(sources.joined(separator: "|"))|")
    ) { row throws(SQLiteError) in
      let (column, found, by, time) = (row.text(0), row.text(2), row.text(3), row.text(4))
      let place = SourcePlace(row, at: 9)
      let note = row.text(5).isEmpty ? Wording("") : Wording(" (\(row.text(5)))", "（\(row.text(5))）")
      let author = Wording(
        ", by \(by), \(time), \(row.text(6)) [\(row.text(7))] row \(row.integer(8))",
        "，\(by)于\(time)修正（\(row.text(6))［\(row.text(7))］第\(row.integer(8))行）")
      let value = row.optionalText(1)
      let text =
        value.map {
          Wording("a mended row: \(column) “\(found)” is read as “\($0)”", "经修正的行：\(column)“\(found)”按“\($0)”计")
        }
        ?? Wording("a row left out as void: \(column) “\(found)”", "作废的行：\(column)“\(found)”")
      return Answer(
        value == nil ? "void" : "mended", text + author + note + place.arrow,
        fields: [
          ("column", .text(column)), ("original", .text(found)), ("value", .optional(value)), ("by", .text(by)),
          ("at", .text(time)), ("note", .text(row.text(5))), ("form", .text(row.text(6))),
          ("form_sheet", .text(row.text(7))), ("form_row", .number(row.integer(8))),
        ] + place.fields)
    }
  }
}
