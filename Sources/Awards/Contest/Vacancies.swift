import Programme

/// Says why places stay empty, cause by cause, over all sections and for what the division could not place.
func vacancies(of contest: Contest, _ heats: Heats, decisions: [Decision]) -> [Vacancy] {
  var counts: [Vacancy.Cause: Int64] = [:]
  for heat in heats.heats {
    for vacancy in vacancies(of: contest, heat, decisions: decisions) {
      counts[vacancy.cause, default: 0] += vacancy.count
    }
  }
  if let split = heats.split, split.unplaced > 0 {
    counts[split.unsettled.isEmpty ? .noSection : .splitOpen, default: 0] += split.unplaced
  }
  return Vacancy.Cause.allCases.compactMap { cause in counts[cause].map { Vacancy(cause: cause, count: $0) } }
}

/// The causes of one section: the line's own first, then those of the offices.
private func vacancies(of contest: Contest, _ heat: Heat, decisions all: [Decision]) -> [Vacancy] {
  let (line, ranking) = (heat.line, heat.ranking)
  guard let places = line.places else { return [] }
  let equals = heat.equals.map { all[$0] }
  var (holding, notRecommended, rejected): (Int64, Int64, Int64) = (0, 0, 0)
  for index in ranking.order {
    switch all[index].outcome {
    case .in: holding += 1
    case .notRecommended: notRecommended += 1
    case .rejected: rejected += 1
    default: break
    }
  }
  let takenByEquals = equals.count { $0.stage >= .candidate }
  let isOpen = equals.contains { $0.outcome == .tied }
  let causes: [(Vacancy.Cause, Int64)] = [
    (.tooFewCandidates, places - Int64(ranking.order.count)),
    (contest.ties.vacancy(isOpen: isOpen), line.left - Int64(takenByEquals)),
    (.notRecommended, notRecommended),
    (.rejected, rejected),
  ]
  var empty = places - holding
  return causes.compactMap { cause, count in
    let explained = min(count, empty)
    guard explained > 0 else { return nil }
    empty -= explained
    return Vacancy(cause: cause, count: explained)
  }
}

extension TiePolicy {
  /// Why the equals at the line left places empty; `extend`, `by_id` and, but for two equal lots, `lot` never do.
  fileprivate func vacancy(isOpen: Bool) -> Vacancy.Cause {
    switch self {
    case .exclude: .tieExcluded
    case .reserve: .tieReserved
    case .person, .lot, .extend, .byIdentifier: isOpen ? .tieOpen : .tieDecided
    }
  }
}
