import TestSupport
import Testing
import Workbook

@Test(arguments: [
  ("", 0), ("a", 1), ("100.00%", 7), ("中", 2), ("学情通报", 8), ("第18期", 6), ("（盖章）", 8), ("2,486人", 7),
  ("“一般”", 8), ("—", 2), ("①", 2), ("↑2", 3), ("−0.61", 5), ("e\u{301}", 1), ("ａ", 2), ("ｱ", 1), ("𠮷", 2), ("·", 2),
])
func `a Chinese character takes two half-widths and a Latin one`(text: String, width: Int) {
  #expect(TextWidth.halfWidths(text) == width)
}

@Test func `every character between the first and the last ideograph is wide`() {
  for value in UInt32(0x4E00)...0x9FFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    #expect(TextWidth.halfWidths(scalar) == 2)
  }
}

@Test func `the width of a text is the sum of the widths of its characters`() {
  let alphabet = Array("a1%中国（）—①,. ".unicodeScalars)
  for seed in Cases.seeds(usually: 200) {
    var generator = SeededGenerator(seed: seed)
    let scalars = (0..<Int.random(in: 0...30, using: &generator)).compactMap { _ in generator.pick(alphabet) }
    let text = String(String.UnicodeScalarView(scalars))
    #expect(TextWidth.halfWidths(text) == scalars.reduce(0) { $0 + TextWidth.halfWidths($1) }, "SEED=\(seed)")
  }
}

@Test func `a column fits its longest line with padding and stays within limits`() {
  #expect(ColumnWidth.units(lines: [("100.00%", 11)], isIndented: false) == 7 * 1.05 + 2)
  #expect(ColumnWidth.units(lines: [("报名", 11), ("2,486", 11)], isIndented: true) == 5 * 1.05 + 3)
  #expect(ColumnWidth.units(lines: [("1", 11)], isIndented: false) == 6)
  #expect(ColumnWidth.units(lines: [(String(repeating: "长", count: 60), 11)], isIndented: false) == 52)
  #expect(ColumnWidth.pixels(units: 6) == 47)
}
