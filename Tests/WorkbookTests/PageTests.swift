import Foundation
import Testing
import Workbook

@Test func `a table page has its header, values and total in place`() throws {
  let written = try Examples.written([("地市排名", Examples.ranking)])
  let cells = try written.cells()
  #expect(cells["A1"]?.text == "各市学情排名")
  #expect(cells["A2"]?.text == "单位：人、%")
  #expect(["A3", "B3", "C3", "F3"].map { cells[$0]?.text } == ["名次", "地市", "报名\n学员", "较上期\n(百分点)"])
  #expect(["A4", "B4", "C4", "E4"].map { cells[$0]?.text } == ["1", "青岚市", "286", "0.7657"])
  #expect(["A6", "E6", "F6"].map { cells[$0]?.text } == ["—", "—", "—"])
  #expect(["A7", "C7", "E7"].map { cells[$0]?.text } == ["全　省", "598", "0.7291"])
  #expect(cells["A8"]?.text == "注：按合格率由高到低排列，合格率相同的名次相同。")
  #expect(cells["A9"]?.text == "　　荻洲市无报名学员。")
}

@Test func `a page is ready to be read and printed`() throws {
  let written = try Examples.written([("地市排名", Examples.ranking)])
  let sheet = try written.part("xl/worksheets/sheet1.xml")
  let workbook = try written.part("xl/workbook.xml")
  #expect(sheet.contains("<sheetView showGridLines=\"0\""))
  #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\""))
  #expect(sheet.contains("<pageMargins left=\"0.59\" right=\"0.59\" top=\"0.75\" bottom=\"0.75\""))
  #expect(sheet.contains("<printOptions horizontalCentered=\"1\"/>"))
  #expect(sheet.contains("<pageSetup paperSize=\"9\" orientation=\"portrait\"/>"))
  #expect(sheet.contains("第 &amp;P 页，共 &amp;N 页"))
  #expect(sheet.contains("numberStoredAsText=\"1\""))
  #expect(workbook.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'地市排名'!$3:$3</definedName>"))
  #expect(workbook.contains("<definedName name=\"合格率_全省\">'地市排名'!$E$7</definedName>"))
}

@Test func `bars stand behind the ranked rate, from 0 to 1, and not behind the total`() throws {
  let sheet = try Examples.written([("地市排名", Examples.ranking)]).part("xl/worksheets/sheet1.xml")
  #expect(sheet.contains("<conditionalFormatting sqref=\"E4:E6\">"))
  #expect(sheet.contains("<cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"1\"/><color rgb=\"FFC9D8E8\"/>"))
  #expect(sheet.contains("gradient=\"0\""))
}

private func page(columns: Int, rows: Int = 1, charts: Int = 0) -> Page {
  let table = Table(
    columns: (0..<columns).map { Column.name("列\($0)") },
    rows: (0..<rows).map { _ in .cells((0..<columns).map { _ in .text("云栖岭第一小学") }) })
  let chart = Chart(
    title: "图", description: "图", categories: .column(0, table: "table"),
    form: .ranking(Ranking(series: Series("值", .column(0, table: "table")), isPale: [])), height: 400)
  return Page(title: "表", blocks: [.table(table)] + Array(repeating: .chart(chart), count: charts))
}

@Test(arguments: [
  // A short table, then a long list: its header in row 5 comes back.
  ([2, 31], "$5:$5"), ([2, 30], nil),
  // A long list that most of the page belongs to, then a short table.
  ([200, 2], "$2:$2"),
  // Of two alike the last one goes on, unless it begins a sheet of paper since hardly a row of it had room on the one before.
  ([25, 20], "$28:$28"), ([31, 20], nil),
])
func `of several tables the one that goes on over more sheets of paper takes its header with it`(
  rows: [Int], repeated: String?
) throws {
  let tables = rows.enumerated().map { index, count in
    Block.table(
      Table(
        id: "table\(index)", columns: [.name("列\(index)")],
        rows: (0..<count).map { _ in .cells([.text("云栖岭第一小学")]) }))
  }
  let workbook = try Examples.written([("表", Page(title: "表", blocks: tables))]).part("xl/workbook.xml")
  #expect(workbook.contains("Print_Titles") == (repeated != nil))
  #expect(repeated.map { workbook.contains("'表'!\($0)<") } ?? true, "\(workbook)")
}

