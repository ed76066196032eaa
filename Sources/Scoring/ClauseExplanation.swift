import Programme

/// How a requirement, a veto or a flag comes out for one learner.
package struct ClauseExplanation: Sendable {
  package enum Kind: String, Sendable {
    case requirement, veto, flag
  }

  package let kind: Kind
  package let clause: ScoredClause
  /// Whether all its conditions hold: a requirement is met, a veto has struck, a flag is raised.
  package let holds: Bool
  package let conditions: [ConditionExplanation]

  /// Whether it stands in the way of a pass.
  package var bars: Bool { kind == .requirement ? !holds : kind == .veto && holds }
}

/// How one condition comes out for one learner.
package struct ConditionExplanation: Sendable {
  package let condition: Condition
  package let holds: Bool
  /// The least that would have to be different for the condition to hold; nil for one that holds, or that no tally decides.
  package let gap: Change?
  /// The least that would have to be different for the condition to hold no longer, as that of a veto.
  package let release: Change?
  /// The tallies that are compared.
  package let operands: [Operand]
}

extension Scorer {
  /// Explains every requirement, veto and flag for one learner, in this order.
  package func explainClauses(_ tallies: [Int64], _ marks: Marks, _ scope: ConditionScope) -> [ClauseExplanation] {
    func explain(_ clauses: [ScoredClause], _ kind: ClauseExplanation.Kind) -> [ClauseExplanation] {
      clauses.map { clause in
        ClauseExplanation(
          kind: kind, clause: clause, holds: clause.holds(tallies.span, marks),
          conditions: clause.conditions.map { $0.explain(tallies, marks, scope) })
      }
    }
    return explain(requirements, .requirement) + explain(vetoes, .veto) + explain(flags, .flag)
  }
}

extension Condition {
  /// How the condition comes out for one learner, and what it would take.
  package func explain(_ tallies: [Int64], _ marks: Marks, _ scope: ConditionScope) -> ConditionExplanation {
    let holds = holds(tallies.span, marks)
    let operands = test.tallies.map { Operand(scope.tallies[$0], at: $0) }
    return ConditionExplanation(
      condition: self, holds: holds, gap: holds ? nil : gap(operands, tallies),
      release: holds ? release(operands, tallies) : nil,
      operands: operands)
  }

  /// What it would take for the condition to hold no longer.
  private func release(_ operands: [Operand], _ tallies: [Int64]) -> Change? {
    guard let operand = operands.first else { return nil }
    let value = tallies[operand.index]
    return switch test {
    case .above(_, let limit): Change(operand, by: value - limit, falls: true)
    case .atLeast(_, let limit): Change(operand, by: value - limit + 1, falls: true)
    case .atMost(_, let limit): Change(operand, by: limit - value + 1)
    case .below(_, let limit): Change(operand, by: limit - value)
    case .before(_, let other): tallies[other] == Tally.absent ? nil : Change(operand, by: tallies[other] - value)
    case .after(_, let other): Change(operand, by: value - tallies[other], falls: true)
    case .passed, .totalAtLeast, .grade, .spared: nil
    }
  }

  private func gap(_ operands: [Operand], _ tallies: [Int64]) -> Change? {
    guard let operand = operands.first else { return nil }
    let value = tallies[operand.index]
    // A moment or a mark that is not there is not a little short of anything.
    guard value != Tally.absent || operand.unit == .marks else { return nil }
    let had = max(0, value)
    return switch test {
    case .above(_, let limit): Change(operand, by: limit + 1 - had)
    case .atLeast(_, let limit): Change(operand, by: limit - had)
    case .atMost(_, let limit): value == Tally.absent ? nil : Change(operand, by: value - limit, falls: true)
    case .below(_, let limit): value == Tally.absent ? nil : Change(operand, by: value - limit + 1, falls: true)
    case .before(_, let other): Change(operand, by: value - tallies[other] + 1, falls: true)
    case .after(_, let other): tallies[other] == Tally.absent ? nil : Change(operand, by: tallies[other] - value + 1)
    case .passed, .totalAtLeast, .grade, .spared: nil
    }
  }
}

extension Condition.Test {
  /// The places of the tallies that are compared.
  package var tallies: [Int] {
    switch self {
    case .above(let tally, _), .atLeast(let tally, _), .atMost(let tally, _), .below(let tally, _): [tally]
    case .before(let tally, let other), .after(let tally, let other): [tally, other]
    case .passed, .totalAtLeast, .grade, .spared: []
    }
  }
}
