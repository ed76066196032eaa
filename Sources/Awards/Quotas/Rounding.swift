package import Programme

/// The unit of shares: 1 % is 10,000 of them.
let millionths: Int128 = 1_000_000

extension Rounding {
  /// A quotient rounded to a whole number; the numerator must not be negative, the denominator must be positive.
  package func quotient(_ numerator: Int128, over denominator: Int128) -> Int64 {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let up: Bool
    switch self {
    case .floor: up = false
    case .halfUp: up = rest >= denominator - rest
    case .ceiling: up = rest > 0
    }
    return Int64(clamping: whole + (up ? 1 : 0))
  }

  /// The word an office uses for the rounding.
  package var title: Wording {
    switch self {
    case .floor: Wording("rounded down", "只舍不入")
    case .halfUp: Wording("rounded half up", "四舍五入")
    case .ceiling: Wording("rounded up", "只入不舍")
    }
  }
}
