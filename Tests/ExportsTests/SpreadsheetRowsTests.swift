import Exports
import TestSupport
import Testing

private func workbook(_ table: String, styles: String = "", options: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
  <Styles>\(styles)</Styles><Worksheet ss:Name="名册"><Table>\(table)</Table>\(options)</Worksheet></Workbook>
  """
}

/// The one cell of a workbook, with its kind.
private func only(_ cell: String, format: String? = nil) throws -> String? {
  let style = format.map { "<Style ss:ID=\"s1\"><NumberFormat ss:Format=\"\($0)\"/></Style>" } ?? ""
  return try withFile(Array(workbook("<Row>\(cell)</Row>", styles: style).utf8)) { path in
    var reader = try Export.open(path).rows()
    var row = Row()
    guard try reader.next(&row), row.count == 1 else { return nil }
    return "\(row.text(0)) \(row.kind(0))"
  }
}

struct SpreadsheetRowsTests {
  @Test(arguments: [
    ("<Cell><Data ss:Type=\"String\">张三</Data></Cell>", "张三 text"),
    ("<Cell><Data ss:Type=\"String\">a&#10;b&amp;&lt;c</Data></Cell>", "a\nb&<c text"),
    ("<Cell><Data ss:Type=\"Number\">12.5</Data></Cell>", "12.5 number"),
    ("<Cell><Data ss:Type=\"Number\">0.56999999999999995</Data></Cell>", "0.57 number"),
    ("<Cell><Data ss:Type=\"Number\">3.20106199001011E+17</Data></Cell>", "3.20106199001011E+17 number"),
    ("<Cell><Data ss:Type=\"DateTime\">2023-08-01T10:00:00.000</Data></Cell>", "2023-08-01 10:00:00 date"),
    ("<Cell><Data ss:Type=\"DateTime\">2023-08-01T00:00:00.000</Data></Cell>", "2023-08-01 date"),
    ("<Cell><Data ss:Type=\"DateTime\">2023-08-01T23:59:59.997</Data></Cell>", "2023-08-02 00:00:00 date"),
    ("<Cell><Data ss:Type=\"DateTime\">1899-12-31T12:30:00.000</Data></Cell>", "12:30:00 time"),
    ("<Cell><Data ss:Type=\"DateTime\">2023年</Data></Cell>", "2023年 text"),
    ("<Cell><Data ss:Type=\"Boolean\">1</Data></Cell>", "TRUE boolean"),
    ("<Cell><Data ss:Type=\"Boolean\">0</Data></Cell>", "FALSE boolean"),
    ("<Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>", "#N/A error"),
    ("<Cell ss:Formula=\"=RC[-1]\"><Data ss:Type=\"Number\">2</Data></Cell>", "2 number"),
    ("<Cell ss:Formula=\"=SUM(RC[1])\"/>", "=SUM(RC[1]) formulaWithoutValue"),
    ("<Cell/>", " text"), ("<Cell><Data ss:Type=\"String\"></Data></Cell>", " text"),
    (
      "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>张</B><Font html:Color=\"#FF0000\">三</Font></ss:Data></Cell>",
      "张三 text"
    ),
    (
      "<Cell><Data ss:Type=\"String\">张三</Data><Comment ss:Author=\"a\"><ss:Data>批注</ss:Data></Comment><NamedCell ss:Name=\"b\"/></Cell>",
      "张三 text"
    ),
  ])
  func `a cell says what it holds`(cell: String, expected: String) throws {
    #expect(try only(cell) == expected)
  }

  @Test(arguments: [
    ("Percent", "Number", "0.57", "57% number"), ("0.0%", "Number", "0.12345", "12.345% number"),
    ("Short Date", "Number", "45139", "2023-08-01 date"),
    ("yyyy\\-mm\\-dd", "Number", "45139.5", "2023-08-01 12:00:00 date"),
    ("General Date", "Number", "45139", "2023-08-01 00:00:00 date"), ("Standard", "Number", "12.5", "12.5 number"),
    ("@", "Number", "5", "5 number"), ("[h]:mm:ss", "DateTime", "1900-01-01T12:05:00.000", "36:05:00 time"),
    ("Long Time", "DateTime", "1899-12-31T12:30:00.000", "12:30:00 time"),
    ("yyyy/m/d h:mm", "DateTime", "2023-08-01T00:00:00.000", "2023-08-01 00:00:00 date"),
    ("[h]:mm", "DateTime", "1900-03-01T00:00:00.000", "1464:00:00 time"),
  ])
  func `a style makes dates, times and percentages`(format: String, type: String, value: String, expected: String)
    throws
  {
    let cell = "<Cell ss:StyleID=\"s1\"><Data ss:Type=\"\(type)\">\(value)</Data></Cell>"
    #expect(try only(cell, format: format) == expected)
  }

  @Test func `a style takes the format of its parent`() throws {
    let styles =
      "<Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style><Style ss:ID=\"s1\" ss:Parent=\"p\"><Font/></Style>"
    let table = "<Row><Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">0.5</Data></Cell></Row>"
    #expect(try rows(workbook(table, styles: styles)).map(\.cells) == [["50%"]])
  }

  @Test func `a cell without a style takes that of its row, then that of its column`() throws {
    let styles =
      "<Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style>"
      + "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style><Style ss:ID=\"g\"/>"
    let cell = { (style: String) in "<Cell\(style)><Data ss:Type=\"Number\">1</Data></Cell>" }
    let table =
      "<Column/><Column ss:StyleID=\"p\" ss:Span=\"1\"/><Row>\(cell(""))\(cell(""))\(cell(" ss:StyleID=\"g\""))</Row>"
      + "<Row ss:StyleID=\"d\">\(cell(""))\(cell(""))\(cell(" ss:StyleID=\"p\""))</Row>"
    let expected = [["1", "100%", "1"], ["1900-01-01", "1900-01-01", "100%"]]
    #expect(try rows(workbook(table, styles: styles)).map(\.cells) == expected)
  }

  @Test func `rows keep their physical numbers and cells their columns`() throws {
    let cell = { (value: Int) in "<Data ss:Type=\"Number\">\(value)</Data>" }
    let table = """
      <Row ss:Index="3"><Cell ss:Index="2">\(cell(1))</Cell><Cell>\(cell(2))</Cell><Cell ss:Index="5">\(cell(3))</Cell></Row>
      <Row/><Row ss:Span="2"/><Row><Cell>\(cell(4))</Cell></Row>
      """
    let found = try rows(workbook(table))
    #expect(
      found == [ReadRow(3, ["", "1", "2", "", "3"]), ReadRow(4, []), ReadRow(5, []), ReadRow(8, ["4"])])
  }

  @Test func `merged cells are filled inside and nowhere else`() throws {
    let table = """
      <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">名册</Data></Cell><Cell><Data ss:Type="String">z</Data></Cell></Row>
      <Row><Cell ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row>
      <Row><Cell ss:Index="2"><Data ss:Type="Number">2</Data></Cell></Row>
      <Row><Cell ss:Index="2"><Data ss:Type="Number">3</Data></Cell></Row>
      """
    #expect(try rows(workbook(table)).map(\.cells) == [["名册", "名册", "名册", "z"], ["甲", "1"], ["甲", "2"], ["", "3"]])
  }

  @Test func `hidden worksheets, rows and columns are read and told`() throws {
    let options =
      "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions>"
    let table =
      "<Column/><Column ss:Index=\"3\" ss:Hidden=\"1\" ss:Span=\"1\"/><Column ss:Hidden=\"1\"/>"
      + "<Row ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">a</Data></Cell></Row>"
    let second = "<Worksheet ss:Name=\"空\"/><Worksheet ss:Name=\"丙\"><Table/></Worksheet></Workbook>"
    let text = workbook(table, options: options).replacing("</Workbook>", with: second)
    try withFile(Array(text.utf8)) { path in
      let export = try Export.open(path)
      #expect(export.sheets.map(\.name) == ["名册", "空", "丙"])
      #expect(export.sheets.map(\.isHidden) == [true, false, false])
      var reader = try export.rows()
      var row = Row()
      #expect(try reader.next(&row))
      #expect(row.isHidden)
      #expect(reader.hiddenColumns == [2...3, 4...4])
      for sheet in 1...2 {
        var empty = try export.rows(sheet: sheet)
        #expect(try !empty.next(&row))
      }
    }
  }

  @Test func `an XML spreadsheet that is cut off anywhere is refused`() throws {
    let whole = Array(workbook("<Row><Cell><Data ss:Type=\"String\">张三</Data></Cell></Row>").utf8)
    let first = try #require(String(decoding: whole, as: UTF8.self).utf8.firstRange(of: "<Workbook".utf8))
    let start = whole.count - String(decoding: whole, as: UTF8.self).utf8[first.lowerBound...].count
    for count in (start + 10)..<whole.count {
      #expect(throws: ExportError.self, "\(count) bytes") { try rows(Array(whole.prefix(count))) }
    }
  }

  private static let faults: [(String, ExportError.Cause)] = [
    ("<Row ss:Index=\"0\"/>", ExportError.Cause.damaged("Workbook")), ("<Row ss:Index=\"x\"/>", .damaged("Workbook")),
    ("<Row><Cell ss:Index=\"20000\"/></Row>", .damaged("Workbook")),
    ("<Row>&lol;<Cell><Data>&lol;</Data></Cell></Row>", .damaged("Workbook")),
    ("<Row><Cell ss:MergeAcross=\"99999\"/></Row>", .damaged("Workbook")),
  ]

  @Test(arguments: faults)
  func `a damaged worksheet is refused`(table: String, cause: ExportError.Cause) {
    #expect(#expect(throws: ExportError.self) { try rows(workbook(table)) }?.cause == cause)
  }

  @Test func `a document type is refused`() {
    let text = workbook("").replacing("<Workbook", with: "<!DOCTYPE a [<!ENTITY b \"c\">]><Workbook")
    #expect(#expect(throws: ExportError.self) { try rows(text) }?.cause == .documentType("Workbook"))
  }
}
