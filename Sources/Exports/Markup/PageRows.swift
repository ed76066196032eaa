import Archive

/// Reads the rows of one table of a web page that bears the name of a workbook; the page is never held as a whole.
///
/// Rows and cells may be left open, and spans reserve their cells, as the HTML standard has it. A table inside a cell is
/// a sheet of its own and no part of the cell. A page that breaks off inside the table is damaged.
struct PageRows: ~Copyable {
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var scanner: PageScanner
  private let origin: XMLOrigin
  private let limits: ExportLimits
  private var merges: MergeFilling
  private var covered = CoveredColumns()
  private var number = 0
  private var nextIsHidden = false
  private var declaredColumns = 0
  /// Whether the token found last is still to be looked at.
  private var isUnread = false
  private var token = PageScanner.Token.finished
  private var isDone = false
  private var cell: OpenCell?
  private var cellText = CellText()
  /// The spans of more than one cell that begin in the row being read.
  private var spans: [MergedRange] = []

  /// The cell that is being read.
  private struct OpenCell {
    let column: Int
    let start: Int
    let span: MergedRange
  }

  /// The most columns and rows that a cell may span, by the HTML standard.
  private static let widest = 1000
  private static let tallest = 65_534

  /// Goes to a table of the page, counted from 0 by its opening tag.
  static func of(_ page: PageDirectory, table: Int, limits: ExportLimits) throws(ExportError) -> PageRows {
    let name = page.sheets[table].name
    let origin = XMLOrigin(path: page.path, sheet: name.isEmpty ? nil : name, part: "</table>")
    var rows = PageRows(try page.scanner(), origin: origin, limits: limits)
    try rows.enter(table)
    return rows
  }

  private init(_ scanner: consuming PageScanner, origin: XMLOrigin, limits: ExportLimits) {
    self.scanner = scanner
    (self.origin, self.limits) = (origin, limits)
    merges = MergeFilling([], rowLimit: limits.rowBytes)
  }

