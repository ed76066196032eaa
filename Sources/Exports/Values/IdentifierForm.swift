/// Reads an identifier as text: guards off, full-width digits and letters halved, white space out.
///
/// An identifier that went through a number cell and lost its digits is a fault, and is never repaired
/// (`id_mangled` of the dirt catalogue).
package struct IdentifierForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .identifier }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  /// Whether the bytes are the identifier as they stand, so that they can be looked up without making a string.
  ///
  /// True for ASCII letters, digits, `-` and `_` with a digit among them; false does not mean that it is none.
  package func isPlain(_ text: Span<UInt8>) -> Bool {
    var hasDigit = false
    for index in text.indices {
      let byte = text[index]
      let isDigit = byte &- 0x30 <= 9
      hasDigit = hasDigit || isDigit
      guard isDigit || (byte | 0x20) &- 0x61 < 26 || (index > 0 && (byte == 0x2D || byte == 0x5F)) else { return false }
    }
    return hasDigit && (text.count < 15 || text[text.count - 1] != 0x30)
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    let folded = FoldedText(text)
    if let outcome: Parsed<String> = absence(folded, missing: missing, expected: expected) { return outcome }
    var scalars = folded.withoutSpace
    var flags = folded.flags
    if scalars.count < folded.scalars.count { flags.insert(.innerSpace) }
    if isScientific(scalars) || isMangledIdentityNumber(scalars) {
      return .fault(ValueFault(.precisionLost, expected: expected))
    }
    // A column of numbers with blanks among them comes out of pandas as 1001.0.
    if scalars.suffix(2) == [".", "0"], scalars.dropLast(2).allSatisfy({ $0.digit != nil }), scalars.count > 2 {
      scalars.removeLast(2)
      flags.insert(.floatTail)
    }
    return .value(string(scalars), flags)
  }
}

/// Reads a Chinese identity number of 18 places, whose check digit is proved (GB 11643), or an old one of 15.
package struct IdentityNumberForm: ValueForm {
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .identityNumber }

  /// A form with its spellings of no value.
  package init(missing: MissingTokens = .standard) {
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<String> {
    let folded = FoldedText(text)
    if let outcome: Parsed<String> = absence(folded, missing: missing, expected: expected) { return outcome }
    var scalars = folded.withoutSpace
    let flags = scalars.count < folded.scalars.count ? folded.flags.union(.innerSpace) : folded.flags
    if scalars.last == "x" { scalars[scalars.count - 1] = "X" }
    if isScientific(scalars) || isMangledIdentityNumber(scalars) {
      return .fault(ValueFault(.precisionLost, expected: expected))
    }
    guard let number = IdentityNumber(scalars) else { return .fault(ValueFault(.notIdentifier, expected: expected)) }
    guard number.hasRightCheckDigit else { return .fault(ValueFault(.checkDigit, expected: expected)) }
    return .value(string(scalars), flags)
  }
}

/// The form that spreadsheets give long numbers: `3.20621E+17`.
func isScientific(_ scalars: [Unicode.Scalar]) -> Bool {
  guard let mark = scalars.firstIndex(where: { $0 == "E" || $0 == "e" }), mark > 0 else { return false }
  let mantissa = scalars[..<mark]
  let exponent = scalars[(mark + 1)...]
  let hasPointOrSign = mantissa.contains(".") || exponent.first == "+"
  let digits = exponent.drop { $0 == "+" }
  return hasPointOrSign && !digits.isEmpty && digits.allSatisfy { $0.digit != nil }
    && mantissa.allSatisfy { $0.digit != nil || $0 == "." }
}

/// Whether 18 digits end in zeros and fail their check digit: a double keeps only the first 15 or 16.
func isMangledIdentityNumber(_ scalars: [Unicode.Scalar]) -> Bool {
  guard scalars.count == 18, scalars.suffix(2) == ["0", "0"], scalars.allSatisfy({ $0.digit != nil }) else {
    return false
  }
  return IdentityNumber(scalars)?.hasRightCheckDigit != true
}

func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

/// A text that is UTF-8 as it stands.
func string(_ text: Span<UInt8>) -> String {
  text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
}
