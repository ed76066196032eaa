import Archive

/// Reads the rows of one sheet of a workbook from its unpacked stream; the sheet is never held as a whole.
struct SheetRows: ~Copyable {
  /// Which stretch of the part is being read.
  private enum Progress {
    case beforeRows
    case inRows
    case behindRows
    case done
  }

  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var scanner: XMLScanner
  private let origin: XMLOrigin
  private let strings: SharedStrings
  private let formats: NumberFormats
  private let numbers: CellNumber
  private let columnLimit: Int
  private let rowLimit: Int
  private let merges: SheetMerges
  /// nil as long as no row has needed the merged ranges.
  private var filling: MergeFilling?
  /// How many cells the widest row so far has; a shorter one may reach into a merged range.
  private var widest = 0
  /// Whether the row has a blank cell before its last one, or an empty one.
  private var hasBlanks = false
  private let again: Again
  private var number = 0
  /// Whether the cells of the row have addresses.
  private var hasAddresses = true
  private var progress = Progress.beforeRows
  /// What stood between address and value in the cells of the columns last.
  private var tails: [CellTail] = []
  /// The value of the cell being read.
  private var value: [UInt8] = []
  /// The formula of the cell being read.
  private var formula: [UInt8] = []

  init(
    workbook: WorkbookParts, sheet: Int, merges: SheetMerges, strings: SharedStrings, formats: NumberFormats,
    limits: ExportLimits
  ) throws(ExportError) {
    self.merges = merges
    again = Again(workbook: workbook, sheet: sheet, strings: strings, formats: formats, limits: limits)
    let (name, part) = (workbook.sheets[sheet].name.name, workbook.sheets[sheet].part)
    let origin = XMLOrigin(path: workbook.path, sheet: name, part: part.name)
    let scanner = try workbook.scanner(part, sheet: name)
    self.scanner = scanner
    self.origin = origin
    filling = merges.known.map { MergeFilling($0, rowLimit: limits.rowBytes) }
    self.strings = strings
    self.formats = formats
    numbers = CellNumber(is1904: workbook.is1904)
    columnLimit = limits.columns
    rowLimit = limits.rowBytes
  }

