/// What a file really is, told by its first bytes and never by its name.
package enum FileKind: String, Sendable {
  /// Comma, tab or semicolon separated text.
  case text
  /// An Office Open XML workbook.
  case workbook
  /// Excel 97-2003, converted by LibreOffice.
  case legacyWorkbook
  /// An Office Open XML workbook encrypted with a password.
  case encryptedWorkbook
  /// A web page named `.xls`.
  case webPage
  /// Excel 2003 XML named `.xls`.
  case spreadsheetML
  /// An Excel binary workbook, `.xlsb`.
  case binaryWorkbook
  /// An OpenDocument spreadsheet.
  case openDocument
  /// A ZIP archive that holds no workbook.
  case otherArchive

  /// Markup that holds no table of either kind.
  case otherMarkup
  /// An old Office document, such as a letter, that is no workbook.
  case otherDocument

  /// Tells the kind from the first bytes; archives and compound files are told apart later by their parts.
  init(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .workbook
    } else if bytes.starts(with: CompoundFile.magic) {
      self = .legacyWorkbook
    } else {
      self = Self.markup(bytes) ?? .text
    }
  }

  private static func markup(_ bytes: [UInt8]) -> FileKind? {
    let plain = bytes.prefix(16_384).filter { $0 != 0 }.map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    let beginning = plain.drop { $0 <= 0x20 || $0 >= 0x80 }
    guard beginning.first == UInt8(ascii: "<") else { return nil }
    let element = firstElement(beginning)
    if element == "workbook" { return .spreadsheetML }
    if pageElements.contains(element) || beginning.firstIndex(ofBytes: Array("<table".utf8)) != nil { return .webPage }
    return beginning.starts(with: "<?xml".utf8) || beginning.starts(with: "<!doctype".utf8) ? .otherMarkup : nil
  }

  /// The elements that pages begin with when they are more, or less, than a table.
  private static let pageElements: Set<String> = [
    "html", "head", "meta", "style", "title", "body", "div", "center", "table", "thead", "tbody", "tr", "script",
    "p", "span", "font", "form", "link", "base", "br", "b", "h1", "h2", "h3",
  ]

  /// The first element behind comments and declarations, without its prefix; empty when there is none near.
  private static func firstElement(_ text: ArraySlice<UInt8>) -> String {
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[mark...].dropFirst()
      let end = rest.starts(with: "!--".utf8) ? "-->" : ">"
      guard rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") else {
        let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
      }
      guard let close = rest.firstIndex(ofBytes: Array(end.utf8)) else { return "" }
      rest = rest[close...]
    }
    return ""
  }
}
