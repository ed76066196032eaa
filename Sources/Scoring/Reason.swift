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
  /// Points were taken off.
  case deducted = 7
  /// What the points are given for was not handed in (不上交的不得分).
  case withheld = 8
  /// The points of the band that the amount falls in.
  case banded = 9
  /// Handed in after the deadline, which gives nothing.
  case late = 10
  /// Handed in after the deadline, and counted all the same.
  case lateCounted = 11
  /// Handed in after the deadline, and reduced for it.
  case lateReduced = 12
  /// Points in proportion, though one of several minima is missed.
  case minimumMissed = 13

  /// The reason as a phrase.
  package var wording: Wording {
    switch self {
    case .full: Wording("in full", "计满")
    case .capped: Wording("in full, more does not count", "计满，超出部分不计")
    case .partial: Wording("in proportion", "按比例计分")
    case .below: Wording("the demand is not met", "未达到要求")
    case .nothing: Wording("nothing to count", "没有可计的数量")
    case .missing: Wording("no record", "没有记录")
    case .deducted: Wording("points were taken off", "已扣分")
    case .withheld: Wording("not handed in", "未上交，不得分")
    case .banded: Wording("by band", "按等次计分")
    case .late: Wording("handed in late", "逾期提交，不得分")
    case .lateCounted: Wording("handed in late, counted all the same", "逾期提交，照计并注明")
    case .lateReduced: Wording("handed in late, reduced", "逾期提交，已扣分")
    case .minimumMissed: Wording("in proportion; a minimum is missed", "按比例计分，有单项未达到最低要求")
    }
  }
}
