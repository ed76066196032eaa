package import Programme

/// Looks for what a scheme says and cannot mean: columns of the wrong kind, clauses that can never act, conditions that nobody can
/// meet, deadlines outside the phase, parts that nobody uses.
///
/// What would give wrong numbers is refused; what only does nothing is warned of.
package func lint(_ programme: Programme, _ scorer: Scorer, _ faults: FaultCollector) {
  lintColumns(programme, faults)
  lintDeadlines(programme, faults)
  lintGrades(programme.scoring, faults)
  lintCites(programme, faults)
  lintConditions(programme, scorer, faults)
  lintUse(programme, faults)
  lintSurvey(programme, faults)
  // A rule that could not be read has told its fault already.
  guard scorer.components.count == programme.scoring.components.count else { return }
  let scope = LintScope(programme)
  for (component, scored) in zip(programme.scoring.components, scorer.components) {
    scored.rule.lint(scope, maximum: scored.maximum, at: component.rule.node.place, faults)
    lintScale(scored, scope, faults)
  }
}

/// What the lints of rules and conditions look things up in.
package struct LintScope: Sendable {
  package let tallies: [Tally]
  /// What the tallies can come to, in the order of the file.
  package let reaches: [TallyReach]
  /// The tallies that a requirement compares.
  let required: Set<Identifier<Tally>>

  package init(_ programme: Programme) {
    tallies = programme.tallies
    reaches = tallies.map { tally in TallyReach(tally, of: programme.sources.first { $0.id == tally.source }) }
    required = Set(programme.scoring.requirements.flatMap(\.conditions).flatMap(\.tallies))
  }
}

/// Totals below the lowest grade have none.
private func lintGrades(_ scheme: Scheme, _ faults: FaultCollector) {
  guard let lowest = scheme.grades.last, lowest.from > 0 else { return }
  let edge = Points(lowest.from, decimals: scheme.decimals).short
  faults.warn(
    lowest.place,
    Wording("totals below \(edge) have no grade; add a grade from 0", "总成绩低于\(edge)分的没有等第；请补一个 from: 0 的等第"))
}
