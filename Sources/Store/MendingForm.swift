import Exports

/// The words on a form for mending rows; `jianbao rejects` writes them on export and finds the columns by them on import.
package enum MendingForm {
  package static let key = "核对码"
  package static let file = "文件"
  package static let sheet = "工作表"
  package static let row = "行号"
  package static let column = "问题列"
  package static let reason = "退回原因"
  package static let decision = "处理"
  package static let value = "修正值"
  package static let by = "修正人"
  package static let note = "备注"
  /// What may be decided: to read the row with the mended value, to leave it out, or to take back what was decided before.
  package static let decisions = [mend, void, takeBack]
  package static let mend = "修正"
  package static let void = "作废"
  package static let takeBack = "撤销"
}

/// One row of a form as somebody filled it in.
struct FilledRow {
  /// The sheet of the form; a person finds the row by both.
  let sheet: String
  let row: Int
  let key: String
  /// The cells of the export as the form shows them.
  let cells: [String]
  let decision: String
  let value: String
  let by: String
  let note: String

  /// Whether nobody has decided anything here.
  var isUntouched: Bool { decision.isEmpty && value.isEmpty }
}

/// The rows of a form, whichever of its sheets they stand on.
///
/// - Throws: `ExportError` when the file cannot be read as a workbook.
func filledRows(_ path: String) throws -> [FilledRow] {
  let export = try Export.open(path)
  var filled: [FilledRow] = []
  for (index, sheet) in export.sheets.enumerated() {
    var reader = try export.rows(sheet: index)
    var row = Row()
    var columns: FormColumns?
    while try reader.next(&row) {
      if let columns {
        if let read = columns.read(row, sheet: sheet.name) { filled.append(read) }
      } else {
        columns = FormColumns(row.texts)
      }
    }
  }
  return filled
}

/// Where the columns of a form stand on one of its sheets; those of the export lie between the row number and the faulty column.
private struct FormColumns {
  private let key: Int
  private let original: Range<Int>
  private let decision: Int
  private let value: Int
  private let by: Int
  private let note: Int

  /// nil for a row that is not the header. Headers of the export may bear the same words, so those of the form are searched from
  /// its own end.
  init?(_ headers: [String]) {
    guard let key = headers.firstIndex(of: MendingForm.key), let row = headers.firstIndex(of: MendingForm.row),
      let column = headers.lastIndex(of: MendingForm.column), row < column,
      let decision = headers.lastIndex(of: MendingForm.decision),
      let value = headers.lastIndex(of: MendingForm.value), let by = headers.lastIndex(of: MendingForm.by),
      let note = headers.lastIndex(of: MendingForm.note), column < min(decision, value, by, note)
    else { return nil }
    self.key = key
    original = (row + 1)..<column
    (self.decision, self.value, self.by, self.note) = (decision, value, by, note)
  }

  /// nil for the notes below the table, which have no row number.
  func read(_ row: Row, sheet: String) -> FilledRow? {
    func text(_ column: Int) -> String { row.isBlank(column) ? "" : row.text(column) }
    guard Int(text(original.lowerBound - 1)) != nil else { return nil }
    return FilledRow(
      sheet: sheet, row: row.number, key: text(key), cells: original.map(row.text), decision: text(decision),
      value: text(value), by: text(by), note: text(note))
  }
}
