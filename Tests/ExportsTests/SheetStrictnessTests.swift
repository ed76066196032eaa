import Exports
import Testing

/// The cause for which a sheet with such XML is refused; nil when it is read.
private func cause(_ xml: String, limits: ExportLimits = .default) -> ExportError.Cause? {
  let fixture = WorkbookFixture(sheet: xml, strings: ["<t>甲</t>"])
  do {
    _ = try rows(fixture.bytes, limits: limits)
    return nil
  } catch let error as ExportError {
    return error.cause
  } catch {
    return nil
  }
}

private let sheetPart = "xl/worksheets/sheet1.xml"

struct SheetStrictnessTests {
  @Test(arguments: [
    ("a renamed row", "<sheetData><rov r=\"1\"><c><v>1</v></c></row></sheetData>"),
    ("a row in a row", "<sheetData><row r=\"1\"><row r=\"2\"/></row></sheetData>"),
    ("a cell in another element", "<sheetData><row r=\"1\"><x><c><v>1</v></c></x></row></sheetData>"),
    ("a row behind the rows", "<sheetData/><row r=\"1\"><c><v>1</v></c></row>"),
    ("no rows at all", "<dimension ref=\"A1\"/>"),
    (
      "two cells at one address",
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row></sheetData>"
    ),
    ("a cell that lost its address", "<sheetData><row r=\"1\"><c r=\"A1\"/><c q=\"C1\"><v>2</v></c></row></sheetData>"),
    ("a cell that lost its type", "<sheetData><row r=\"1\"><c r=\"A1\" u=\"s\"><v>0</v></c></row></sheetData>"),
    ("a cell of an unknown type", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"u\"><v>0</v></c></row></sheetData>"),
    ("a tag in an attribute", "<sheetData><row r=\"1><c r=\"A1\"/></row></sheetData>"),
  ])
  func `markup that would lose a row or a value is refused`(name: String, xml: String) {
    #expect(cause(xml) == .damaged(sheetPart), "\(name)")
  }

  @Test func `the strict namespaces and any prefix are read alike`() throws {
    var fixture = WorkbookFixture(
      sheet:
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45139</v></c></row></sheetData>",
      strings: ["<t>甲</t>"], formats: ["yyyy-mm-dd"])
    for index in fixture.parts.indices {
      let text = String(decoding: fixture.parts[index].bytes, as: UTF8.self)
        .replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006/", with: "http://purl.oclc.org/ooxml/officeDocument/"
        )
        .replacing(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      fixture.parts[index].bytes = Array(text.utf8)
    }
    #expect(try rows(fixture.bytes) == [ReadRow(1, ["甲", "2023-08-01"])])
  }

  @Test func `a row of a sheet beyond the limit is cut and the next one read`() throws {
    var limits = ExportLimits.default
    limits.rowBytes = 40
    let long = String(repeating: "x", count: 30)
    let xml =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(long)</v></c><c r=\"B1\" t=\"str\"><v>\(long)</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\"><v>5</v></c></row></sheetData>"
    let found = try rows(WorkbookFixture(sheet: xml).bytes, limits: limits)
    #expect(found == [ReadRow(1, [long, ""], .tooLong), ReadRow(2, ["5"])])
  }

  @Test func `a wide merged range holds its contents once and overlapping ones are ignored`() throws {
    let contents = String(repeating: "甲", count: 10_000)
    let xml =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(contents)</v></c></row></sheetData>"
      + "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"A1:XFD9\"/></mergeCells>"
    try withFile(WorkbookFixture(sheet: xml).bytes) { path in
      var reader = try Export.open(path).rows()
      var row = Row()
      #expect(try reader.next(&row))
      #expect(row.count == 16_384)
      #expect(row.bytes.count == 2 * contents.utf8.count)
      #expect(row.text(16_383) == contents)
    }
  }

  @Test func `a row says that a formula lacks its value`() throws {
    let xml =
      "<sheetData><row r=\"1\"><c r=\"A1\"><f>B1</f></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData>"
    try withFile(WorkbookFixture(sheet: xml).bytes) { path in
      var reader = try Export.open(path).rows()
      var row = Row()
      var lacking: [Bool] = []
      while try reader.next(&row) { lacking.append(row.lacksValues) }
      #expect(lacking == [true, false])
    }
  }

  @Test func `sheets that share their bytes or are too many are refused`() {
    var limits = ExportLimits.default
    limits.sheets = 1
    let xml = "<sheetData/>"
    let two = WorkbookFixture(sheets: [("甲", "", xml), ("乙", "", xml)])
    #expect(
      #expect(throws: ExportError.self) { try rows(two.bytes, limits: limits) }?.cause == .tooManySheets(limit: 1))
    var shared = two
    for index in shared.parts.indices where shared.parts[index].name == "xl/_rels/workbook.xml.rels" {
      let text = String(decoding: shared.parts[index].bytes, as: UTF8.self)
      shared.parts[index].bytes = Array(text.replacing("sheet2.xml", with: "sheet1.xml").utf8)
    }
    #expect(#expect(throws: ExportError.self) { try rows(shared.bytes) }?.cause == .damaged(sheetPart))
  }
}
