package import Programme

/// One quota worked out: what it is a share of, what that comes to exactly, and the places after rounding.
///
/// Every part is kept because the papers print the arithmetic; 不超过 rounds down, 比例为 half up, and the pipeline file
/// says which (seeds 2, 3 and 4).
package struct QuotaStep: Hashable, Sendable {
  /// The number of people, units or projects that the share is taken of.
  package var base: Int64
  /// In millionths of the base.
  package var share: Int64
  package var rounding: Rounding
  package var minimum: Int64
  /// What the share comes to before rounding, in millionths of a place.
  package var exact: Int128
  /// The places before the minimum is applied.
  package var rounded: Int64
  package var places: Int64
  /// Whether the number was stated and nothing had to be worked out.
  package var isStated: Bool
}

extension Quota {
  /// The places this quota gives on a base that is not negative.
  package func places(base: Int64) -> QuotaStep {
    let exact = Int128(base) * Int128(share)
    let rounded = rounding.quotient(exact, over: millionths)
    return QuotaStep(
      base: base, share: share, rounding: rounding, minimum: minimum, exact: exact, rounded: rounded,
      places: max(rounded, minimum), isStated: isStated)
  }

  private var isStated: Bool { if case .places = base { true } else { false } }
}

extension QuotaStep {
  /// The exact number of places as decimal text without idle zeros: 2.4.
  package var exactText: String { decimalText(exact, decimals: 6, trimmed: true) }

  /// The arithmetic as the papers print it: `60×4%=2.4→2（四舍五入）`.
  package var arithmetic: Wording {
    if isStated { return Wording("\(places) as stated", "\(places)个（直接规定）") }
    let percent = decimalText(Int128(share), decimals: 4, trimmed: true)
    let raised =
      places > rounded ? Wording(", at least \(minimum) → \(places)", "，至少\(minimum)个→\(places)") : Wording("", "")
    return Wording(
      "\(base) × \(percent)% = \(exactText) → \(rounded) (\(rounding.title.english))\(raised.english)",
      "\(base)×\(percent)%=\(exactText)→\(rounded)（\(rounding.title.chinese)）\(raised.chinese)")
  }
}
