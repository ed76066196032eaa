/// What became of one candidate of one award, with the operands of the sentence that says why.
///
/// Every candidate has exactly one; it starts as `in` at the stage `pool`, and each step either takes it further or
/// ends it.
package struct Decision: Hashable, Sendable {
  package var candidate: Int64
  package var section: Int32
  package var outcome: Outcome = .in
  /// The furthest stage reached.
  package var stage: Stage = .pool
  package var reason: Reason = .entered
  /// The competition rank within the section; nil for whoever was not ranked.
  package var rank: Int64?
  /// The rank as the programme counts ranks, which the papers print.
  package var shownRank: Int64?
  /// How many share the rank, this candidate included; 0 when not ranked.
  package var tied: Int64 = 0
  /// How far from the line; nil at the line itself and where there is none.
  package var gap: Gap?
  /// Indexes of the conditions that do not hold.
  package var failed: [Int] = []
  /// The entry by which the same holder competes instead, or the number of the award that bars this one.
  package var other: Int64?
  /// The place on the reserve list.
  package var reserve: Int64?
  /// The group in which a winner is called up, from 1; nil for whoever is in none.
  package var batch: Int32?
  package var decidedBy: Decider = .rules

  init(entering candidate: Candidate) {
    self.candidate = candidate.key
    section = candidate.section
  }

  mutating func end(_ outcome: Outcome, because reason: Reason) {
    self.outcome = outcome
    self.reason = reason
  }
}

/// How a candidacy ends; the raw value is what the database and the outputs carry.
package enum Outcome: String, Sendable, CaseIterable {
  /// Holds a place, as far as its stage goes: a candidate until people have decided.
  case `in`
  case reserve
  case below
  /// An equal at the line whom a person must decide about.
  case tied
  case ineligible
  /// The same holder competes with a better entry, has another award, or had this one before.
  case excluded
  case notFiled = "not_filed"
  case belowEntry = "below_entry"
  case notRecommended = "not_recommended"
  /// The approving office said no.
  case rejected
  case withdrawn
}

extension Outcome {
  /// Whether a candidate of this outcome came within the places by rank, or is an equal at the line, whatever an office said afterwards.
  package var cameWithin: Bool {
    switch self {
    case .in, .tied, .notRecommended, .rejected: true
    case .reserve, .below, .ineligible, .excluded, .notFiled, .belowEntry, .withdrawn: false
    }
  }
}

/// The stages of an award in their order; the program decides up to `candidate`, people decide the rest.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  case pool
  case eligible
  case ranked
  case candidate
  case recommended
  case approved
  case publicised
  case awarded

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Self, right: Self) -> Bool {
    left.order < right.order
  }
}

/// Who made a decision.
package enum Decider: String, Sendable, CaseIterable {
  case rules
  /// The order of identifiers, where a programme says `by_id`.
  case identifier
  /// A draw with a published seed.
  case lot
  case recommendingOffice = "recommending_office"
  case approvingOffice = "approving_office"
}

/// Why a candidacy stands as it does; the operands are in the decision and in the line.
package enum Reason: String, Sendable, CaseIterable {
  case entered
  case hasWithdrawn = "has_withdrawn"
  case conditionsUnmet = "conditions_unmet"
  case notFiled = "not_filed"
  case belowEntry = "below_entry"
  case disqualified
  case formerWinner = "former_winner"
  case otherAward = "other_award"
  case sameUnit = "same_unit"
  /// The award has no number of places.
  case noQuota = "no_quota"
  case withinPlaces = "within_places"
  case belowLine = "below_line"
  case tieExtended = "tie_extended"
  case tieExcluded = "tie_excluded"
  case tieReserved = "tie_reserved"
  case tieByIdentifier = "tie_by_identifier"
  case tieByLot = "tie_by_lot"
  case tieOpen = "tie_open"
  case tieDecided = "tie_decided"
  case notRecommended = "not_recommended"
  case rejected
}

/// How far a candidate is from the line, in the first key that differs.
package struct Gap: Hashable, Sendable {
  /// Index of the key.
  package var key: Int
  /// Own figure minus the figure at the line, in the key's printed unit; nil where one of them is missing.
  package var difference: Int64?

  /// A gap in one key.
  package init(key: Int, difference: Int64?) {
    self.key = key
    self.difference = difference
  }
}
