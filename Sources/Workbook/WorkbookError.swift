/// What keeps a workbook from being written, with the file it concerns.
///
/// It stops the run that was making the paper: a workbook that could not be finished must not be published.
package struct WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  package enum Fault: Hashable, Sendable {
    /// The file could not be created or finished; the reason is the system's or the library's.
    case unwritable(reason: String)
    /// A sheet cannot bear the name, which is empty, too long, taken or holds one of `[]:*?/\`.
    case sheetName(String, reason: String)
    /// A cell or a setting was refused.
    case refused(sheet: String, what: String, reason: String)
    /// A sheet has more rows than XLSX holds.
    case tooManyRows(sheet: String, limit: Int)
    /// A row has another number of cells than the sheet has columns.
    case wrongCellCount(sheet: String, row: Int, expected: Int, found: Int)
    /// A book was closed before all of its sheets were written.
    case unwrittenSheet(String)
  }

  /// The file.
  package let path: String
  /// What went wrong with it.
  package let fault: Fault

  /// Makes an error about the file at `path`.
  package init(path: String, fault: Fault) {
    self.path = path
    self.fault = fault
  }

  package var description: String {
    switch fault {
    case .unwritable(let reason):
      "\(path): the workbook cannot be written: \(reason)"
    case .sheetName(let name, let reason):
      "\(path): \"\(name)\" cannot name a sheet: \(reason)"
    case .refused(let sheet, let what, let reason):
      "\(path): sheet \"\(sheet)\", \(what): \(reason)"
    case .tooManyRows(let sheet, let limit):
      "\(path): sheet \"\(sheet)\" has more than the \(limit) rows that a sheet holds; split it"
    case .wrongCellCount(let sheet, let row, let expected, let found):
      "\(path): sheet \"\(sheet)\", row \(row): \(found) cells; expected \(expected)"
    case .unwrittenSheet(let name):
      "\(path): sheet \"\(name)\" was announced but not written"
    }
  }
}
