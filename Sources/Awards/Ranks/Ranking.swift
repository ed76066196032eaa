/// Candidates in their order, equals together.
///
/// Ranks are competition ranks: equals share one and the next rank skips them (1, 2, 2, 4). The order inside a group of
/// equals is only the order in which they are listed.
package struct Ranking: Sendable {
  /// Indexes of the ranked, the best first.
  package let order: [Int]
  /// The groups of equals as ranges of positions in `order`.
  package let groups: [Range<Int>]

  /// Ranks the given candidates of a field; `isListedBefore` orders equals on paper and gives nobody a better rank.
  ///
  /// Each key orders only the groups that the stronger keys left equal, as plain numbers.
  init(
    _ candidates: [Int], by keyOrder: KeyOrder, keys: (Int) -> RankKeys, isListedBefore: (Int, Int) -> Bool
  ) {
    var order = candidates
    var groups = candidates.isEmpty ? [] : [candidates.indices]
    for key in keyOrder.descending.indices {
      var finer: [Range<Int>] = []
      finer.reserveCapacity(candidates.count)
      for group in groups {
        Self.split(group, of: &order, into: &finer) { keyOrder.lessIsBetter(keys($0)[key], at: key) }
      }
      groups = finer
    }
    for group in groups where group.count > 1 { order[group].sort(by: isListedBefore) }
    self.order = order
    self.groups = groups
  }

  /// Orders one group of equals by a number of which less is better, and appends the groups it falls into.
  private static func split(
    _ group: Range<Int>, of order: inout [Int], into groups: inout [Range<Int>], by number: (Int) -> Int128
  ) {
    guard group.count > 1 else {
      groups.append(group)
      return
    }
    var sorted = order[group].map { (index: $0, number: number($0)) }
    sorted.sort { $0.number < $1.number }
    var start = group.lowerBound
    for (position, entry) in zip(group, sorted) {
      order[position] = entry.index
      let next = position + 1
      guard next == group.upperBound || sorted[next - group.lowerBound].number != entry.number else { continue }
      groups.append(start..<next)
      start = next
    }
  }
}

/// The competition rank of each candidate from its keys, in the order given.
package func competitionRanks(of keys: [RankKeys], by order: KeyOrder) -> [Int64] {
  let ranking = Ranking(Array(keys.indices), by: order, keys: { keys[$0] }, isListedBefore: <)
  var ranks = [Int64](repeating: 0, count: keys.count)
  for group in ranking.groups {
    for position in group { ranks[ranking.order[position]] = Int64(group.lowerBound + 1) }
  }
  return ranks
}
