import Archive

/// Writes the rows of one big sheet, cell by cell, making nothing per cell.
///
/// Cells are given from left to right and a row is ended by `endRow()`. Text is written in the cell itself, so that nothing is kept
/// of it, except in columns that repeat; `=1+1` is text like any other.
package struct PlainSheetWriter: ~Copyable {
  /// How many rows a sheet of XLSX holds.
  package static let rowLimit = 1_048_576

  /// How many rows have been written, the header not counted.
  package private(set) var rowCount = 0

  private let sheet: RosterSheet
  private let path: String
  private let archive: ArchiveWriter
  private let heads: [CellHead]
  private let words: SharedWords
  private var buffer = ByteBuffer(capacity: 1 << 18)
  private var rowName = Snippet("")
  private var column = 0
  private var fault: WorkbookError.Fault?

  init(sheet: RosterSheet, path: String, archive: ArchiveWriter, words: SharedWords) {
    self.sheet = sheet
    self.path = path
    self.archive = archive
    self.words = words
    heads = sheet.columns.enumerated().map { CellHead(column: $0, style: RosterStyles.Number.of($1.look)) }
    buffer.append(RosterFrame.head(of: sheet))
    beginRow()
  }

  /// Writes text given as UTF-8, as it is: never a number, never a formula.
  package mutating func text(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { text($0) }
  }

  /// Writes text.
  package mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { text($0) }
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int64) {
    guard let head = nextHead() else { return }
    beginCell(head.before, head.number)
    buffer.append(number: value)
    append(CellHead.numberEnd)
  }

  /// Writes the number `units ÷ 10^decimals` exactly, digit by digit.
  package mutating func decimal(units: Int64, decimals: Int) {
    guard let head = nextHead() else { return }
    beginCell(head.before, head.number)
    buffer.append(units: units, decimals: min(max(decimals, 0), 18))
    append(CellHead.numberEnd)
  }

  /// Leaves a cell empty; it keeps its rules.
  package mutating func blank() {
    guard let head = nextHead() else { return }
    beginCell(head.before, head.blank)
  }

  /// Ends the row.
  ///
  /// - Throws: when the row has another number of cells than the sheet has columns, a text was longer than a cell holds,
  ///   the sheet is full, or the disk is.
  package mutating func endRow() throws(WorkbookError) {
    if column != heads.count, fault == nil {
      fault = .wrongCellCount(
        sheet: sheet.name, row: sheet.headerRow + 2 + rowCount, expected: heads.count, found: column)
    }
    if let fault { throw WorkbookError(path: path, fault: fault) }
    append(rowEnd)
    rowCount += 1
    column = 0
    if buffer.count > 1 << 17 { try flush() }
    beginRow()
  }

  /// Writes what follows the rows; the row begun last stays unwritten.
  mutating func writeTail() throws(WorkbookError) {
    if column != 0 { try endRow() }
    buffer.append(RosterFrame.tail(of: sheet, rowCount: rowCount))
    try flush()
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let head = nextHead() else { return }
    guard let first = bytes.first, let last = bytes.last else { return beginCell(head.before, head.blank) }
    checkLength(bytes)
    if sheet.columns[column - 1].repeats, let number = words.number(of: bytes) {
      beginCell(head.before, head.shared)
      buffer.append(number: number)
      return append(CellHead.numberEnd)
    }
    beginCell(head.before, head.text)
    if first <= 0x20 || last <= 0x20 { append(preservingSpace) }
    buffer.append(UInt8(ascii: ">"))
    buffer.append(escaping: bytes)
    append(CellHead.textEnd)
  }

  /// The head of the next cell, or nil beyond the last column, which `endRow()` reports.
  private mutating func nextHead() -> CellHead? {
    defer { column += 1 }
    return column < heads.count ? heads[column] : nil
  }

  private mutating func beginCell(_ before: Snippet, _ after: Snippet) {
    buffer.reserve(256)
    if column == 1 { beginRowElement() }
    append(before)
    append(rowName)
    append(after)
  }

  private mutating func beginRow() {
    let number = sheet.headerRow + 2 + rowCount
    rowName = Snippet(String(number))
    if number > Self.rowLimit, fault == nil {
      fault = .tooManyRows(sheet: sheet.name, limit: Self.rowLimit)
    }
  }

  private mutating func beginRowElement() {
    append(rowStart)
    append(rowName)
    append(rowStartEnd)
  }

  private mutating func append(_ snippet: Snippet) {
    buffer.append(snippet.word, length: snippet.length)
  }

  /// A cell holds 32,767 UTF-16 units; fewer bytes than that need no counting.
  private mutating func checkLength(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count > PaperText.limit, fault == nil else { return }
    let length = String(decoding: bytes, as: UTF8.self).utf16.count
    guard length > PaperText.limit else { return }
    let position = Position(row: sheet.headerRow + 1 + rowCount, column: column - 1)
    fault = .refused(
      sheet: sheet.name, what: position.name, reason: "\(length) characters; a cell holds \(PaperText.limit)")
  }

  private mutating func flush() throws(WorkbookError) {
    do {
      try buffer.drain { (bytes) throws(ArchiveWriterError) in try archive.write(bytes.bytes) }
    } catch {
      throw WorkbookError(path: path, fault: .unwritable(reason: error.reason))
    }
  }
}

private let rowStart = Snippet("<row r=\"")
private let rowStartEnd = Snippet("\">")
private let rowEnd = Snippet("</row>")
private let preservingSpace = Snippet(" xml:space=\"preserve\"")