  private mutating func enter(_ table: Int) throws(ExportError) {
    var found = 0
    while found <= table {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .start: if scanner.name == XMLName("table") { found += 1 }
      case .end, .text: break
      }
    }
  }

  /// Reads the next row of the table; false behind the last one.
  mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    if !isDone { isDone = try !findRow() }
    if isDone { return false }
    number += 1
    row.clear(number: number)
    row.isHidden = nextIsHidden
    spans.removeAll(keepingCapacity: true)
    try readCells(&row)
    closeCell(&row)
    if row.fault == nil, !isUTF8(row.bytes.span) { row.fault = .undecodable }
    for span in spans where row.fault != .tooLong { merges.add(span, of: row) }
    merges.fill(&row)
    if row.bytes.count > limits.rowBytes { row.fault = .tooLong }
    // No more ranges than columns can lie side by side; others only overlap.
    guard merges.openRanges <= limits.columns else { throw origin.damaged }
    return true
  }

  /// Goes to the tag that begins a row; false at the end of the table.
  private mutating func findRow() throws(ExportError) -> Bool {
    while true {
      switch try nextToken() {
      case .finished: throw origin.damaged
      case .text: break
      case .end:
        if isTableEnd { return false }
      case .start:
        if scanner.name == XMLName("tr") {
          nextIsHidden = isHidden
          return true
        } else if isCell {
          // A cell outside any row begins one.
          (nextIsHidden, isUnread) = (false, true)
          return true
        } else if scanner.name == XMLName("col") {
          declareColumns()
        } else if scanner.name == XMLName("table") {
          return false
        }
      }
    }
  }

  private mutating func readCells(_ row: inout Row) throws(ExportError) {
    while true {
      switch try nextToken() {
      case .finished: throw origin.damaged
      case .text:
        if cell != nil { append(&row) }
      case .end:
        if isTableEnd { isUnread = true }
        if isTableEnd || isRowEnd { return }
        if isCell { closeCell(&row) }
        if isBlock { cellText.beginBlock() }
      case .start:
        if isCell {
          openCell(&row)
        } else if scanner.name == XMLName("br") {
          cellText.breakLine()
        } else if scanner.name == XMLName("table"), cell != nil {
          try passTable()
        } else if isRowEnd || scanner.name == XMLName("table") {
          isUnread = true
          return
        } else if isBlock {
          cellText.beginBlock()
        }
      }
    }
  }

  private mutating func nextToken() throws(ExportError) -> PageScanner.Token {
    if !isUnread { token = try scanner.next() }
    isUnread = false
    return token
  }

  private mutating func append(_ row: inout Row) {
    let text = scanner.buffer[scanner.text]
    guard row.bytes.count + text.count <= limits.rowBytes else {
      row.fault = .tooLong
      return
    }
    if text.contains(0) { row.fault = .nulByte }
    cellText.append(text, to: &row.bytes)
  }

  private mutating func openCell(_ row: inout Row) {
    closeCell(&row)
    let column = covered.firstFree(from: row.count, row: number)
    guard column < limits.columns else {
      row.fault = .tooLong
      return
    }
    let width = min(whole(scanner.attribute(XMLName("colspan"))) ?? 1, Self.widest, limits.columns - column)
    let stated = whole(scanner.attribute(XMLName("rowspan"))) ?? 1
    // A height of 0 reaches to the end of the table.
    let height = stated == 0 ? Self.tallest : min(stated, Self.tallest)
    let span = MergedRange(
      rows: number...(number + height - 1), columns: column...(column + max(width, 1) - 1))
    cell = OpenCell(column: column, start: row.bytes.count, span: span)
    cellText.clear()
  }

  private mutating func closeCell(_ row: inout Row) {
    guard let open = cell else { return }
    cell = nil
    row.pad(to: open.column)
    row.place(open.start..<row.bytes.count, kind: .text, at: open.column)
    row.pad(to: open.span.columns.upperBound + 1)
    if open.span.rows.count > 1 { covered.cover(open.span) }
    if open.span.rows.count > 1 || open.span.columns.count > 1 { spans.append(open.span) }
  }

  /// Passes over a table inside a cell, and whatever tables are inside it.
  private mutating func passTable() throws(ExportError) {
    var depth = 1
    while depth > 0 {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .start: if scanner.name == XMLName("table") { depth += 1 }
      case .end:
        if scanner.name == XMLName("table") {
          depth -= 1
        } else if isTableEnd {
          (token, isUnread) = (.end, true)
          return
        }
      }
    }
  }

  private mutating func declareColumns() {
    let width = min(max(whole(scanner.attribute(XMLName("span"))) ?? 1, 1), Self.widest)
    guard declaredColumns + width <= limits.columns else { return }
    if isHidden { hiddenColumns.append(declaredColumns...(declaredColumns + width - 1)) }
    declaredColumns += width
  }

  private var isCell: Bool { scanner.name == XMLName("td") || scanner.name == XMLName("th") }

  private var isRowEnd: Bool { rowEnds.contains(scanner.name) }
  private var isTableEnd: Bool { tableEnds.contains(scanner.name) }
  private var isBlock: Bool { blocks.contains(scanner.name) }

  /// Whether the tag is not shown, by its attribute or its style.
  private var isHidden: Bool {
    if scanner.attribute(XMLName("hidden")) != nil { return true }
    guard let style = scanner.attribute(XMLName("style")) else { return false }
    let plain = style.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return plain[...].firstIndex(ofBytes: Array("display:none".utf8)) != nil
  }

  private func whole(_ text: ArraySlice<UInt8>?) -> Int? {
    guard let digits = text?.drop(while: { $0 <= 0x20 }).prefix(while: { $0 &- 0x30 <= 9 }) else { return nil }
    return Int(String(decoding: digits.prefix(9), as: UTF8.self))
  }
}

private let rowEnds = [XMLName("tr"), XMLName("tbody"), XMLName("thead"), XMLName("tfoot")]
private let tableEnds = [XMLName("table"), XMLName("body"), XMLName("html")]
private let blocks = [XMLName("p"), XMLName("div"), XMLName("li"), XMLName("h1"), XMLName("h2"), XMLName("h3")]

/// Which columns are taken by cells of the rows above.
private struct CoveredColumns {
  /// The last row that is taken, column by column.
  private var lastRows: [Int] = []

  func firstFree(from column: Int, row: Int) -> Int {
    var column = column
    while column < lastRows.count, lastRows[column] >= row { column += 1 }
    return column
  }

  mutating func cover(_ span: MergedRange) {
    while lastRows.count <= span.columns.upperBound { lastRows.append(0) }
    for column in span.columns { lastRows[column] = max(lastRows[column], span.rows.upperBound) }
  }
}
