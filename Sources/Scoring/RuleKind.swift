package import Programme

/// A way of turning tallies into points, with its parameters: one implementation gives the points, the reason, the sentence
/// that explains them and the sentence of the rule book.
///
/// For each operand, points either never fall or never rise when the tally grows; the smallest improving change is found by that.
package protocol RuleKind: Sendable {
  /// The tallies it counts, each once.
  var operands: [Operand] { get }

  /// How many parts one unit of points has: exact points are whole numbers of these parts, whatever the tallies.
  var divisor: Int128 { get }

  /// The points of one learner before they are rounded, for a rule that is one part of a component.
  ///
  /// `tallies` is the learner's row, in the order of the pipeline file; `maximum` the points of the component or part in units.
  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome

  /// The points of one learner, rounded once.
  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome

  /// The reckoning with the learner's own numbers, up to the points: `学习时长13小时30分钟÷15小时×50分`.
  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording

  /// The lines below the reckoning, for a rule of several clauses or parts.
  func steps(_ tallies: Span<Int64>, maximum: Points) -> [Wording]

  /// What the assessment rules (考核细则) say about it.
  func ruleBookSentence(maximum: Points) -> Wording

  /// Whether more of the tally costs points, as with a deduction.
  func costs(_ operand: Operand) -> Bool

  /// Warns of parameters that can never matter.
  func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector)

  /// The changes that together give all points, for a rule that no single tally can bring there; nil where one tally is looked for.
  func changesToFull(_ tallies: Span<Int64>, maximum: Int64) -> [Change]?
}

extension RuleKind {
  package func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    exact(tallies, maximum: maximum).rounded(divisor: divisor, maximum: maximum)
  }

  package func steps(_ tallies: Span<Int64>, maximum: Points) -> [Wording] { [] }

  package func costs(_ operand: Operand) -> Bool { false }

  package func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector) {}

  package func changesToFull(_ tallies: Span<Int64>, maximum: Int64) -> [Change]? { nil }
}
