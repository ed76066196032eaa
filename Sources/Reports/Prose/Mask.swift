/// Personal numbers covered the way offices cover them: identity numbers first 6 and last 4, telephones 3 and 4.
package enum Mask {
  /// Covers every run in a text that looks like an identity or telephone number, wherever it stands.
  ///
  /// Digits of both widths count, so that a number pasted in full-width digits does not slip through.
  package static func covered(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { digit($0) != nil }) else { return text }
    var result = ""
    var run = Run()
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        run.append(digit, as: scalar)
      } else if scalar == "X" || scalar == "x", run.digits.count == 17 {
        run.append("X", as: scalar)
      } else {
        result += run.covered
        run = Run()
        result.unicodeScalars.append(scalar)
      }
    }
    return result + run.covered
  }

  /// Whether a text carries something that `covered` would cover.
  package static func hasPrivateNumber(_ text: String) -> Bool {
    covered(text) != text
  }

  /// Digits that stand together, as digits and as they were written.
  private struct Run {
    var digits = ""
    var written = String.UnicodeScalarView()

    mutating func append(_ digit: Character, as scalar: Unicode.Scalar) {
      digits.append(digit)
      written.append(scalar)
    }

    var covered: String {
      switch digits.count {
      case 11 where digits.hasPrefix("1"): "\(digits.prefix(3))****\(digits.suffix(4))"
      case 15, 18: "\(digits.prefix(6))\(String(repeating: "*", count: digits.count - 10))\(digits.suffix(4))"
      default: String(written)
      }
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x30...0x39: Character(scalar)
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    default: nil
    }
  }
}
