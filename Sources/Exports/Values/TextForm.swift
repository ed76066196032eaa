/// Reads any text: half-width, trimmed, runs of white space made one blank.
package struct TextForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .text }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    let folded = FoldedText(text)
    if let outcome: Parsed<String> = absence(folded, missing: missing, expected: expected) { return outcome }
    let words = folded.scalars.split(whereSeparator: \.properties.isWhitespace)
    return .value(words.map { string($0) }.joined(separator: " "), folded.flags)
  }
}
