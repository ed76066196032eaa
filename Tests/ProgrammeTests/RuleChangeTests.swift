import Programme
import TestSupport
import Testing

private let rules = """
  { format: 1,
    scoring: { pass: { total_at_least: 80 }, components: [{ id: 'study', points: 60 }, { id: 'exam', points: 40 }] },
    awards: [{ id: 'best', quota: { percent: 4 }, ties: 'extend', batches: [10, 20] }],
    tallies: {} }
  """

private func tree(_ text: String) throws -> Node {
  let faults = FaultCollector()
  let node = JSON5.tree(of: Array(text.utf8), faults)
  #expect(faults.faults.isEmpty)
  return try #require(node)
}

/// The differences that changes make to the rules, or why they cannot be made.
private func changes(_ typed: [String]) throws -> [String] {
  let faults = FaultCollector()
  let changes = typed.enumerated().compactMap { RuleChange.typed($0.element, number: $0.offset + 1, faults) }
  guard !faults.refuses else { return faults.faults.map { $0.message(in: .english) } }
  var changed = try tree(rules)
  do throws(PathFault) {
    for change in changes { changed = try change.applied(to: changed) }
  } catch {
    return [error.wording.english]
  }
  return try tree(rules).differences(to: changed).map { "\($0.path): \($0.before ?? "-") -> \($0.after ?? "-")" }
}

@Test(arguments: [
  ("scoring.pass.total_at_least=70", "scoring.pass.total_at_least: 80 -> 70"),
  ("scoring.pass.total_at_least=70.50", "scoring.pass.total_at_least: 80 -> 70.5"),
  ("scoring.components.exam.points=30", "scoring.components.exam.points: 40 -> 30"),
  ("scoring.components.1.points=30", "scoring.components.exam.points: 40 -> 30"),
  ("awards.best.ties=reserve", "awards.best.ties: 'extend' -> 'reserve'"),
  ("awards.best.ties='reserve'", "awards.best.ties: 'extend' -> 'reserve'"),
  ("awards.best.quota.percent=5%", "awards.best.quota.percent: 4 -> '5%'"),
  ("awards.best.quota={ number: 3 }", "awards.best.quota.percent: 4 -> -"),
  ("awards.best.quota=none", "awards.best.quota: { percent: 4 } -> 'none'"),
  ("awards.best.batches.0=5", "awards.best.batches: [10, 20] -> [5, 20]"),
  ("awards.best.ties=null", "awards.best.ties: 'extend' -> -"),
  ("awards.best=null", "awards.best: { id: 'best', quota: { percent: 4 }, ties: 'extend', batches: [10, 20] } -> -"),
  ("awards.best.seed=第7期=甲", "awards.best.seed: - -> '第7期=甲'"),
  ("awards.best.by_project=true", "awards.best.by_project: - -> true"),
])
func `a path leads to one value, and a value is JSON5 or else a text`(typed: String, expected: String) throws {
  #expect(try changes([typed]).first == expected)
}

@Test(arguments: [
  ("scoring", "expected PATH=VALUE, such as scoring.pass.total_at_least=70"),
  ("=5", "expected PATH=VALUE, such as scoring.pass.total_at_least=70"),
  ("scoring..pass=5", "expected PATH=VALUE, such as scoring.pass.total_at_least=70"),
  ("scoring.pass=", "no value is given; null takes 'scoring.pass' out"),
  ("scoring.pass={ total_at_least: 80", "the brackets are not closed"),
  ("scoring.pas.total_at_least=5", "'scoring' has no key 'pas'; did you mean 'pass'?"),
  ("scorin.pass=5", "the pipeline file has no key 'scorin'; did you mean 'scoring'?"),
  ("awards.bset.ties=lot", "'awards' has no element 'bset'; did you mean 'best'?"),
  ("awards.best.batches.2=5", "'awards.best.batches' has no element '2'; expected one of '0', '1'"),
  ("awards.best.seed=null", "'awards.best' has no key 'seed'; expected one of 'id', 'quota', 'ties', 'batches'"),
  ("awards.best.ties.lot=5", "'awards.best.ties' is a text and has no 'lot'; leave '.lot' out"),
])
func `a change that leads nowhere is told with what is there`(typed: String, fault: String) throws {
  let told = try changes([typed])
  #expect(told.count == 1)
  if fault != "the brackets are not closed" { #expect(told == [fault]) }
}

@Test func `changes are made one after another, and equal rules have no differences`() throws {
  #expect(try changes(["scoring.pass.total_at_least=70", "scoring.pass.total_at_least=80"]) == [])
  #expect(
    try changes(["awards.best.quota={ number: 3 }", "awards.best.quota.number=4"]) == [
      "awards.best.quota.percent: 4 -> -", "awards.best.quota.number: - -> 4",
    ])
}

/// The differences that a file laid upon the rules makes.
private func laid(_ file: String) throws -> [String] {
  let faults = FaultCollector()
  let change = try #require(RuleChange.file(Array(file.utf8), name: "other.json5", number: 1, faults))
  let changed = try change.applied(to: try tree(rules))
  return try tree(rules).differences(to: changed).map { "\($0.path): \($0.before ?? "-") -> \($0.after ?? "-")" }
}

@Test(arguments: [
  ("{ scoring: { pass: { total_at_least: 70 } } }", ["scoring.pass.total_at_least: 80 -> 70"]),
  (
    "{ awards: [{ id: 'best', ties: null, quota: 'none' }] }",
    ["awards.best.quota: { percent: 4 } -> 'none'", "awards.best.ties: 'extend' -> -"]
  ),
  ("{ awards: [{ id: 'second', quota: 'none' }] }", ["awards.second: - -> { id: 'second', quota: 'none' }"]),
  (
    "{ awards: [] }",
    ["awards.best: { id: 'best', quota: { percent: 4 }, ties: 'extend', batches: [10, 20] } -> -"]
  ),
  (
    "{ format: 1, scoring: { pass: { total_at_least: 70 }, components: [{ id: 'exam', points: 100 }] }, awards: [], tallies: { a: 1 } }",
    [
      "scoring.pass.total_at_least: 80 -> 70", "scoring.components.study: { id: 'study', points: 60 } -> -",
      "scoring.components.exam.points: 40 -> 100",
      "awards.best: { id: 'best', quota: { percent: 4 }, ties: 'extend', batches: [10, 20] } -> -",
    ]
  ),
])
func `parts of a file are laid upon the rules, and of a whole file the rules are taken`(
  file: String, expected: [String]
) throws {
  #expect(try laid(file) == expected)
}

@Test func `a fault in a changed value bears the number of the change`() throws {
  let faults = FaultCollector()
  _ = RuleChange.typed("scoring.pass={ a: 1, a: 2 }", number: 7, faults)
  #expect(faults.faults.map(\.place.text) == [7])
  let change = try #require(RuleChange.typed("programme.year=5", number: 3, FaultCollector()))
  let root = try change.applied(to: try tree("{ format: 1, programme: { id: 'p', year: 2023 } }"))
  _ = Programme.read(root, faults)
  #expect(faults.faults.contains { $0.place == Place(line: 1, column: 1, text: 3) })
}
