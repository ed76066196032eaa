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
    for rule in scoring.provisional { rule.check(scoring, self.cohorts, faults) }
    func check(_ conditions: [LearnerCondition], _ place: Place) {
      for name in conditions.flatMap(\.tallies).map(\.text) where !tallies.contains(name) {
        refuse(tally, name, among: tallies, place)
      }
    }
    for clause in scoring.requirements + scoring.vetoes + scoring.flags { check(clause.conditions, clause.place) }
    if case .studied(let names, _)? = scoring.credit?.amount {
      for name in names.map(\.text) where !tallies.contains(name) {
        refuse(tally, name, among: tallies, scoring.credit?.place ?? .beginning)
      }
    }
    for one in self.metrics {
      for quantity in [one.numerator, one.denominator] {
        check(quantity.conditions, one.place)
        if case .sum(let name) = quantity.source, !tallies.contains(name.text) {
          refuse(tally, name.text, among: tallies, one.place)
        }
        if case .responses(let name) = quantity.source {
          let surveys = self.sources.filter { $0.kind == .survey }.map(\.id.text)
          if !surveys.contains(name.text) {
            refuse(Wording("source of kind 'survey'", "“survey”类数据源"), name.text, among: surveys, one.place)
          }
        }
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
      check(awards[index].eligible, place)
    }
    for key in scoring.rank.indices { scoring.rank[key].resolve(tallies: tallies, components: components) }
    if let bulletin = reports.bulletin {
      let named = zip(bulletin.metrics + [bulletin.rankBy], bulletin.metricPlaces + [bulletin.rankPlace])
      for (name, place) in named where !metrics.contains(name.text) {
        refuse(metric, name.text, among: metrics, place)
      }
    }
    if let satisfaction, !sources.contains(satisfaction.source.text) {
      refuse(source, satisfaction.source.text, among: sources, satisfaction.place)
    }
    for wave in satisfaction?.waves ?? [] where !sources.contains(wave.source.text) {
      refuse(source, wave.source.text, among: sources, wave.place)
    }
    checkSurvey(faults)
    if let ledger, scoring.credit == nil {
      faults.refuse(
        ledger.place,
        Wording(
          "the ledger adds up credited hours, but the scheme credits none; add 'credit' to 'scoring'",
          "学时总账累计计入的学时，但考核方案未计学时；请在 scoring 中添加 credit"))
    }
    if let ledger, let prior = ledger.prior {
      let ofCredit = self.sources.filter { $0.kind == .credit }.map(\.id.text)
      if !ofCredit.contains(prior.text) {
        refuse(Wording("source of kind 'credit'", "“credit”类数据源"), prior.text, among: ofCredit, ledger.place)
      }
    }
    let cohorts = self.cohorts.map(\.id.text)
    for one in self.sources {
      if let cohort = one.cohort, !cohorts.contains(cohort.text) {
        refuse(Wording("cohort", "班次"), cohort.text, among: cohorts, one.place)
      }
      if one.by == .group, !self.sources.contains(where: { $0.kind == .roster && $0.column("group") != nil }) {
        faults.refuse(
          one.place,
          Wording(
            "source '\(one.id)' is by group, but the roster has no column 'group'", "数据源“\(one.id)”按小组记录，但名册没有 group 列")
        )
      }
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
      case .figure(_, let of, _):
        if !metrics.contains(of.text) { refuse(metric, of.text, among: metrics, check.place) }
      case .units: break
      case .staff, .people:
        let role = check.condition.role ?? ""
        let roles = self.sources.filter { $0.kind == .staff }
        let known = roles.compactMap(\.role) + roles.flatMap { ($0.column("role")?.map ?? [:]).values.sorted() }
        // A column of roles that maps nothing may hold any word.
        let isOpen = roles.contains { $0.role == nil && $0.column("role")?.map.isEmpty == true }
        if !isOpen, !known.contains(role) { refuse(Wording("staff role", "人员角色"), role, among: known, check.place) }
      }
    }
  }
}

extension CheckCondition {
  /// The role whose people are counted or looked at; nil for other checks.
  package var role: String? {
    switch self {
    case .staff(_, let role, _, _): role
    case .people(let condition): condition.role
    case .coverage, .dayChange, .units, .figure: nil
    }
  }
}

extension Quantity {
  /// The conditions on the learners that are counted.
  package var conditions: [LearnerCondition] {
    if case .learners(let conditions) = source { conditions } else { [] }
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
