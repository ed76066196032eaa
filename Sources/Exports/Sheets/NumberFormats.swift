import Archive

/// What the number format of a cell makes of its number.
enum NumberMeaning: UInt8 {
  /// A plain number.
  case number
  /// Hundredths, shown with a percent sign.
  case percent
  /// A serial day.
  case date
  /// A serial day with the time of day.
  case dateTime
  /// A time of day, or an elapsed time in brackets, without a day.
  case time

  /// Whether the number is a serial day.
  var isTime: Bool { self == .date || self == .dateTime || self == .time }
}

/// The number formats of a workbook's cells by style.
struct NumberFormats {
  private var meanings: [NumberMeaning] = []

  /// Reads the style part; a workbook without one has plain numbers only.
  init(_ workbook: WorkbookParts) throws(ExportError) {
    guard let part = workbook.styles else { return }
    var codes: [Int: String] = [:]
    var isInCellFormats = false
    var scanner = try workbook.scanner(part)
    guard try scanner.nextElement() == XMLName("styleSheet") else {
      throw ExportError(path: workbook.path, cause: .damaged(part.name))
    }
    while true {
      let token = try scanner.next()
      if token == .finished { return }
      if token == .end, scanner.name == XMLName("cellXfs") { isInCellFormats = false }
      guard token == .start else { continue }
      if scanner.name == XMLName("numFmt") {
        guard let id = Int(try scanner.attribute(XMLName("numFmtId")) ?? "") else { continue }
        codes[id] = try scanner.attribute(XMLName("formatCode"))
      } else if scanner.name == XMLName("cellXfs") {
        isInCellFormats = !scanner.isEmpty
      } else if isInCellFormats, scanner.name == XMLName("xf") {
        let id = Int(try scanner.attribute(XMLName("numFmtId")) ?? "") ?? 0
        meanings.append(codes[id].map { NumberMeaning(formatCode: $0) } ?? NumberMeaning(builtIn: id))
      }
    }
  }

  /// What a style makes of numbers.
  subscript(style: Int) -> NumberMeaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }
}

extension NumberMeaning {
  /// Formats that are known by number alone, those of the Chinese and Japanese editions among them.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 22: self = .dateTime
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// Reads the first section of a format code, outside quotes, escapes, colours and conditions.
  init(formatCode: String) {
    var letters: Set<Unicode.Scalar> = []
    var scalars = Array(formatCode.lowercased().unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": scalars = scalars.dropFirst()
      case "[":
        let inner = scalars.prefix { $0 != "]" }
        scalars = scalars.dropFirst(inner.count + 1)
        // [h], [mm] and [ss] count elapsed time; [red] and [$-804] mean nothing here.
        if let unit = inner.first, "hms".unicodeScalars.contains(unit), inner.allSatisfy({ $0 == unit }) {
          letters.insert("h")
        }
      case ";": scalars = []
      default: letters.insert(scalar)
      }
    }
    self = NumberMeaning(letters: letters, isGeneral: formatCode.lowercased().hasPrefix("general"))
  }

  private init(letters: Set<Unicode.Scalar>, isGeneral: Bool) {
    let hasDay = letters.contains("y") || letters.contains("d")
    let hasTime = letters.contains("h") || letters.contains("s")
    if isGeneral {
      self = .number
    } else if letters.contains("%") {
      self = .percent
    } else if hasDay {
      self = hasTime ? .dateTime : .date
    } else if hasTime {
      self = .time
    } else {
      self = letters.contains("m") && !letters.contains("0") && !letters.contains("#") ? .date : .number
    }
  }
}
