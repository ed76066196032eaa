/// Decides a contest: one decision for every candidate, in the order given, and none dropped.
///
/// The program goes as far as candidates; filing, recommendation and approval come from people's files. Whatever the
/// order in which candidates or rows arrive, the ruling is the same.
package func decide(_ contest: Contest) -> Ruling {
  let indexes = contest.indexes
  let filing = Hearing(contest.filing, of: .filing, indexes: indexes)
  let recommendation = Hearing(contest.recommendation, of: .recommending, indexes: indexes, unheard: contest.unheard)
  let approval = Hearing(contest.approval, of: .approving, indexes: indexes)
  var refusals = filing.refusals + recommendation.refusals + approval.refusals

  var decisions = contest.candidates.map(Decision.init(entering:))
  let entry = contest.entry.map { $0.cut(contest.candidates.map(\.entryFigure)) }
  screen(&decisions, of: contest, filing: filing, entry: entry)
  enterOncePerUnit(&decisions, of: contest)
  let result = contest.run(&decisions, recommendation: recommendation, approval: approval)
  refusals += result.refusals
  callUp(&decisions, of: contest)
  refusals += hearRecommendation(&decisions, recommendation)
  refusals += hearApproval(&decisions, approval, after: recommendation)
  return Ruling(
    decisions: decisions, lines: result.heats.map(\.line), split: result.split, sizes: result.sizes,
    keepsMinimum: result.keepsMinimum,
    entry: entry,
    unsettled: result.heats.flatMap { heat in
      heat.equals.filter { decisions[$0].outcome == .tied }.map { decisions[$0].candidate }
    },
    refusals: refusals.sorted { $0.precedes($1) },
    vacancies: vacancies(of: contest, result, decisions: decisions))
}

extension Contest {
  fileprivate var indexes: [Int64: Int] {
    let opinions = [filing, recommendation, approval]
    guard opinions.contains(where: { if case .given = $0 { true } else { false } }) else { return [:] }
    return Dictionary(zip(candidates.map(\.key), candidates.indices), uniquingKeysWith: { first, _ in first })
  }
}
