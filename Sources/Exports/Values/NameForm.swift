/// Reads a person's name: no white space between Chinese characters, one kind of middle dot (U+00B7), remarks such as
/// `（新）` set aside (`name_dirt` of the dirt catalogue).
package struct NameForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    .fault(ValueFault(.notName, expected: .name))
  }
}

/// Reads any text: half-width, trimmed, runs of white space made one blank.
package struct TextForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    .missing(.blank)
  }
}

/// Reads a mobile or landline number as its digits.
package struct PhoneForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    .fault(ValueFault(.notPhone, expected: .phone))
  }
}
