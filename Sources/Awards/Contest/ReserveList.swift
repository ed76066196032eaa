package import Programme

/// Puts the next candidates after the winners on the reserve list, equals sharing a place on it.
///
/// While a tie is open nobody follows, because those who lose it come first. Equals whom `exclude` kept out stay out. Where lots
/// settle ties, they also order the equals on the list, so that none share a place.
/// A withdrawal needs no list: the contest is decided again without the withdrawn, and the next one moves up.
func listReserves(_ decisions: inout [Decision], of contest: Contest, ranking: Ranking, line: Line) {
  let length = contest.reserve?.length(places: line.places ?? 0) ?? 0
  guard !ranking.order[line.across].contains(where: { decisions[$0].outcome == .tied }) else { return }
  var listed: Int64 = 0
  for group in ranking.groups where group.lowerBound >= line.ahead {
    let next = ranking.order[group].filter { decisions[$0].mayFollow }
    guard listed < length || next.contains(where: { decisions[$0].outcome == .reserve }) else { return }
    for follower in contest.ties == .lot ? contest.groups(byLot: next) : [next] {
      guard listed < length || contest.ties != .lot else { return }
      for index in follower {
        decisions[index].outcome = .reserve
        decisions[index].reserve = listed + 1
      }
      listed += Int64(follower.count)
    }
  }
}

extension Reserve {
  /// How many the list has for so many places, before equals at its end are counted.
  package func length(places: Int64) -> Int64 {
    switch self {
    case .number(let number): number
    case .share(let share, let rounding): rounding.quotient(Int128(places) * Int128(share), over: millionths)
    }
  }
}

extension Contest {
  /// Candidates in the order of their lots, the improbable equals together.
  func groups(byLot candidates: [Int]) -> [[Int]] {
    let order = candidates.sorted { self.candidates[$0].lot < self.candidates[$1].lot }
    return order.reduce(into: []) { groups, index in
      if let last = groups.last?.first, self.candidates[last].lot == self.candidates[index].lot {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
  }
}

extension Decision {
  fileprivate var mayFollow: Bool {
    outcome == .reserve || (outcome == .below && reason != .tieExcluded)
  }
}
