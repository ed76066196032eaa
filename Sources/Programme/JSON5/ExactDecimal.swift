/// A decimal number exactly as it was written: `coefficient` × 10^`exponent`.
///
/// Normalised, so that equal numbers are equal values: the coefficient has no trailing zero, and zero has exponent 0.
/// There is no binary floating point anywhere on the way (0.1 is one tenth).
package struct ExactDecimal: Hashable, Sendable {
  /// The digits, with the sign.
  package let coefficient: Int64
  /// The power of ten by which the digits are multiplied.
  package let exponent: Int

  /// The normalised form of `coefficient` × 10^`exponent`.
  package init(_ coefficient: Int64, exponent: Int = 0) {
    guard coefficient != 0 else {
      self.coefficient = 0
      self.exponent = 0
      return
    }
    var coefficient = coefficient
    var exponent = exponent
    while coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// Reads plain digits with or without a decimal part, such as `12` or `12.50`; `nil` for anything else or if it does not fit.
  package init?(digits text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isDigits else { return nil }
    self.init(isNegative: false, digits: parts.joined(), exponent: parts.count == 2 ? -parts[1].count : 0)
  }

  /// The number of the given ASCII digits and power of ten; `nil` if it has more significant digits than fit.
  init?(isNegative: Bool, digits: String, exponent: Int) {
    let significant = digits.drop { $0 == "0" }
    let trailing = significant.reversed().prefix { $0 == "0" }.count
    guard !significant.isEmpty else {
      self.init(0)
      return
    }
    let shifted = exponent + trailing
    guard let coefficient = Int64((isNegative ? "-" : "") + significant.dropLast(trailing)),
      abs(shifted) <= Self.greatestExponent
    else { return nil }
    self.init(coefficient, exponent: shifted)
  }

  /// Numbers beyond this power of ten are no figures of a training programme.
  private static let greatestExponent = 999

  /// The number as an integer; `nil` if it has decimals or does not fit.
  package var integer: Int64? { scaled(to: 0) }

  /// The number in units of 10^-`decimals` (hundredths for 2); `nil` if it has more decimals or does not fit.
  ///
  /// Exact or nothing: a caller that wants rounding says so itself.
  package func scaled(to decimals: Int) -> Int64? {
    guard coefficient != 0 else { return 0 }
    let shift = exponent + decimals
    guard (0...18).contains(shift) else { return nil }
    var scaled = coefficient
    for _ in 0..<shift {
      let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      scaled = product
    }
    return scaled
  }

  /// The number multiplied by 10^`power`, which is always exact: a percentage divided by a hundred has power -2.
  package func shifted(by power: Int) -> ExactDecimal {
    ExactDecimal(coefficient, exponent: coefficient == 0 ? 0 : exponent + power)
  }
}

extension ExactDecimal: Comparable {
  /// Compares the values exactly, whatever their exponents.
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard left.coefficient.signum() == right.coefficient.signum() else {
      return left.coefficient.signum() < right.coefficient.signum()
    }
    guard left.magnitude == right.magnitude else {
      return (left.magnitude < right.magnitude) == (left.coefficient > 0)
    }
    let common = min(left.exponent, right.exponent)
    return left.aligned(to: common) < right.aligned(to: common)
  }

  /// How many digits stand before the decimal point, or minus the zeros behind it.
  private var magnitude: Int { String(coefficient.magnitude).count + exponent }

  /// The coefficient for a smaller exponent; between numbers of one magnitude that is at most 18 digits more.
  private func aligned(to common: Int) -> Int128 {
    (common..<exponent).reduce(Int128(coefficient)) { scaled, _ in scaled * 10 }
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in plain digits: `-0.05`, `1200`; beyond 18 places with an exponent: `1e400`.
  package var description: String {
    let sign = coefficient < 0 ? "-" : ""
    let digits = String(coefficient.magnitude)
    switch exponent {
    case 0...18:
      return sign + digits + String(repeating: "0", count: exponent)
    case -18..<0:
      let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
      return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
    default:
      return "\(sign)\(digits)e\(exponent)"
    }
  }
}
