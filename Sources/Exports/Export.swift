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
  /// The file as it was named.
  package let path: String
  /// What the file is.
  package let kind: FileKind
  /// The sheets in the order of the workbook; the tables of a page.
  package let sheets: [SheetName]
  /// How the characters of a text or markup file are written; UTF-8 for a workbook.
  package let encoding: TextEncoding
  /// The separator of a text file; nil for anything else.
  package let delimiter: Delimiter?

  private let limits: ExportLimits
  private let contents: Contents
  private var sharedParts: (SharedStrings, NumberFormats)?
  /// The merged ranges of the sheets that were read before, each looked for when a row may need them.
  private var merges: [Int: SheetMerges] = [:]

  /// What the rows are read from.
  private enum Contents {
    case text(TextLayout)
    case workbook(WorkbookParts)
    /// The conversion is kept, because the workbook lies in its folder.
    case converted(WorkbookParts, Conversion)
    case page(PageDirectory)
    case spreadsheet(SpreadsheetDirectory)
  }

  private init(path: String, kind: FileKind, limits: ExportLimits, contents: Contents) {
    (self.path, self.kind, self.limits, self.contents) = (path, kind, limits, contents)
    switch contents {
    case .text(let layout):
      (sheets, encoding, delimiter) = ([SheetName(name: "", isHidden: false)], layout.encoding, layout.delimiter)
    case .workbook(let parts), .converted(let parts, _):
      (sheets, encoding, delimiter) = (parts.sheets.map(\.name), .utf8, nil)
    case .page(let page): (sheets, encoding, delimiter) = (page.sheets, page.encoding, nil)
    case .spreadsheet(let directory): (sheets, encoding, delimiter) = (directory.sheets, directory.encoding, nil)
    }
  }

  /// Opens a file, told by its first bytes and never by its name; throws when it cannot be read as rows at all.
  ///
  /// Who opens files more than once hands over the conversions of the run.
  package static func open(
    _ path: String, limits: ExportLimits = .default, conversions: Conversions = Conversions()
  ) throws(ExportError) -> Export {
    let beginning = try firstBytes(of: path)
    var kind = FileKind(firstBytes: beginning)
    if kind == .legacyWorkbook { kind = try CompoundFile.kind(of: path) }
    return Export(
      path: path, kind: kind, limits: limits, contents: try contents(of: path, kind, beginning, limits, conversions))
  }

  private static func contents(
    of path: String, _ kind: FileKind, _ beginning: [UInt8], _ limits: ExportLimits, _ conversions: Conversions
  ) throws(ExportError) -> Contents {
    switch kind {
    case .text: return .text(try TextLayout.of(path))
    case .workbook: return .workbook(try WorkbookParts(path: path, limits: limits))
    case .legacyWorkbook:
      let conversion = try conversions.conversion(of: path, limits: limits)
      return .converted(
        try WorkbookParts(path: path, archivePath: conversion.result, limits: limits), conversion)
    case .webPage:
      let encoding = try encoding(ofMarkup: path, beginning)
      return .page(try PageDirectory(path: path, encoding: encoding, limits: limits))
    case .spreadsheetML:
      let encoding = try encoding(ofMarkup: path, beginning)
      return .spreadsheet(try SpreadsheetDirectory(path: path, encoding: encoding, limits: limits))
    case .encryptedWorkbook: throw ExportError(path: path, cause: .encrypted)
    default: throw ExportError(path: path, cause: .unsupported(kind))
    }
  }

  /// How the file is written, as the accounts of the rows name it: the encoding of a text, or the form of a workbook.
  package var form: String {
    switch kind {
    case .text: encoding.rawValue
    case .webPage: "HTML \(encoding.rawValue)"
    case .spreadsheetML: "XML \(encoding.rawValue)"
    case .legacyWorkbook: "XLS"
    default: "XLSX"
    }
  }

  /// Whether a sheet of so many rows, the last one of such a number, ends where a spreadsheet does: rows beyond were
  /// probably cut off when it was saved.
  ///
  /// A text with line breaks in its cells has more lines than rows, so either count may tell.
  package func isFull(rows: Int, lastRow: Int) -> Bool {
    let limit = kind == .legacyWorkbook ? 65_536 : 1_048_576
    return rows == limit || lastRow == limit
  }

  /// Starts reading a sheet, counted from 0, at its first row.
  package func rows(sheet: Int = 0) throws(ExportError) -> RowReader {
    guard sheets.indices.contains(sheet) else { throw ExportError(path: path, cause: .noSheet(sheet)) }
    switch contents {
    case .text(let layout): return RowReader(try TextRows(path: path, layout: layout, limits: limits))
    case .page(let page): return RowReader(try PageRows.of(page, table: sheet, limits: limits))
    case .spreadsheet(let directory): return RowReader(try SpreadsheetRows.of(directory, sheet: sheet, limits: limits))
    case .workbook(let parts), .converted(let parts, _):
      let (strings, formats) = try shared(parts)
      func rows(_ merges: SheetMerges) throws(ExportError) -> SheetRows {
        try SheetRows(
          workbook: parts, sheet: sheet, merges: merges, strings: strings, formats: formats, limits: limits)
      }
      if let known = merges[sheet] { return RowReader(try rows(known)) }
      let new = SheetMerges(parts, sheet: sheet, limit: limits.mergedRanges)
      if try rows(new).needsMerges(within: Self.firstRows) { _ = try new.ranges() }
      merges[sheet] = new
      return RowReader(try rows(new))
    }
  }

  /// How many rows are looked at before a sheet is taken for one that needs no merged ranges: more than titles and headers have.
  private static let firstRows = 32

  /// What all sheets share, read once.
  private func shared(_ workbook: WorkbookParts) throws(ExportError) -> (SharedStrings, NumberFormats) {
    if let known = sharedParts { return known }
    let parts = (try SharedStrings(workbook, limit: limits.sharedStringBytes), try NumberFormats(workbook))
    sharedParts = parts
    return parts
  }

  private static func encoding(ofMarkup path: String, _ beginning: [UInt8]) throws(ExportError) -> TextEncoding {
    do throws(ArchiveReadError) {
      return try TextLayout.encoding(of: path, declared: TextEncoding(declaredIn: beginning))
    } catch {
      throw ExportError(path: path, error)
    }
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
