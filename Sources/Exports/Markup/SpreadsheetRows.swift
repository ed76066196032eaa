import Archive

/// Reads the rows of one worksheet in the XML of Excel 2003; the sheet is never held as a whole.
struct SpreadsheetRows: ~Copyable {
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var scanner: XMLScanner
  private let origin: XMLOrigin
  private let directory: SpreadsheetDirectory
  private let limits: ExportLimits
  private let numbers: CellNumber
  private var merges: MergeFilling
  private var declaredColumns = 0
  /// What the styles of columns and of the row make of numbers in cells without a style of their own.
  private var columnMeanings: [NumberMeaning?] = []
  private var rowMeaning: NumberMeaning?
  /// The number of the row that follows where no other is stated.
  private var nextNumber = 1
  private var isDone = false
  private var value: [UInt8] = []

  /// Goes to a worksheet, counted from 0.
  static func of(
    _ directory: SpreadsheetDirectory, sheet: Int, limits: ExportLimits
  ) throws(ExportError) -> SpreadsheetRows {
    let name = directory.sheets[sheet].name
    var rows = SpreadsheetRows(try directory.scanner(sheet: name), directory, sheet: name, limits)
    try rows.enterTable(sheet)
    return rows
  }

  private init(
    _ scanner: consuming XMLScanner, _ directory: SpreadsheetDirectory, sheet name: String, _ limits: ExportLimits
  ) {
    self.scanner = scanner
    (self.directory, self.limits) = (directory, limits)
    merges = MergeFilling([], rowLimit: limits.rowBytes)
    origin = XMLOrigin(path: directory.path, sheet: name, part: "Workbook")
    numbers = CellNumber(is1904: directory.is1904)
  }

