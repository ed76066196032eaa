/// Reads a mobile or landline number as its digits, without the country code.
package struct PhoneForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .phone }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    if isPlainMobile(text) { return .value(string(text), []) }
    let folded = FoldedText(text)
    if let outcome: Parsed<String> = absence(folded, missing: missing, expected: expected) { return outcome }
    var scalars = folded.withoutSpace
    if isScientific(scalars) { return .fault(ValueFault(.precisionLost, expected: expected)) }
    var flags = folded.flags
    if scalars.suffix(2) == [".", "0"] {
      scalars.removeLast(2)
      flags.insert(.floatTail)
    }
    var digits = scalars.filter { $0 != "-" && $0 != "(" && $0 != ")" && $0 != "+" }
    guard digits.allSatisfy({ $0.digit != nil }) else { return .fault(ValueFault(.notPhone, expected: expected)) }
    if digits.count == 13, digits.starts(with: ["8", "6"]) { digits.removeFirst(2) }
    if digits.count == 15, digits.starts(with: ["0", "0", "8", "6"]) { digits.removeFirst(4) }
    let isMobile = digits.count == 11 && digits[0] == "1"
    let isLandline = digits.first == "0" && (10...12).contains(digits.count)
    let isLocal = digits.first != "0" && (7...8).contains(digits.count)
    guard isMobile || isLandline || isLocal else { return .fault(ValueFault(.notPhone, expected: expected)) }
    return .value(string(digits), flags)
  }

  /// The fast way in: eleven digits that begin with 1.
  private func isPlainMobile(_ text: Span<UInt8>) -> Bool {
    guard text.count == 11, text[0] == 0x31 else { return false }
    for index in text.indices where text[index] &- 0x30 > 9 { return false }
    return true
  }
}
