/// Text as an XLSX file can hold it.
///
/// XML 1.0 has no way to write most control characters, and a NUL would end the text early on its way through C. A run
/// that looks like Excel's own escape (`_x000D_`) is kept from being read as one.
enum PaperText {
  /// The most characters that a cell holds, in UTF-16 units.
  static let limit = 32_767

  /// Returns `text` without what XML forbids and with Excel's escapes disarmed.
  static func allowed(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "_")) ? disarmed(withoutForbidden(text)) : withoutForbidden(text)
  }

  /// Returns `text` without the characters that XML 1.0 forbids.
  static func withoutForbidden(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter(isAllowed))
    return String(kept)
  }

  /// Whether XML 1.0 can hold the character.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func disarmed(_ text: String) -> String {
    text.replacing(#/_x[0-9A-Fa-f]{4}_/#) { "_x005F" + $0.output }
  }
}
