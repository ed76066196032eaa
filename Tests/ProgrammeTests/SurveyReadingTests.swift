import Programme
import Testing

private func faults(questions: String = "{}", satisfaction: String = "") -> [String] {
  let text = """
    { format: 1, programme: { id: 'p', title: '项目', year: 2023, office: '办', input: '.', levels: [{ id: 'city', title: '市', label: '市' }] },
      sources: { survey: { title: '问卷', kind: 'survey', files: 's.xlsx', columns: { response: { from: '序号', type: 'id' } },
    questions: \(questions) } },
      tallies: {}, scoring: { components: [{ id: 'a', title: 'a', points: 100, rule: { kind: 'none' } }], pass: { total_at_least: 1 } },
      reports: {}, \(satisfaction)
    }
    """
  let faults = FaultCollector()
  _ = Programme.read(Array(text.utf8), faults)
  return faults.lines(file: "p", in: .english)
}

@Test func `options are a list in the order of their codes, or texts with codes`() {
  #expect(faults(questions: "{ '1': ['男', '女'], '2(内容)': { title: '内容', options: { '好': 2, '差': 5 } } }") == [])
}

@Test(arguments: [
  ("{ '性别': ['男', '女'] }", "p:3:14: found '性别'; expected a question's number, such as '6' or '3(教学内容)'"),
  ("{ '1': ['男', '男'] }", "p:3:25: option '男' is listed twice, first in line 3"),
  (
    "{ '1': { options: { '男': 1, '女': 1 } } }",
    "p:3:40: code 1 stands for '男' and for '女'; each option has a code of its own"
  ),
  (
    "{ '1': ['2', '1'] }",
    "p:3:20: the text '2' is also the code of '1'; give each option the code that is its text"
  ),
  ("{ '1': ['男'] }", "p:3:19: the list has 1 elements; expected at least 2"),
  (
    "{ '1': { options: ['男', '女'], choice: 'multi' } }",
    "p:3:50: unknown value 'multi'; expected one of 'single', 'multiple'"
  ),
])
func `what would let a cell mean two options is refused with its place`(questions: String, fault: String) {
  #expect(faults(questions: questions).first == fault)
}

@Test(arguments: [
  ("['好', '中', '差']", "[3, 2, 1]", ""),
  ("['好', '中', '差']", "[1, 2]", "2 codes for a scale of 3 answers; expected one for each, from best to worst"),
  ("['好', '中', '差']", "[1, 2, 1]", "code 1 stands for '好' and for '差'; each option has a code of its own"),
  ("['3', '2', '1']", "[1, 2, 3]", "the text '3' is also the code of '1'; give each option the code that is its text"),
  ("['好', '中', '好']", "[]", "option '好' is listed twice, first in line 6"),
])
func `a scale has one code for each answer or none`(scale: String, codes: String, fault: String) {
  let satisfaction = """
    satisfaction: { source: 'survey',
     scale: \(scale), codes: \(codes),
     top: 1, min_n: 1, objects: { a: 'a' }, dimensions: { b: 'b' }, items: [{ question: '1', object: 'a', dimension: 'b' }] }
    """
  let found = faults(satisfaction: satisfaction)
  #expect((found.first ?? "").hasSuffix(fault))
  #expect(found.isEmpty == fault.isEmpty)
}
