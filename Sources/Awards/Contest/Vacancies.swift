import Programme

/// Says why places stay empty, cause by cause: the line's own causes first, then those of the offices.
func vacancies(of contest: Contest, line: Line, ranking: Ranking, decisions: [Decision]) -> [Vacancy] {
  guard let places = line.places else { return [] }
  let equals = ranking.order[line.across].map { decisions[$0] }
  let takenByEquals = equals.count { $0.stage >= .candidate }
  let isOpen = equals.contains { $0.outcome == .tied }
  let causes: [(Vacancy.Cause, Int64)] = [
    (.tooFewCandidates, places - Int64(ranking.order.count)),
    (contest.ties.vacancy(isOpen: isOpen), line.left - Int64(takenByEquals)),
    (.notRecommended, Int64(decisions.count { $0.outcome == .notRecommended })),
    (.rejected, Int64(decisions.count { $0.outcome == .rejected })),
  ]
  var empty = places - Int64(decisions.count { $0.outcome == .in })
  return causes.compactMap { cause, count in
    let explained = min(count, empty)
    guard explained > 0 else { return nil }
    empty -= explained
    return Vacancy(cause: cause, count: explained)
  }
}

extension TiePolicy {
  /// Why the equals at the line left places empty; `extend` and `by_id` never do.
  fileprivate func vacancy(isOpen: Bool) -> Vacancy.Cause {
    switch self {
    case .exclude: .tieExcluded
    case .reserve: .tieReserved
    case .person, .extend, .byIdentifier: isOpen ? .tieOpen : .tieDecided
    }
  }
}
