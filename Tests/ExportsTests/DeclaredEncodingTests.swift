import Exports
import Testing

struct DeclaredEncodingTests {
  /// 张三 in both encodings.
  private static let utf8 = Array("张三".utf8)
  private static let gb18030: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD]

  private static func page(_ meta: String, _ name: [UInt8]) -> [UInt8] {
    Array("<html><head>\(meta)</head><table><tr><td>".utf8) + name + Array("</td></tr></table></html>".utf8)
  }

  private static let pages: [(String, [UInt8], TextEncoding)] = [
    ("", utf8, TextEncoding.utf8), ("", gb18030, .gb18030), ("<meta charset=gb2312>", gb18030, .gb18030),
    ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\"/>", gb18030, .gb18030),
    ("<META CHARSET = 'UTF-8'>", utf8, .utf8), ("<meta charset=iso-8859-1>", utf8, .utf8),
    ("<meta charset=iso-8859-1>", gb18030, .gb18030),
    ("<meta charset=gb2312>", Array("编号姓名".utf8), .utf8),
    ("<meta charset=utf-8>", Array(repeating: gb18030, count: 2).flatMap { $0 }, .gb18030),
    ("<meta charset=gb2312>", Array(repeating: [0xC2, 0xA3], count: 2).flatMap { $0 }, .gb18030),
    ("<meta charset=utf-8>", Array(repeating: [0xC2, 0xA3], count: 2).flatMap { $0 }, .utf8),
  ]

  @Test(arguments: pages)
  func `a declared encoding counts where the bytes leave a doubt`(
    meta: String, name: [UInt8], expected: TextEncoding
  ) throws {
    #expect(try withFile(Self.page(meta, name)) { try Export.open($0).encoding } == expected)
  }

  @Test func `a byte order mark goes before a declaration`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Self.page("<meta charset=gb2312>", Self.utf8)
    #expect(try withFile(bytes) { try Export.open($0).encoding } == .utf8BOM)
    #expect(try rows(bytes).map(\.cells) == [["张三"]])
  }

  @Test func `an XML spreadsheet declares its encoding in its first line`() throws {
    let start = "<?xml version=\"1.0\" encoding=\"GB2312\"?><Workbook><Worksheet ss:Name=\"a\"><Table><Row><Cell><Data>"
    let bytes = Array(start.utf8) + Self.gb18030 + Array("</Data></Cell></Row></Table></Worksheet></Workbook>".utf8)
    #expect(try rows(bytes).map(\.cells) == [["张三"]])
  }
}
