/// One candidate of an award: a learner, a member of staff, or a unit with one of its projects.
package struct Candidate: Hashable, Sendable {
  /// What tells the candidate apart within the contest; it must occur once.
  package var key: Int64
  /// Who would hold the award; several candidates of one unit are its entries with different projects.
  package var unit: Int64
  /// The section in which the candidate competes; 0 in a contest that is not divided.
  package var section: Int32 = 0
  /// The candidate's lot, where lots settle ties.
  package var lot = Lot(number: 0)
  /// Why the candidate must not win, though all conditions hold.
  package var bar: Bar = .none
  /// Where the entry's project stands among the projects.
  package var project: Int64?
  /// The learners of the entry; chooses which of a unit's equal entries is listed, never who wins.
  package var enrolled: Int64?
  /// Where the candidate stands when equals are listed, by identifier as text.
  package var listing: Int64
  /// The ranking keys in printed units, in the order of the contest's `order`; nil is no figure.
  package var keys: RankKeys
  /// The figure of the entry percentile.
  package var entryFigure: Int64?
  /// Indexes of the award's conditions that do not hold.
  package var failed: [Int]
  package var hasWithdrawn: Bool

  /// What keeps a candidate out that is no condition of the award.
  package enum Bar: Hashable, Sendable {
    case none
    /// Was found not to qualify, by a correction that people made.
    case disqualified
    /// Held the award before.
    case former
    /// Holds the award with this number in the list of exclusive awards.
    case otherAward(UInt16)
  }

  /// A candidate whose facts the caller has gathered.
  package init(
    key: Int64, unit: Int64, project: Int64? = nil, enrolled: Int64? = nil, listing: Int64, keys: RankKeys,
    entryFigure: Int64? = nil, failed: [Int] = [], hasWithdrawn: Bool = false
  ) {
    self.key = key
    self.unit = unit
    self.project = project
    self.enrolled = enrolled
    self.listing = listing
    self.keys = keys
    self.entryFigure = entryFigure
    self.failed = failed
    self.hasWithdrawn = hasWithdrawn
  }
}
