/// Reads yes or no in the spellings that platforms use (`bool_forms` of the dirt catalogue).
package struct BooleanForm: ValueForm {
  /// Spellings that mean yes, in lower case and half-width.
  package let yes: Set<String>
  /// Spellings that mean no.
  package let no: Set<String>
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .boolean }

  /// The usual spellings and those that a column adds.
  package init(yes: Set<String> = [], no: Set<String> = [], missing: MissingTokens = .standard) {
    self.yes = yes.union(["是", "true", "1", "y", "yes", "√", "✓", "✔", "☑", "已", "对", "有", "t", "on"])
    self.no = no.union(["否", "false", "0", "n", "no", "×", "✗", "✘", "✕", "☐", "未", "错", "没有", "f", "off"])
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Bool> {
    if let plain = plainChinese(text) { return .value(plain, []) }
    let folded = FoldedText(text)
    guard folded.isSound else { return .fault(ValueFault(.undecodable, expected: .boolean)) }
    let word = folded.string.lowercased()
    if yes.contains(word) { return .value(true, folded.flags) }
    if no.contains(word) { return .value(false, folded.flags) }
    return absence(folded, missing: missing, expected: .boolean)
      ?? .fault(ValueFault(.notBoolean, expected: .boolean))
  }

  /// The fast way in: `是`, and `否` unless a column makes that a yes.
  private func plainChinese(_ text: Span<UInt8>) -> Bool? {
    guard text.count == 3 else { return nil }
    switch (text[0], text[1], text[2]) {
    case (0xE6, 0x98, 0xAF): return true
    case (0xE5, 0x90, 0xA6) where !yes.contains("否"): return false
    default: return nil
    }
  }
}
