/// Divides the winners into the groups in which they are called up (分批), each of the size that the programme states.
///
/// The order is that of the ranking over all sections. Equals at the end of a group are divided in the order in which they are listed:
/// all of them have won, and the group decides only when they come. Winners beyond the last group are in none.
func callUp(_ decisions: inout [Decision], of contest: Contest) {
  guard !contest.batches.isEmpty else { return }
  let winners = decisions.indices.filter { decisions[$0].outcome == .in && decisions[$0].stage >= .candidate }
  let ranking = Ranking(
    winners, by: contest.order, keys: { contest.candidates[$0].keys }, isListedBefore: contest.isListedBefore)
  var next = ranking.order.startIndex
  for (number, size) in contest.batches.enumerated() {
    let end = next + Int(min(size, Int64(ranking.order.endIndex - next)))
    for index in ranking.order[next..<end] { decisions[index].batch = Int32(number + 1) }
    next = end
  }
}
