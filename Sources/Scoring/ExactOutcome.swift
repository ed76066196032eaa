import Programme

/// What a rule gives one learner before anything is rounded.
package struct ExactOutcome: Hashable, Sendable {
  /// The points in the parts of the rule: units of 10^-decimals times its divisor.
  package let parts: Int128
  package let reason: Reason

  package init(parts: Int128, reason: Reason) {
    self.parts = parts
    self.reason = reason
  }

  /// `value` × `multiplier` ÷ `divisor` points, at most `ceiling`, in parts of the divisor.
  init(_ value: Int64, times multiplier: Int64, over divisor: Int64, ceiling: Int64) {
    guard value > 0 else {
      self.init(parts: 0, reason: value == Tally.absent ? .missing : .nothing)
      return
    }
    let (product, limit) = (Int128(value) * Int128(multiplier), Int128(ceiling) * Int128(divisor))
    self.init(parts: min(product, limit), reason: product == limit ? .full : product > limit ? .capped : .partial)
  }

  /// The points rounded once, halves up; a share that rounds to all points is all of them.
  package func rounded(divisor: Int128, maximum: Int64) -> Outcome {
    let points = Int64(clamping: roundingHalfUp(parts, over: divisor))
    return Outcome(points: points, reason: reason == .partial && points == maximum ? .full : reason)
  }
}

/// Points that may have no end in decimals, as a step of an explanation prints them: `33.5`, or `约33.3333` to four decimals.
func exactText(_ parts: Int128, over divisor: Int128, decimals: Int) -> Wording {
  let places = 4
  let scaled = parts * powerOfTen(max(0, places - decimals))
  let units = Int64(clamping: roundingHalfUp(scaled, over: divisor))
  let text = Points(units, decimals: max(places, decimals)).short
  return scaled % divisor == 0 ? Wording(text, text) : Wording("about \(text)", "约\(text)")
}

/// The least number of parts that holds those of all divisors; nil for more than 64 bits hold, so that what is counted in them never overflows.
func commonDivisor(of divisors: [Int128]) -> Int128? {
  var common: Int128 = 1
  for divisor in divisors {
    var (large, small) = (common, divisor)
    while small != 0 { (large, small) = (small, large % small) }
    let (product, overflows) = common.multipliedReportingOverflow(by: divisor / large)
    guard !overflows, product < 1 << 62 else { return nil }
    common = product
  }
  return common
}
