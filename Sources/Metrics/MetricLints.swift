package import Programme
package import Scoring

/// Warns of metrics that can say nothing: a denominator that can only be zero, a numerator that counts nobody.
package func lintMetrics(_ programme: Programme, _ scorer: Scorer, _ faults: FaultCollector) {
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
  case .enrolled, .sumPoints, .units, .responses: return nil
  }
}