  /// Reads the next row that the sheet stores; false at the end, when the checksum of the part has been proved.
  mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    while progress != .done {
      switch try scanner.next() {
      case .finished:
        // A sheet always has its rows, if only an empty list of them.
        guard progress != .beforeRows else { throw origin.damaged }
        progress = .done
      case .text: break
      case .end:
        if progress == .inRows, scanner.name == XMLName("sheetData") { progress = .behindRows }
      case .start:
        switch progress {
        case .inRows where scanner.name == XMLName("row"):
          try readRow(&row)
          return true
        case .inRows: try skipForeign()
        case .beforeRows: try readBeforeRows()
        default: try refuseRows()
        }
      }
    }
    return false
  }

  /// Refuses rows where none may stand: they would be lost without a word.
  private func refuseRows() throws(ExportError) {
    for name in [XMLName("row"), XMLName("sheetData")] where scanner.name == name { throw origin.damaged }
  }

  /// Passes over an element that is no row or cell, in which none may stand.
  private mutating func skipForeign() throws(ExportError) {
    try refuseForeign()
    guard !scanner.isEmpty else { return }
    var depth = 1
    while depth > 0 {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .end: depth -= 1
      case .start:
        try refuseForeign()
        if !scanner.isEmpty { depth += 1 }
      }
    }
  }

  private func refuseForeign() throws(ExportError) {
    for name in [XMLName("row"), XMLName("c"), XMLName("v")] where scanner.name == name { throw origin.damaged }
  }

  private mutating func readBeforeRows() throws(ExportError) {
    if scanner.name == XMLName("sheetData") {
      progress = scanner.isEmpty ? .behindRows : .inRows
    } else if scanner.name == XMLName("col") {
      let hidden = try scanner.attribute(XMLName("hidden"))
      guard hidden == "1" || hidden == "true" else { return }
      guard let first = Int(try scanner.attribute(XMLName("min")) ?? ""),
        let last = Int(try scanner.attribute(XMLName("max")) ?? ""), first >= 1, last >= first
      else { return }
      hiddenColumns.append((first - 1)...max(first, min(last, columnLimit)) - 1)
    } else {
      try refuseRows()
    }
  }

  private mutating func readRow(_ row: inout Row) throws(ExportError) {
    var stated = number + 1
    var isHidden = false
    var cursor = scanner.attributes.lowerBound
    while let (name, value) = scanner.nextAttribute(&cursor) {
      if name == XMLName("r") {
        stated = try whole(value)
      } else if name == XMLName("hidden") {
        isHidden = scanner.buffer[value].first == UInt8(ascii: "1") || scanner.buffer[value].first == UInt8(ascii: "t")
      }
    }
    number = stated
    row.clear(number: number)
    row.isHidden = isHidden
    hasBlanks = false
    if !scanner.isEmpty { try readCells(&row) }
    if filling != nil { filling?.fill(&row) } else { try fillIfNeeded(&row) }
  }

  /// Looks for merged ranges as soon as a row may reach into one.
  private mutating func fillIfNeeded(_ row: inout Row) throws(ExportError) {
    widest = max(widest, row.count)
    guard hasBlanks || row.count < widest else { return }
    let ranges = try merges.ranges()
    // Rows before this one were full, but may hold the contents of a range that reaches down to it.
    let begun = ranges.contains { $0.rows.lowerBound < row.number && $0.rows.upperBound >= row.number }
    filling = begun ? try again.filling(upTo: row.number, merges) : MergeFilling(ranges, rowLimit: rowLimit)
    filling?.fill(&row)
  }

  /// Whether the first rows show that merged ranges are needed, as a title over all columns does, before any row is handed out; a
  /// sheet that ends there is searched for them anyway.
  consuming func needsMerges(within rows: Int) throws(ExportError) -> Bool {
    var row = Row()
    var width: Int?
    for _ in 0..<rows {
      guard try nextUnfilled(&row) else { return true }
      if hasBlanks || row.count != width ?? row.count { return true }
      width = row.count
    }
    return false
  }

  /// Reads on without filling anything, and answers how the ranges stand before a row.
  consuming func filling(upTo number: Int, _ ranges: [MergedRange]) throws(ExportError) -> MergeFilling {
    var filling = MergeFilling(ranges, rowLimit: rowLimit)
    var row = Row()
    while try nextUnfilled(&row), row.number < number { filling.fill(&row) }
    return filling
  }

  /// Reads the next row as it is stored.
  private mutating func nextUnfilled(_ row: inout Row) throws(ExportError) -> Bool {
    filling = MergeFilling([], rowLimit: rowLimit)
    return try next(&row)
  }

  /// What it takes to read the sheet another time.
  private struct Again {
    let workbook: WorkbookParts
    let sheet: Int
    let strings: SharedStrings
    let formats: NumberFormats
    let limits: ExportLimits

    func filling(upTo number: Int, _ merges: SheetMerges) throws(ExportError) -> MergeFilling {
      let rows = try SheetRows(
        workbook: workbook, sheet: sheet, merges: merges, strings: strings, formats: formats, limits: limits)
      return try rows.filling(upTo: number, try merges.ranges())
    }
  }

  private mutating func readCells(_ row: inout Row) throws(ExportError) {
    while true {
      try readPlainCells(&row)
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .end:
        if scanner.name == XMLName("row") { return }
      case .start:
        if scanner.name == XMLName("c") {
          try readCell(&row)
        } else {
          try skipForeign()
        }
      }
    }
  }

  /// Reads the cells that need no scanner, up to the first that does.
  private mutating func readPlainCells(_ row: inout Row) throws(ExportError) {
    while let cell = PlainCell(
      scanner.buffer.span.extracting(0..<scanner.end), at: scanner.position, tails: tails.span)
    {
      let column = try place(cell.column, in: &row)
      if let tail = cell.tail { keep(CellTail(scanner.buffer.span, tail, of: cell), column) }
      let start = row.bytes.count
      let kind = try appendValue(
        scanner.buffer.span.extracting(cell.value), cell.type, cell.style, cell.text, to: &row)
      noteBlank(from: start, in: row)
      row.place(start..<row.bytes.count, kind: kind, at: column)
      scanner.resume(at: cell.end)
    }
  }

  /// Keeps what stands between address and value in a column for the next row.
  private mutating func keep(_ tail: CellTail?, _ column: Int) {
    guard let tail else { return }
    while tails.count <= column { tails.append(CellTail()) }
    tails[column] = tail
  }

  /// Makes room for a cell and answers its column, the next one for cells without addresses.
  ///
  /// Of a row, all cells have an address or none; a second cell at an address would push the first out without a word.
  private mutating func place(_ address: Int?, in row: inout Row) throws(ExportError) -> Int {
    if row.count == 0 { hasAddresses = address != nil }
    let column = address ?? row.count
    guard hasAddresses == (address != nil), column < columnLimit, row.range(column).isEmpty else {
      throw origin.damaged
    }
    if column > row.count { hasBlanks = true }
    row.pad(to: column)
    return column
  }

  private mutating func readCell(_ row: inout Row) throws(ExportError) {
    var address: Int?
    var style = 0
    var type = CellType.number
    var cursor = scanner.attributes.lowerBound
    while let (name, value) = scanner.nextAttribute(&cursor) {
      if name == XMLName("r") {
        address = try self.column(value)
      } else if name == XMLName("s") {
        style = try whole(value)
      } else if name == XMLName("t") {
        guard let known = CellType(scanner.buffer.span.extracting(value)) else { throw origin.damaged }
        type = known
      } else if ![XMLName("cm"), XMLName("vm"), XMLName("ph")].contains(name) {
        // An address or type under a damaged name would let the value stand for another.
        throw origin.damaged
      }
    }
    let column = try place(address, in: &row)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    let hasFormula = scanner.isEmpty ? false : try readContents()
    let start = row.bytes.count
    let isComputed = !hasFormula || !value.isEmpty || type == .text
    let kind = isComputed ? try appendValue(value.span, type, style, to: &row) : appendFormula(to: &row)
    noteBlank(from: start, in: row)
    row.place(start..<row.bytes.count, kind: kind, at: column)
  }

  /// Notes whether the cell that was just added is blank; hardly any other begins with a byte that white space may begin with.
  private mutating func noteBlank(from start: Int, in row: borrowing Row) {
    guard start < row.bytes.count else { return hasBlanks = true }
    switch row.bytes[start] {
    case ...0x20, 0xC2, 0xE1...0xE3, 0xEF:
      if trimmed(row.bytes.span.extracting(start..<row.bytes.count)).isEmpty { hasBlanks = true }
    default: break
    }
  }

  /// Reads what stands inside a cell and answers whether a formula does.
  private mutating func readContents() throws(ExportError) -> Bool {
    var hasFormula = false
    var isValue = false
    var isFormula = false
    while true {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text:
        if isValue { try scanner.appendText(to: &value) }
        if isFormula { try scanner.appendText(to: &formula) }
      case .end:
        if scanner.name == XMLName("c") { return hasFormula }
        (isValue, isFormula) = (false, false)
      case .start:
        if scanner.name == XMLName("v") {
          isValue = !scanner.isEmpty
        } else if scanner.name == XMLName("f") {
          hasFormula = true
          isFormula = !scanner.isEmpty
        } else if scanner.name == XMLName("is") {
          if !scanner.isEmpty { try appendCellText(&scanner, until: XMLName("is"), to: &value, origin: origin) }
        } else {
          try skipForeign()
        }
      }
    }
  }

  /// Keeps the formula of a cell that was saved without its value, so that the row can say so.
  private func appendFormula(to row: inout Row) -> CellKind {
    guard row.bytes.count + formula.count < rowLimit else { return tooLong(&row) }
    row.bytes.append(UInt8(ascii: "="))
    row.bytes.append(contentsOf: formula)
    row.lacksValues = true
    return .formulaWithoutValue
  }

  private func appendValue(
    _ stored: Span<UInt8>, _ type: CellType, _ style: Int, _ text: StoredText = .unknown, to row: inout Row
  ) throws(ExportError) -> CellKind {
    if stored.isEmpty { return .text }
    guard row.bytes.count + stored.count <= rowLimit else { return tooLong(&row) }
    let start = row.bytes.count
    switch type {
    case .shared:
      return try appendShared(stored, to: &row)
    case .number:
      let kind = numbers.append(stored, as: formats[style], to: &row.bytes)
      if kind == .text { checkText(from: start, in: &row) }
      return kind
    case .text:
      row.bytes.append(stored)
      if text.hasUnderscore { resolveEscapes(&row.bytes, from: start) }
      if !text.isASCII || text.hasUnderscore { checkText(from: start, in: &row) }
      return .text
    case .boolean:
      let isTrue = stored[0] == UInt8(ascii: "1") && stored.count == 1 || stored[0] | 0x20 == UInt8(ascii: "t")
      row.bytes.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
      return .boolean
    case .error:
      row.bytes.append(stored)
      checkText(from: start, in: &row)
      return .error
    case .date:
      row.bytes.append(contentsOf: [UInt8](stored).map { $0 == UInt8(ascii: "T") ? 0x20 : $0 })
      checkText(from: start, in: &row)
      return .date
    }
  }

  /// Marks the row when what was added to it is no text.
  private func checkText(from start: Int, in row: inout Row) {
    if !isUTF8(row.bytes.span.extracting(start..<row.bytes.count)) { row.fault = .undecodable }
  }

  private func appendShared(_ stored: Span<UInt8>, to row: inout Row) throws(ExportError) -> CellKind {
    var index = 0
    for position in stored.indices {
      let digit = stored[position] &- 0x30
      guard digit <= 9, index < strings.count else { throw origin.damaged }
      index = index * 10 + Int(digit)
    }
    guard index < strings.count else { throw origin.damaged }
    let range = strings.range(index)
    guard row.bytes.count + range.count <= rowLimit else { return tooLong(&row) }
    row.bytes.append(strings.bytes.span.extracting(range))
    if !strings.isSound(index) { row.fault = .undecodable }
    return .text
  }

  /// Marks a row that is longer than a row may be, and leaves the cell that would not fit blank.
  private func tooLong(_ row: inout Row) -> CellKind {
    row.fault = .tooLong
    return .text
  }

  private func whole(_ range: Range<Int>) throws(ExportError) -> Int {
    var number = 0
    for index in range {
      let digit = scanner.buffer[index] &- 0x30
      guard digit <= 9, number < 100_000_000 else { throw origin.damaged }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private func column(_ range: Range<Int>) throws(ExportError) -> Int {
    var column = 0
    for index in range {
      let letter = (scanner.buffer[index] | 0x20) &- 0x61
      if letter >= 26 { break }
      column = column * 26 + Int(letter) + 1
      guard column <= columnLimit else { throw origin.damaged }
    }
    guard column > 0 else { throw origin.damaged }
    return column - 1
  }
}
