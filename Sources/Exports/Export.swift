import Archive

/// A sheet of an export; a text file has one, which bears no name.
package struct SheetName: Sendable, Equatable {
  /// The name on the sheet's tab; empty for a text file.
  package let name: String
  /// Whether the workbook hides the sheet; hidden sheets are read like others.
  package let isHidden: Bool

  /// Names a sheet.
  package init(name: String, isHidden: Bool) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// One file as a training platform wrote it: the front door of reading.
///
/// Opening tells what the file really is, its encoding and its sheets; rows are then read sheet by sheet in constant
/// memory. Nothing is guessed silently: what was recognised can be asked for and recorded.
package final class Export {
  /// The rows of a full sheet; a text file of just so many lines was probably cut off by a spreadsheet program.
  package static let spreadsheetRows = 1_048_576

  /// The file as it was named.
  package let path: String
  /// What the file is.
  package let kind: FileKind
  /// The sheets in the order of the workbook.
  package let sheets: [SheetName]
  /// How the characters of a text file are written; UTF-8 for a workbook.
  package let encoding: TextEncoding
  /// The separator of a text file; nil for a workbook.
  package let delimiter: Delimiter?

  private let limits: ExportLimits
  private let workbook: WorkbookParts?
  private var sharedParts: (SharedStrings, NumberFormats)?

  private init(path: String, limits: ExportLimits, text: TextLayout) {
    self.path = path
    self.kind = .text
    self.sheets = [SheetName(name: "", isHidden: false)]
    self.encoding = text.encoding
    self.delimiter = text.delimiter
    self.limits = limits
    self.workbook = nil
  }

  private init(path: String, limits: ExportLimits, workbook: WorkbookParts) {
    self.path = path
    self.kind = .workbook
    self.sheets = workbook.sheets.map(\.name)
    self.encoding = .utf8
    self.delimiter = nil
    self.limits = limits
    self.workbook = workbook
  }

  /// Opens a file, told by its first bytes; throws when it cannot be read as rows at all.
  package static func open(_ path: String, limits: ExportLimits = .default) throws(ExportError) -> Export {
    let kind = FileKind(firstBytes: try firstBytes(of: path))
    switch kind {
    case .text:
      return Export(path: path, limits: limits, text: try TextLayout.of(path))
    case .workbook:
      return Export(path: path, limits: limits, workbook: try WorkbookParts(path: path, limits: limits))
    case .encryptedWorkbook:
      throw ExportError(path: path, cause: .encrypted)
    default:
      throw ExportError(path: path, cause: .unsupported(kind))
    }
  }

  /// Starts reading a sheet, counted from 0, at its first row.
  package func rows(sheet: Int = 0) throws(ExportError) -> RowReader {
    guard sheets.indices.contains(sheet) else { throw ExportError(path: path, cause: .noSheet(sheet)) }
    guard let workbook else {
      let layout = TextLayout(encoding: encoding, delimiter: delimiter ?? .comma)
      return RowReader(try TextRows(path: path, layout: layout, limits: limits))
    }
    let (strings, formats) = try shared(workbook)
    return RowReader(
      try SheetRows(workbook: workbook, sheet: sheet, strings: strings, formats: formats, limits: limits))
  }

  /// What all sheets share, read once.
  private func shared(_ workbook: WorkbookParts) throws(ExportError) -> (SharedStrings, NumberFormats) {
    if let known = sharedParts { return known }
    let parts = (try SharedStrings(workbook, limit: limits.sharedStringBytes), try NumberFormats(workbook))
    sharedParts = parts
    return parts
  }

  private static func firstBytes(of path: String) throws(ExportError) -> [UInt8] {
    do {
      let file = try InputFile(path: path)
      var bytes = [UInt8](repeating: 0, count: 64 << 10)
      let count = try file.read(into: &bytes, from: 0)
      guard count > 0 else { throw ExportError(path: path, cause: .empty) }
      return Array(bytes.prefix(count))
    } catch let error as ArchiveReadError {
      throw ExportError(path: path, error)
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(path: path, cause: .unreadable("\(error)"))
    }
  }
}
