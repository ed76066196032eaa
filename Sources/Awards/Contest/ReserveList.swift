/// Puts the next candidates after the winners on the reserve list, equals sharing a place on it.
///
/// While a tie is open nobody follows, because those who lose it come first. Equals whom `exclude` kept out stay out.
/// A withdrawal needs no list: the contest is decided again without the withdrawn, and the next one moves up.
func listReserves(_ decisions: inout [Decision], of contest: Contest, ranking: Ranking, line: Line) {
  guard !decisions.contains(where: { $0.outcome == .tied }) else { return }
  var listed: Int64 = 0
  for group in ranking.groups where group.lowerBound >= line.ahead {
    let next = ranking.order[group].filter { decisions[$0].mayFollow }
    guard listed < contest.reserves || next.contains(where: { decisions[$0].outcome == .reserve }) else { return }
    for index in next {
      decisions[index].outcome = .reserve
      decisions[index].reserve = listed + 1
    }
    listed += Int64(next.count)
  }
}

extension Decision {
  fileprivate var mayFollow: Bool {
    outcome == .reserve || (outcome == .below && reason != .tieExcluded)
  }
}
