/// An exact quotient of two integers, in lowest terms with a positive denominator.
///
/// Every rate, share and indicator is one of these until it is printed; binary floating point is never used.
package struct Fraction: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  /// The denominator must not be zero; `nil` stands for 0/0 and the like.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    self.init(reducing: numerator, nonzero: denominator)
  }

  package init(_ whole: Int64) {
    numerator = Int128(whole)
    denominator = 1
  }

  private init(reducing numerator: Int128, nonzero denominator: Int128) {
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  package static func + (left: Self, right: Self) -> Self {
    Self(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator,
      nonzero: left.denominator * right.denominator)
  }

  package static func - (left: Self, right: Self) -> Self {
    left + Self(reducing: -right.numerator, nonzero: right.denominator)
  }

  package static func * (left: Self, right: Self) -> Self {
    Self(reducing: left.numerator * right.numerator, nonzero: left.denominator * right.denominator)
  }

  /// nil when the divisor is zero.
  package func divided(by divisor: Self) -> Self? {
    Self(numerator * divisor.denominator, over: denominator * divisor.numerator)
  }

  /// The value in units of 10^-decimals, halves away from zero (四舍五入); beyond 64 bits, the end of the range.
  package func rounded(decimals: Int) -> Int64 {
    Int64(clamping: roundingHalfUp(numerator * powerOfTen(decimals), over: denominator))
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (large, small) = (max(left, 1), right)
    if left == 0 { large = right }
    while small != 0 { (large, small) = (small, large % small) }
    return max(large, 1)
  }
}

extension Fraction: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

/// 10 to a power that is not negative.
package func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<max(0, exponent) { power *= 10 }
  return power
}

/// A quotient rounded half away from zero (四舍五入); the denominator must be positive.
package func roundingHalfUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
  let doubled = 2 * numerator.magnitude + denominator.magnitude
  let quotient = Int128(doubled / (2 * denominator.magnitude))
  return numerator < 0 ? -quotient : quotient
}
