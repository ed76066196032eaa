package import Programme

/// Everything that one award is decided from: its rules, its candidates, and what the offices have said so far.
package struct Contest: Sendable {
  package var order: KeyOrder
  package var ties: TiePolicy
  package var rankStyle: RankStyle
  /// nil where the programme sets no number.
  package var places: Int64?
  /// How the places are divided; nil for one list.
  package var division: Division?
  /// How many follow the winners on a reserve list, in each section; equals at its end all stand on it.
  package var reserve: Reserve?
  /// The sizes of the groups in which the winners are called up.
  package var batches: [Int64]
  /// Whether a holder wins once, with the best entry (seed 3: 不重复评优).
  package var oncePerUnit: Bool
  package var entry: EntryPercentile?
  package var filing: Opinion
  package var recommendation: Opinion
  /// Keys of candidates whose recommending office has not chosen yet, while those of others have.
  package var unheard: Set<Int64> = []
  package var approval: Opinion
  package var candidates: [Candidate]

  /// A contest; what an award does not ask for keeps its default.
  package init(
    order: KeyOrder, ties: TiePolicy, rankStyle: RankStyle = .competition, places: Int64?,
    division: Division? = nil, reserve: Reserve? = nil, batches: [Int64] = [], oncePerUnit: Bool = false,
    entry: EntryPercentile? = nil, filing: Opinion = .notAsked, recommendation: Opinion = .notAsked,
    approval: Opinion = .notAsked, candidates: [Candidate]
  ) {
    self.order = order
    self.ties = ties
    self.places = places
    self.rankStyle = rankStyle
    self.division = division
    self.reserve = reserve
    self.batches = batches
    self.oncePerUnit = oncePerUnit
    self.entry = entry
    self.filing = filing
    self.recommendation = recommendation
    self.approval = approval
    self.candidates = candidates
  }

  /// Whether equals are listed in this order; it never decides a place, except under `by_id`.
  func isListedBefore(_ left: Int, _ right: Int) -> Bool {
    let (mine, theirs) = (candidates[left], candidates[right])
    return (mine.listing, mine.key) < (theirs.listing, theirs.key)
  }
}

/// What an office says of the candidates: files them (申报), recommends them (推荐) or approves them (审定).
package enum Opinion: Hashable, Sendable {
  /// The award does not ask this office.
  case notAsked
  /// The office is asked, and its file is not there yet.
  case awaited
  /// Whoever the files do not name has not been filed or recommended, unless the own office has not chosen yet; for an approval such a
  /// one is still waited for.
  case given([Naming])
}

/// One row of an office's file, naming one candidate.
package struct Naming: Hashable, Sendable {
  package var candidate: Int64
  /// false where the office says no by name.
  package var isFavourable: Bool
  /// The caller's number for the row, so that a refusal can be traced to it.
  package var row: Int64

  /// One row that names a candidate.
  package init(candidate: Int64, isFavourable: Bool = true, row: Int64) {
    self.candidate = candidate
    self.isFavourable = isFavourable
    self.row = row
  }
}
