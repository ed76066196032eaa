package import Programme

/// A way of turning tallies into points, with its parameters: one implementation gives the points, the reason, the sentence
/// that explains them and the sentence of the rule book.
///
/// Points never fall when a tally grows; the smallest improving change is found by that.
package protocol RuleKind: Sendable {
  /// The tallies it counts.
  var operands: [Operand] { get }

  /// The points of one learner.
  ///
  /// `tallies` is the learner's row, in the order of the pipeline file; `maximum` the component's points in units.
  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome

  /// The reckoning with the learner's own numbers, up to the points: `学习时长13小时30分钟÷15小时×50分`.
  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording

  /// What the assessment rules (考核细则) say about it.
  func ruleBookSentence(maximum: Points) -> Wording
}
