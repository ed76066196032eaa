import Programme
import Testing

/// The faults of a survey's rules; `satisfaction` begins on line 6.
private func faults(_ satisfaction: String, columns: String = "") -> [String] {
  let text = """
    { format: 1, programme: { id: 'p', title: '项目', year: 2023, office: '办', input: '.', levels: [{ id: 'city', title: '市', label: '市' }] },
      sources: { survey: { title: '问卷', kind: 'survey', files: 's.xlsx', columns: { response: { from: '序号', type: 'id' }\(columns) } },
        before: { title: '训前', kind: 'survey', files: 'b.xlsx', columns: { response: { from: '序号', type: 'id' }\(columns) } } },
      tallies: {}, scoring: { components: [{ id: 'a', title: 'a', points: 100, rule: { kind: 'none' } }], pass: { total_at_least: 1 } },
      reports: {}, satisfaction: { source: 'survey', scale: ['好', '中', '差'], top: 1, min_n: 1, objects: { a: 'a' }, dimensions: { b: 'b' },
      items: [{ question: '1', object: 'a', dimension: 'b' }, { question: '2', object: 'a', dimension: 'b' }], \(satisfaction) } }
    """
  let faults = FaultCollector()
  _ = Programme.read(Array(text.utf8), faults)
  return faults.lines(file: "p", in: .english)
}

@Test(arguments: [
  ("weights: [100, 50]", "2 weights for a scale of 3 answers; expected one for each, from best to worst"),
  ("weights: [0, 50, 100]", "a worse answer must not count more; list the weights from best to worst"),
  ("alpha: { missing: 'mean' }", "unknown value 'mean'; expected one of 'listwise', 'pairwise'"),
  (
    "answer_checks: { too_fast: { under_seconds: 30 } }",
    "the check 'too fast' needs a column 'seconds' in source 'survey'; declare it, or remove the check"
  ),
  (
    "answer_checks: { duplicates: { by: ['answers', 'address_and_answers'] } }",
    "the check 'repeated' needs a column 'address' in source 'survey'; declare it, or remove the check"
  ),
  ("answer_checks: { straight_line: { items: 1 } }", "found 1; expected a whole number from 2 to 1000"),
  (
    "waves: [{ id: 'a', title: '前', source: 'before' }, { id: 'b', title: '后', source: 'nobody' }]",
    "no source is named 'nobody'"
  ),
  (
    "waves: [{ id: 'a', title: '前', source: 'before' }, { id: 'a', title: '后', source: 'survey' }]",
    "another wave has this id or this source; each wave is asked once, by a source of its own"
  ),
  (
    "waves: [{ id: 'a', title: '前', source: 'before', questions: { '3': '1' } }, { id: 'b', title: '后', source: 'survey' }]",
    "no item asks question '3'"
  ),
])
func `a rule of the survey that cannot hold is refused where it stands`(rules: String, fault: String) {
  let found = faults(rules)
  #expect(found.contains { $0.contains(fault) }, "\(found)")
  #expect(found.allSatisfy { $0.hasPrefix("p:5:") || $0.hasPrefix("p:6:") }, "\(found)")
}

@Test func `the checks are read where the survey has their columns`() {
  let columns =
    ", seconds: { from: '所用时间', type: 'duration', unit: 'seconds' }, address: { from: '来自IP', type: 'text' }"
  let rules = """
    weights: [100, 60, 0], alpha: { by: ['object', 'all'] }, answer_checks: { too_fast: { under_seconds: 30, drop: true },
      straight_line: { items: 2 }, duplicates: { by: 'address_and_answers' } },
    waves: [{ id: 'a', title: '前', source: 'before', questions: { '1': '4' } }, { id: 'b', title: '后', source: 'survey' }]
    """
  #expect(faults(rules, columns: columns) == [])
}
