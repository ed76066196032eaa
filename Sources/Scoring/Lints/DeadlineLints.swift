import Programme

/// Warns of deadlines that lie outside the phase in which anything can be handed in.
///
/// What offices hand in about themselves may come before a term and after it; only learners' facts are looked at.
func lintDeadlines(_ programme: Programme, _ faults: FaultCollector) {
  for tally in programme.tallies where tally.subject == .learner && tally.filter.hasTime {
    let own = programme.sources.first { $0.id == tally.source }?.cohort
    let cohorts = programme.cohorts.filter { own == nil || $0.id == own }
    let place = tally.filter.timePlace ?? tally.place
    if tally.filter.windows.isEmpty {
      warn(of: tally.filter, outside: cohorts, at: place, faults)
    } else {
      for cohort in cohorts { warn(of: tally.filter.held(for: cohort.id), outside: [cohort], at: place, faults) }
    }
  }
}

private func warn(of filter: TallyFilter, outside cohorts: [Cohort], at place: Place, _ faults: FaultCollector) {
  guard let begin = cohorts.map(\.from).min(), let end = cohorts.map(\.to).max() else { return }
  let (first, last) = (WrittenMoment(begin).first, WrittenMoment(end).last)
  let early = Wording("before the cohort begins on \(begin)", "早于班次开始日期\(begin)")
  let late = Wording("after the cohort ends on \(end)", "晚于班次结束日期\(end)")
  if let until = filter.until, until < first {
    warn(place, Wording("ends", "截止"), until, early, faults)
  } else if let until = filter.until, until > last {
    warn(place, Wording("ends", "截止"), until, late, faults)
  } else if let from = filter.from, from > last {
    warn(place, Wording("begins", "开始"), from, late, faults)
  }
}

private func warn(_ place: Place, _ verb: Wording, _ moment: Int64, _ outside: Wording, _ faults: FaultCollector) {
  let time = TallyUnit.moment.wording(moment).chinese
  faults.warn(
    place,
    Wording(
      "this time \(verb.english) at \(time), \(outside.english); correct the time or the cohort",
      "此处\(verb.chinese)于\(time)，\(outside.chinese)；请核对时刻或班次日期"))
}
