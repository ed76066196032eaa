import Metrics
import Programme
import Scoring

extension Indicators {
  /// Every metric of the programme, for the term's summary; units are ranked as in the bulletin, or else by who passed.
  init(summaryOf programme: Programme) throws(ReportsError) {
    let faults = FaultCollector()
    let all = MetricFolder(programme, Scorer(programme, faults: faults), faults: faults).measures
      .map { Indicator($0, in: programme) }
    let rankBy = programme.reports.bulletin?.rankBy
    guard
      let ranked = all.firstIndex(where: { $0.measure.metric.id == rankBy }) ?? all.firstIndex(where: \.countsPassed)
    else { throw .missingFigure(rankBy?.text ?? "a metric of those who passed") }
    self.all = all
    self.ranked = ranked
    counted = all.indices.filter { $0 != ranked && all[$0].learners != nil }
    hours = all.firstIndex { $0.measure.metric.format == .hours }
  }

  /// The place of the metric that counts who has begun to study.
  var started: Int? { all.firstIndex(where: \.countsStarted) }
  /// The place of the metric that counts who has passed.
  var passed: Int? { all.firstIndex(where: \.countsPassed) }
  /// The place of the mean of the totals.
  var meanTotal: Int? { all.firstIndex(where: \.isMeanTotal) }
}

extension Indicator {
  /// Whether the figure is the share of learners who passed.
  var countsPassed: Bool {
    guard isShare, case .learners(let conditions) = measure.metric.numerator.source, conditions.count == 1,
      case .passed(true) = conditions[0]
    else { return false }
    return true
  }

  /// Whether the figure is the share of learners with anything at all in a tally.
  var countsStarted: Bool {
    guard isShare, case .learners(let conditions) = measure.metric.numerator.source, conditions.count == 1,
      case .above(_, 0) = conditions[0]
    else { return false }
    return true
  }

  /// Whether the figure is the mean of the totals.
  var isMeanTotal: Bool {
    guard measure.metric.format == .points, case .sumPoints(let parts) = measure.metric.numerator.source else {
      return false
    }
    return parts.map(\.text) == ["total"]
  }
}
