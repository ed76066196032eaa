import Archive
import Foundation
import TestSupport
import Testing
import Workbook

private let columns: [RosterSheet.Column] = [
  .init("学员编号", .text, units: 16), .init("总分", .decimal(places: 2), units: 9), .init("名次", .integer, units: 8),
]

private func write(
  _ path: String, sheets: [RosterSheet], packing: ArchiveWriter.Packing = .fast,
  _ rows: (inout PlainSheetWriter) throws -> Void
) throws {
  let book = try RosterBook(path: path, properties: Examples.properties, sheets: sheets, packing: packing)
  for _ in sheets { try book.writeSheet(rows) }
  try book.close()
}

/// Writes one row of text in one column and returns what stands in the cell.
private func roundTrip(_ body: (inout PlainSheetWriter) throws -> Void) throws -> WrittenWorkbook.Cell? {
  try Examples.withFile { path in
    try write(path, sheets: [RosterSheet(name: "表", columns: [.init("列", .text, units: 9)])]) {
      try body(&$0)
      try $0.endRow()
    }
    return try WrittenWorkbook(path).cells()["A2"]
  }
}

@Test(arguments: [
  ("=1+1", "=1+1"), ("<&>\"'", "<&>\"'"), ("甲\r乙", "甲_x000D_乙"), ("甲\n乙\t", "甲\n乙\t"), (" 甲 ", " 甲 "),
  ("\u{0}\u{1}甲\u{1F}", "甲"), ("\u{FFFE}乙\u{FFFF}", "乙"), ("_x000D_", "_x005F_x000D_"), ("a_b_x12", "a_b_x12"),
  ("𠮷é", "𠮷é"),
])
func `text is written as text and read back`(text: String, read: String) throws {
  let cell = try #require(try roundTrip { $0.text(text) })
  #expect(cell.type == "inlineStr")
  #expect(cell.text == read)
}

@Test(
  arguments: [[0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
func `ill-formed bytes cannot make the file unreadable`(bytes: [UInt8]) throws {
  let whole = Array("甲".utf8) + bytes + Array("乙".utf8)
  let cell = try #require(try roundTrip { $0.text(whole.span) })
  #expect(cell.text.hasPrefix("甲\u{FFFD}"))
  #expect(cell.text.hasSuffix("乙"))
}

@Test func `random bytes give the text that Swift decodes, without what XML forbids`() throws {
  for seed in Cases.seeds(usually: 40) {
    var generator = SeededGenerator(seed: seed)
    var whole: [[UInt8]] = []
    for _ in 0..<50 {
      whole.append(
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          generator.oneIn(2)
            ? UInt8.random(in: 0...255, using: &generator) : generator.pick(Array("中_x0041_<".utf8)) ?? 0
        })
    }
    try Examples.withFile { path in
      try write(path, sheets: [RosterSheet(name: "表", columns: [.init("列", .text, units: 9)])]) {
        for bytes in whole {
          $0.text(bytes.span)
          try $0.endRow()
        }
      }
      let cells = try WrittenWorkbook(path).cells()
      for (index, bytes) in whole.enumerated() {
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
          ![0xFFFE, 0xFFFF, 0xFFFD].contains($0.value) && ($0.value >= 0x20 || [9, 10, 13].contains($0.value))
        }
        let read = (cells["A\(index + 2)"]?.text ?? "")
          .replacingOccurrences(of: "_x000D_", with: "\r", options: .literal)
          .replacingOccurrences(of: "_x005F_", with: "_", options: .literal)
        #expect(read.unicodeScalars.filter { $0.value != 0xFFFD }.elementsEqual(expected), "SEED=\(seed) row \(index)")
      }
    }
  }
}

@Test func `numbers are written exactly, digit by digit`() throws {
  try Examples.withFile { path in
    let sheet = RosterSheet(name: "表", columns: [.init("数", .decimal(places: 2), units: 9)])
    try write(path, sheets: [sheet]) { writer in
      for (units, decimals) in [(9000, 2), (-61, 2), (5, 3), (0, 2), (1, 0), (Int64.min, 0), (Int64.max, 18)] {
        writer.decimal(units: Int64(units), decimals: decimals)
        try writer.endRow()
      }
      writer.integer(-42)
      try writer.endRow()
    }
    let cells = try WrittenWorkbook(path).cells()
    let texts = (2...9).map { cells["A\($0)"]?.text }
    #expect(
      texts == ["90.00", "-0.61", "0.005", "0.00", "1", "\(Int64.min)", "9.223372036854775807", "-42"])
  }
}

