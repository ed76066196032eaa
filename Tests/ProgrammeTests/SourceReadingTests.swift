import Programme
import Testing

/// Further keys of the roster of a pipeline file, or columns of its facts, and what is said of them; nil is nothing.
private let keys: [(roster: String, fact: String, english: String?)] = [
  ("", "", nil),
  (", transfers: 'original'", "", nil),
  (", transfers: 'by_period'", "", "'by_period' cannot be had: exports say what a learner has come to"),
  (", transfers: 'by_month'", "", "unknown value 'by_month'"),
  (", match: ['name', 'unit']", "", nil),
  (", match: ['name']", "", "the list has 1 elements; expected at least 2"),
  (", match: ['name', 'phone']", "", "the source has no column 'phone' to match people by"),
  (", control_totals: [{ rows: 2 }, { where: { unit: ['一中', '二中'] }, rows: 1 }]", "", nil),
  (
    ", control_totals: [{ where: { units: '一中' }, rows: 1 }]", "",
    "rows of 'roster' cannot be counted by 'units'; did you mean 'unit'?"
  ),
  (", control_totals: [{ where: { unit: '一中' } }]", "", "missing key 'rows'"),
  (", blank_columns: '备注'", "", nil),
  ("", "type: 'rate'", nil), ("", "type: 'rate', unit: 'percent', min: 0, max: 100", nil),
  ("", "type: 'rate', unit: 'minutes'", "unknown value 'minutes'"),
  ("", "type: 'decimal' }, full: { from: '满分', type: 'rate'", "the column 'full' cannot be a rate"),
]

@Test(arguments: keys)
func `what a source may say is read, and what cannot be done is refused with the reason`(
  roster: String, fact: String, english: String?
) throws {
  let text = """
    { format: 1, programme: { id: 'p', title: '测试', year: 2023, office: '项目办', input: '.',
        levels: [{ id: 'province', title: '全省', label: '省' }, { id: 'school', title: '学校', label: '校' }] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: 'roster.csv', columns: { person: { from: '编号', type: 'id' },
          name: { from: '姓名', type: 'name' }, unit: { from: '学校', type: 'unit', level: 'school' } }\(roster) },
        work: { title: '作业', kind: 'item', files: 'work.csv', columns: { person: { from: '编号', type: 'id' },
          item: { from: '作业', type: 'id' }, value: { from: '得分', \(fact.isEmpty ? "type: 'decimal'" : fact) } } } },
      tallies: { marks: { sum: 'work.value', title: '得分', unit: 'marks' } },
      scoring: { components: [{ id: 'work', title: '作业', points: 100, rule: { kind: 'imported', of: 'marks', full_marks: 100 } }],
        pass: { total_at_least: 80 } },
      reports: {} }
    """
  let faults = FaultCollector()
  _ = Programme.read(Array(text.utf8), faults)
  let lines = faults.lines(file: "p", in: .english)
  #expect(lines.count == (english == nil ? 0 : 1), "\(lines)")
  if let english { #expect(lines.first?.contains(english) == true, "\(lines)") }
}
