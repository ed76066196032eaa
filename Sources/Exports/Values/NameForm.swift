/// Reads a person's name: no white space between Chinese characters, one kind of middle dot (U+00B7), remarks such as
/// `（新）` set aside (`name_dirt` of the dirt catalogue).
package struct NameForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .name }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    if isPlainChinese(text), !missing.mayHold(text) { return .value(string(text), []) }
    let folded = FoldedText(text)
    if let outcome: Parsed<String> = absence(folded, missing: missing, expected: expected) { return outcome }
    var flags = folded.flags
    var name = folded.scalars
    if let end = remarkStart(name) {
      name.removeLast(name.count - end)
      flags.insert(.remark)
    }
    let tight = withoutInnerSpace(name)
    if tight.count < name.count { flags.insert(.innerSpace) }
    name = tight.enumerated().map { index, scalar in
      isMiddleDot(scalar, in: tight, at: index) ? "\u{B7}" : scalar
    }
    if name.contains(where: { $0 == "?" || $0 == "\u{FFFD}" || $0 == "□" }) { flags.insert(.lostCharacter) }
    guard name.contains(where: { $0.properties.isAlphabetic }) else {
      return .fault(ValueFault(.notName, expected: expected))
    }
    return .value(string(name), flags)
  }

  /// The fast way in: two to six common Chinese characters (U+4E00 to U+9DFF) and nothing else.
  private func isPlainChinese(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 6, text.count <= 18, text.count % 3 == 0 else { return false }
    for start in stride(from: 0, to: text.count, by: 3) {
      let isLead = text[start] >= 0xE5 && text[start] <= 0xE9 || text[start] == 0xE4 && text[start + 1] >= 0xB8
      guard isLead, text[start + 1] & 0xC0 == 0x80, text[start + 2] & 0xC0 == 0x80 else { return false }
      if text[start] == 0xE9, text[start + 1] > 0xB7 { return false }
    }
    return true
  }

  /// Where a remark in brackets, or a trailing asterisk, begins; nil when there is none or nothing stands before it.
  private func remarkStart(_ name: [Unicode.Scalar]) -> Int? {
    var end = name.count
    while end > 0, name[end - 1] == "*" || name[end - 1] == "#" { end -= 1 }
    if end > 0, [")", "]", "】", "〕"].contains(name[end - 1]),
      let open = name[..<end].lastIndex(where: { ["(", "[", "【", "〔"].contains($0) })
    {
      end = open
    }
    while end > 0, name[end - 1].properties.isWhitespace { end -= 1 }
    return end > 0 && end < name.count ? end : nil
  }

  /// White space goes between Chinese characters and becomes one blank elsewhere.
  private func withoutInnerSpace(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var tight: [Unicode.Scalar] = []
    var isSpaced = false
    for scalar in name {
      if scalar.properties.isWhitespace {
        isSpaced = true
        continue
      }
      if isSpaced, let last = tight.last, !isChinese(last), !isChinese(scalar) { tight.append(" ") }
      isSpaced = false
      tight.append(scalar)
    }
    return tight
  }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || isDot(scalar)
  }

  private func isMiddleDot(_ scalar: Unicode.Scalar, in name: [Unicode.Scalar], at index: Int) -> Bool {
    guard isDot(scalar) || scalar == "." else { return false }
    guard index > 0, index + 1 < name.count else { return false }
    return name[index - 1].properties.isIdeographic && name[index + 1].properties.isIdeographic
  }

  private func isDot(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{B7}", "•", "・", "‧", "∙", "⋅", "●", "･"].contains(scalar)
  }
}
