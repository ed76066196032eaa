import CXLSXWriter
import Foundation

/// One sheet of a workbook: cells, their rules, and the widths and heights of the grid.
///
/// Rows and columns count from zero. What the library refuses is reported by the workbook's `close()`.
package final class Sheet {
  /// The name on the sheet's tab.
  package let name: String

  let workbook: Workbook
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>

  init(name: String, handle: UnsafeMutablePointer<lxw_worksheet>, workbook: Workbook) {
    self.name = name
    self.worksheet = handle
    self.workbook = workbook
  }

  /// The library's sheet, valid while the workbook is open.
  var handle: UnsafeMutablePointer<lxw_worksheet> {
    _ = workbook.open()
    return worksheet
  }

  /// Writes one cell; a later value for the same cell replaces it.
  package func write(_ value: CellValue, at position: Position, style: Style) {
    let format = workbook.format(style)
    let row = lxw_row_t(clamping: position.row)
    let column = lxw_col_t(clamping: position.column)
    let result =
      switch value {
      case .blank: worksheet_write_blank(handle, row, column, format)
      case .integer, .decimal: worksheet_write_number(handle, row, column, value.storedNumber ?? 0, format)
      case .text(let text): worksheet_write_string(handle, row, column, PaperText.allowed(text), format)
      case .rich(let runs): writeRuns(runs, row: row, column: column, format: format)
      case .link(let text, let sheet, let target):
        writeLink(
          text, to: "internal:\(quotedSheetName(sheet))!\(target.name)", row: row, column: column, format: format)
      }
    report(result, position.name)
  }

  /// Writes one value over a rectangle joined into one cell; a single cell is simply written.
  package func write(_ value: CellValue, across area: Area, style: Style) {
    if area.count > 1 {
      let result = worksheet_merge_range(
        handle, lxw_row_t(clamping: area.rows.lowerBound), lxw_col_t(clamping: area.columns.lowerBound),
        lxw_row_t(clamping: area.rows.upperBound), lxw_col_t(clamping: area.columns.upperBound), "",
        workbook.format(style))
      report(result, area.first.name)
    }
    write(value, at: area.first, style: style)
  }

  /// The most points that a row can be high.
  package static let highestRow = 409.0

  /// Sets the height of a row in points. Joined cells never grow by themselves, so rows with text always say theirs.
  package func setHeight(_ points: Double, row: Int) {
    let height = min(points, Self.highestRow)
    report(worksheet_set_row(handle, lxw_row_t(clamping: row), height, nil), "row \(row + 1)")
  }

  /// Sets the width of columns in pixels, at 96 to the inch.
  package func setWidth(_ pixels: Int, columns: ClosedRange<Int>) {
    let result = worksheet_set_column_pixels(
      handle, lxw_col_t(clamping: columns.lowerBound), lxw_col_t(clamping: columns.upperBound),
      UInt32(clamping: pixels), nil)
    report(result, "columns \(columnName(columns.lowerBound)) to \(columnName(columns.upperBound))")
  }

  /// Hands a refusal to the workbook, which throws the first one when it is closed.
  func report(_ result: lxw_error, _ what: @autoclosure () -> String) {
    workbook.check(result, sheet: name, what())
  }

  /// Keeps a refusal of our own for the workbook's `close()`.
  func refuse(_ what: String, _ reason: String) {
    workbook.refuse(sheet: name, what: what, reason: reason)
  }

  private func writeRuns(
    _ runs: [CellValue.Run], row: lxw_row_t, column: lxw_col_t, format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let runs = runs.filter { !$0.text.isEmpty }
    // The library asks for two runs at least; one run is a plain cell in that run's look.
    guard runs.count > 1 else {
      let only = runs.first
      return worksheet_write_string(
        handle, row, column, PaperText.allowed(only?.text ?? ""), only.map { workbook.format($0.style) } ?? format)
    }
    let texts = runs.map { strdup(PaperText.allowed($0.text)) }
    defer { texts.forEach { free($0) } }
    var tuples = zip(runs, texts).map { run, text in
      lxw_rich_string_tuple(format: workbook.format(run.style), string: text)
    }
    return tuples.withUnsafeMutableBufferPointer { tuples in
      var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = tuples.indices.map {
        tuples.baseAddress?.advanced(by: $0)
      }
      pointers.append(nil)
      return worksheet_write_rich_string(handle, row, column, &pointers, format)
    }
  }

  private func writeLink(
    _ text: String, to target: String, row: lxw_row_t, column: lxw_col_t, format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let result = worksheet_write_url(handle, row, column, target, format)
    guard result == LXW_NO_ERROR else { return result }
    return worksheet_write_string(handle, row, column, PaperText.allowed(text), format)
  }
}
