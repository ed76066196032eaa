package import Programme
package import Scoring

/// Warns of metrics that can say nothing, a denominator that can only be zero, a numerator that counts nobody, and of idle bounds.
package func lintMetrics(
  _ programme: Programme, _ scorer: Scorer, _ folder: MetricFolder, _ faults: FaultCollector
) {
  lintFigureChecks(folder.unitChecks, faults)
  let reading = ConditionReading(programme, scorer)
  let scope = LintScope(programme)
  for metric in programme.metrics {
    if let why = vanity(metric.denominator, reading, scope, at: metric.place) {
      faults.warn(
        why.place,
        Wording(
          "the denominator of '\(metric.id)' can only be 0: \(why.why.english); correct it, or the metric never has a value",
          "指标 '\(metric.id)' 的分母只能为 0：\(why.why.chinese)；请改正，否则该指标永远没有值"))
    }
    if let why = vanity(metric.numerator, reading, scope, at: metric.place) {
      faults.warn(
        why.place,
        Wording(
          "the numerator of '\(metric.id)' can only be 0: \(why.why.english); correct it",
          "指标 '\(metric.id)' 的分子只能为 0：\(why.why.chinese)；请改正"))
    }
  }
}

/// Warns of checks that no figure can fail, or that none can pass.
private func lintFigureChecks(_ checks: [UnitCheck], _ faults: FaultCollector) {
  for check in checks {
    guard case .figure(_, let figure) = check.demand, figure.tests.contains(where: \.isIdle) else { continue }
    faults.warn(
      check.check.place,
      Wording(
        "check '\(check.check.id)' holds figures to a bound of 0, below which none can be; correct the bound",
        "检查 '\(check.check.id)' 的界限为0，而指标不会小于0；请改正界限"))
  }
}

/// Why a quantity can only be zero; nil when it can be more.
private func vanity(
  _ quantity: Quantity, _ reading: ConditionReading, _ scope: LintScope, at place: Place
) -> ConditionObstacle? {
  switch quantity.source {
  case .learners(let conditions): return reading.obstacle(conditions, at: place)
  case .sum(let id):
    guard let index = scope.tallies.firstIndex(where: { $0.id == id }), scope.reaches[index].isVain else { return nil }
    return ConditionObstacle(
      place: place,
      why: Wording("no fact can ever count for '\(id)'", "没有任何记录能计入 '\(id)'"))
  case .enrolled, .sumPoints, .units, .responses, .one: return nil
  }
}
