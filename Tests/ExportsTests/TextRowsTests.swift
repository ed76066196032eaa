import Exports
import TestSupport
import Testing

struct TextRowsTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"])]),
    ("a,b\r\n1,2", [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"])]),
    ("a,b\r1,2\r", [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"])]),
    (
      "a,b\r\n\n1,2\r3,4\n",
      [ReadRow(1, ["a", "b"]), ReadRow(2, [""]), ReadRow(3, ["1", "2"]), ReadRow(4, ["3", "4"])]
    ),
    ("a,,\n,\n", [ReadRow(1, ["a", "", ""]), ReadRow(2, ["", ""])]),
    ("a,b,c\n1\n1,2,3,4\n", [ReadRow(1, ["a", "b", "c"]), ReadRow(2, ["1"]), ReadRow(3, ["1", "2", "3", "4"])]),
    ("only", [ReadRow(1, ["only"])]),
  ])
  func `lines end in any way and rows may be ragged`(text: String, expected: [ReadRow]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("\"a,b\",c\n", [ReadRow(1, ["a,b", "c"])]),
    ("\"a\"\"b\",\"\"\n", [ReadRow(1, ["a\"b", ""])]),
    ("\"\"\"\"\n", [ReadRow(1, ["\""])]),
    ("\"a\nb\",c\nd,e\n", [ReadRow(1, ["a\nb", "c"]), ReadRow(3, ["d", "e"])]),
    ("\"a\r\nb\rc\",d\ne,f\n", [ReadRow(1, ["a\r\nb\rc", "d"]), ReadRow(4, ["e", "f"])]),
    ("a\"b,=\"\"c\"\"\n", [ReadRow(1, ["a\"b", "=\"\"c\"\""])]),
    ("=\"320102\",x\n", [ReadRow(1, ["=\"320102\"", "x"])]),
    ("x,\"end\"", [ReadRow(1, ["x", "end"])]),
  ])
  func `quotes hold separators, line breaks and doubled quotes`(text: String, expected: [ReadRow]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    (
      "a,b\n1,\"2\n3,4\n",
      [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "\"2"], .unbalancedQuote), ReadRow(3, ["3", "4"])]
    ),
    (
      "1,\"2\n3,\"x\"\n4,5\n",
      [ReadRow(1, ["1", "\"2"], .unbalancedQuote), ReadRow(2, ["3", "x"]), ReadRow(3, ["4", "5"])]
    ),
    ("\"a\"b,c\n1,2\n", [ReadRow(1, ["\"a\"b", "c"], .unbalancedQuote), ReadRow(2, ["1", "2"])]),
    ("1,\"", [ReadRow(1, ["1", "\""], .unbalancedQuote)]),
  ])
  func `an unbalanced quote spoils its own line only`(text: String, expected: [ReadRow]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func `a NUL byte spoils its row only`() throws {
    #expect(
      try rows("a,b\n1,\0\n2,3\n") == [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "\0"], .nulByte), ReadRow(3, ["2", "3"]),
      ])
  }

  @Test func `bytes that are no characters spoil their row only`() throws {
    let sound = Array(String(repeating: "学员,张三,李四,王五,赵六\n", count: 10).utf8)
    let found = try rows(sound + [0xE5, 0x2C, 0xFF, 0x0A] + sound)
    #expect(found.map(\.fault) == Array(repeating: nil, count: 10) + [.undecodable] + Array(repeating: nil, count: 10))
  }

  @Test func `a row beyond the limit is cut off and the next one read`() throws {
    var limits = ExportLimits.default
    (limits.rowBytes, limits.bufferBytes) = (64, 16)
    let long = String(repeating: "x", count: 500)
    let found = try rows("a,b\n\(long)\n1,2\n", limits: limits)
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map(\.fault) == [nil, .tooLong, nil])
    #expect(found.last?.cells == ["1", "2"])
  }

  @Test func `an open quote does not swallow the file`() throws {
    var limits = ExportLimits.default
    (limits.rowBytes, limits.bufferBytes) = (1000, 16)
    let text = "a,\"b\n" + String(repeating: "1,2\n", count: 1000)
    let found = try rows(text, limits: limits)
    #expect(found.count == 1001)
    #expect(found.filter { $0.fault != nil }.map(\.number) == [1])
  }

  @Test func `whatever the size of the buffer the rows are the same`() throws {
    for seed in Cases.seeds(usually: 300) {
      var generator = SeededGenerator(seed: seed)
      let pieces = [",", ",", "\n", "\r\n", "\r", "\"", "\"\"", "a", "12", "张", "é", " ", "=\"1\"", ",\"x,y\"\n", "\0"]
      let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      var limits = ExportLimits.default
      let above = String(repeating: "x,y,z\n", count: 60)
      let whole = try rows(above + text, limits: limits)
      limits.bufferBytes = Int.random(in: 8...40, using: &generator)
      #expect(try rows(above + text, limits: limits) == whole, "SEED=\(seed) buffer \(limits.bufferBytes)")
    }
  }

  @Test func `what is written with quotes is read back`() throws {
    for seed in Cases.seeds(usually: 300) {
      var generator = SeededGenerator(seed: seed)
      let letters = ["a", "张", "\"", ",", "\n", "\r\n", " ", "0", ";", "\t"]
      let table = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &generator)]
          }.joined()
        }
      }
      let above = String(repeating: "h,i,j\n", count: 20)
      let written = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }.joined()
      #expect(try rows(above + written).dropFirst(20).map(\.cells) == table, "SEED=\(seed)")
    }
  }
}
