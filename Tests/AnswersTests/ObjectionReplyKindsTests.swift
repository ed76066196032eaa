import Answers
import Programme
import Scoring
import Store
import Testing

private let tallies = """
  best: { max: 'task.value', where: { category: 'objective' }, title: '最好成绩', unit: 'marks' },
  paper: { max: 'task.value', where: { item: 'Z1' }, title: '作业一', unit: 'marks' },
  paper_in_time: { max: 'task.value', where: { item: 'Z1', at: { until: '2023-08-12' } }, title: '作业一', unit: 'marks' },
  missed: { count: 'task', where: { submitted: false }, title: '缺交作业', unit: 'items', counter: '份' },
  """

/// A component of every rule kind, named by it.
private let components = [
  ("proportion", 10, "of: 'time', target: '100min'"),
  ("mean_rate", 10, "of: 'objective', full_marks: 100, required: 2"),
  ("threshold", 10, "of: 'excellent', at_least: 1"), ("per_item", 10, "of: 'handed_in', each: 4"),
  ("imported", 10, "of: 'paper', full_marks: 100"), ("attempt", 10, "of: 'best', full_marks: 100, count: 'best'"),
  ("band", 10, "of: 'best', bands: [{ title: '优秀', from: 90, points: 10 }, { title: '其他', from: 0, points: 4 }]"),
  ("deductions", 10, "each: [{ of: 'missed', minus: 3 }], floor: 0"),
  (
    "minima", 10,
    "method: 'proportion', parts: [{ of: ['time'], target: '120min', points: 6 }, { of: ['time'], target: '60min', points: 4 }]"
  ), ("deadline", 5, "of: 'paper', on_time: 'paper_in_time', full_marks: 100, late: 'zero'"),
  (
    "scaled", 5,
    "full_marks: 100, parts: [{ title: '甲', points: 60, rule: { kind: 'imported', of: 'paper', full_marks: 100 } }, { title: '乙', points: 40, rule: { kind: 'threshold', of: 'excellent', at_least: 1 } }]"
  ), ("bonus", 3, "of: 'excellent', each: 3"),
]

private func province() throws -> Province {
  try Province(
    tallies: tallies,
    components: components.map { kind, points, rule in
      "{ id: '\(kind)', title: '考核\(kind)', points: \(points), cite: '办法·\(kind)', rule: { kind: '\(kind)', \(rule) } }"
    }.joined(separator: ",\n"))
}

@Test(arguments: [("T01", "zh"), ("T03", "zh"), ("T03", "en")])
func `a letter answers about every kind of rule, with clause and rows`(code: String, language: String) throws {
  let province = try province()
  let reply = try province.explained(code).objectionReply(of: province.store.programme, asOf: "2023-08-20")
  let language = try #require(Language(rawValue: language))
  try expectGolden(lines(reply, language), "letter-kinds-\(code).\(language.rawValue)")
}

@Test func `the letter has a part and a clause for a component of each kind`() throws {
  let province = try province()
  let reply = try province.explained("T03").objectionReply(of: province.store.programme, asOf: "2023-08-20")
  let text = lines(reply, .chinese).joined(separator: "\n")
  for (kind, _, _) in components {
    #expect(text.contains("考核\(kind)"), "\(kind)")
    #expect(text.contains("办法·\(kind)"), "\(kind)")
  }
}
