import Exports
import Foundation
import Testing

struct TextLayoutTests {
  private static let text = "姓名,单位\n张三,实验小学\n𠮷田,中学\n"

  /// The text in GB18030, the rare character in four bytes.
  private static let gb18030: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0xCA, 0xB5, 0xD1,
    0xE9, 0xD0, 0xA1, 0xD1, 0xA7, 0x0A, 0x95, 0x34, 0xB2, 0x35, 0xCC, 0xEF, 0x2C, 0xD6, 0xD0, 0xD1, 0xA7, 0x0A,
  ]

  private static func encoded(_ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8BOM: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: gb18030
    case .utf16LE: [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
    case .utf16BE: [0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian) ?? Data())
    }
  }

  @Test(arguments: [TextEncoding.utf8, .utf8BOM, .gb18030, .utf16LE, .utf16BE])
  func `every encoding reads the same`(encoding: TextEncoding) throws {
    let bytes = Self.encoded(encoding)
    #expect(try withFile(bytes) { try Export.open($0).encoding } == encoding)
    #expect(try rows(bytes).map(\.cells) == [["姓名", "单位"], ["张三", "实验小学"], ["𠮷田", "中学"]])
  }

  @Test(arguments: [TextEncoding.utf8, .gb18030, .utf16LE, .utf16BE])
  func `a buffer may end anywhere in a character`(encoding: TextEncoding) throws {
    let bytes = Self.encoded(encoding)
    let whole = try rows(bytes)
    for size in 8...40 {
      var limits = ExportLimits.default
      limits.bufferBytes = size
      #expect(try rows(bytes, limits: limits) == whole, "buffer of \(size)")
    }
  }

  @Test func `a long file decodes alike on every side of a block's end`() throws {
    let line = Self.gb18030.split(separator: 0x0A, omittingEmptySubsequences: true)
    for padding in 0..<4 {
      let start = Array(repeating: UInt8(ascii: "x"), count: padding) + [0x2C, 0x0A]
      let body = Array(repeating: Array(line[2]) + [0x0A], count: 30_000).flatMap { $0 }
      let found = try rows(start + body)
      #expect(found.dropFirst().allSatisfy { $0.cells == ["𠮷田", "中学"] })
      #expect(found.count == 30_001)
    }
  }

  @Test func `a broken GB18030 code spoils its row and swallows no separator`() throws {
    let found = try rows(Array(Self.gb18030) + [0xD5, 0x2C, 0x41, 0x0A, 0xD5, 0xC5, 0x2C, 0x42, 0x0A])
    #expect(found.map(\.fault) == [nil, nil, nil, .undecodable, nil])
    #expect(found[3].cells.last == "A")
    #expect(found[4].cells == ["张", "B"])
  }

  @Test func `plain ASCII is UTF-8`() throws {
    #expect(try withFile(Array("a,b\n1,2\n".utf8)) { try Export.open($0).encoding } == .utf8)
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n", Delimiter.comma), ("a\tb\tc\n1,5\t2\t3\n", .tab), ("a;b;c\n1,5;2,5;3\n", .semicolon),
    ("单位\n合计\n", .comma), ("\"a;b;c\",d\n\"e;f\",g\n", .comma), ("标题，2023\na\tb\n1\t2\n", .tab),
  ])
  func `the separator is the one that lines agree on`(text: String, expected: Delimiter) throws {
    #expect(try withFile(Array(text.utf8)) { try Export.open($0).delimiter } == expected)
  }

  private static let refused: [([UInt8], ExportError.Cause)] = [
    ([], ExportError.Cause.empty), ([0xEF, 0xBB, 0xBF], .empty), ([0, 1, 2, 3, 0, 1, 2, 3], .notText),
  ]

  @Test(arguments: refused)
  func `a file that holds no rows is refused with its kind`(bytes: [UInt8], cause: ExportError.Cause) throws {
    try withFile(bytes) { path in
      let error = #expect(throws: ExportError.self) { try Export.open(path) }
      #expect(error?.cause == cause)
    }
  }

  @Test func `a missing file and a folder are told apart`() throws {
    #expect(#expect(throws: ExportError.self) { try Export.open("/nowhere/名册.csv") }?.cause == .missing)
    #expect(#expect(throws: ExportError.self) { try Export.open("/") }?.cause == .unreadable("not a regular file"))
  }
}
