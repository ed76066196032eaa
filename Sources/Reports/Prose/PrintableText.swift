extension Unicode.Scalar {
  /// The character as papers have it: one that controls a terminal or a printer, and what XML cannot hold, becomes U+FFFD, so that it is seen
  /// where it stood; line ends and tabs stay.
  var printable: Unicode.Scalar {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: self
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}

/// A text as a file of plain text holds it.
func printable(_ text: String) -> String {
  var view = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { view.append(scalar.printable) }
  return String(view)
}
