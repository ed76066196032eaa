/// Finds what looks like an identity or telephone number in a text that is about to become public.
///
/// It errs on the side of refusing: digits of both widths count, and a single space or hyphen between digits does not hide
/// a number.
package enum PrivateNumber {
  /// Whether a text carries a mobile number (11 digits beginning with 1), a landline with its area code (10 to 12 digits
  /// beginning with 0), or an identity number (15 digits, or 17 with a check character).
  package static func occurs(in text: String) -> Bool {
    runs(in: text).contains(where: looksPrivate)
  }

  private static func looksPrivate(_ digits: String) -> Bool {
    switch digits.count {
    case 15, 18: true
    case 11 where digits.hasPrefix("1"): true
    case 10...12: digits.hasPrefix("0")
    default: digits.count > 18
    }
  }

  /// Every run of digits, single separators taken out, an X after 17 digits kept.
  private static func runs(in text: String) -> [String] {
    var runs: [String] = []
    var run = ""
    var separators = 0
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if separators > 1 { close(&run, into: &runs) }
        run.append(digit)
        separators = 0
      } else if run.count == 17, scalar == "X" || scalar == "x" {
        run.append("X")
      } else if scalar == " " || scalar == "-" {
        separators += 1
      } else {
        close(&run, into: &runs)
        separators = 0
      }
    }
    close(&run, into: &runs)
    return runs
  }

  private static func close(_ run: inout String, into runs: inout [String]) {
    if !run.isEmpty { runs.append(run) }
    run = ""
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x30...0x39: Character(scalar)
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    default: nil
    }
  }
}