@Test func `a roster has its title, header, print set-up and filter`() throws {
  try Examples.withFile { path in
    let sheet = RosterSheet(
      name: "学员'成绩", title: "学员成绩", left: "单位：分", right: "截至2026年8月18日24时", columns: columns, frozenColumns: 1)
    try write(path, sheets: [sheet]) {
      for rank in 1...3 {
        $0.text("YC26-0000\(rank)")
        $0.decimal(units: 9000, decimals: 2)
        $0.integer(Int64(rank))
        try $0.endRow()
      }
    }
    let written = try WrittenWorkbook(path)
    let cells = try written.cells()
    #expect(
      ["A1", "A2", "C2", "A3", "C3", "A4", "B4", "C6"].map { cells[$0]?.text } == [
        "学员成绩", "单位：分", "截至2026年8月18日24时", "学员编号", "名次", "YC26-00001", "90.00", "3",
      ])
    let part = try written.part("xl/worksheets/sheet1.xml")
    #expect(
      part.contains("<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\" activePane=\"bottomRight\" state=\"frozen\"/>"))
    #expect(part.contains("<autoFilter ref=\"A3:C6\"/>"))
    #expect(part.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>"))
    let workbook = try written.part("xl/workbook.xml")
    #expect(workbook.contains("<sheet name=\"学员'成绩\" sheetId=\"1\" r:id=\"rId1\"/>"))
    #expect(workbook.contains("localSheetId=\"0\">'学员''成绩'!$3:$3</definedName>"))
  }
}

