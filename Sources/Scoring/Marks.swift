/// The points of one learner; made once and filled again for every learner.
package struct Marks: Hashable, Sendable {
  /// Points of each component in units of 10^-decimals, in the order of the scheme.
  package var points: [Int64]
  /// Why each component gave its points.
  package var reasons: [Reason]
  /// The sum of the points as they are printed.
  package var total: Int64
  /// Whether the total reaches the pass line.
  package var passed: Bool

  package init(components: Int) {
    points = Array(repeating: 0, count: components)
    reasons = Array(repeating: .missing, count: components)
    total = 0
    passed = false
  }
}
