/// The ruling on a contest: a decision for every candidate, and what people still have to know or do.
package struct Ruling: Hashable, Sendable {
  /// In the order in which the candidates were given.
  package var decisions: [Decision]
  package var line: Line
  /// The pool and the number of the entry percentile, where the award has one.
  package var entry: EntryCut?
  /// The equals at the line whom a person must decide about, in listing order; `line.left` places are theirs.
  package var unsettled: [Int64]
  /// What the offices' files say that the rules do not allow.
  package var refusals: [Refusal]
  /// Why places stay empty; the counts add up to the empty places.
  package var vacancies: [Vacancy]
}

/// Places that nobody holds, and why.
package struct Vacancy: Hashable, Sendable {
  /// Why a place stays empty.
  package enum Cause: String, Sendable, CaseIterable {
    case tooFewCandidates = "too_few_candidates"
    case tieExcluded = "tie_excluded"
    case tieReserved = "tie_reserved"
    case tieOpen = "tie_open"
    /// A person settled the tie and named fewer than the places left.
    case tieDecided = "tie_decided"
    case notRecommended = "not_recommended"
    case rejected
  }

  package var cause: Cause
  package var count: Int64

  /// A number of empty places with one cause.
  package init(cause: Cause, count: Int64) {
    self.cause = cause
    self.count = count
  }
}
