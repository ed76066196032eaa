/// What a file really is, told by its first bytes and never by its name.
package enum FileKind: String, Sendable {
  /// Comma, tab or semicolon separated text.
  case text
  /// An Office Open XML workbook.
  case workbook
  /// Excel 97-2003: save as `.xlsx`.
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

  /// Tells the kind from the first bytes; archives are told apart later by their parts.
  init(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.holdsEncryptedPackage(bytes) ? .encryptedWorkbook : .legacyWorkbook
    } else {
      self = Self.markup(bytes) ?? .text
    }
  }

  /// Looks for the directory entry `EncryptedPackage`, which is written in UTF-16.
  private static func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
    contains("EncryptedPackage".utf8.flatMap { [$0, 0] }, in: bytes)
  }

  private static func markup(_ bytes: [UInt8]) -> FileKind? {
    let beginning = bytes.prefix(4096).filter { $0 != 0 }.map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
    guard let first = beginning.first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<") else {
      return nil
    }
    if contains(Array("urn:schemas-microsoft-com:office:spreadsheet".utf8), in: beginning) { return .spreadsheetML }
    let tags = ["<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div", "<tr"]
    if tags.contains(where: { contains(Array($0.utf8), in: beginning) }) { return .webPage }
    return contains(Array("<?xml".utf8), in: beginning) ? .spreadsheetML : nil
  }

  private static func contains(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
