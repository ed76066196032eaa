/// Which units are counted or held to something.
package struct UnitSelection: Hashable, Sendable {
  package var level: Identifier<UnitLevel>
  package var among: UnitScope
}

/// Which units of a level are meant.
package enum UnitScope: String, Sendable, CaseIterable {
  /// Those that have learners who count, themselves or below them: a list of units may hold many that take no part.
  case participating
  /// All in the list of units.
  case all
}

/// A condition on one unit by one of its own tallies.
package struct UnitCondition: Sendable {
  package var tally: Identifier<Tally>
  package var place: Place
  package var comparison: Comparison
  /// The bound as written; what it may be depends on the unit of the tally, so it is read where that is known.
  package var bound: Node

  /// How a number stands to its bound.
  package enum Comparison: String, Sendable, CaseIterable {
    case above
    case atLeast = "at_least"
    case atMost = "at_most"
    case below
  }
}

/// A bound that the figure of a metric is held to.
package struct FigureBound: Sendable {
  package var comparison: UnitCondition.Comparison
  /// The bound as written; what it may be depends on the format of the metric, so it is read where that is known.
  package var bound: Node
}