@Test(arguments: [6, 7])
func `only more than six rosters of a book have a table of contents, with a link to each`(count: Int) throws {
  try Examples.withFile { path in
    let sheets = (1...count).map { RosterSheet(name: "校'\($0)", title: "第\($0)校学时", columns: columns) }
    let book = try RosterBook(path: path, properties: Examples.properties, sheets: sheets)
    for number in 1...count {
      try book.writeSheet { writer in
        for rank in 0..<number {
          writer.text("YC26")
          writer.decimal(units: 9000, decimals: 2)
          writer.integer(Int64(rank))
          try writer.endRow()
        }
      }
    }
    try book.close()
    let written = try WrittenWorkbook(path)
    let workbook = try written.part("xl/workbook.xml")
    let names = workbook.matches(of: #/<sheet name="([^"]+)"/#).map { String($0.output.1) }
    #expect(names == (count > 6 ? ["目录"] : []) + sheets.map(\.name))
    #expect(workbook.contains("localSheetId=\"\(count > 6 ? 1 : 0)\">'校''1'!"))
    guard count > 6 else { return }
    let (cells, part) = (try written.cells(sheet: 8), try written.part("xl/worksheets/sheet8.xml"))
    #expect(workbook.contains("<sheet name=\"目录\" sheetId=\"8\" r:id=\"rId8\"/>"))
    #expect(cells["B4"]?.text == "校'1" && cells["C10"]?.text == "第7校学时" && cells["D10"]?.text == "7")
    #expect(part.contains("<hyperlink ref=\"B10\" location=\"'校''7'!A1\"/>"))
  }
}

@Test func `notes and the line to sign on stand below the last row of a roster, outside of its filter`() throws {
  try Examples.withFile { path in
    var sheet = RosterSheet(name: "学时", title: "学时", columns: columns)
    (sheet.notes, sheet.isSigned) = (["尚缺＝目标－合计。", String(repeating: "空白的没有认定记录。", count: 8)], true)
    try write(path, sheets: [sheet]) {
      $0.text("YC26-00001")
      $0.decimal(units: 9000, decimals: 2)
      $0.integer(1)
      try $0.endRow()
    }
    let written = try WrittenWorkbook(path)
    let cells = try written.cells()
    #expect(["A4", "A6", "B6", "C6"].map { cells[$0]?.text } == ["注：尚缺＝目标－合计。", "填表人：", "审核人：", "单位负责人（盖章）："])
    #expect(cells["A5"]?.text.hasPrefix("　　空白") == true)
    let part = try written.part("xl/worksheets/sheet1.xml")
    #expect(part.contains("<autoFilter ref=\"A2:C3\"/>"))
    #expect(part.contains("<mergeCell ref=\"A4:C4\"/>") && part.contains("<mergeCell ref=\"A5:C5\"/>"))
    let height = try #require(part.firstMatch(of: #/<row r="5" ht="(\d+)"/#).flatMap { Int($0.1) })
    #expect(height > 60)
  }
}

@Test(arguments: [("在线研修时长（小时）", 34), ("时长\n（小时）", 34), ("时长", 22)])
func `the header of a roster is as high as its headings need`(heading: String, height: Int) throws {
  try Examples.withFile { path in
    try write(path, sheets: [RosterSheet(name: "表", columns: [.init(heading, .decimal(places: 2), units: 14)])]) { _ in
    }
    #expect(try WrittenWorkbook(path).part("xl/worksheets/sheet1.xml").contains("<row r=\"1\" ht=\"\(height)\""))
  }
}

@Test(arguments: [(9, 9), (10, 8)])
func `a roster too wide for A4 is printed on A3`(columns: Int, paper: Int) throws {
  try Examples.withFile { path in
    let sheet = RosterSheet(
      name: "学员", columns: (0..<columns).map { RosterSheet.Column("项目\n\($0)", .text, units: 18) })
    try write(path, sheets: [sheet]) { _ in }
    let part = try WrittenWorkbook(path).part("xl/worksheets/sheet1.xml")
    #expect(part.contains("<pageSetup paperSize=\"\(paper)\""))
    #expect(part.contains("<row r=\"1\" ht=\"34\""))
  }
}

@Test func `a book holds several sheets and the parts that programs insist on`() throws {
  try Examples.withFile { path in
    try write(path, sheets: [RosterSheet(name: "甲", columns: columns), RosterSheet(name: "乙", columns: columns)]) {
      $0.text("1")
      $0.blank()
      $0.integer(1)
      try $0.endRow()
    }
    let written = try WrittenWorkbook(path)
    #expect(
      written.partNames == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
      ])
    #expect(try written.cells(sheet: 2)["B2"]?.text == "")
    #expect(try written.part("docProps/core.xml").contains("2026-08-18T16:00:00Z"))
  }
}

@Test func `a word of a repeating column is kept once for all sheets and read back wherever it stands`() throws {
  let columns = [RosterSheet.Column("地市", .text, units: 9, repeats: true), .init("结果", .word, units: 9)]
  let rows = [("东州市", "<入选>"), ("西州市", "线下"), ("东州市", "<入选>"), ("\u{FFFE}", " 线下 ")]
  try Examples.withFile { path in
    try write(path, sheets: [RosterSheet(name: "甲", columns: columns), RosterSheet(name: "乙", columns: columns)]) {
      for (city, outcome) in rows {
        $0.text(city)
        $0.text(outcome)
        try $0.endRow()
      }
    }
    let written = try WrittenWorkbook(path)
    for sheet in 1...2 {
      let cells = try written.cells(sheet: sheet)
      for (index, row) in rows.enumerated() {
        #expect(cells["A\(index + 2)"]?.text == (row.0 == "\u{FFFE}" ? "" : row.0))
        #expect(cells["B\(index + 2)"]?.text == row.1)
        #expect(cells["B\(index + 2)"]?.type == "s")
      }
    }
    #expect(try written.part("xl/sharedStrings.xml").components(separatedBy: "东州市").count == 2)
  }
}

