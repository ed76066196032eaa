import Awards
import Programme
import Stages

/// One award under two sets of rules: what becomes of every candidate under the one and under the other.
struct AwardMoves {
  let before: DecidedAward?
  let after: DecidedAward?
  /// Who become candidates by the rules, and who no longer are: what offices then say is in their outcome.
  private(set) var entering: [Move] = []
  private(set) var leaving: [Move] = []
  /// Whose outcome or stage is another one without a candidacy being gained or lost.
  private(set) var changing: [Move] = []
  /// Whose outcome stays, and whose rank does not.
  private(set) var reranked: [Move] = []

  /// A candidate's place among the decisions; nil where the rules do not have the candidate.
  struct Move {
    let before: Int?
    let after: Int?
  }

  init(_ before: DecidedAward?, _ after: DecidedAward?) {
    self.before = before
    self.after = after
    var known: [CandidateIdentity: Int] = [:]
    let earlier = before?.ruling.decisions ?? []
    known.reserveCapacity(earlier.count)
    if let before { for index in earlier.indices { known[before.identity(index)] = index } }
    for index in after?.ruling.decisions.indices ?? 0..<0 {
      let was = after.flatMap { known.removeValue(forKey: $0.identity(index)) }
      take(Move(before: was, after: index))
    }
    for index in known.values.sorted() { take(Move(before: index, after: nil)) }
    (entering, leaving) = (listed(entering), listed(leaving))
    (changing, reranked) = (listed(changing), listed(reranked))
  }

  /// How many hold a place under the rules as they are, and under the others.
  var winners: (before: Int, after: Int) { counts { $0.outcome == .in } }

  /// How many the rules let through, whatever the offices say of them.
  var candidates: (before: Int, after: Int) { counts(\.isCandidate) }

  private func counts(_ holds: (Decision) -> Bool) -> (before: Int, after: Int) {
    func count(_ decided: DecidedAward?) -> Int { decided?.ruling.decisions.count(where: holds) ?? 0 }
    return (count(before), count(after))
  }

  var isUnchanged: Bool {
    entering.isEmpty && leaving.isEmpty && changing.isEmpty && reranked.isEmpty && before?.step == after?.step
      && (before == nil) == (after == nil)
  }

  func decisions(_ move: Move) -> (before: Decision?, after: Decision?) {
    (move.before.flatMap { before?.ruling.decisions[$0] }, move.after.flatMap { after?.ruling.decisions[$0] })
  }

  private mutating func take(_ move: Move) {
    let (was, becomes) = decisions(move)
    switch (was?.isCandidate ?? false, becomes?.isCandidate ?? false) {
    case (false, true): entering.append(move)
    case (true, false): leaving.append(move)
    default:
      if was?.outcome != becomes?.outcome || was?.stage != becomes?.stage {
        changing.append(move)
      } else if was?.shownRank != becomes?.shownRank {
        reranked.append(move)
      }
    }
  }

  /// Those with a place first, then by rank under the other rules, else under these, and equals by their listing.
  private func listed(_ moves: [Move]) -> [Move] {
    moves.map { (move: $0, key: key($0)) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.move)
  }

  private func key(_ move: Move) -> [Int64] {
    let (was, becomes) = decisions(move)
    let listing = move.after.flatMap { after?.listing($0) } ?? move.before.flatMap { before?.listing($0) } ?? 0
    return [
      becomes?.outcome == .in ? 0 : 1, becomes?.rank ?? .max, was?.rank ?? .max, listing,
      becomes?.candidate ?? was?.candidate ?? 0,
    ]
  }
}

extension Decision {
  /// Whether the rules let the candidacy through, so that only people could end it.
  fileprivate var isCandidate: Bool { stage >= .candidate }
}
