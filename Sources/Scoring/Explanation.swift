package import Programme

/// Where the points of one component of one learner come from.
package struct Explanation: Sendable {
  package let component: Identifier<Component>
  package let title: String
  /// The clause that the component implements.
  package let cite: String?
  package let points: Points
  package let maximum: Points
  package let reason: Reason
  /// What the rule counted, with the learner's values in the tallies' units; `Tally.absent` where there is no fact.
  package let operands: [(operand: Operand, value: Int64)]
  /// The reckoning up to the points.
  package let sentence: Wording
  /// The clauses or parts of the rule, a line each; empty for a rule of one step.
  package let steps: [Wording]
  package let smallestImprovement: Improvement?
  package let improvementToFull: Improvement?

  /// The points still to be had.
  package var gap: Points { Points(maximum.units - points.units, decimals: maximum.decimals) }
}

extension Scorer {
  /// Explains every component for one learner's row of tallies.
  package func explain(_ tallies: [Int64]) -> [Explanation] {
    components.map { $0.explain(tallies) }
  }
}

extension ScoredComponent {
  /// Explains this component for one learner's row of tallies.
  package func explain(_ tallies: [Int64]) -> Explanation {
    let outcome = rule.outcome(tallies.span, maximum: maximum.units)
    let points = Points(outcome.points, decimals: maximum.decimals)
    let working = rule.working(tallies.span, maximum: maximum)
    let reason = outcome.reason.wording
    return Explanation(
      component: id, title: title, cite: cite, points: points, maximum: maximum, reason: outcome.reason,
      operands: rule.operands.map { ($0, tallies[$0.index]) },
      sentence: Wording(
        "\(working.english): \(points.text) points (\(reason.english))",
        "\(working.chinese)，得\(points.text)分（\(reason.chinese)）"),
      steps: rule.steps(tallies.span, maximum: maximum),
      smallestImprovement: smallestImprovement(tallies), improvementToFull: improvementToFull(tallies))
  }
}
