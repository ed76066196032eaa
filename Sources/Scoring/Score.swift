package import Programme

/// Scores learners: the scheme of a programme, its rules read and checked.
///
/// Each component is rounded once to the programme's scale, the total is the sum of what is printed, and every comparison is
/// made on printed values.
package struct Scorer: Sendable {
  package let components: [ScoredComponent]
  /// How many tallies a learner's row has.
  package let width: Int
  /// Decimals of a printed mark.
  package let decimals: Int
  /// Lowest passing total, in units of 10^-decimals.
  package let passLine: Int64

  /// Reads the rules of the scheme; the scorer of a scheme with faults must not be used.
  package init(_ programme: Programme, faults: FaultCollector) {
    self.init(
      programme.scoring, tallies: programme.tallies, creditHour: Int64(programme.minutesPerHour) * 60, faults: faults)
  }

  /// The same from the parts of a programme that scoring reads; `creditHour` is in seconds.
  package init(_ scheme: Scheme, tallies: [Tally], creditHour: Int64, faults: FaultCollector) {
    checkScheme(scheme, faults)
    components = scheme.components.compactMap { component in
      let maximum = Points(component.points, decimals: scheme.decimals)
      let scope = RuleScope(tallies: tallies, creditHour: creditHour, maximum: maximum)
      return Form.rule(scope).read(component.rule.node, faults).map { ScoredComponent(component, maximum, $0) }
    }
    width = tallies.count
    decimals = scheme.decimals
    passLine = scheme.pass.totalAtLeast
  }

  /// Marks of the right size for `score` to fill.
  package var blankMarks: Marks { Marks(components: components.count) }

  /// Scores one learner, whose row of tallies is in the order of the pipeline file.
  package func score(_ tallies: Span<Int64>, into marks: inout Marks) {
    var total: Int64 = 0
    for index in components.indices {
      let outcome = components[index].rule.outcome(tallies, maximum: components[index].maximum.units)
      marks.points[index] = outcome.points
      marks.reasons[index] = outcome.reason
      total += outcome.points
    }
    marks.total = total
    marks.passed = total >= passLine
  }

  /// The points that a learner lacks to pass; nil for one who passed.
  package func lacking(_ marks: Marks) -> Points? {
    marks.passed ? nil : Points(passLine - marks.total, decimals: decimals)
  }

  /// The marks of one learner, for a question about that learner alone.
  package func marks(of tallies: [Int64]) -> Marks {
    var marks = blankMarks
    score(tallies.span, into: &marks)
    return marks
  }
}

/// A component with its rule read.
package struct ScoredComponent: Sendable {
  package let id: Identifier<Component>
  package let title: String
  package let cite: String?
  package let maximum: Points
  package let rule: any RuleKind

  init(_ component: Component, _ maximum: Points, _ rule: any RuleKind) {
    id = component.id
    title = component.title
    cite = component.cite
    self.maximum = maximum
    self.rule = rule
  }
}
