extension Programme {
  /// Reports names that no other part of the file declares, and sets apart rank keys that name tallies and components.
  mutating func checkReferences(_ faults: FaultCollector) {
    let tallies = Set(self.tallies.map(\.id.text))
    let components = Set(scoring.components.map(\.id.text))
    let sources = self.sources.map(\.id.text)
    let metrics = self.metrics.map(\.id.text)
    let levels = self.levels.map(\.id.text)
    func refuse(_ what: Wording, _ name: String, among names: some Sequence<String>, _ place: Place) {
      let hint = Spelling.hint(for: name, among: names.sorted())
      faults.refuse(
        place,
        Wording(
          "no \(what.english) is named '\(name)'; \(hint.english)", "没有名为 '\(name)' 的\(what.chinese)；\(hint.chinese)"))
    }
    let (source, metric) = (Wording("source", "数据源"), Wording("metric", "指标"))
    let (tally, level) = (Wording("tally", "汇总"), Wording("level", "层级"))

    for one in self.tallies where !sources.contains(one.source.text) {
      refuse(source, one.source.text, among: sources, one.place)
    }
    for one in self.metrics {
      for quantity in [one.numerator, one.denominator] {
        for name in quantity.tallyNames where !tallies.contains(name) { refuse(tally, name, among: tallies, one.place) }
      }
    }
    for index in awards.indices {
      let place = awards[index].place
      for key in awards[index].rank.indices {
        awards[index].rank[key].resolve(tallies: tallies, components: components)
        for part in awards[index].rank[key].compositeFigures where part != "briefs" && !metrics.contains(part) {
          refuse(metric, part, among: metrics + ["briefs"], place)
        }
      }
      awards[index].entry?.key.resolve(tallies: tallies, components: components)
      for name in awards[index].levelNames where !levels.contains(name) { refuse(level, name, among: levels, place) }
      for name in awards[index].eligible.compactMap(\.tallyName) where !tallies.contains(name) {
        refuse(tally, name, among: tallies, place)
      }
    }
    for key in scoring.rank.indices { scoring.rank[key].resolve(tallies: tallies, components: components) }
    if let bulletin = reports.bulletin {
      for name in bulletin.metrics.map(\.text) + [bulletin.rankBy.text] where !metrics.contains(name) {
        refuse(metric, name, among: metrics, .beginning)
      }
    }
    if let satisfaction, !sources.contains(satisfaction.source.text) {
      refuse(source, satisfaction.source.text, among: sources, satisfaction.place)
    }
    let cohorts = self.cohorts.map(\.id.text)
    for one in self.sources {
      for ruling in one.rulings where !cohorts.contains(ruling.cohort.text) {
        refuse(Wording("cohort", "班次"), ruling.cohort.text, among: cohorts, one.place)
      }
    }
    for check in checks {
      switch check.condition {
      case .coverage(let of, let by, _):
        for name in [of.text, by.text] where !sources.contains(name) {
          refuse(source, name, among: sources, check.place)
        }
      case .dayChange(let of, let at, _):
        if !metrics.contains(of.text) { refuse(metric, of.text, among: metrics, check.place) }
        if !levels.contains(at.text) { refuse(level, at.text, among: levels, check.place) }
      }
    }
  }
}

extension Quantity {
  fileprivate var tallyNames: [String] {
    switch source {
    case .sum(let tally): [tally.text]
    case .learners(let conditions): conditions.compactMap(\.tallyName)
    case .enrolled, .sumPoints: []
    }
  }
}

extension LearnerCondition {
  fileprivate var tallyName: String? {
    switch self {
    case .above(let tally, _), .atLeast(let tally, _): tally.text
    case .passed, .totalAtLeast: nil
    }
  }
}

extension RankKey {
  fileprivate mutating func resolve(tallies: Set<String>, components: Set<String>) {
    guard case .attribute(let name) = value else { return }
    if tallies.contains(name) {
      value = .tally(Identifier(name))
    } else if components.contains(name) {
      value = .component(Identifier(name))
    }
  }

  fileprivate var compositeFigures: [String] {
    if case .composite(let composite) = value { composite.parts.map(\.figure) } else { [] }
  }
}

extension Award {
  fileprivate var levelNames: [String] {
    let own: String? =
      switch pool {
      case .learners: nil
      case .staff(_, let level, _): level?.text
      case .units(let level, _): level.text
      }
    return [own, filedBy?.text, recommendedBy?.text, approvedBy?.text].compactMap { $0 }
  }
}
