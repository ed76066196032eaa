package import Scoring

/// A unit that shares in the places of a quota.
package struct Claim: Hashable, Sendable {
  package var unit: Int64
  /// What the unit's share goes by: its enrolled learners, its administrators. Not negative.
  package var size: Int64
  /// The most places it can use, its available candidates; nil is no limit.
  package var cap: Int64?

  /// A unit with its size and, where it has one, its cap.
  package init(unit: Int64, size: Int64, cap: Int64? = nil) {
    self.unit = unit
    self.size = size
    self.cap = cap
  }
}

/// What one unit gets of a split, with the arithmetic that the papers print.
package struct Allotment: Hashable, Sendable {
  package var unit: Int64
  /// The exact share of the places (应得名额); nil when no unit has any size.
  package var exact: Fraction?
  /// The places before remainders: the whole part, the minimum, or the cap.
  package var whole: Int64
  /// The rank of its remainder; nil for a unit that takes no part in the remainders, and where the method has none.
  package var remainderRank: Int64?
  /// The quotient that gave it its last place, where places go by highest averages.
  package var quotient: Fraction?
  package var places: Int64
  /// Of `places`, those taken over from units that could not use them; negative for what such a unit passed on.
  package var passedOn: Int64 = 0

  /// The places gained by remainder or quotient (补足).
  package var added: Int64 { places - whole - passedOn }
}

/// Places split between units.
package struct Split: Hashable, Sendable {
  /// In the order of the claims.
  package var allotments: [Allotment]
  /// Units with the same remainder for too few places; a person decides, and none of them has got one yet.
  package var unsettled: [Int64]
  /// Places that the split does not give: those of `unsettled`, and those that no unit can use.
  package var unplaced: Int64
}
