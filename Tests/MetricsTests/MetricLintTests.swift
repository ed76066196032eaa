import Metrics
import Programme
import Scoring
import Testing

private func lints(_ metric: String) throws -> [String] {
  let faults = FaultCollector()
  let programme = try #require(
    Programme.read(pipeline("rate: { title: '率', format: 'percent', definition: '率', \(metric) }"), faults))
  let scorer = Scorer(programme, faults: faults)
  lintMetrics(programme, scorer, MetricFolder(programme, scorer, faults: faults), faults)
  return faults.faults.map { $0.wording.english }
}

@Test(arguments: [
  (
    "numerator: { count: 'enrolled' }, denominator: { count: 'learner', where: { items: { below: 0 } } }",
    "the denominator of 'rate' can only be 0: 作业 below 0 is beyond the bounds of its column; correct it, or the metric never has a value"
  ),
  (
    "numerator: { count: 'learner', where: { total_at_least: 101 } }, denominator: { count: 'enrolled' }",
    "the numerator of 'rate' can only be 0: a total of at least 101, but no total is above 100; correct it"
  ),
])
func `a metric that can only be zero is warned of`(metric: String, warning: String) throws {
  #expect(try lints(metric) == [warning])
}

@Test func `a metric that can be anything is not`() throws {
  #expect(
    try lints("numerator: { count: 'learner', where: { passed: true } }, denominator: { sum: 'items', times: 2 }") == []
  )
}
