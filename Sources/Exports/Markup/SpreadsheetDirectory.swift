import Archive

/// What a file in the XML of Excel 2003 says beside its rows: its worksheets, styles and day system.
struct SpreadsheetDirectory {
  let path: String
  let encoding: TextEncoding
  private(set) var sheets: [SheetName] = []
  /// Whether serial days count from 1904.
  private(set) var is1904 = false
  private var meanings: [String: NumberMeaning] = [:]

  /// Walks the whole file, so that one that is cut off is refused before a row of it is read.
  init(path: String, encoding: TextEncoding, limits: ExportLimits) throws(ExportError) {
    self.path = path
    self.encoding = encoding
    var scanner = try scanner(sheet: nil)
    var style = ""
    var name: String?
    var isVisibility = false
    var isHidden = false
    while true {
      let token = try scanner.next()
      if token == .finished { break }
      switch token {
      case .start where scanner.name == XMLName("Style"):
        style = try scanner.attribute(XMLName("ID")) ?? ""
        meanings[style] = try scanner.attribute(XMLName("Parent")).flatMap { meanings[$0] }
      case .start where scanner.name == XMLName("NumberFormat"):
        meanings[style] = try scanner.attribute(XMLName("Format")).map { NumberMeaning(formatName: $0) }
      case .start where scanner.name == XMLName("Date1904"):
        is1904 = true
      case .start where scanner.name == XMLName("Worksheet"):
        (name, isHidden) = (try scanner.attribute(XMLName("Name")) ?? "", false)
        if scanner.isEmpty { sheets.append(SheetName(name: name ?? "", isHidden: false)) }
      case .end where scanner.name == XMLName("Worksheet"):
        sheets.append(SheetName(name: name ?? "", isHidden: isHidden))
      case .start where scanner.name == XMLName("Visible"):
        isVisibility = !scanner.isEmpty
      case .text where isVisibility:
        isHidden = scanner.buffer[scanner.text].starts(with: "Sheet".utf8)
      case .end:
        isVisibility = false
      default: break
      }
      guard sheets.count <= limits.sheets else {
        throw ExportError(path: path, cause: .tooManySheets(limit: limits.sheets))
      }
    }
    guard !sheets.isEmpty else { throw ExportError(path: path, cause: .damaged("Worksheet")) }
  }

  /// Starts walking the file.
  func scanner(sheet: String?) throws(ExportError) -> XMLScanner {
    let origin = XMLOrigin(path: path, sheet: sheet, part: "Workbook")
    let source: MarkupSource
    do throws(ArchiveReadError) {
      source = try MarkupSource(path: path, encoding: encoding)
    } catch {
      throw origin.error(error)
    }
    return try XMLScanner(source, origin: origin)
  }

  /// What a style makes of numbers.
  func meaning(style: String) -> NumberMeaning { meanings[style] ?? .number }
}

extension NumberMeaning {
  /// Reads a format code, or one of the names that this XML gives to formats.
  init(formatName: String) {
    switch formatName {
    case "Percent": self = .percent
    case "Short Date", "Medium Date", "Long Date": self = .date
    case "General Date": self = .dateTime
    case "Short Time", "Medium Time", "Long Time": self = .time
    case "General Number", "Fixed", "Standard", "Scientific", "Currency", "Euro Currency", "Yes/No", "True/False",
      "On/Off":
      self = .number
    default: self = NumberMeaning(formatCode: formatName)
    }
  }
}
