import Programme
import Scoring
import Testing

/// The tallies that the tests of the rules count: one of each unit, and a mark that can be absent.
let testTallies = """
  time: { sum: 'work.value', title: '学习时长', unit: 'seconds' },
  marks: { sum: 'work.value', title: '得分合计', unit: 'marks' },
  posts: { count: 'work', title: '发帖', unit: 'items' },
  best: { max: 'work.value', title: '考试成绩', unit: 'marks' },
  last: { max: 'work.at', title: '最后学习时间', unit: 'moment' },
  """

/// A pipeline file around a scheme; its faults stand on line 1 unless they concern the scheme, which begins on line 2.
func pipeline(scoring: String, tallies: String = testTallies, metrics: String = "") -> [UInt8] {
  let columns =
    "{ person: { from: '编号', type: 'id' }, item: { from: '课程', type: 'id' }, "
    + "value: { from: '数量', type: 'integer' }, at: { from: '时间', type: 'datetime' } }"
  return Array(
    """
    { format: 1, \
    programme: { id: 'p', title: '某项目', year: 2023, office: '某办公室', input: '.', \
    levels: [{ id: 'province', title: '全省', label: '省' }] }, \
    sources: { work: { title: '学习', kind: 'measure', files: 'a.csv', columns: \(columns) } }, \
    reports: {}, tallies: { \(tallies.split(separator: "\n").joined(separator: " ")) }, \
    metrics: { \(metrics) }, scoring:
    \(scoring) }
    """.utf8)
}

/// Reads a scheme that must be free of faults.
func scorer(_ scoring: String, tallies: String = testTallies) throws -> Scorer {
  let faults = FaultCollector()
  let programme = Programme.read(pipeline(scoring: scoring, tallies: tallies), faults)
  let scorer = try Scorer(#require(programme, "\(faults.lines(file: "p", in: .english))"), faults: faults)
  try #require(!faults.refuses, "\(faults.lines(file: "p", in: .english))")
  return scorer
}

/// Reads a scheme of one component.
func component(points: String = "100", _ rule: String) throws -> ScoredComponent {
  let rest = points == "100" ? "" : ", { id: 'rest', title: '其余', points: \(try remainder(points)), rule: \(filler) }"
  let scorer = try scorer(
    "{ components: [{ id: 'one', title: '单项', points: \(points), rule: \(rule) }\(rest)], pass: { total_at_least: 60 } }"
  )
  return try #require(scorer.components.first)
}

/// The faults of a scheme, as an editor lists them.
func faults(_ scoring: String) -> [String] {
  let faults = FaultCollector()
  if let programme = Programme.read(pipeline(scoring: scoring), faults) {
    _ = Scorer(programme, faults: faults)
  }
  return faults.lines(file: "p", in: .english)
}

/// The faults of one rule, which stands alone on line 4.
func faults(rule: String) -> [String] {
  faults("{ pass: { total_at_least: 60 }, components: [{ id: 'one', title: '单项', points: 100, rule:\n\n\(rule)}] }")
}

private let filler = "{ kind: 'threshold', of: 'posts', at_least: 1 }"

private func remainder(_ points: String) throws -> String {
  let whole = try #require(ExactDecimal(digits: points)?.scaled(to: 2))
  return Points(10_000 - whole, decimals: 2).text
}