@Test(arguments: [ArchiveWriter.Packing.fast, .level(6)])
func `the same rows give the same bytes, on several threads at once`(packing: ArchiveWriter.Packing) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = try await withThrowingTaskGroup(of: Data.self) { group in
    for number in 0..<4 {
      group.addTask {
        let path = folder.appending(path: "\(number).xlsx").path
        try write(path, sheets: [RosterSheet(name: "表", columns: columns)], packing: packing) {
          for row in 0..<20_000 {
            $0.text("YC26-\(row)")
            $0.decimal(units: Int64(row % 10_001), decimals: 2)
            $0.integer(Int64(row))
            try $0.endRow()
          }
        }
        return try Data(contentsOf: URL(filePath: path))
      }
    }
    return try await group.reduce(into: [Data]()) { $0.append($1) }
  }
  #expect(Set(files).count == 1)
}

@Test func `a row with a cell too few or too many is refused`() throws {
  for cells in [2, 4] {
    try Examples.withFile { path in
      let error = #expect(throws: WorkbookError.self) {
        try write(path, sheets: [RosterSheet(name: "表", columns: columns)]) {
          for _ in 0..<cells { $0.integer(1) }
          try $0.endRow()
        }
      }
      #expect(error?.fault == .wrongCellCount(sheet: "表", row: 2, expected: 3, found: cells))
    }
  }
}

@Test func `a text longer than a cell holds is refused and not cut`() throws {
  #expect(try roundTrip { $0.text(String(repeating: "长", count: 32_767)) }?.text.count == 32_767)
  let error = #expect(throws: WorkbookError.self) {
    try roundTrip { $0.text(String(repeating: "长", count: 32_768)) }
  }
  #expect(error?.description.contains("sheet \"表\", A2: 32768 characters; a cell holds 32767") == true)
}

@Test func `a sheet that is full refuses another row`() throws {
  try Examples.withFile { path in
    let error = #expect(throws: WorkbookError.self) {
      try write(path, sheets: [RosterSheet(name: "表", columns: [.init("数", .integer, units: 9)])]) {
        for row in 0..<PlainSheetWriter.rowLimit {
          $0.integer(Int64(row))
          try $0.endRow()
        }
      }
    }
    #expect(error?.fault == .tooManyRows(sheet: "表", limit: PlainSheetWriter.rowLimit))
  }
}

@Test(arguments: ["/nowhere/roster.xlsx", "/dev/full"])
func `a roster that cannot be written says so`(path: String) throws {
  let error = #expect(throws: WorkbookError.self) {
    try write(path, sheets: [RosterSheet(name: "表", columns: columns)]) { _ in }
  }
  #expect(error?.description.hasPrefix("\(path): the workbook cannot be written: ") == true)
}

@Test(arguments: ["", "甲?", "'甲", "TABLE", String(repeating: "长", count: 32)])
func `a roster refuses the sheet names that Excel refuses`(name: String) throws {
  try Examples.withFile { path in
    #expect(throws: WorkbookError.self) {
      _ = try RosterBook(
        path: path, properties: Examples.properties,
        sheets: [RosterSheet(name: "table", columns: columns), RosterSheet(name: name, columns: columns)])
    }
  }
}

@Test func `a book is not whole before every sheet was written`() throws {
  try Examples.withFile { path in
    let book = try RosterBook(
      path: path, properties: Examples.properties, sheets: [RosterSheet(name: "表", columns: columns)])
    #expect(throws: WorkbookError(path: path, fault: .unwrittenSheet("表"))) { try book.close() }
  }
}
