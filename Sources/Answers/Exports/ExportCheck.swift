import Exports
package import Programme
package import Store

/// What a look at the newest exports' headers found: nothing is loaded, and no row behind the headers is read.
package struct ExportCheck: Sendable {
  /// Every source with its files, sheets and columns.
  package let answer: Answer
  /// Whether a source that the night needs is missing, unreadable or lacks a column.
  package let isBlocked: Bool

  /// Looks at the exports of a night; `end` is the first second after its as-of.
  package init(_ programme: Programme, input: InputFolder, asOf: String, end: Int64) {
    let night = String(asOf.prefix(10))
    let conversions = Conversions()
    let sources = programme.sources.map {
      SourceCheck($0, programme, input: input, night: night, end: end, conversions: conversions)
    }
    let unused = programme.sources.filter { !programme.uses($0) }
    isBlocked = sources.contains(where: \.isBlocked)
    let faults = sources.count(where: \.isBlocked)
    let verdict =
      faults == 0
      ? Wording("every source can be read", "各数据源均可读取")
      : Wording("\(faults) of \(sources.count) sources are blocked", "\(sources.count)个数据源中有\(faults)个受阻")
    answer = Answer(
      "check", Wording("\(programme.title), as of \(asOf): ", "\(programme.title)，统计时点 \(asOf)：") + verdict,
      ["programme": .text(programme.id.text), "as_of": .text(asOf), "blocked": .truth(isBlocked)],
      parts: sources.map(\.answer) + unused.map(Self.unusedAnswer))
  }

  private static func unusedAnswer(_ source: Source) -> Answer {
    Answer(
      "unused",
      Wording(
        "warning, line \(source.place): nothing uses source '\(source.id)'; delete it, or add what it is for",
        "提示（\(source.place)）：没有规则使用数据源 '\(source.id)'（\(source.title)）；可删除，或补上使用它的规则"),
      ["source": .text(source.id.text)])
  }
}

extension Programme {
  /// Whether a tally, figure or award reads what the source says; units, projects and the roster are always needed.
  fileprivate func uses(_ source: Source) -> Bool {
    switch source.kind {
    case .unit, .project, .roster: true
    case .measure, .item, .event, .unitFact: tallies.contains { $0.source == source.id }
    case .survey, .answer:
      satisfaction?.asked(in: source.id) != nil || !source.questions.isEmpty
        || metrics.contains { $0.countsResponses(to: source.id) }
    case .credit: ledger?.prior == source.id
    case .staff:
      source.role == nil || awards.contains { $0.names(role: source.role ?? "") }
        || checks.contains { $0.condition.role == source.role }
    case .brief: awards.contains { $0.rank.contains { $0.value.countsBriefs } }
    case .nomination: awards.contains { $0.asks(source.stage ?? .filed) }
    }
  }
}

extension Award {
  fileprivate func names(role: String) -> Bool {
    if case .staff(role, _, _) = pool { return true }
    if case .staff(role, _) = quota?.base { return true }
    return false
  }

  fileprivate func asks(_ stage: NominationStage) -> Bool {
    stage == .former || stage == .withdrawn || level(at: stage) != nil
  }
}

extension RankValue {
  fileprivate var countsBriefs: Bool {
    switch self {
    case .attribute("briefs"): true
    case .composite(let composite): composite.parts.contains { $0.figure == "briefs" }
    default: false
    }
  }
}

extension Metric {
  /// Whether the forms of a survey are counted in it.
  fileprivate func countsResponses(to survey: Identifier<Source>) -> Bool {
    [numerator, denominator].contains { quantity in
      if case .responses(survey) = quantity.source { true } else { false }
    }
  }
}
