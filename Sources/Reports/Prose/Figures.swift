package import Metrics
import Scoring

extension Printed {
  /// What stands where there was no figure: the issue before the first.
  package static let missing = Printed(nil, decimals: 2)

  /// A share of counts with two decimals.
  package init(share part: Int64, of whole: Int64) {
    self.init(share: Fraction(Int128(part), over: Int128(whole)), decimals: 2)
  }

  /// With the thousands apart: `36,012.50`.
  package var groupedText: String {
    guard let units else { return "—" }
    return decimalText(units, decimals: decimals, grouped: true) + (isPercent ? "%" : "")
  }
}
