/// The ruling on a contest: a decision for every candidate, and what people still have to know or do.
package struct Ruling: Hashable, Sendable {
  /// In the order in which the candidates were given.
  package var decisions: [Decision]
  /// The line of each section; a contest that is not divided has one.
  package var lines: [Line]
  /// How the places were divided; nil where they are not.
  package var split: Split?
  /// What the share of each section went by.
  package var sizes: [Int64]
  /// false where the places did not suffice for the minimum of every section, and none got it.
  package var keepsMinimum: Bool
  /// The pool and the number of the entry percentile, where the award has one.
  package var entry: EntryCut?
  /// The equals at the line whom a person must decide about, section by section in listing order; the `left` places of the line are theirs.
  package var unsettled: [Int64]
  /// What the offices' files say that the rules do not allow.
  package var refusals: [Refusal]
  /// Why places stay empty; the counts add up to the empty places.
  package var vacancies: [Vacancy]
}

extension Ruling {
  /// The line of a contest that is not divided.
  package var line: Line { lines[0] }

  /// The places for which equals are tied, over all sections that wait for a person.
  package var leftForTied: Int64 {
    let open = Set(unsettled)
    let sections = Set(decisions.filter { open.contains($0.candidate) }.map(\.section))
    return sections.reduce(0) { $0 + lines[Int($1)].left }
  }

  /// The line of a candidate's section.
  package func line(of candidate: Candidate) -> Line { lines[split == nil ? 0 : Int(candidate.section)] }
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
    /// Sections with exactly equal claims wait for a person.
    case splitOpen = "split_open"
    /// No section with a size has candidates left.
    case noSection = "no_section"
  }

  package var cause: Cause
  package var count: Int64

  /// A number of empty places with one cause.
  package init(cause: Cause, count: Int64) {
    self.cause = cause
    self.count = count
  }
}