@Test(arguments: [(28, true), (30, true), (27, false)])
func `a heading does not stand alone at the foot of a sheet of paper, nor a table with hardly a row`(
  rows: Int, isMoved: Bool
) throws {
  let table = { (id: String, count: Int) in
    Table(id: id, columns: [.name("列")], rows: (0..<count).map { _ in .cells([.text("云栖岭第一小学")]) })
  }
  let page = Page(title: "表", blocks: [.table(table("a", rows)), .heading("二"), .table(table("b", 20))])
  let written = try Examples.written([("表", page)])
  let heading = try #require(try written.cells().first { $0.value.text == "二" }?.key.dropFirst()).description
  let row = try #require(Int(heading))
  let above = heights(try written.part("xl/worksheets/sheet1.xml")).filter { $0.key < row }.values.reduce(0, +)
  // The title and a table of so many rows, a space of 8 points, and what fills the sheet of 733 points also where all is a little smaller.
  #expect(isMoved ? abs(above - 733 * 1.09 - 8) < 0.01 : above == 36 + 22 + 20 * Double(rows) + 8, "\(above)")
}

@Test(arguments: [(2, 0, false), (5, 0, false), (6, 0, true), (6, 1, false), (9, 1, true)])
func `the measured width turns the paper`(columns: Int, charts: Int, isLandscape: Bool) throws {
  let sheet = try Examples.written([("表", page(columns: columns, charts: charts))]).part("xl/worksheets/sheet1.xml")
  #expect(sheet.contains("orientation=\"landscape\"") == isLandscape)
}

@Test(arguments: [(6, false), (8, false), (9, true)])
func `a page that should stand upright lies down where upright it could not be read`(
  columns: Int, isLandscape: Bool
) throws {
  var page = page(columns: columns)
  page.orientation = .portrait
  let sheet = try Examples.written([("表", page)]).part("xl/worksheets/sheet1.xml")
  #expect(sheet.contains("orientation=\"landscape\"") == isLandscape)
}

