/// The result of one learner; made once and filled again for every learner.
package struct Marks: Hashable, Sendable {
  /// Points of each component in units of 10^-decimals, in the order of the scheme.
  package var points: [Int64]
  /// Why each component gave its points.
  package var reasons: [Reason]
  /// The sum of the points as they are printed, at most one hundred.
  package var total: Int64
  /// Whether the total reaches the pass line, every requirement is met and no veto has struck.
  package var passed: Bool
  /// A bit for each requirement that is not met, in the order of the scheme, and behind them one for each veto that has struck.
  package var unmet: UInt64
  /// A bit for each flag that is raised.
  package var flags: UInt64
  /// The place of the grade among the grades; -1 is none.
  package var grade: Int
  /// Credited hours, in hundredths.
  package var credit: Int64

  package init(components: Int) {
    points = Array(repeating: 0, count: components)
    reasons = Array(repeating: .missing, count: components)
    total = 0
    passed = false
    unmet = 0
    flags = 0
    grade = -1
    credit = 0
  }
}
