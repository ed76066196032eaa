package import Programme

/// Why a component gave its points; the raw value is the code that is kept with them.
///
/// The codes are part of the database and never change their meaning.
package enum Reason: UInt8, Sendable, CaseIterable {
  /// All that the rule can give, the demand being met exactly or to the last printed digit.
  case full = 1
  /// All that the rule can give; more was done than counts.
  case capped = 2
  /// A part of the points, in proportion.
  case partial = 3
  /// Something was done, but not enough for a rule that gives all points or none.
  case below = 4
  /// Nothing was done that counts.
  case nothing = 5
  /// There is no fact to count at all, such as a mark that was never given.
  case missing = 6

  /// The reason as a phrase.
  package var wording: Wording {
    switch self {
    case .full: Wording("in full", "计满")
    case .capped: Wording("in full, more does not count", "计满，超出部分不计")
    case .partial: Wording("in proportion", "按比例计分")
    case .below: Wording("the demand is not met", "未达到要求")
    case .nothing: Wording("nothing to count", "没有可计的数量")
    case .missing: Wording("no record", "没有记录")
    }
  }
}
