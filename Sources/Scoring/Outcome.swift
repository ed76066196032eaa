import Programme

/// What a rule gives one learner.
package struct Outcome: Hashable, Sendable {
  /// In units of 10^-decimals, rounded once, halves up.
  package let points: Int64
  package let reason: Reason

  package init(points: Int64, reason: Reason) {
    self.points = points
    self.reason = reason
  }

  /// `value` × `multiplier` ÷ `divisor` points, rounded half up, at most `ceiling`.
  ///
  /// The multiplier and the divisor are positive. What is kept is the printed value, so a share that rounds to the ceiling
  /// reaches it.
  package init(_ value: Int64, times multiplier: Int64, over divisor: Int64, ceiling: Int64) {
    guard value > 0 else {
      self.init(points: 0, reason: value == Tally.absent ? .missing : .nothing)
      return
    }
    let (product, overflows) = value.multipliedReportingOverflow(by: multiplier)
    if overflows {
      self.init(quotientOf: Int128(value) * Int128(multiplier), Int128(divisor), ceiling: ceiling)
    } else {
      self.init(quotientOf: product, divisor, ceiling: ceiling)
    }
  }

  private init<Number: FixedWidthInteger>(quotientOf product: Number, _ divisor: Number, ceiling: Int64) {
    let (whole, rest) = product.quotientAndRemainder(dividingBy: divisor)
    let limit = Number(ceiling)
    if whole > limit || (whole == limit && rest > 0) {
      self.init(points: ceiling, reason: .capped)
    } else {
      let rounded = Int64(whole) + (rest >= divisor - rest ? 1 : 0)
      self.init(points: rounded, reason: rounded == ceiling ? .full : .partial)
    }
  }
}
