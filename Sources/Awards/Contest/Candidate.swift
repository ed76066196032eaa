/// One candidate of an award: a learner, a member of staff, or a unit with one of its projects.
package struct Candidate: Hashable, Sendable {
  /// What tells the candidate apart within the contest; it must occur once.
  package var key: Int64
  /// Who would hold the award; several candidates of one unit are its entries with different projects.
  package var unit: Int64
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
