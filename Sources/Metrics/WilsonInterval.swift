import Scoring

/// The score interval of Wilson (1927) for a share, at 95 % and without continuity correction.
///
/// (2x + z² ± z √(z² + 4x(n−x)/n)) ÷ 2(n + z²). The root is an integer root of the radicand carried to twenty decimals, which is
/// ten digits more than any print asks for.
package struct WilsonInterval: Hashable, Sendable {
  package let low: Printed
  package let high: Printed

  /// Most answers for which the arithmetic stays within 128 bits.
  package static let largest: Int64 = 1_000_000_000

  /// 1.959963985, the normal deviate of 95 %, in units of 10^-10.
  private static let deviate: Int128 = 19_599_639_845
  private static let root: Int128 = 10_000_000_000

  /// nil without answers, and for more than `largest`.
  package init?(_ successes: Int64, of answers: Int64, decimals: Int) {
    guard (1...Self.largest).contains(answers), (0...answers).contains(successes) else { return nil }
    let (x, n, one) = (Int128(successes), Int128(answers), Self.root * Self.root)
    let square = Self.deviate * Self.deviate
    let radicand = 4 * x * (n - x) * one / n + square
    let spread = Self.deviate * integerSquareRoot(radicand)
    let (middle, divisor) = (2 * x * one + square, 2 * (n * one + square))
    low = Self.printed(middle - spread, over: divisor, decimals)
    high = Self.printed(middle + spread, over: divisor, decimals)
  }

  /// In per cent, an end being 0 or 100 only where it is so exactly.
  private static func printed(_ numerator: Int128, over divisor: Int128, _ decimals: Int) -> Printed {
    Printed(share: Fraction(numerator, over: divisor), decimals: decimals)
  }
}
