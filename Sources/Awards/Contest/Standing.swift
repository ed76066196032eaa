/// Where one candidate of a contest stands among all others, as far as it decides who wins: with two figures that give the same standing,
/// the same candidates win.
package struct Standing: Hashable, Sendable {
  /// Whether the candidate meets the conditions.
  let isEligible: Bool
  /// How many of the others are ahead and how many equal; in one undivided list only whether the candidate is behind, at or ahead of the
  /// one who would have the last place without it.
  let ahead: Int
  let equal: Int
  /// The figure of the entry percentile, where there is one.
  let entryFigure: Int64?
}

/// The candidates of a contest in their order, to say where one of them would stand with other figures.
package struct Standings: Sendable {
  private let contest: Contest
  /// The keys of those who can be ranked, the best first.
  private let ranked: [RankKeys]
  /// The places, where the contest is one undivided list that nothing but keys and conditions decides.
  private let plainPlaces: Int64?
  private let isPlain: Bool

  /// `isBound` is whether something else hangs together with who wins, such as another award.
  package init(_ contest: Contest, isBound: Bool) {
    self.contest = contest
    ranked = contest.candidates.filter(\.canBeRanked).map(\.keys).sorted { contest.order.isBetter($0, than: $1) }
    isPlain =
      !isBound && contest.division == nil && !contest.oncePerUnit && contest.entry == nil && contest.filing == .notAsked
    plainPlaces = contest.places
  }

  /// Where a candidate would stand with these figures.
  package func standing(of index: Int, keys: RankKeys, entryFigure: Int64?, isEligible: Bool) -> Standing {
    let own = contest.candidates[index]
    guard isEligible else { return Standing(isEligible: false, ahead: 0, equal: 0, entryFigure: entryFigure) }
    guard isPlain else {
      var (ahead, equal) = (place(before: keys), place(behind: keys))
      equal -= ahead
      if own.canBeRanked {
        if contest.order.isBetter(own.keys, than: keys) { ahead -= 1 }
        if contest.order.firstDifference(own.keys, keys) == nil { equal -= 1 }
      }
      return Standing(isEligible: true, ahead: ahead, equal: equal, entryFigure: entryFigure)
    }
    let place = edge(without: own).map { side(of: keys, at: $0) } ?? 0
    return Standing(isEligible: true, ahead: place, equal: 0, entryFigure: nil)
  }

  /// The keys of the one who would have the last place if the candidate were not there; nil where there is a place for everybody.
  private func edge(without own: Candidate) -> RankKeys? {
    guard let places = plainPlaces, places > 0 else { return nil }
    var last = Int(places) - 1
    if own.canBeRanked, last >= place(before: own.keys) { last += 1 }
    return ranked.indices.contains(last) ? ranked[last] : nil
  }

  private func side(of keys: RankKeys, at edge: RankKeys) -> Int {
    if contest.order.firstDifference(keys, edge) == nil { return 1 }
    return contest.order.isBetter(keys, than: edge) ? 2 : -1
  }

  /// How many are better.
  private func place(before keys: RankKeys) -> Int { first { !contest.order.isBetter($0, than: keys) } }

  /// How many are better or equal.
  private func place(behind keys: RankKeys) -> Int { first { contest.order.isBetter(keys, than: $0) } }

  private func first(where holds: (RankKeys) -> Bool) -> Int {
    var (low, high) = (0, ranked.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(ranked[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Candidate {
  fileprivate var canBeRanked: Bool { !hasWithdrawn && failed.isEmpty && bar == .none }
}
