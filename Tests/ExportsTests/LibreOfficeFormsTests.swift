import Exports
import Foundation
import TestSupport
import Testing

/// The forms named `.xls` as LibreOffice writes them from a known table.
struct LibreOfficeFormsTests {
  private static let table = [
    ["学号", "姓名", "学时", "日期", "完成率", "说明"],
    ["0012", "张三 & <李>", "12.5", "2023-08-01", "57.25%", "第一行\n第二行"],
    ["320106199001011234", "𠮷田", "0.1", "2023-08-02 10:00:00", "99.99%", "\"引号\"、'撇号'"],
    ["3", "王五", "1234567.25", "1900-03-01", "0.05%", "=1+1"],
  ]

  /// The filters' own names, and how the file's form is told.
  private static let forms = [
    ("xls", "MS Excel 97", FileKind.legacyWorkbook), ("xml", "MS Excel 2003 XML", .spreadsheetML),
    ("html", "HTML (StarCalc)", .webPage),
  ]

  @Test(arguments: forms)
  func `a table that LibreOffice saved is read back`(ending: String, filter: String, kind: FileKind) throws {
    guard let soffice = Tool.find("soffice") else { return }
    let folder = try FreshFolder()
    let lines = Self.table.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }
    try Data(lines.joined().utf8).write(to: URL(filePath: folder.path("table.csv")))
    // Comma, quote, UTF-8, first line 1; number and date columns in the standard form, the others as text.
    let reading = "--infilter=CSV:44,34,76,1,1/2/2/2/3/1/4/5/5/1/6/2,2052,false,true"
    let outcome = try Command.run(
      soffice,
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", reading, "--convert-to",
        "\(ending):\(filter)", "--outdir", folder.path, folder.path("table.csv"),
      ])
    try FileManager.default.moveItem(atPath: folder.path("table.\(ending)"), toPath: folder.path("学员.csv"))
    let export = try Export.open(folder.path("学员.csv"))
    #expect(export.kind == kind, "\(outcome.errors)")
    var reader = try export.rows()
    var row = Row()
    var found: [[String]] = []
    while try reader.next(&row) { found.append((0..<row.count).map { row.text($0) }) }
    var expected = Self.table
    if kind == .spreadsheetML {
      // LibreOffice leaves the formats of whole columns out of this XML, the percent signs with them.
      for (row, rate) in zip(1..., ["0.5725", "0.9999", "0.0005"]) { expected[row][4] = rate }
    }
    #expect(found == expected)
  }
}
