import Exports
import TestSupport
import Testing

/// A cell with the address and attributes given, its value in `v`.
private func cell(_ reference: String, _ value: String, _ attributes: String = "") -> String {
  "<c r=\"\(reference)\" \(attributes)><v>\(value)</v></c>"
}

private func sheet(_ rows: String, behind: String = "") -> String {
  "<dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>\(behind)"
}

/// What a sheet holds, each cell with its kind.
private func cells(_ fixture: WorkbookFixture, sheet: Int = 0) throws -> [[String]] {
  try withFile(fixture.bytes) { path in
    var reader = try Export.open(path).rows(sheet: sheet)
    var row = Row()
    var found: [[String]] = []
    while try reader.next(&row) {
      found.append((0..<row.count).map { "\(row.text($0)) \(row.kind($0))" })
    }
    return found
  }
}

/// The one cell that a sheet with that XML for A1 holds.
private func only(_ xml: String, strings: [String] = [], formats: [String] = [], is1904: Bool = false) throws -> String?
{
  let fixture = WorkbookFixture(
    sheet: sheet("<row r=\"1\">\(xml)</row>"), strings: strings, formats: formats, is1904: is1904)
  return try cells(fixture).first?.first
}

struct SheetRowsTests {
  @Test(arguments: [
    ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "张三 text"),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "富文本 text"),
    ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "重庆 text"),
    ("<c r=\"A1\" t=\"s\"><v>3</v></c>", "a\rb&<> text"),
    ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>内</t></r><r><t xml:space=\"preserve\"> 联</t></r></is></c>", "内 联 text"),
    ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>x&#21517;</v></c>", "x名 text"),
    ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2 number"),
    ("<c r=\"A1\"><f>SUM(B1:B9)</f></c>", "=SUM(B1:B9) formulaWithoutValue"),
    ("<c r=\"A1\"><f t=\"shared\" si=\"0\"/><v/></c>", "= formulaWithoutValue"),
    ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE boolean"),
    ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE boolean"),
    ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "#N/A error"),
    ("<c r=\"A1\" t=\"d\"><v>2023-08-01T10:00:00</v></c>", "2023-08-01 10:00:00 date"),
    ("<c r=\"A1\"/>", " text"),
    ("<x:c r=\"A1\"><x:v>7</x:v></x:c>", "7 number"),
    ("<c r=\"A1\" t=\"str\"><v><![CDATA[<b>]]></v></c>", "<b> text"),
    ("<!-- note --><c r='A1'><v>5</v></c>", "5 number"),
  ])
  func `a cell says what it holds`(xml: String, expected: String) throws {
    let strings = [
      "<t>张三</t>", "<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r>",
      "<t>重庆</t><rPh sb=\"0\" eb=\"1\"><t>チョンチン</t></rPh><phoneticPr/>", "<t>a_x000D_b&amp;&lt;&#x3E;</t>",
    ]
    #expect(try only(xml, strings: strings) == expected)
  }

  @Test(arguments: [
    ("12", "12"), ("-0.5", "-0.5"), ("0.56999999999999995", "0.57"), ("56.999999999999993", "56.99999999999999"),
    ("1.0000000000000001E-2", "0.01"), ("5E-2", "0.05"), ("320106199001011234", "320106199001011234"),
    ("3.20106199001011E+17", "3.20106199001011E+17"), ("1.2E+3", "1200"), ("13800138000", "13800138000"),
    ("1E2", "100"),
  ])
  func `a number is written in its shortest exact digits`(stored: String, expected: String) throws {
    #expect(try only(cell("A1", stored)) == "\(expected) number")
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "45139", "2023-08-01 date"),
    ("yyyy\\-mm\\-dd hh:mm", "45139.416666666664", "2023-08-01 10:00:00 date"),
    ("yyyy/m/d", "45139.5", "2023-08-01 12:00:00 date"), ("[$-804]yyyy\"年\"m\"月\"d\"日\"", "45139", "2023-08-01 date"),
    ("m\"月\"d\"日\"", "1", "1900-01-01 date"), ("yyyy-mm-dd", "59", "1900-02-28 date"),
    ("yyyy-mm-dd", "60", "1900-02-29 date"), ("yyyy-mm-dd", "61", "1900-03-01 date"),
    ("yyyy-mm-dd hh:mm:ss", "45138.999999999", "2023-08-01 00:00:00 date"),
    ("h:mm", "0.52083333333333337", "12:30:00 time"),
    ("[h]:mm:ss", "1.5", "36:00:00 time"), ("[mm]:ss", "0.5", "12:00:00 time"), ("0%", "0.57", "57% number"),
    ("0.00%", "0.56999999999999995", "57% number"), ("0.0%", "0.12345", "12.345% number"),
    ("0.00", "12.5", "12.5 number"),
    ("[Red]0.00;[Blue]-0.00", "5", "5 number"), ("\"天数\"0", "5", "5 number"), ("General", "5", "5 number"),
    ("yyyy-mm-dd", "-5", "-5 number"), ("yyyy-mm-dd", "99999999", "99999999 number"), ("@", "5", "5 number"),
  ])
  func `a number format makes dates, times and percentages`(format: String, stored: String, expected: String) throws {
    let code = format.replacing("\"", with: "&quot;")
    #expect(try only(cell("A1", stored, "s=\"1\""), formats: [code]) == expected)
  }

  @Test func `the 1904 system counts from its own day`() throws {
    #expect(try only(cell("A1", "43677", "s=\"1\""), formats: ["yyyy-mm-dd"], is1904: true) == "2023-08-01 date")
  }

  @Test func `every serial day in both systems is the day that counting gives`() throws {
    var expected = (year: 1900, month: 3, day: 1)
    for serial in 61...73_050 {
      let text = "\(serial)"
      let date = DateTimeForm(readsSerials: true).parse(Array(text.utf8).span).value
      let days = DateForm().parse(Array("\(expected.year)-\(expected.month)-\(expected.day)".utf8).span).value
      #expect(date == days.map { $0 * 86_400 }, "serial \(serial)")
      let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][expected.month - 1]
      expected.day += 1
      if expected.day > length { (expected.day, expected.month) = (1, expected.month + 1) }
      if expected.month > 12 { (expected.month, expected.year) = (1, expected.year + 1) }
    }
  }

  @Test func `rows keep their physical numbers and cells their columns`() throws {
    let xml = sheet(
      "<row r=\"3\">\(cell("B3", "1"))\(cell("D3", "2"))</row><row><c><v>3</v></c><c><v>4</v></c></row>"
        + "<row r=\"9\" hidden=\"1\"/>")
    let found = try rows(WorkbookFixture(sheet: xml).bytes)
    #expect(found == [ReadRow(3, ["", "1", "", "2"]), ReadRow(4, ["3", "4"]), ReadRow(9, [])])
  }

  @Test func `hidden sheets, rows and columns are read and told`() throws {
    let xml =
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/></cols>"
      + sheet("<row r=\"1\" hidden=\"true\">\(cell("A1", "1"))</row>")
    let fixture = WorkbookFixture(sheets: [("甲 &amp; 乙", "state=\"veryHidden\"", xml), ("丙", "", sheet(""))])
    try withFile(fixture.bytes) { path in
      let export = try Export.open(path)
      #expect(export.sheets == [SheetName(name: "甲 & 乙", isHidden: true), SheetName(name: "丙", isHidden: false)])
      var reader = try export.rows(sheet: 0)
      var row = Row()
      #expect(try reader.next(&row))
      #expect(row.isHidden)
      #expect(reader.hiddenColumns == [1...2])
      var empty = try export.rows(sheet: 1)
      #expect(try !empty.next(&row))
    }
  }

  @Test func `merged ranges are filled inside and nowhere else`() throws {
    let xml = sheet(
      "<row r=\"1\">\(cell("A1", "9"))</row>"
        + "<row r=\"2\">\(cell("A2", "1"))\(cell("B2", "5"))</row><row r=\"3\">\(cell("B3", "6"))</row>"
        + "<row r=\"4\"><c r=\"A4\"/>\(cell("B4", "7"))</row><row r=\"5\">\(cell("B5", "8"))</row>",
      behind:
        "<mergeCells count=\"3\"><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"D9:E9\"/></mergeCells>"
    )
    let found = try rows(WorkbookFixture(sheet: xml).bytes).map(\.cells)
    #expect(found == [["9", "9", "9"], ["1", "5"], ["1", "6"], ["1", "7"], ["", "8"]])
  }

  @Test func `cells and merges are found on every side of a block's end`() throws {
    for padding in stride(from: 0, to: 400, by: 7) {
      let filler = "<!--\(String(repeating: "x", count: 65_300 + padding))-->"
      let rows =
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲&amp;乙</v></c>\(cell("B1", "12"))</row><row r=\"2\"><c r=\"B2\"/></row>"
      let xml = sheet(filler + rows, behind: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
      #expect(try ExportsTests.rows(WorkbookFixture(sheet: xml).bytes).map(\.cells) == [["甲&乙", "12"], ["甲&乙", ""]])
    }
  }

  @Test func `columns out of order and repeated rows are read as they stand`() throws {
    let xml = sheet("<row r=\"2\">\(cell("C2", "3"))\(cell("A2", "1"))</row><row r=\"2\">\(cell("A2", "4"))</row>")
    #expect(try rows(WorkbookFixture(sheet: xml).bytes) == [ReadRow(2, ["1", "", "3"]), ReadRow(2, ["4"])])
  }

  @Test func `what stands between address and value is read anew wherever it is another`() throws {
    let heads = [
      "r=\"@\" s=\"1\" t=\"s\"", "r=\"@\" t=\"s\"", "r=\"@\"", "r=\"@\" s=\"2\"", "s=\"2\" r=\"@\"",
      "t=\"s\" r=\"@\" s=\"1\"", "r=\"@\" t=\"str\"", "r=\"@\" t=\"b\"", "r=\"@\" s=\"1\"", "r=\"@\" t=\"n\" s=\"2\"",
    ]
    for seed in Cases.seeds(usually: 200) {
      var generator = SeededGenerator(seed: seed)
      var (plain, spaced) = ("", "")
      for row in 1...12 {
        plain += "<row r=\"\(row)\">"
        spaced += "<row r=\"\(row)\">"
        for column in ["A", "B", "C"] where Int.random(in: 0..<8, using: &generator) > 0 {
          let head = (heads.randomElement(using: &generator) ?? "").replacing("@", with: "\(column)\(row)")
          let body = "><v>\(Int.random(in: 0...1, using: &generator))</v></c>"
          plain += "<c \(head)\(body)"
          // Two blanks are no plain cell: the scanner reads it, which keeps nothing from row to row.
          spaced += "<c  \(head)\(body)"
        }
        plain += "</row>"
        spaced += "</row>"
      }
      let (strings, formats) = (["<t>甲</t>", "<t>a_x0041_</t>"], ["0%", "yyyy-mm-dd"])
      let expected = try cells(WorkbookFixture(sheet: sheet(spaced), strings: strings, formats: formats))
      let found = try cells(WorkbookFixture(sheet: sheet(plain), strings: strings, formats: formats))
      #expect(found == expected, "SEED=\(seed)")
    }
  }
}
