import Exports
import Foundation
import TestSupport
import Testing

struct FileKindTests {
  private static let page = "<table><tr><td>1</td></tr></table>"
  private static let spreadsheet = """
    <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <!-- <html> --><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="a">
    <ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>
    """

  private static let kinds: [(String, FileKind)] = [
    ("a,b\n1,2\n", FileKind.text), ("<60,b\n1,2\n", .text), ("<缺考>,b\n", .text),
    (page, .webPage), ("\n  <!DOCTYPE html><html><body>\(page)</body></html>", .webPage),
    ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">\(page)</html>", .webPage),
    ("<meta charset=\"utf-8\">\(page)", .webPage), ("<!-- made by a platform -->\(page)", .webPage),
    ("<font face=\"宋体\">\(page)</font>", .webPage),
    (
      "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(page)</html>", .webPage
    ),
    (spreadsheet, .spreadsheetML),
  ]

  @Test(arguments: kinds)
  func `a file is told by its first bytes`(text: String, expected: FileKind) throws {
    #expect(try withFile(Array(text.utf8)) { try Export.open($0).kind } == expected)
  }

  @Test func `a workbook in UTF-16 is told as well`() throws {
    let bytes = [0xFF, 0xFE] + Array(Self.spreadsheet.data(using: .utf16LittleEndian) ?? Data())
    #expect(try withFile(bytes) { try Export.open($0).kind } == .spreadsheetML)
    #expect(try rows(bytes).map(\.cells) == [["1"]])
  }

  @Test func `the name of a file means nothing`() throws {
    let folder = try FreshFolder()
    for name in ["学员.xls", "学员.xlsx", "学员.csv", "学员.txt", "学员"] {
      try Data(Self.page.utf8).write(to: URL(filePath: folder.path(name)))
      #expect(try Export.open(folder.path(name)).kind == .webPage)
    }
  }

  private static let refused: [(String, ExportError.Cause)] = [
    ("<html><body>请先登录</body></html>", ExportError.Cause.unsupported(.webPage)),
    ("<?xml version=\"1.0\"?><NewDataSet><row/></NewDataSet>", .unsupported(.otherMarkup)),
    ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", .damaged("Worksheet")),
    ("<?xml version=\"1.0\"?><Workbook><Worksheet><Table><Row>", .damaged("Workbook")),
  ]

  @Test(arguments: refused)
  func `markup without a table is refused with its kind`(text: String, cause: ExportError.Cause) {
    #expect(#expect(throws: ExportError.self) { try rows(text) }?.cause == cause)
  }

  @Test func `the form of a file is named for the accounts`() throws {
    let gb18030: [UInt8] = Array("<table><tr><td>".utf8) + [0xD5, 0xC5, 0xC8, 0xFD] + Array("</table>".utf8)
    #expect(try withFile(Array("a,b\n".utf8)) { try Export.open($0).form } == "UTF-8")
    #expect(try withFile(gb18030) { try Export.open($0).form } == "HTML GB18030")
    #expect(try withFile(Array(Self.spreadsheet.utf8)) { try Export.open($0).form } == "XML UTF-8")
    #expect(try withFile(WorkbookFixture(sheet: "<sheetData/>").bytes) { try Export.open($0).form } == "XLSX")
  }
}
