import Programme

/// Where the places of a contest end among its ranked candidates.
package struct Line: Hashable, Sendable {
  /// nil where the programme sets no number.
  package var places: Int64?
  /// Those whose place is certain.
  package var ahead: Int64
  /// The equals who stand across the line; 0 when it falls between two ranks.
  package var tied: Int64
  /// The places left for the equals across the line.
  package var left: Int64
  /// The keys at the line, from which gaps are counted; nil when nobody had to be left out.
  package var keys: RankKeys?

  init(places: Int64?, across ranking: Ranking, of candidates: [Candidate]) {
    let count = Int64(ranking.order.count)
    (self.places, ahead, tied, left) = (places, count, 0, 0)
    guard let places, places <= count else { return }
    ahead = max(0, places)
    guard let group = ranking.groups.first(where: { $0.upperBound >= places }), places > 0 else { return }
    keys = candidates[ranking.order[group.lowerBound]].keys
    guard group.upperBound > places else { return }
    ahead = Int64(group.lowerBound)
    tied = Int64(group.count)
    left = places - ahead
  }

  /// The positions of the equals across the line.
  var across: Range<Int> { Int(ahead)..<Int(ahead + tied) }

  func gap(of own: RankKeys, by order: KeyOrder) -> Gap? {
    guard let keys, let key = order.firstDifference(own, keys) else { return nil }
    guard let mine = own[key], let edge = keys[key] else { return Gap(key: key, difference: nil) }
    return Gap(key: key, difference: Int64(clamping: Int128(mine) - Int128(edge)))
  }
}

/// Gives every ranked candidate its rank and its side of the line; equals across it wait for the tie policy.
func place(_ decisions: inout [Decision], of contest: Contest, ranking: Ranking, line: Line) {
  for (number, group) in ranking.groups.enumerated() {
    for position in group {
      let index = ranking.order[position]
      decisions[index].shownRank =
        switch contest.rankStyle {
        case .competition: Int64(group.lowerBound + 1)
        case .dense: Int64(number + 1)
        case .ordinal: Int64(position + 1)
        }
      decisions[index].stage = .ranked
      decisions[index].rank = Int64(group.lowerBound + 1)
      decisions[index].tied = Int64(group.count)
      decisions[index].gap = line.gap(of: contest.candidates[index].keys, by: contest.order)
      if position < line.ahead {
        decisions[index].stage = .candidate
        decisions[index].reason = line.places == nil ? .noQuota : .withinPlaces
      } else if line.across.contains(position) {
        decisions[index].end(.tied, because: .tieOpen)
      } else {
        decisions[index].end(.below, because: .belowLine)
      }
    }
  }
}
