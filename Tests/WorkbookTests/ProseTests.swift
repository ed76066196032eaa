import Testing
import Workbook

@Test(arguments: [
  ("", 1), ("一", 1), (String(repeating: "字", count: 44), 1), (String(repeating: "字", count: 45), 2),
  (String(repeating: "字", count: 88), 2), (String(repeating: "字", count: 90), 3), ("甲\n乙", 2), ("甲\n\n乙", 3),
])
func `lines of a paragraph are counted with one in 25 to spare`(text: String, lines: Int) {
  // 744 pixels hold 46 characters of 12 points; a 25th of them is kept free.
  #expect(Prose.lines(text, size: 12, pixels: 744) == lines)
}

@Test(arguments: [
  // Ten characters to a line, one in 26 kept free: nineteen half-width characters.
  ("学习记录2023-08-20更新", 2), ("学习记录中的2023-08-20", 2), ("学习时长学习时长2023-08-20", 2), ("学习时长学习时2023-08-20.xlsx", 2),
  ("一个词也不能断abcdefghijklmnopqrstuvw", 3), ("字字字字字字字字字。", 2), ("字字字字字字字字（字", 2), ("ab cd ef gh ij kl mn", 2),
])
func `words and numbers go to the next line whole, and marks stay with what they belong to`(text: String, lines: Int) {
  #expect(Prose.lines(text, size: 12, pixels: 170) == lines)
}

@Test func `a row is as high as its lines`() {
  #expect(Prose.height(lines: 3, size: 12) == 3 * 12 * 1.55 + 4)
  #expect(Prose.height(lines: 1, size: 9.5, spacing: 1.45) == 9.5 * 1.45 + 4)
}
