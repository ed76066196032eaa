/// Where a value stands in a pipeline file, as people see it: `scoring.pass.total_at_least`, `awards.excellent_learner.quota.percent`.
///
/// Between the dots stand keys of objects and, for elements of lists, their `id` or their place from 0.
package struct RulePath: Hashable, Sendable, CustomStringConvertible {
  package let steps: [String]

  /// A path by its steps.
  package init(steps: [String]) {
    self.steps = steps
  }

  /// Reads a path as it is typed; nil where a step is empty.
  package init?(_ text: String) {
    steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if steps.contains("") { return nil }
  }

  package var description: String { steps.joined(separator: ".") }

  /// The path of a part of the value.
  package func appending(_ step: String) -> RulePath { RulePath(steps: steps + [step]) }
}

/// A path that leads nowhere; says how far it led, and what is there.
package struct PathFault: Error, Hashable, Sendable {
  package let wording: Wording
}
