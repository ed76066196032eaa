package import Programme
package import Scoring

/// Folds learners into the figures of their units: the metrics of a programme, their quantities found and checked.
///
/// A unit's rate is pooled, the sum of its learners' numerators over the sum of their denominators, and never a mean of rates.
/// Quantities that several metrics share are added up once.
package struct MetricFolder: Sendable {
  package let measures: [Measure]
  let addends: [Addend]
  /// The checks that every unit of a level has to pass.
  package let unitChecks: [UnitCheck]

  /// Reads the metrics; the folder of metrics with faults must not be used.
  package init(_ programme: Programme, _ scorer: Scorer, faults: FaultCollector) {
    var scope = MetricScope(
      tallies: programme.tallies, components: scorer.components.map(\.id), decimals: scorer.decimals,
      creditHour: programme.creditHour, grades: scorer.grades)
    (scope.levels, scope.cohorts, scope.sources) = (programme.levels, programme.cohorts, programme.sources)
    self.init(programme.metrics, scope, checks: programme.checks, faults: faults)
  }

  /// The same from the parts of a programme that metrics name.
  package init(_ metrics: [Metric], _ scope: MetricScope, checks: [Check] = [], faults: FaultCollector) {
    var addends: [Addend] = []
    let measures = metrics.compactMap { metric -> Measure? in
      let numerator = Term(metric.numerator, scope, metric.place, &addends, faults)
      let denominator = metric.isCount ? nil : Term(metric.denominator, scope, metric.place, &addends, faults)
      guard let numerator, metric.isCount || denominator != nil else { return nil }
      let terms = [numerator, denominator].compactMap(\.self)
      return Measure(
        metric, numerator: numerator, denominator: denominator, creditHour: scope.creditHour,
        sumsUnits: terms.contains { if case .unitTally = addends[$0.addend] { true } else { false } },
        deepestLevel: terms.compactMap { addends[$0.addend].survey.map(scope.deepestLevel) }.min())
    }
    (self.measures, self.addends) = (measures, addends)
    unitChecks = checks.compactMap { UnitCheck($0, scope, measures, faults) }
  }

  /// The surveys whose responses are counted.
  package var surveys: [Identifier<Source>] {
    addends.compactMap(\.survey)
  }

  /// Adds responses to a survey to the unit that they name, or to the whole where they name none.
  package func add(
    responses: Int64, of survey: Identifier<Source>, to place: Int, in figures: inout UnitFigures
  ) {
    for index in addends.indices where addends[index].survey == survey {
      figures.add(responses, to: place, index)
    }
  }

  /// Empty figures of so many units.
  package func blankFigures(units: Int) -> UnitFigures {
    UnitFigures(units: units, addends: addends.count)
  }

  /// Adds one learner to the learner's own unit; who has withdrawn counts nowhere.
  ///
  /// `tallies` and `marks` are the learner's, in the order of the pipeline file.
  package func add(
    _ tallies: Span<Int64>, _ marks: borrowing Marks, withdrawn: Bool, to unit: Int, in figures: inout UnitFigures
  ) {
    guard !withdrawn else { return }
    for index in addends.indices {
      figures.add(addends[index].value(tallies, marks), to: unit, index)
    }
  }

  /// Whether a learner adds to what a metric counts.
  package func counts(_ tallies: Span<Int64>, _ marks: borrowing Marks, in metric: Identifier<Metric>) -> Bool {
    measures.contains { $0.metric.id == metric && addends[$0.numerator.addend].value(tallies, marks) > 0 }
  }

  /// Adds a unit itself, which no learner stands for.
  ///
  /// `tallies` is the unit's own row in the order of the pipeline file; `sums` is whether its tallies are added up here, as they
  /// are not where the figures are those of one project.
  package func add(
    unit tallies: [Int64], level: Int, participates: Bool, sums: Bool, to place: Int, in figures: inout UnitFigures
  ) {
    for index in addends.indices {
      switch addends[index] {
      case .unitTally(let tally) where sums && tallies[tally] != Tally.absent:
        figures.add(tallies[tally], to: place, index)
      case .units(let pool, let tests) where pool.holds(level: level, participates: participates):
        if tests.allSatisfy({ $0.holds(tallies[$0.tally]) }) { figures.add(1, to: place, index) }
      default: continue
      }
    }
  }

  /// The figures of one unit, in the order of `measures`.
  package func figures(of unit: Int, in figures: UnitFigures) -> [Figure] {
    measures.map { measure in
      Figure(
        numerator: figures.sum(of: unit, measure.numerator.addend) * measure.numerator.times,
        denominator: measure.denominator.map { figures.sum(of: unit, $0.addend) * $0.times } ?? 1)
    }
  }
}
