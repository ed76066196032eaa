import Testing
import Workbook

private func page(_ number: Int, name: String? = nil) -> Page {
  var cell = Cell.rate(1, of: 4)
  if let name { cell = cell.named(name) }
  return Page(
    title: "第\(number)页",
    blocks: [
      .table(
        Table(columns: [.name("单位"), .rate("率")], rows: [.cells([.text("甲"), cell]), .band("带", isLine: false)]))
    ])
}

private func write(_ pages: [NamedPage], hasCover: Bool = false, _ body: (WrittenWorkbook) throws -> Void) throws {
  try Examples.withFile { path in
    let book = try Workbook(path: path, properties: Examples.properties)
    try book.add(pages, left: "左", right: "右", hasCover: hasCover)
    try book.close()
    try body(try WrittenWorkbook(path))
  }
}

struct ContentsTests {
  @Test(arguments: [6, 7])
  func `only more than six sheets have a table of contents`(count: Int) throws {
    try write((1...count).map { NamedPage("表\($0)", page($0)) }) { written in
      let cells = try written.cells()
      #expect((cells["A1"]?.text == "目录") == (count > 6))
      let book = try written.part("xl/workbook.xml")
      #expect(book.contains("<sheet name=\"表1\" sheetId=\"\(count > 6 ? 2 : 1)\""))
    }
  }

  @Test func `the contents lead to every sheet and back, and say how many rows it has`() throws {
    let pages = (1...7).map { NamedPage("表'\($0)", page($0)) }
    try write(pages) { written in
      let contents = try written.cells()
      let part = try written.part("xl/worksheets/sheet1.xml")
      for number in 1...7 {
        let row = 3 + number
        #expect(contents["A\(row)"]?.text == "\(number)" && contents["C\(row)"]?.text == "表'\(number)")
        #expect(contents["J\(row)"]?.text == "第\(number)页" && contents["V\(row)"]?.text == "1")
        #expect(part.contains("<hyperlink ref=\"C\(row)\" location=\"'表''\(number)'!A1\""))
        let sheet = try written.part("xl/worksheets/sheet\(number + 1).xml")
        #expect(sheet.contains("<hyperlink ref=\"C1\" location=\"'目录'!A1\""))
        #expect(try written.cells(sheet: number + 1)["C1"]?.text == "返回目录")
        // Beside the page, and not on paper.
        #expect(
          try written.part("xl/workbook.xml").contains(
            "localSheetId=\"\(number)\">'表''\(number)'!$A$1:$B$4</definedName>"))
      }
      #expect(part.contains("<pageSetup paperSize=\"9\"") && part.contains("第 &amp;P 页"))
    }
  }

  @Test func `figures with names are listed with their values, and no two names are the same`() throws {
    let pages = [NamedPage("甲", page(1, name: "合格率")), NamedPage("乙", page(2, name: "合格率"))]
    try write(pages) { written in
      let book = try written.part("xl/workbook.xml")
      #expect(
        book.contains("<definedName name=\"合格率\">'甲'!$B$3</definedName>")
          || book.contains("<definedName name=\"合格率\">甲!$B$3</definedName>"))
      #expect(book.contains("name=\"合格率_2\""))
      let texts = try written.cells().values.map(\.text)
      #expect(texts.contains("合格率") && texts.contains("合格率_2") && texts.contains("0.25"))
    }
  }

  @Test
  func `the contents of fifteen sheets and forty figures are one page, and a hidden sheet is listed without a link`()
    throws
  {
    let chart = Chart(
      title: "图", description: "图", categories: .listed([.text("甲")], heading: "单位", format: .general),
      form: .ranking(Ranking(series: Series("值", .listed([.integer(1)], heading: "值", format: .count)), isPale: [])),
      height: 200)
    var pages = (1...15).map { NamedPage("表\($0)", page($0)) }
    pages[0].page.blocks.append(.chart(chart))
    for number in 1...40 {
      let cell = Cell.rate(1, of: 4).named("指标\(number)人数")
      pages[1].page.blocks.append(
        .table(Table(id: "t\(number)", columns: [.name("单位"), .rate("率")], rows: [.cells([.text("甲"), cell])])))
    }
    try write(pages) { written in
      let part = try written.part("xl/worksheets/sheet1.xml")
      #expect(part.contains("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>") && !part.contains("fitToHeight"))
      let cells = try written.cells()
      #expect(cells["C19"]?.text == "图表数据" && cells["J19"]?.text == "作图数据（已隐藏，不打印）")
      #expect(part.contains("<hyperlink ref=\"C18\"") && !part.contains("<hyperlink ref=\"C19\""))
    }
  }

  @Test func `the contents of a workbook with a cover come behind it`() throws {
    try write((1...7).map { NamedPage("表\($0)", page($0)) }, hasCover: true) { written in
      let book = try written.part("xl/workbook.xml")
      let names = book.matches(of: #/<sheet name="([^"]+)"/#).map { String($0.output.1) }
      #expect(names.prefix(3) == ["表1", "目录", "表2"] && names.count == 8)
      #expect(!book.contains("activeTab"))
      #expect(try written.cells(sheet: 2)["A4"]?.text == "1" && written.cells(sheet: 2)["C4"]?.text == "表1")
      #expect(try written.cells()["A1"]?.text == "第1页")
    }
  }
}
