/// Reads the rows of one sheet in their physical order.
package struct RowReader: ~Copyable {
  /// Of these, one is there.
  private var text: TextRows?
  private var sheet: SheetRows?
  private var page: PageRows?
  private var spreadsheet: SpreadsheetRows?

  init(_ text: consuming TextRows) { self.text = consume text }

  init(_ sheet: consuming SheetRows) { self.sheet = consume sheet }

  init(_ page: consuming PageRows) { self.page = consume page }

  init(_ spreadsheet: consuming SpreadsheetRows) { self.spreadsheet = consume spreadsheet }

  /// Columns that the sheet hides, counted from 0; known once the first row was read.
  package var hiddenColumns: [ClosedRange<Int>] {
    switch sheet {
    case .some(let sheet): return sheet.hiddenColumns
    case .none: break
    }
    switch page {
    case .some(let page): return page.hiddenColumns
    case .none: break
    }
    switch spreadsheet {
    case .some(let spreadsheet): return spreadsheet.hiddenColumns
    case .none: return []
    }
  }

  /// Reads the next row into `row`, whose storage is reused, and answers false after the last one.
  ///
  /// Blank rows are delivered too: the account of a file counts every row. A faulty row is delivered with its fault,
  /// and reading goes on behind it; an error means that the rest of the sheet cannot be read.
  package mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    if let isRow = try text?.next(&row) { return isRow }
    if let isRow = try sheet?.next(&row) { return isRow }
    if let isRow = try page?.next(&row) { return isRow }
    return try spreadsheet?.next(&row) ?? false
  }

  /// What `next(_:unlessKnown:)` came to.
  package enum Step {
    case row
    /// The row was known by its digest and may not have been taken apart; its number stands.
    case known
    case end
  }

  /// Reads the next row, or passes over it when `known` says so of its digest, which costs a fraction of taking it apart.
  ///
  /// The same row of the same layout has the same digest on every night.
  package mutating func next(_ row: inout Row, unlessKnown known: (UInt64) throws -> Bool) throws -> Step {
    if let step = try text?.next(&row, unlessKnown: known) { return step }
    guard try next(&row) else { return .end }
    return try known(row.digest) ? .known : .row
  }

  /// Passes over the next row, without its digest; false at the end.
  package mutating func pass(_ row: inout Row) throws(ExportError) -> Bool {
    if let isRow = try text?.pass(&row) { return isRow }
    return try next(&row)
  }

  /// The digest that `next(_:unlessKnown:)` would have told of a row that was just read.
  package func digest(of row: Row) -> UInt64 {
    switch text {
    case .some: RowDigest.of(row.bytes.span)
    case .none: row.digest
    }
  }
}
