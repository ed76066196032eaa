/// Reads a whole number; `3.0` is one, `3.5` is not.
package struct IntegerForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .integer }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    if let value = plainDecimal(text, decimals: 0) { return .value(value, []) }
    let folded = FoldedText(text)
    if let outcome: Parsed<Int64> = absence(folded, missing: missing, expected: .integer) { return outcome }
    let number = DecimalText(folded).scaled(0, flags: folded.flags, expected: .integer, fault: .notInteger)
    if case .value(_, let flags) = number, flags.contains(.rounded) {
      return .fault(ValueFault(.notInteger, expected: .integer))
    }
    return number
  }
}
