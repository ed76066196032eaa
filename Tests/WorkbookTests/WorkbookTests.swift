import Foundation
import Testing
import Workbook

private let home = Position(row: 0, column: 0)

private func write(_ path: String, _ body: (Workbook, Sheet) throws -> Void) throws {
  let book = try Workbook(path: path, properties: Examples.properties)
  try body(book, try book.addSheet("表"))
  try book.close()
}

@Test(arguments: ["=1+1", "+1", "-1", "@sum", "http://example.org", "{=1}", "00123", "1E5"])
func `text stays text whatever it looks like`(text: String) throws {
  try Examples.withFile { path in
    try write(path) { $1.write(.text(text), at: home, style: Style()) }
    let written = try WrittenWorkbook(path)
    let cell = try #require(try written.cells()["A1"])
    #expect(cell.type == "s")
    #expect(cell.text == text)
    let sheet = try written.part("xl/worksheets/sheet1.xml")
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.contains("hyperlink"))
  }
}

@Test func `characters that XML forbids are left out and escapes are disarmed`() throws {
  try Examples.withFile { path in
    try write(path) { $1.write(.text("甲\u{0}\u{1}\u{FFFF}乙 <&> _x000D_"), at: home, style: Style()) }
    #expect(try WrittenWorkbook(path).cells()["A1"]?.text == "甲乙 <&> _x005F_x000D_")
  }
}

@Test func `a number is stored as the binary number nearest to it`() throws {
  try Examples.withFile { path in
    try write(path) { _, sheet in
      for units in 0...10_000 {
        let value = CellValue.decimal(units: Int64(units) - 5000, decimals: 4)
        sheet.write(value, at: Position(row: units, column: 0), style: Style())
      }
      sheet.write(.integer(2486), at: Position(row: 0, column: 1), style: Style())
    }
    let cells = try WrittenWorkbook(path).cells()
    #expect(cells["B1"]?.text == "2486")
    #expect(cells.values.allSatisfy { $0.type.isEmpty })
    for units in 0...10_000 {
      let text = try #require(cells["A\(units + 1)"]?.text)
      #expect(Double(text) == Double(units - 5000) / 10_000)
    }
  }
}

@Test func `equal styles become one format record`() throws {
  try Examples.withFile { path in
    try write(path) { _, sheet in
      for row in 0..<50 {
        sheet.write(.integer(1), at: Position(row: row, column: 0), style: Style().with { $0.isBold = row % 2 == 0 })
      }
    }
    #expect(try WrittenWorkbook(path).part("xl/styles.xml").contains("<cellXfs count=\"3\">"))
  }
}

@Test func `black is black and not the theme's colour`() throws {
  try Examples.withFile { path in
    try write(path) { $1.write(.text("墨"), at: home, style: Style()) }
    #expect(try WrittenWorkbook(path).part("xl/styles.xml").contains("<color rgb=\"FF000000\"/><name val=\"宋体\"/>"))
  }
}

@Test func `rich text keeps its runs and a link leads to its sheet`() throws {
  try Examples.withFile { path in
    try write(path) { book, sheet in
      let runs = [CellValue.Run("■", style: Style().with { $0.colour = .accent }), CellValue.Run("满意", style: Style())]
      sheet.write(.rich(runs), at: home, style: Style())
      _ = try book.addSheet("口径")
      sheet.write(
        .link(text: "见口径", sheet: "口径", position: Position(row: 2, column: 0)), at: Position(row: 1, column: 0),
        style: Style())
    }
    let written = try WrittenWorkbook(path)
    #expect(try written.cells()["A1"]?.text == "■满意")
    #expect(try written.cells()["A2"]?.text == "见口径")
    #expect(try written.part("xl/worksheets/sheet1.xml").contains("location=\"'口径'!A3\""))
  }
}

@Test func `the properties tell the paper, its cut-off and its office, and never the clock`() throws {
  try Examples.withFile { path in
    try write(path) { $1.write(.text("甲"), at: home, style: Style()) }
    let written = try WrittenWorkbook(path)
    let core = try written.part("docProps/core.xml")
    #expect(core.contains("<dc:title>学情通报 第18期</dc:title>"))
    #expect(core.contains("<dc:subject>截至2026年8月18日24时</dc:subject>"))
    #expect(core.contains("<dc:creator>云川省教师培训中心</dc:creator>"))
    #expect(core.components(separatedBy: ">2026-08-18T16:00:00Z<").count == 3)
    #expect(try written.part("docProps/app.xml").contains("<Company>云川省教师培训中心</Company>"))
  }
}

@Test func `the same paper gives the same bytes`() throws {
  try Examples.withFile("one.xlsx") { one in
    try Examples.withFile("two.xlsx") { two in
      for path in [one, two] {
        let book = try Workbook(path: path, properties: Examples.properties)
        try book.add(Examples.ranking, named: "地市排名")
        try book.close()
      }
      #expect(FileManager.default.contentsEqual(atPath: one, andPath: two))
    }
  }
}

@Test(arguments: ["", "甲/乙", "甲:乙", "[甲]", "表", String(repeating: "长", count: 32)])
func `a name that Excel refuses is refused`(name: String) throws {
  try Examples.withFile { path in
    let book = try Workbook(path: path, properties: Examples.properties)
    _ = try book.addSheet("表")
    let error = #expect(throws: WorkbookError.self) { _ = try book.addSheet(name) }
    #expect(error?.description.contains("\"\(name)\" cannot name a sheet") == true)
  }
}

@Test func `a cell that cannot be written is reported when the workbook is closed`() throws {
  try Examples.withFile { path in
    let error = #expect(throws: WorkbookError.self) {
      try write(path) { _, sheet in
        sheet.write(.text(String(repeating: "长", count: 32_768)), at: Position(row: 4, column: 2), style: Style())
        sheet.write(.integer(1), at: Position(row: 2_000_000, column: 0), style: Style())
      }
    }
    guard case .refused("表", "C5", _) = error?.fault else {
      Issue.record("\(error?.description ?? "no error")")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

@Test(arguments: ["/nowhere/paper.xlsx", "/dev/full"])
func `a workbook that cannot be written says so`(path: String) throws {
  let error = #expect(throws: WorkbookError.self) {
    try write(path) { $1.write(.text("甲"), at: home, style: Style()) }
  }
  #expect(error?.description.hasPrefix("\(path): the workbook cannot be written: ") == true)
}

@Test func `a workbook that is dropped leaves no file`() throws {
  try Examples.withFile { path in
    do {
      let book = try Workbook(path: path, properties: Examples.properties)
      _ = try book.addSheet("表")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

@Test func `a form lets only its cells be changed and refuses what does not fit`() throws {
  try Examples.withFile { path in
    try write(path) { _, sheet in
      let cells = Area(rows: 0...3, columns: 0...0)
      sheet.write(.blank, at: home, style: Style().with { $0.isLocked = false })
      sheet.protect()
      sheet.accept(.list(["男", "女"], isStrict: true), in: cells, title: "性别")
      sheet.accept(.integer(1...7), in: Area(rows: 0...3, columns: 1...1), title: "推荐排序")
      sheet.accept(.text(limit: 200), in: Area(rows: 0...3, columns: 2...2), title: "主要事迹")
    }
    let sheet = try WrittenWorkbook(path).part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatRows=\"0\"/>"))
    #expect(sheet.contains("sqref=\"A1:A4\"><formula1>\"男,女\"</formula1>"))
    #expect(sheet.contains("只能填1至7的整数。"))
    #expect(sheet.contains("type=\"textLength\" operator=\"lessThanOrEqual\""))
  }
}
