/// Decides a contest: one decision for every candidate, in the order given, and none dropped.
///
/// The program goes as far as candidates; filing, recommendation and approval come from people's files. Whatever the
/// order in which candidates or rows arrive, the ruling is the same.
package func decide(_ contest: Contest) -> Ruling {
  let indexes = contest.indexes
  let filing = Hearing(contest.filing, of: .filing, indexes: indexes)
  let recommendation = Hearing(contest.recommendation, of: .recommending, indexes: indexes)
  let approval = Hearing(contest.approval, of: .approving, indexes: indexes)
  var refusals = filing.refusals + recommendation.refusals + approval.refusals

  var decisions = contest.candidates.map(Decision.init(entering:))
  let entry = contest.entry.map { $0.cut(contest.candidates.map(\.entryFigure)) }
  screen(&decisions, of: contest, filing: filing, entry: entry)
  enterOncePerUnit(&decisions, of: contest)

  let ranking = contest.ranking(of: decisions)
  let line = Line(places: contest.places, across: ranking, of: contest.candidates)
  place(&decisions, of: contest, ranking: ranking, line: line)
  let equals = Array(ranking.order[line.across])
  refusals += settleTie(
    &decisions, of: contest, equals: equals, left: line.left, recommendation: recommendation, approval: approval)
  listReserves(&decisions, of: contest, ranking: ranking, line: line)

  refusals += hearRecommendation(&decisions, recommendation)
  refusals += hearApproval(&decisions, approval, after: recommendation)
  return Ruling(
    decisions: decisions, line: line, entry: entry,
    unsettled: equals.filter { decisions[$0].outcome == .tied }.map { decisions[$0].candidate },
    refusals: refusals.sorted { $0.precedes($1) },
    vacancies: vacancies(of: contest, line: line, ranking: ranking, decisions: decisions))
}

extension Contest {
  fileprivate var indexes: [Int64: Int] {
    let opinions = [filing, recommendation, approval]
    guard opinions.contains(where: { if case .given = $0 { true } else { false } }) else { return [:] }
    return Dictionary(zip(candidates.map(\.key), candidates.indices), uniquingKeysWith: { first, _ in first })
  }

  fileprivate func ranking(of decisions: [Decision]) -> Ranking {
    Ranking(
      decisions.indices.filter { decisions[$0].outcome == .in }, by: order, keys: { candidates[$0].keys },
      isListedBefore: isListedBefore)
  }
}
