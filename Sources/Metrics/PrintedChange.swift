package import Programme
import Scoring

/// How far a printed figure moved since an earlier one: the difference of what was printed.
package struct PrintedChange: Hashable, Sendable {
  /// In units of 10^-decimals; of a percentage point for shares.
  package let units: Int64
  package let decimals: Int
  package let isPercent: Bool

  /// nil when either figure is 0/0.
  package init?(from earlier: Printed, to later: Printed) {
    guard let before = earlier.units, let after = later.units else { return nil }
    units = after - before
    decimals = later.decimals
    isPercent = later.isPercent
  }

  /// Signed, with a true minus sign: `+0.35`, `−1.20`, `0.00`.
  package var text: String {
    switch units.signum() {
    case 1: "+" + size
    case -1: "−" + size
    default: size
    }
  }

  /// `提高0.35个百分点`, `下降1.20个百分点`, `持平`; a share moves in percentage points, never in per cent.
  package var wording: Wording {
    let unit = isPercent ? Wording(" percentage points", "个百分点") : Wording("", "")
    return switch units.signum() {
    case 1: Wording("up \(size)\(unit.english)", "提高\(size)\(unit.chinese)")
    case -1: Wording("down \(size)\(unit.english)", "下降\(size)\(unit.chinese)")
    default: Wording("unchanged", "持平")
    }
  }

  private var size: String { decimalText(abs(units), decimals: decimals) }
}
