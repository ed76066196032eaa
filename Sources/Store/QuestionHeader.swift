/// A header of a questionnaire export taken apart: `3、对课程开发团队的评价(教学内容)`, `3、…—教学内容` or `第3题(教学内容)`.
package struct QuestionHeader {
  /// The question's number; nil for a header that begins with none.
  package let number: String?
  /// What stands in the last brackets, or behind the last dash: the row of a matrix, the option of a multiple choice.
  package let part: String

  package init(_ header: String) {
    let text = header.filter { !$0.isWhitespace }.map { Self.halfWidth[$0] ?? $0 }
    let lead = text.prefix { !$0.isNumber }
    let digits = text.dropFirst(lead.count).prefix { $0.isNumber }
    let rest = text.dropFirst(lead.count + digits.count)
    let isNumbered = lead.isEmpty || lead == ["第"] || lead == ["Q"]
    let isMarked = rest.first.map { "、.:题(".contains($0) } ?? true
    number = isNumbered && isMarked && !digits.isEmpty ? String(digits) : nil
    part = Self.bracketed(rest) ?? Self.dashed(rest) ?? ""
  }

  /// Whether the header asks the question that the pipeline file calls `3`, or `3(教学内容)` for one row of a matrix.
  package func asks(_ question: String) -> Bool {
    let wanted = QuestionHeader(question)
    return number != nil && number == wanted.number && (wanted.part.isEmpty || part == wanted.part)
  }

  private static let halfWidth: [Character: Character] = ["（": "(", "）": ")", "：": ":", "．": "."]

  /// What the brackets that close at the end hold, brackets within them included.
  private static func bracketed(_ text: ArraySlice<Character>) -> String? {
    guard text.last == ")" else { return nil }
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return String(text[(index + 1)..<(text.endIndex - 1)]) }
    }
    return nil
  }

  private static func dashed(_ text: ArraySlice<Character>) -> String? {
    text.lastIndex(of: "—").map { String(text[($0 + 1)...]) }
  }
}
