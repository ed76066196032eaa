package import Programme
package import Scoring

/// A figure of a unit: its two counts, in the units that are stored.
package struct Figure: Hashable, Sendable {
  package let numerator: Int64
  package let denominator: Int64

  package init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// A metric with its quantities found, which says what its figures are worth.
package struct Measure: Sendable {
  package let metric: Metric
  let numerator: Term
  /// nil for a plain count, whose figures have a denominator of one.
  let denominator: Term?
  /// Seconds of one credit hour (学时).
  let creditHour: Int64
  /// Whether a tally of units is summed up in it: such a figure is of all projects together, and a project has none of its own.
  package let sumsUnits: Bool
  /// The lowest level whose units have such a figure: that of the units which a survey asks for; nil where all have it.
  package let deepestLevel: Int?

  init(
    _ metric: Metric, numerator: Term, denominator: Term?, creditHour: Int64, sumsUnits: Bool, deepestLevel: Int? = nil
  ) {
    self.metric = metric
    self.numerator = numerator
    self.denominator = denominator
    self.creditHour = creditHour
    self.sumsUnits = sumsUnits
    self.deepestLevel = deepestLevel
  }

  /// Whether units of a level have such a figure.
  package func isOf(level: Int) -> Bool { deepestLevel.map { level <= $0 } != false }

  /// The exact value: a share of 1, credit hours, points or a plain number; nil for 0/0.
  package func value(of figure: Figure) -> Fraction? {
    let seconds = metric.format == .hours ? creditHour : 1
    return Fraction(
      Int128(figure.numerator) * Int128(denominator?.scale ?? 1),
      over: Int128(figure.denominator) * Int128(numerator.scale) * Int128(seconds))
  }

  /// The value as the papers print it, on which units are ranked and compared.
  package func printed(_ figure: Figure) -> Printed {
    switch metric.format {
    case .percent: Printed(share: value(of: figure), decimals: 2)
    case .hours, .points, .number: Printed(value(of: figure), decimals: 2)
    case .count: Printed(value(of: figure), decimals: 0)
    }
  }
}
