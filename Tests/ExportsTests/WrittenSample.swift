import Archive
import Foundation
import TestSupport
import Testing

/// The same small table as other programs write it, its parts without those that carry the time of writing.
enum WrittenSample {
  /// Text, numbers, dates, blanks and a second sheet.
  private static let script = """
    import sys, datetime, openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = '名册'
    sheet.append(['学员编号', '姓名', '学时', '完成率', '提交时间', '备注'])
    for row in range(2, 22):
        sheet.append(['2023%05d' % row, '张三%d' % row, row / 4, row / 100, datetime.datetime(2023, 8, row, 9, 30), None])
        sheet.cell(row, 4).number_format = '0.00%'
    sheet.merge_cells('F2:F5')
    sheet['F2'] = '合并 <&> \\"引号\\"\\n换行'
    second = book.create_sheet('续表')
    for row in range(1, 10):
        second.append([row, row * 2])
    book.save(sys.argv[1])
    """

  /// As openpyxl writes it; nil when it is missing here.
  static func openpyxl() throws -> [WorkbookFixture.Part]? {
    guard let python = Tool.python(importing: "openpyxl") else { return nil }
    let folder = try FreshFolder()
    _ = try Command.run(python, ["-c", script, folder.path("sample.xlsx")])
    return try parts(of: folder.path("sample.xlsx"))
  }

  /// As LibreOffice saves it; nil when either program is missing here.
  static func libreOffice() throws -> [WorkbookFixture.Part]? {
    guard let python = Tool.python(importing: "openpyxl"), let office = Tool.find("soffice") else { return nil }
    let folder = try FreshFolder()
    _ = try Command.run(python, ["-c", script, folder.path("sample.xlsx")])
    _ = try Command.run(
      office,
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir", folder.path("saved"), folder.path("sample.xlsx"),
      ])
    return try parts(of: folder.path("saved/sample.xlsx"))
  }

  private static func parts(of path: String) throws -> [WorkbookFixture.Part] {
    let archive = try ArchiveReader(path: path)
    return try archive.parts.filter { !$0.name.hasPrefix("docProps") && !$0.name.contains("theme") }.map { part in
      var bytes = [UInt8](repeating: 0, count: part.claimedSize + 1)
      var reader = try archive.open(part)
      let count = try reader.read(into: &bytes, from: 0)
      return (part.name, Array(bytes.prefix(count)))
    }
  }
}
