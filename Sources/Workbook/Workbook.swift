import CXLSXWriter
import Foundation

/// A workbook of styled papers in the making, over libxlsxwriter.
///
/// Sheets are filled in memory and written by `close()`, which alone tells whether the file is whole. A call that is
/// refused on the way (a text beyond 32,767 characters, a cell beyond the grid) is kept and thrown there, so that papers
/// need no `try` per cell and nothing is swallowed. A workbook that is dropped unclosed leaves no file.
package final class Workbook {
  /// Where the workbook is written.
  package let path: String

  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
  private var sheetNames: Set<String> = []
  private var firstFault: WorkbookError.Fault?
  /// The cells that bear names, in the order in which they were written.
  var namedCells: [NamedCell] = []
  /// The names in small letters.
  var takenNames: Set<String> = []
  /// Whether a sheet lists the others.
  var hasContents = false
  var chartFigures = ChartFigures()

  /// Starts a workbook at `path`, whose folder must exist.
  package init(path: String, properties: DocumentProperties) throws(WorkbookError) {
    self.path = path
    guard let handle = path.withCString({ workbook_new($0) }) else {
      throw WorkbookError(path: path, fault: .unwritable(reason: "out of memory"))
    }
    self.handle = handle
    setDefaultFont()
    set(properties)
  }

  /// Measures columns in a font that every program has, or has the like of: widths are counted in digits of the default font, and a
  /// program without Calibri takes one that is a quarter wider. Digits of Arial 10 are 7 pixels wide like those of Calibri 11.
  private func setDefaultFont() {
    guard let format = open().pointee.formats?.pointee.stqh_first else { return }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, 10)
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
  }

  /// Adds a sheet behind the others; its name has at most 31 characters and none of `[]:*?/\`.
  package func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    let book = open()
    let reason = name.withCString { workbook_validate_sheet_name(book, $0) }
    guard reason == LXW_NO_ERROR, !name.isEmpty else {
      throw WorkbookError(path: path, fault: .sheetName(name, reason: message(reason)))
    }
    guard let sheet = name.withCString({ workbook_add_worksheet(book, $0) }) else {
      throw WorkbookError(path: path, fault: .unwritable(reason: "out of memory"))
    }
    return Sheet(name: name, handle: sheet, workbook: self)
  }

  /// Gives a cell a name for the whole workbook, `合格率_全省`, so that other papers can find the figure.
  func define(_ name: String, sheet: String, position: Position) {
    let formula = "=\(quotedSheetName(sheet))!\(position.absoluteName)"
    let result = name.withCString { name in formula.withCString { workbook_define_name(open(), name, $0) } }
    check(result, sheet: sheet, "name \"\(name)\"")
  }

  /// Writes the file; afterwards the workbook and its sheets take nothing more.
  ///
  /// - Throws: the first refusal of any earlier call, and then no file is written; or why the file could not be finished.
  package func close() throws(WorkbookError) {
    try writeChartFigures()
    let book = open()
    handle = nil
    if let firstFault {
      lxw_workbook_free(book)
      throw WorkbookError(path: path, fault: firstFault)
    }
    errno = 0
    let result = workbook_close(book)
    let cause = errno
    guard result == LXW_NO_ERROR else {
      let system = cause == 0 ? "" : " (\(String(cString: strerror(cause))))"
      throw WorkbookError(path: path, fault: .unwritable(reason: message(result) + system))
    }
  }

  /// The library's workbook, which must still be open: writing after `close()` is a mistake of the program.
  func open() -> UnsafeMutablePointer<lxw_workbook> {
    guard let handle else { preconditionFailure("the workbook at \(path) is closed") }
    return handle
  }

  /// The format record of a style, made once.
  func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(open()) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// Keeps the library's first refusal of a call for `close()`.
  func check(_ result: lxw_error, sheet: String, _ what: @autoclosure () -> String) {
    guard result != LXW_NO_ERROR else { return }
    refuse(sheet: sheet, what: what(), reason: message(result))
  }

  /// Keeps the first refusal for `close()`.
  func refuse(sheet: String, what: String, reason: String) {
    if firstFault == nil { firstFault = .refused(sheet: sheet, what: what, reason: reason) }
  }

  private func writeChartFigures() throws(WorkbookError) {
    guard !chartFigures.isEmpty else { return }
    let sheet = try addSheet(ChartFigures.sheetName)
    chartFigures.write(on: sheet)
    if hasContents { sheet.writeWayBack(column: chartFigures.columnCount) }
  }

  private func set(_ properties: DocumentProperties) {
    let texts = [properties.title, properties.subject, properties.office, properties.category].map(PaperText.allowed)
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    var record = lxw_doc_properties()
    record.title = copies[0]
    record.subject = copies[1]
    record.author = copies[2]
    record.company = copies[2]
    record.category = copies[3]
    // The library takes zero for "now".
    record.created = properties.created.secondsSince1970 == 0 ? 1 : properties.created.secondsSince1970
    check(workbook_set_properties(open(), &record), sheet: "", "document properties")
  }
}

/// The name of a sheet as a formula refers to it.
func quotedSheetName(_ name: String) -> String {
  "'" + name.replacing("'", with: "''") + "'"
}

/// The library's words for an error.
private func message(_ error: lxw_error) -> String {
  lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
}
