/// An exact quotient of the test's own, kept as it comes: the oracle of the rules shares no arithmetic with them.
struct Ratio {
  var above: Int128
  var below: Int128

  init(_ above: Int64, _ below: Int64 = 1) {
    self.above = Int128(above)
    self.below = Int128(below)
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    var sum = Ratio(0)
    sum.above = left.above * right.below + right.above * left.below
    sum.below = left.below * right.below
    return sum
  }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    var product = Ratio(0)
    product.above = left.above * right.above
    product.below = left.below * right.below
    return product
  }

  func atMost(_ other: Ratio) -> Ratio { above * other.below > other.above * below ? other : self }

  func atLeast(_ other: Ratio) -> Ratio { above * other.below < other.above * below ? other : self }

  /// To the nearest whole number, a half to the larger one.
  var rounded: Int64 {
    let doubled = 2 * above + below
    let (quotient, rest) = doubled.quotientAndRemainder(dividingBy: 2 * below)
    return Int64(rest < 0 ? quotient - 1 : quotient)
  }
}
