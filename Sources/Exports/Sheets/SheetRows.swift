import Archive

/// Reads the rows of one sheet of a workbook from its unpacked stream; the sheet is never held as a whole.
struct SheetRows: ~Copyable {
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  private var scanner: XMLScanner
  private let origin: XMLOrigin
  private let strings: SharedStrings
  private let formats: NumberFormats
  private let numbers: CellNumber
  private let columnLimit: Int
  private var merges: MergeFilling
  private var number = 0
  private var isInRows = false
  private var isDone = false
  /// The value of the cell being read.
  private var value: [UInt8] = []
  /// The formula of the cell being read.
  private var formula: [UInt8] = []

  init(
    workbook: WorkbookParts, sheet: Int, strings: SharedStrings, formats: NumberFormats, limits: ExportLimits
  ) throws(ExportError) {
    let (name, part) = (workbook.sheets[sheet].name.name, workbook.sheets[sheet].part)
    let origin = XMLOrigin(path: workbook.path, sheet: name, part: part.name)
    let merged = try mergedRanges(workbook, sheet: sheet, limit: limits.mergedRanges)
    let scanner = try workbook.scanner(part, sheet: name)
    self.scanner = scanner
    self.origin = origin
    merges = MergeFilling(merged)
    self.strings = strings
    self.formats = formats
    numbers = CellNumber(is1904: workbook.is1904)
    columnLimit = limits.columns
  }

  /// Reads the next row that the sheet stores; false at the end, when the checksum of the part has been proved.
  mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    while !isDone {
      switch try scanner.next() {
      case .finished: isDone = true
      case .text: break
      case .end:
        if isInRows, scanner.name == XMLName("sheetData") {
          try scanner.drain()
          isDone = true
        }
      case .start:
        if !isInRows {
          try readBeforeRows()
        } else if scanner.name == XMLName("row") {
          try readRow(&row)
          return true
        } else {
          try scanner.skipElement()
        }
      }
    }
    return false
  }

  private mutating func readBeforeRows() throws(ExportError) {
    if scanner.name == XMLName("sheetData") {
      isInRows = !scanner.isEmpty
    } else if scanner.name == XMLName("col") {
      let hidden = try scanner.attribute(XMLName("hidden"))
      guard hidden == "1" || hidden == "true" else { return }
      guard let first = Int(try scanner.attribute(XMLName("min")) ?? ""),
        let last = Int(try scanner.attribute(XMLName("max")) ?? ""), first >= 1, last >= first
      else { return }
      hiddenColumns.append((first - 1)...(min(last, columnLimit) - 1))
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
    if !scanner.isEmpty { try readCells(&row) }
    merges.fill(&row)
  }

  private mutating func readCells(_ row: inout Row) throws(ExportError) {
    while true {
      switch try scanner.next() {
      case .finished: throw origin.damaged
      case .text: break
      case .end:
        if scanner.name == XMLName("row") { return }
      case .start:
        if scanner.name == XMLName("c") {
          try readCell(&row)
        } else {
          try scanner.skipElement()
        }
      }
    }
  }

  private mutating func readCell(_ row: inout Row) throws(ExportError) {
    var column = row.count
    var style = 0
    var type = CellType.number
    var cursor = scanner.attributes.lowerBound
    while let (name, value) = scanner.nextAttribute(&cursor) {
      if name == XMLName("r") {
        column = try self.column(value)
      } else if name == XMLName("s") {
        style = try whole(value)
      } else if name == XMLName("t") {
        type = CellType(scanner.buffer[value])
      }
    }
    guard column < columnLimit else { throw origin.damaged }
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    let hasFormula = scanner.isEmpty ? false : try readContents()
    row.pad(to: column)
    let start = row.bytes.count
    let kind = try appendValue(type, style, hasFormula, to: &row)
    row.place(start..<row.bytes.count, kind: kind, at: column)
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
          try scanner.skipElement()
        }
      }
    }
  }

  private mutating func appendValue(
    _ type: CellType, _ style: Int, _ hasFormula: Bool, to row: inout Row
  ) throws(ExportError) -> CellKind {
    if value.isEmpty {
      guard hasFormula, type != .text else { return .text }
      row.bytes.append(UInt8(ascii: "="))
      row.bytes.append(contentsOf: formula)
      return .formulaWithoutValue
    }
    switch type {
    case .shared:
      let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
      guard index >= 0, index < strings.count else { throw origin.damaged }
      row.bytes.append(contentsOf: strings.bytes[strings.range(index)])
      if !strings.isSound(index) { row.fault = .undecodable }
      return .text
    case .text:
      resolveEscapes(&value, from: 0)
      if !isUTF8(value.span) { row.fault = .undecodable }
      row.bytes.append(contentsOf: value)
      return .text
    case .boolean:
      row.bytes.append(contentsOf: (value == [0x31] || value.first.map { $0 | 0x20 } == 0x74 ? "TRUE" : "FALSE").utf8)
      return .boolean
    case .error:
      row.bytes.append(contentsOf: value)
      return .error
    case .date:
      row.bytes.append(contentsOf: value.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 })
      return .date
    case .number:
      return numbers.append(value, as: formats[style], to: &row.bytes)
    }
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

/// What a cell says its value is.
private enum CellType {
  case number
  case shared
  case text
  case boolean
  case error
  case date

  init(_ name: ArraySlice<UInt8>) {
    self =
      switch name.first {
      case UInt8(ascii: "s"): name.count == 1 ? .shared : .text
      case UInt8(ascii: "b"): .boolean
      case UInt8(ascii: "e"): .error
      case UInt8(ascii: "d"): .date
      case UInt8(ascii: "n"): .number
      default: .text
      }
  }
}