@Test(arguments: [(9, false), (12, true)])
func `names continue on the next line where the page would be too wide for reading`(
  columns: Int, isWrapped: Bool
) throws {
  let sheet = try Examples.written([("表", page(columns: columns))]).part("xl/worksheets/sheet1.xml")
  let height = sheet.firstMatch(of: #/<row r="3"[^>]* ht="([\d.]+)"/#).flatMap { Double($0.1) } ?? 20
  #expect((height > 30) == isWrapped, "\(height)")
}

@Test func `a title that is longer than the page stands on two lines`() throws {
  var page = page(columns: 2)
  page.title = String(repeating: "云栖岭", count: 14)
  let sheet = try Examples.written([("表", page)]).part("xl/worksheets/sheet1.xml")
  let height = try #require(sheet.firstMatch(of: #/<row r="1"[^>]* ht="([\d.]+)"/#).flatMap { Double($0.1) })
  #expect(height > 40)
}

@Test(arguments: [1, 3, 5, 8, 12])
func `a table is at least as wide as the paper`(columns: Int) throws {
  let sheet = try Examples.written([("表", page(columns: columns))]).part("xl/worksheets/sheet1.xml")
  let widths = sheet.matches(of: #/min="(\d+)" max="(\d+)" width="([\d.]+)"/#).compactMap { match -> Double? in
    guard let first = Int(match.1), let last = Int(match.2), let width = Double(match.3) else { return nil }
    return Double(last - first + 1) * width * 7
  }
  let paper = sheet.contains("landscape") ? 1008.0 : 680
  #expect(abs(max(widths.reduce(0, +), paper) - widths.reduce(0, +)) < 1)
}

@Test func `long reasons wrap and their row grows`() throws {
  let reason = String(repeating: "第3次作业认定为抄袭，", count: 12)
  let table = Table(
    columns: [.rank("名次"), .sentence("理由")],
    rows: [.cells([.integer(1), .text("在名额内")]), .cells([.missing, .text(reason)])])
  let sheet = try Examples.written([("表", Page(title: "表", blocks: [.table(table)]))]).part("xl/worksheets/sheet1.xml")
  let heights = sheet.matches(of: #/<row r="(\d+)"[^>]* ht="([\d.]+)"/#).compactMap { Double($0.2) }
  #expect(heights.count == 4)
  #expect(heights[2] < 21)
  #expect(heights[3] > 40)
}

/// The heights in points of the rows of a sheet, by their numbers.
private func heights(_ sheet: String) -> [Int: Double] {
  Dictionary(
    uniqueKeysWithValues: sheet.matches(of: #/<row r="(\d+)"[^>]* ht="([\d.]+)"/#).compactMap { match in
      guard let row = Int(match.1), let height = Double(match.2) else { return nil }
      return (row, height)
    })
}

/// The widths in pixels of the columns of a sheet, each as often as it stands for columns.
private func widths(_ sheet: String) -> [Double] {
  sheet.matches(of: #/min="(\d+)" max="(\d+)" width="([\d.]+)"/#).flatMap { match -> [Double] in
    guard let first = Int(match.1), let last = Int(match.2), let width = Double(match.3) else { return [] }
    return Array(repeating: width * 7, count: last - first + 1)
  }
}

@Test(arguments: [("学时", 22.0), ("学习时长（分钟）", 34), ("是否满足毕业学分要求的说明（由平台给出）", 82)])
func `a header is as high as headings that continue on the next line`(heading: String, height: Double) throws {
  let columns = (0..<12).map { _ in Column.word("列").spanning(2) } + [Column.word(heading).spanning(2)]
  let page = Page(
    title: nil, grid: .even(columns: 26, pixels: 42),
    blocks: [.table(Table(columns: columns, rows: [.cells(columns.map { _ in .text("甲") })]))])
  let sheet = try Examples.written([("表", page)]).part("xl/worksheets/sheet1.xml")
  #expect(heights(sheet)[1] == height)
}

@Test(arguments: [(5, 36.0), (10, 36), (18, 36), (20, 52)])
func `a row is as high as a text that is nearly as wide as its column needs in a wider font`(
  characters: Int, height: Double
) throws {
  // A column of 170 pixels holds ten characters of 11 points, and one in thirteen is kept free; the other column has two lines anyway.
  let table = Table(
    columns: [.name("列").with { $0.wraps = true }.spanning(1), .name("列").with { $0.wraps = true }.spanning(1)],
    rows: [
      .cells([.text(String(repeating: "字", count: characters)), .text(String(repeating: "字", count: 12))])
    ])
  let page = Page(title: nil, grid: .even(columns: 2, pixels: 170), blocks: [.table(table)])
  let sheet = try Examples.written([("表", page)]).part("xl/worksheets/sheet1.xml")
  #expect(heights(sheet)[2].map { abs($0 - height) < 3 } == true, "\(heights(sheet))")
}

@Test func `columns of a form keep the width they ask for, whatever the paper`() throws {
  var columns = (0..<16).map { Column.name("列\($0)").with { $0.minimumUnits = 20 } }
  columns.append(.sentence("原因").with { $0.minimumUnits = 40 })
  let table = Table(
    columns: columns,
    rows: [
      .cells(
        columns.indices.map { .text($0 == 16 ? String(repeating: "请核对后填写", count: 9) : "2023-08-20/学员名册.xlsx") })
    ])
  for isForm in [true, false] {
    let page = Page(title: "表", isForm: isForm, blocks: [.table(table)])
    let found = widths(try Examples.written([("表", page)]).part("xl/worksheets/sheet1.xml"))
    #expect((found[0] >= 144 && found[16] >= 284) == isForm, "\(found)")
  }
}

@Test func `a table of more columns than an even grid has makes them narrower and is printed whole`() throws {
  let columns = (0..<13).map { Column.count("列\($0)").spanning(2) }
  let page = Page(
    title: "表", grid: .even(columns: 24, pixels: 40),
    blocks: [.table(Table(columns: columns, rows: [.cells(columns.map { _ in .integer(1) })]))])
  let written = try Examples.written([("表", page)])
  let sheet = try written.part("xl/worksheets/sheet1.xml")
  #expect(widths(sheet).count == 26 && abs(widths(sheet).reduce(0, +) - 960) < 1)
  #expect(try written.part("xl/workbook.xml").contains("'表'!$A$1:$Z$3</definedName>"))
}

@Test(arguments: [(4, false), (30, true)])
func `a page tells whether its chart has room below its table`(rows: Int, takesSeveral: Bool) {
  #expect(page(columns: 3, rows: rows, charts: 1).takesSeveralSheets == takesSeveral)
  #expect(!page(columns: 3, rows: rows).takesSeveralSheets)
}

@Test(arguments: [(11, 20), (25, 20), (29, 17), (33, 15), (34, 17)])
func `a title is as large as one line allows, and stands on two where it would be too small`(
  characters: Int, size: Int
) throws {
  var page = page(columns: 2)
  page.title = String(repeating: "云", count: characters)
  let written = try Examples.written([("表", page)])
  let style = try #require(try written.cells()["A1"]?.style)
  let styles = try written.part("xl/styles.xml")
  let formats = try #require(styles.firstMatch(of: #/<cellXfs[^>]*>(.*?)</cellXfs>/#)).1.matches(of: #/fontId="(\d+)"/#)
  let fonts = styles.matches(of: #/<font>.*?<sz val="([\d.]+)"/>/#)
  let font = try #require(Int(formats[style].1))
  #expect(fonts[font].1 == "\(size)")
}

@Test func `common headings, joined names and columns over a grid are merged`() throws {
  let table = Table(
    columns: [
      Column.word("对象").with { $0.joinsEqual = true }, Column.count("满意").under("回答数"),
      Column.count("一般").under("回答数"), Column.word("说明").spanning(2),
    ],
    rows: [
      .cells([.text("甲"), .integer(1), .integer(2), .blank]), .cells([.text("甲"), .integer(3), .integer(4), .blank]),
      .cells([.text("乙"), .integer(5), .integer(6), .blank]), .band("以下不计", isLine: true),
    ])
  let sheet = try Examples.written([("表", Page(title: nil, blocks: [.table(table)]))]).part("xl/worksheets/sheet1.xml")
  for merged in ["B1:C1", "A1:A2", "D1:E2", "A3:A4", "D3:E3", "A6:E6"] {
    #expect(sheet.contains("<mergeCell ref=\"\(merged)\"/>"), "\(merged)")
  }
}

@Test func `numbers that no table shows go on a last sheet, once`() throws {
  let bins = Chart.Values.listed(["50以下", "50—60"].map { .text($0) }, heading: "分段", format: .general)
  let chart = Chart(
    title: "分布", description: "柱形图", categories: bins,
    form: .distribution(
      Distribution(
        series: Series("人数", .listed([.integer(14), .integer(33)], heading: "人数", format: .count)),
        isPale: [true, false], axisTitle: "总成绩（分）")), height: 200)
  let written = try Examples.written([("分布", Page(title: "分布", blocks: [.chart(chart), .chart(chart)]))])
  // Hidden, so that nobody prints it with the papers: LibreOffice would, if it had a print area. The chart shows its figures all the same.
  let workbook = try written.part("xl/workbook.xml")
  #expect(workbook.contains("<sheet name=\"图表数据\" sheetId=\"2\" state=\"hidden\""))
  #expect(!workbook.contains("'图表数据'!"))
  #expect(try !written.part("xl/charts/chart1.xml").contains("plotVisOnly"))
  let cells = try written.cells(sheet: 2)
  #expect(["A1", "A2", "B1", "B3"].map { cells[$0]?.text } == ["分段", "50以下", "人数", "33"])
  #expect(cells["C1"] == nil)
}

@Test func `a chart of a table that is not on the page is refused`() throws {
  try Examples.withFile { path in
    let book = try Workbook(path: path, properties: Examples.properties)
    var page = page(columns: 2, charts: 1)
    page.blocks.removeFirst()
    try book.add(page, named: "表")
    let error = #expect(throws: WorkbookError.self) { try book.close() }
    #expect(error?.description.contains("there is no table \"table\" on the page") == true)
  }
}
