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
  init(
    _ candidates: [Int], by order: KeyOrder, keys: (Int) -> [Int64?], isListedBefore: (Int, Int) -> Bool
  ) {
    let field = candidates.map { (index: $0, keys: keys($0)) }.sorted { left, right in
      guard order.firstDifference(left.keys, right.keys) != nil else { return isListedBefore(left.index, right.index) }
      return order.isBetter(left.keys, than: right.keys)
    }
    var groups: [Range<Int>] = []
    var start = 0
    for position in field.indices {
      let next = position + 1
      if next < field.count, order.firstDifference(field[position].keys, field[next].keys) == nil { continue }
      groups.append(start..<next)
      start = next
    }
    self.order = field.map(\.index)
    self.groups = groups
  }
}

/// The competition rank of each candidate from its keys, in the order given.
package func competitionRanks(of keys: [[Int64?]], by order: KeyOrder) -> [Int64] {
  let ranking = Ranking(Array(keys.indices), by: order, keys: { keys[$0] }, isListedBefore: <)
  var ranks = [Int64](repeating: 0, count: keys.count)
  for group in ranking.groups {
    for position in group { ranks[ranking.order[position]] = Int64(group.lowerBound + 1) }
  }
  return ranks
}
