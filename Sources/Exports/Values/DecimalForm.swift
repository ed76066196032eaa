/// Reads a number exactly, as an integer count of `10^-decimals`: 12.5 with two decimals is 1250.
///
/// Digits beyond the scale are rounded half-up on the magnitude, and the flags say so.
package struct DecimalForm: ValueForm {
  /// How many decimals the values keep, 0 to 9.
  package let decimals: Int
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .decimal }

  /// Sets the scale.
  package init(decimals: Int, missing: MissingTokens = .standard) {
    self.decimals = decimals
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    if let value = plainDecimal(text, decimals: decimals) { return .value(value, []) }
    let folded = FoldedText(text)
    if let outcome: Parsed<Int64> = absence(folded, missing: missing, expected: .decimal) { return outcome }
    return DecimalText(folded).scaled(decimals, flags: folded.flags, expected: .decimal, fault: .notNumber)
  }
}

/// The fast way in: an optional minus and up to 17 ASCII digits with one point; nil for anything else, which is not
/// to say that it is no number.
func plainDecimal(_ text: Span<UInt8>, decimals: Int) -> Int64? {
  guard text.count > 0, text.count <= 17 else { return nil }
  var position = text[0] == UInt8(ascii: "-") ? 1 : 0
  let first = position
  var value: Int64 = 0
  while position < text.count {
    let digit = text[position] &- 0x30
    if digit > 9 { break }
    value = value &* 10 &+ Int64(digit)
    position += 1
  }
  guard position > first else { return nil }
  var places = 0
  if position < text.count {
    guard text[position] == UInt8(ascii: "."), position + 1 < text.count else { return nil }
    position += 1
    while position < text.count {
      let digit = text[position] &- 0x30
      guard digit <= 9, places < decimals else { return nil }
      value = value &* 10 &+ Int64(digit)
      places += 1
      position += 1
    }
  }
  while places < decimals {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    value = product
    places += 1
  }
  return first == 1 ? -value : value
}
