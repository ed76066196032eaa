/// What the file says a cell holds; text files say nothing, so their cells are all text.
package enum CellKind: UInt8, Sendable {
  /// Text, or anything at all in a text file.
  case text
  /// A number in shortest exact decimal digits, or as a percentage (`57%`) where the format says so.
  case number
  /// A day, or a day and time, as `2023-08-01` or `2023-08-01 10:00:00`.
  case date
  /// A time of day or an elapsed time, as `36:05:00`: hours, minutes and seconds.
  case time
  /// `TRUE` or `FALSE`.
  case boolean
  /// A spreadsheet error such as `#N/A`.
  case error
  /// A formula that was saved without its value; the bytes are the formula.
  case formulaWithoutValue
}

/// Why a whole row cannot be used, whatever its columns mean; the raw value is the stable code.
package enum RowFault: String, Sendable {
  /// A quote is opened and not closed, or text follows a closing quote.
  case unbalancedQuote = "unbalanced_quote"
  /// Bytes that are no character in the encoding of the file.
  case undecodable
  /// A NUL byte: the file was damaged while it was written or copied.
  case nulByte = "nul_byte"
  /// The row is longer than a row may be; only its beginning is kept.
  case tooLong = "row_too_long"
  /// A formula that was saved without its value stands in a cell that counts.
  case formulaWithoutValue = "formula_without_value"
}

/// One row of an export with the place where it stands; reused from row to row, so that reading allocates nothing.
package struct Row: Sendable {
  /// Physical number of the line or sheet row where the row starts, counted from 1.
  package internal(set) var number = 0
  /// UTF-8 contents of all cells in column order; bytes between the cells' ranges mean nothing.
  package internal(set) var bytes: [UInt8] = []
  /// Why the row is to be rejected as a whole; nil for a sound row.
  package internal(set) var fault: RowFault?
  /// Whether the sheet hides the row; hidden rows are read like others.
  package internal(set) var isHidden = false
  /// Whether a cell holds a formula that was saved without its value.
  package internal(set) var lacksValues = false
  var cells: [Cell] = []
  /// Whether a quoted cell still holds doubled quotes.
  var hasDoubledQuotes = false

  /// Where a cell's bytes lie in `bytes`, and what kind it is.
  struct Cell: Sendable {
    var start: Int32
    var end: Int32
    var kind: CellKind
  }

  /// An empty row to be read into.
  package init() {}

  /// How many cells the row has; cells left out at the end are not counted.
  package var count: Int { cells.count }

  /// Where the contents of a column lie in `bytes`; empty beyond the last cell.
  package func range(_ column: Int) -> Range<Int> {
    guard column < cells.count else { return 0..<0 }
    let cell = cells[column]
    return Int(cell.start)..<Int(cell.end)
  }

  /// The kind of a cell; text beyond the last cell.
  package func kind(_ column: Int) -> CellKind {
    column < cells.count ? cells[column].kind : .text
  }

  /// The contents of a cell as they stand in the file; bytes that are no characters show as U+FFFD.
  package func text(_ column: Int) -> String {
    String(decoding: bytes[range(column)], as: UTF8.self)
  }

  /// Tells rows of a workbook apart that differ in any byte, in the kind of a cell or in where one begins or ends.
  ///
  /// The beginning counts because a merged cell and its copies share their bytes, as a blank cell behind it would not.
  var digest: UInt64 {
    var digest = RowDigest.of(bytes.span)
    for cell in cells {
      let place = UInt64(UInt32(bitPattern: cell.start)) << 32 ^ UInt64(UInt32(bitPattern: cell.end)) << 8
      RowDigest.mix(place ^ UInt64(cell.kind.rawValue), into: &digest)
    }
    return digest
  }

  /// Whether no cell holds anything but white space.
  package var isBlank: Bool {
    cells.indices.allSatisfy { isBlank($0) }
  }

  /// Whether a cell holds nothing but white space.
  package func isBlank(_ column: Int) -> Bool {
    trimmed(bytes.span.extracting(range(column))).isEmpty
  }

  /// Reads a cell by a form: `row.read(3, as: DurationForm(unit: .minutes))`.
  package func read<Form: ValueForm>(_ column: Int, as form: Form) -> Parsed<Form.Value> {
    guard column < cells.count else { return .missing(.blank) }
    let cell = cells[column]
    if cell.kind == .formulaWithoutValue { return .fault(ValueFault(.formulaWithoutValue, expected: form.expected)) }
    return form.parse(bytes.span.extracting(Int(cell.start)..<Int(cell.end)))
  }

  mutating func clear(number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    fault = nil
    isHidden = false
    lacksValues = false
    hasDoubledQuotes = false
  }

  /// Adds empty cells up to a column.
  mutating func pad(to column: Int) {
    while cells.count < column { cells.append(Cell(start: 0, end: 0, kind: .text)) }
  }

  /// Lets a cell, at most one behind the last, lie in a range of the bytes.
  mutating func place(_ range: Range<Int>, kind: CellKind, at column: Int) {
    let cell = Cell(start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind)
    if column == cells.count { cells.append(cell) } else { cells[column] = cell }
  }
}
