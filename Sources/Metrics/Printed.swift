package import Scoring

/// A figure rounded once to what the papers print; comparisons, ranks and changes are made on it.
package struct Printed: Hashable, Sendable {
  /// In units of 10^-decimals, of a per cent for shares; nil for 0/0, which prints as `—` and sorts last.
  package let units: Int64?
  package let decimals: Int
  package let isPercent: Bool

  /// A plain number, halves up.
  package init(_ value: Fraction?, decimals: Int) {
    self.init(units: value?.rounded(decimals: decimals), decimals: decimals, isPercent: false)
  }

  /// A share of a whole in per cent, halves up.
  ///
  /// 100 % is printed only when it is literally all and 0 % only when it is literally none: 1999 of 2000 is 99.9 %.
  package init(share: Fraction?, decimals: Int) {
    guard let share else {
      self.init(units: nil, decimals: decimals, isPercent: true)
      return
    }
    let rounded = share.rounded(decimals: decimals + 2)
    let nearest = Fraction(Int128(rounded), over: powerOfTen(decimals + 2))
    let isLandmark = rounded == 0 || rounded == Int64(powerOfTen(decimals + 2))
    guard isLandmark, let nearest, nearest != share else {
      self.init(units: rounded, decimals: decimals, isPercent: true)
      return
    }
    self.init(units: share < nearest ? rounded - 1 : rounded + 1, decimals: decimals, isPercent: true)
  }

  private init(units: Int64?, decimals: Int, isPercent: Bool) {
    self.units = units
    self.decimals = decimals
    self.isPercent = isPercent
  }

  /// The number without a sign for per cent: `91.24`, `—`.
  package var number: String {
    units.map { decimalText($0, decimals: decimals) } ?? "—"
  }

  /// As it stands in a text: `91.24%`, `146.20`, `—`.
  package var text: String {
    units != nil && isPercent ? number + "%" : number
  }
}

extension Printed: Comparable {
  /// 0/0 is below every number, so that it comes last where the highest comes first.
  package static func < (left: Printed, right: Printed) -> Bool {
    guard let right = right.units else { return false }
    guard let left = left.units else { return true }
    return left < right
  }
}