  /// Reads the next row that the worksheet stores; false behind the last one.
  mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    while !isDone {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .end: isDone = scanner.name == XMLName("Table")
      case .start:
        if scanner.name == XMLName("Row") {
          try readRow(&row)
          return true
        }
        if scanner.name == XMLName("Column") { try declareColumns() }
        try scanner.skipElement()
      }
    }
    return false
  }

  /// Goes into the table of a worksheet; one without a table has no rows.
  private mutating func enterTable(_ sheet: Int) throws(ExportError) {
    var found = -1
    while true {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .start:
        if scanner.name == XMLName("Worksheet") { found += 1 }
        guard found == sheet else { continue }
        let isTable = scanner.name == XMLName("Table")
        if scanner.isEmpty, isTable || scanner.name == XMLName("Worksheet") { isDone = true }
        if isTable || isDone { return }
      case .end:
        if found == sheet, scanner.name == XMLName("Worksheet") {
          isDone = true
          return
        }
      }
    }
  }

  private mutating func declareColumns() throws(ExportError) {
    let first = try whole(XMLName("Index")).map { $0 - 1 } ?? declaredColumns
    let last = first + (try whole(XMLName("Span")) ?? 0)
    guard first >= 0, last < limits.columns else { throw origin.damaged }
    if try scanner.attribute(XMLName("Hidden")) == "1" { hiddenColumns.append(first...last) }
    if let meaning = try statedMeaning(), first >= columnMeanings.count {
      columnMeanings += Array(repeating: nil, count: first - columnMeanings.count)
      columnMeanings += Array(repeating: meaning, count: last - first + 1)
    }
    declaredColumns = last + 1
  }

  private mutating func readRow(_ row: inout Row) throws(ExportError) {
    let number = try whole(XMLName("Index")) ?? nextNumber
    guard number > 0 else { throw origin.damaged }
    // A row that spans others stands for that many more without cells.
    nextNumber = number + 1 + (try whole(XMLName("Span")) ?? 0)
    row.clear(number: number)
    row.isHidden = try scanner.attribute(XMLName("Hidden")) == "1"
    rowMeaning = try statedMeaning()
    if !scanner.isEmpty { try readCells(&row) }
    if row.fault == nil, !isUTF8(row.bytes.span) { row.fault = .undecodable }
    merges.fill(&row)
    if row.bytes.count > limits.rowBytes { row.fault = .tooLong }
    // No more ranges than columns can lie side by side; others only overlap.
    guard merges.openRanges <= limits.columns else { throw origin.damaged }
  }

  private mutating func readCells(_ row: inout Row) throws(ExportError) {
    var column = 0
    while true {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .end:
        if scanner.name == XMLName("Row") { return }
      case .start:
        guard scanner.name == XMLName("Cell") else {
          try scanner.skipElement()
          continue
        }
        column = try readCell(&row, at: column)
      }
    }
  }

  /// Reads a cell and answers the column that follows it where no other is stated.
  private mutating func readCell(_ row: inout Row, at expected: Int) throws(ExportError) -> Int {
    let column = try whole(XMLName("Index")).map { $0 - 1 } ?? expected
    let last = column + (try whole(XMLName("MergeAcross")) ?? 0)
    guard column >= 0, last < limits.columns else { throw origin.damaged }
    let below = try whole(XMLName("MergeDown")) ?? 0
    let columnMeaning = column < columnMeanings.count ? columnMeanings[column] : nil
    let meaning = try statedMeaning() ?? rowMeaning ?? columnMeaning ?? .number
    let formula = try scanner.attribute(XMLName("Formula"))
    value.removeAll(keepingCapacity: true)
    let type = scanner.isEmpty ? nil : try readContents(&row)
    row.pad(to: column)
    let start = row.bytes.count
    let kind = appendValue(type, meaning, formula, to: &row)
    row.place(start..<row.bytes.count, kind: kind, at: column)
    if (below > 0 || last > column) && row.fault != .tooLong {
      merges.add(MergedRange(rows: row.number...(row.number + below), columns: column...last), of: row)
    }
    return last + 1
  }

  /// Reads what stands inside a cell and answers the type of its value; nil where there is none.
  private mutating func readContents(_ row: inout Row) throws(ExportError) -> String? {
    var type: String?
    var isValue = false
    while true {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text:
        guard isValue else { continue }
        if value.count + scanner.text.count > limits.rowBytes {
          row.fault = .tooLong
        } else {
          try scanner.appendText(to: &value)
        }
      case .end:
        if scanner.name == XMLName("Cell") { return type }
        if scanner.name == XMLName("Data") { isValue = false }
      case .start:
        if scanner.name == XMLName("Data") {
          type = try scanner.attribute(XMLName("Type")) ?? "String"
          isValue = !scanner.isEmpty
        } else if !isValue {
          // Comments hold data of their own; inside the cell's data there are only marks of style.
          try scanner.skipElement()
        }
      }
    }
  }

  private func appendValue(
    _ type: String?, _ meaning: NumberMeaning, _ formula: String?, to row: inout Row
  ) -> CellKind {
    if value.isEmpty {
      guard type == nil, let formula else { return .text }
      row.bytes.append(contentsOf: formula.utf8)
      return .formulaWithoutValue
    }
    switch type {
    case "Number": return numbers.append(value.span, as: meaning, to: &row.bytes)
    case "DateTime": return SpreadsheetMoment(value).append(as: meaning, to: &row.bytes)
    case "Boolean":
      row.bytes.append(contentsOf: (value == [0x31] ? "TRUE" : "FALSE").utf8)
      return .boolean
    default:
      row.bytes.append(contentsOf: value)
      return type == "Error" ? .error : .text
    }
  }

  /// What the style of the tag makes of numbers; nil when the tag has none.
  private func statedMeaning() throws(ExportError) -> NumberMeaning? {
    try scanner.attribute(XMLName("StyleID")).map { directory.meaning(style: $0) }
  }

  /// The whole number of an attribute of the tag; nil when the tag has none.
  private func whole(_ name: XMLName) throws(ExportError) -> Int? {
    guard let text = try scanner.attribute(name) else { return nil }
    guard let number = Int(text), (0...100_000_000).contains(number) else { throw origin.damaged }
    return number
  }
}
