/// A workbook written by hand, part by part, so that a test can say exactly what the file holds.
struct WorkbookFixture {
  typealias Part = (name: String, bytes: [UInt8])

  var parts: [Part] = []
  var isDeflated = true

  /// A workbook of one sheet whose XML inside `worksheet` is given.
  init(sheet: String, strings: [String] = [], formats: [String] = [], is1904: Bool = false) {
    self.init(sheets: [("名册", "", sheet)], strings: strings, formats: formats, is1904: is1904)
  }

  /// A workbook of several sheets: name, further attributes of its entry, XML.
  init(
    sheets: [(name: String, attributes: String, xml: String)], strings: [String] = [], formats: [String] = [],
    is1904: Bool = false
  ) {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(type)/\(kind)\" Target=\"\(target)\"/>"
    }
    add("_rels/.rels", "<Relationships>\(link("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>")
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.attributes) r:id=\"rId\(index + 1)\"/>"
    }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(type)\"><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/>"
        + "<sheets>\(entries.joined())</sheets></workbook>")
    let links = sheets.indices.map { link("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships>\(links.joined())\(link("s", "sharedStrings", "sharedStrings.xml"))"
        + "\(link("f", "styles", "/xl/styles.xml"))</Relationships>")
    add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
    let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\($0.element)\"/>" }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    add(
      "xl/styles.xml",
      "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>")
    for (index, sheet) in sheets.enumerated() {
      add(
        "xl/worksheets/sheet\(index + 1).xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>")
    }
  }

  private mutating func add(_ name: String, _ text: String) {
    parts.append((name, Array(text.utf8)))
  }

  /// The file.
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let packed = isDeflated ? Self.deflated(part.bytes) : part.bytes
      let offset = file.count
      let facts = littleEndian([
        (20, 2), (0x800, 2), (isDeflated ? 8 : 0, 2), (0, 4), (Int(checksum(part.bytes)), 4), (packed.count, 4),
        (part.bytes.count, 4), (part.name.utf8.count, 2), (0, 2),
      ])
      file += littleEndian([(0x0403_4B50, 4)]) + facts + Array(part.name.utf8) + packed
      directory += littleEndian([(0x0201_4B50, 4), (20, 2)]) + facts
      directory += littleEndian([(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)]) + Array(part.name.utf8)
    }
    let end = littleEndian([
      (0x0605_4B50, 4), (0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4), (file.count, 4), (0, 2),
    ])
    return file + directory + end
  }

  /// Deflate's own way of storing bytes as they are, in blocks of 65,535.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      packed.append(end == bytes.count ? 1 : 0)
      packed += littleEndian([(end - start, 2), (~(end - start) & 0xFFFF, 2)]) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return packed
  }
}

/// Numbers with their widths in bytes, low byte first.
private func littleEndian(_ numbers: [(number: Int, width: Int)]) -> [UInt8] {
  numbers.flatMap { number, width in (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
}

/// The checksum of ZIP, bit by bit.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = UInt32.max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
