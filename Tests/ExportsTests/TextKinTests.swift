import Exports
import Foundation
import TestSupport
import Testing

/// Every way in which platforms write separated text, crossed with every other: all of them read the same.
struct TextKinTests {
  private static let table = [
    ["学号", "姓名", "名"], ["0012", "张三", "a,b;c\td"], ["=\"0034\"", "张\"三\"", "学\n号"], ["", "'0056", "\t0078"],
    ["x", "", ""],
  ]

  private enum LineEnd: CaseIterable {
    case lineFeed
    case carriageReturn
    case both
    case mixed

    func text(_ row: Int) -> String {
      let all = ["\n", "\r", "\r\n"]
      switch self {
      case .lineFeed: return all[0]
      case .carriageReturn: return all[1]
      case .both: return all[2]
      case .mixed: return all[row % 3]
      }
    }
  }

  /// The characters of the table in GB18030, two bytes each.
  private static let pairs: [Character: [UInt8]] = [
    "学": [0xD1, 0xA7], "号": [0xBA, 0xC5], "姓": [0xD0, 0xD5], "名": [0xC3, 0xFB], "张": [0xD5, 0xC5], "三": [0xC8, 0xFD],
  ]

  private static func written(_ delimiter: Delimiter, _ end: LineEnd, hasLastEnd: Bool) -> String {
    let separator = String(UnicodeScalar(delimiter.rawValue))
    let lines = table.map { row in
      let cells = row.map { cell in
        // Quoted where it must be; the guard ="…" is left as platforms write it.
        let isPlain = cell.hasPrefix("=") || !cell.contains { ",;\t\"\n".contains($0) }
        return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
      }
      return cells.joined(separator: separator)
    }
    let text = lines.enumerated().map { $0.element + end.text($0.offset) }.joined()
    return hasLastEnd ? text : String(text.unicodeScalars.dropLast(end.text(lines.count - 1).unicodeScalars.count))
  }

  private static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8BOM: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: text.flatMap { pairs[$0] ?? Array(String($0).utf8) }
    case .utf16LE: [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
    case .utf16BE: [0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian) ?? Data())
    }
  }

  @Test(arguments: [TextEncoding.utf8, .utf8BOM, .gb18030, .utf16LE, .utf16BE], Delimiter.allCases)
  func `separators, encodings and line ends combine in any way`(encoding: TextEncoding, delimiter: Delimiter) throws {
    for end in LineEnd.allCases {
      for hasLastEnd in [true, false] {
        let bytes = Self.encoded(Self.written(delimiter, end, hasLastEnd: hasLastEnd), encoding)
        let found = try withFile(bytes) { (try Export.open($0).encoding, try Export.open($0).delimiter) }
        #expect(found == (encoding, delimiter), "\(end)")
        #expect(try rows(bytes).map(\.cells) == Self.table, "\(end), last line ended: \(hasLastEnd)")
      }
    }
  }

  @Test func `line breaks in cells count as lines, so that rows keep their physical numbers`() throws {
    for end in [LineEnd.lineFeed, .carriageReturn, .both] {
      let found = try rows(Self.encoded(Self.written(.comma, end, hasLastEnd: true), .utf8))
      #expect(found.map(\.number) == [1, 2, 3, 5, 6], "\(end)")
    }
  }

  @Test(arguments: ["学号,姓名", "学号,姓名\n", "\u{FEFF}学号,姓名\r\n"])
  func `a header alone is one row`(text: String) throws {
    #expect(try rows(text) == [ReadRow(1, ["学号", "姓名"])])
  }

  @Test(arguments: ["\n", "\r\n\r\n", " \n", ",,\n,,\n"])
  func `blank lines are rows without contents`(text: String) throws {
    try withFile(Array(text.utf8)) { path in
      var reader = try Export.open(path).rows()
      var row = Row()
      var count = 0
      while try reader.next(&row) {
        count += 1
        #expect(row.isBlank && row.fault == nil)
      }
      #expect(count > 0)
    }
  }

  @Test func `UTF-16 without its mark is refused, not guessed`() {
    let bytes = Array(("学号,姓名\n1,a\n".data(using: .utf16LittleEndian) ?? Data()))
    #expect(#expect(throws: ExportError.self) { try rows(bytes) }?.cause == .notText)
  }

  @Test(arguments: [("1,张三,\"开", ","), ("1\t张三\t\"开", "\t"), ("1;张三;开\"\"\"x\";\"", ";"), ("\"1\"x,2,3", ",")])
  func `a record with a broken quote is rejected and the next ones survive`(broken: String, separator: String) throws {
    let sound = ["2", "李四", "a\nb"].map { "\"\($0)\"" }.joined(separator: separator)
    let header = ["学号", "姓名", "备注"].joined(separator: separator)
    let found = try rows("\(header)\n\(broken)\n\(sound)\n\(sound)\n")
    #expect(found.map(\.fault) == [nil, .unbalancedQuote, nil, nil])
    #expect(found.suffix(2).map(\.cells) == [["2", "李四", "a\nb"], ["2", "李四", "a\nb"]])
  }

  @Test func `a sheet that ends where a spreadsheet does is full`() throws {
    let export = try withFile(Array("a,b\n".utf8)) { try Export.open($0) }
    #expect(export.isFull(rows: 1_048_576, lastRow: 1_048_576))
    #expect(export.isFull(rows: 1_048_570, lastRow: 1_048_576))
    #expect(export.isFull(rows: 1_048_576, lastRow: 1_200_000))
    #expect(!export.isFull(rows: 1_048_575, lastRow: 1_048_575))
    #expect(!export.isFull(rows: 1_048_577, lastRow: 1_048_577))
    #expect(!export.isFull(rows: 65_536, lastRow: 65_536))
  }
}
