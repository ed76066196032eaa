import Archive
import Exports
import TestSupport
import Testing

struct WorkbookDamageTests {
  private static func fixture(_ rows: String = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>") -> WorkbookFixture
  {
    WorkbookFixture(sheet: "<sheetData>\(rows)</sheetData>", strings: ["<t>甲</t>"], formats: ["yyyy-mm-dd"])
  }

  /// The fixture with one part's text changed.
  private static func changed(_ part: String, _ text: String) -> [UInt8] {
    var fixture = fixture()
    if let index = fixture.parts.firstIndex(where: { $0.name == part }) {
      fixture.parts[index].bytes = Array(text.utf8)
    }
    return fixture.bytes
  }

  private static func without(_ part: String) -> [UInt8] {
    var fixture = fixture()
    fixture.parts.removeAll { $0.name == part }
    return fixture.bytes
  }

  private static let faults: [(String, [UInt8], ExportError.Cause)] = [
    ("cut off", Array(fixture().bytes.dropLast(200)), .damaged("ZIP")),
    ("without its sheet", without("xl/worksheets/sheet1.xml"), .damaged("rId1")),
    ("without any part of a workbook", without("xl/workbook.xml"), .unsupported(.otherArchive)),
    (
      "a document type in the sheet",
      changed("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>"),
      .documentType("xl/worksheets/sheet1.xml")
    ),
    (
      "an entity that XML does not know",
      changed("xl/sharedStrings.xml", "<sst><si><t>&lol;</t></si></sst>"), .damaged("xl/sharedStrings.xml")
    ),
    (
      "a tag left open", changed("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"),
      .damaged("xl/worksheets/sheet1.xml")
    ),
    (
      "elements left open", changed("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"),
      .damaged("xl/worksheets/sheet1.xml")
    ),
    (
      "a string that is not there",
      fixture("<row><c t=\"s\"><v>7</v></c></row>").bytes, .damaged("xl/worksheets/sheet1.xml")
    ),
    ("a column beyond the last", fixture("<row><c r=\"ZZZZ1\"/></row>").bytes, .damaged("xl/worksheets/sheet1.xml")),
  ]

  @Test(arguments: faults)
  func `a damaged workbook is refused with the part that is broken`(
    name: String, bytes: [UInt8], cause: ExportError.Cause
  ) {
    #expect(#expect(throws: ExportError.self) { try rows(bytes) }?.cause == cause)
  }

  @Test func `a checksum that fails is found at the end of the sheet`() throws {
    var fixture = Self.fixture("<row r=\"1\"><c r=\"A1\"><v>12345</v></c></row>")
    fixture.isDeflated = false
    var bytes = fixture.bytes
    let digit = try #require(bytes.indices.first { bytes[$0...].starts(with: "12345".utf8) })
    bytes[digit] = UInt8(ascii: "9")
    #expect(#expect(throws: ExportError.self) { try rows(bytes) }?.cause == .damaged("xl/worksheets/sheet1.xml"))
  }

  @Test func `limits on strings, merges and unpacked size hold`() {
    var limits = ExportLimits.default
    limits.sharedStringBytes = 2
    let strings = ExportError.Cause.tooLarge("xl/sharedStrings.xml", limit: 2)
    #expect(#expect(throws: ExportError.self) { try rows(Self.fixture().bytes, limits: limits) }?.cause == strings)
    limits = .default
    limits.mergedRanges = 0
    let merged = WorkbookFixture(sheet: "<sheetData/><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
    let merges = ExportError.Cause.tooManyMerges(limit: 0)
    #expect(#expect(throws: ExportError.self) { try rows(merged.bytes, limits: limits) }?.cause == merges)
    limits = .default
    limits.unpackedBytes = 100
    #expect(throws: ExportError.self) { try rows(Self.fixture().bytes, limits: limits) }
  }

  @Test func `damage in any place neither crashes nor hangs`() throws {
    let text = Array("姓名,单位\n\"张,三\",\"实验\"\"小学\"\n李四,中学\r\n".utf8)
    let rows = (1...20).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c><c r=\"B\($0)\" s=\"1\"><v>45139</v></c></row>"
    }
    var fixture = Self.fixture(rows.joined())
    let deflated = fixture.bytes
    fixture.isDeflated = false
    let page = Array(
      "<html><meta charset=utf-8><table><tr><td colspan=2>名册<tr><td rowspan=2>张三</td><td>1<br>2<tr><td>&#24352;</table>"
        .utf8)
    let spreadsheet = Array(
      ("<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"2\"><Cell ss:MergeDown=\"2\">"
        + "<Data ss:Type=\"DateTime\">2023-08-01T10:00:00.000</Data></Cell></Row><Row><Cell ss:Index=\"2\"><Data "
        + "ss:Type=\"Number\">1</Data></Cell></Row></Table></Worksheet></Workbook>").utf8)
    let sources = [text, deflated, fixture.bytes, page, spreadsheet]
    for seed in Cases.seeds(usually: 5000) {
      var generator = SeededGenerator(seed: seed)
      var bytes = sources[Int(seed % 5)]
      for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&bytes, &generator) }
      let clock = ContinuousClock()
      let time = clock.measure { _ = try? ExportsTests.rows(bytes) }
      #expect(time < .seconds(5), "SEED=\(seed)")
    }
  }

  /// Flips, cuts, inserts, doubles or moves some bytes.
  private func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard bytes.count > 8 else { return }
    let start = Int.random(in: 0..<(bytes.count - 4), using: &generator)
    let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }, at: start)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
    default: bytes.removeLast(bytes.count - start)
    }
  }
}
