import Programme
import Scoring
import Testing

private func lints(_ items: String, _ rules: String) -> [String] {
  let text = """
    { format: 1, programme: { id: 'p', title: '项目', year: 2023, office: '办', input: '.', levels: [{ id: 'city', title: '市', label: '市' }] },
      sources: { survey: { title: '问卷', kind: 'survey', files: 's.xlsx', columns: { response: { from: '序号', type: 'id' } } } },
      tallies: {}, scoring: { components: [{ id: 'a', title: 'a', points: 100, rule: { kind: 'imported', of: 'a', full_marks: 1 } }],
        pass: { total_at_least: 1 } }, reports: {}, satisfaction: { source: 'survey', scale: ['好', '中', '差'], top: 1, min_n: 1,
        objects: { a: '甲' }, dimensions: { b: '乙', c: '丙' }, items: [\(items)], \(rules) } }
    """
  let faults = FaultCollector()
  _ = Programme.read(Array(text.utf8), faults) { lint($0, Scorer($0, faults: faults), faults) }
  return faults.lines(file: "p", in: .english).filter { $0.contains("question") || $0.contains("alpha") }
}

private func item(_ question: String, _ dimension: String, reverse: Bool = false) -> String {
  "{ question: '\(question)', object: 'a', dimension: '\(dimension)'\(reverse ? ", reverse: true" : "") }"
}

@Test(arguments: [
  (
    [item("1", "b"), item("2", "c")], "alpha: {}", "no alpha can be printed by 'dimension': each scale has one question"
  ),
  (
    [item("1", "b")], "answer_checks: { straight_line: { items: 2 } }",
    "no form can answer 2 questions alike, since the survey has 1"
  ),
  ([item("1", "b", reverse: true), item("2", "b", reverse: true)], "", "every question is a reverse one"),
  ([item("1", "b"), item("1", "c")], "", "question '1' stands twice among the items and is counted twice"),
])
func `what the survey declares and can never show is warned of`(items: [String], rules: String, warning: String) {
  let found = lints(items.joined(separator: ", "), rules)
  #expect(found.contains { $0.contains(warning) }, "\(found)")
}

@Test func `a survey with scales and checks that can act is not warned of`() {
  let items = [item("1", "b"), item("2", "b", reverse: true), item("3", "c")].joined(separator: ", ")
  #expect(lints(items, "alpha: {}, answer_checks: { straight_line: { items: 3 } }") == [])
}
