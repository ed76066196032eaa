import Programme
import Scoring
import Testing

/// Warnings of a scheme whose one component is worth so many of a hundred points; `rule` begins on line 4.
private func warnings(points: Int, _ rule: String) -> [String] {
  let rest = "{ id: 'b', title: '其他', points: \(100 - points), rule: { kind: 'per_item', of: 'posts', each: 1 } }"
  let scheme = """
    { pass: { total_at_least: 60 }, components: [\(rest), { id: 'a', title: '考试', points: \(points), rule:

    \(rule) }] }
    """
  let tallies = """
    posts: { count: 'work', title: '发帖', unit: 'items' },
    best: { max: 'work.value', title: '考试成绩', unit: 'marks' },
    in_time: { max: 'work.value', where: { at: { until: '2023-08-20' } }, title: '按时成绩', unit: 'marks' },
    time: { sum: 'study.value', title: '学习时长', unit: 'seconds' },
    """
  let text = """
    { format: 1, programme: { id: 'p', title: '某', year: 2023, office: '某', input: '.', levels: [{ id: 'a', title: '省', label: '省' }] }, \
    sources: { work: { title: '考试', kind: 'item', files: 'a', columns: { person: { from: '编号', type: 'id' }, item: { from: '次', type: 'id' }, \
    value: { from: '得分', type: 'decimal', min: 0, max: 100 }, at: { from: '时间', type: 'datetime' } } }, \
    study: { title: '学习', kind: 'measure', files: 'b', columns: { person: { from: '编号', type: 'id' }, item: { from: '课', type: 'id' }, \
    value: { from: '分钟', type: 'duration', unit: 'minutes' } } } }, reports: {}, \
    tallies: { \(tallies.split(separator: "\n").joined(separator: " ")) }, scoring:
    \(scheme) }
    """
  let faults = FaultCollector()
  let programme = Programme.read(Array(text.utf8), faults) { lint($0, Scorer($0, faults: faults), faults) }
  #expect(programme != nil && !faults.refuses, "\(faults.lines(file: "p", in: .english))")
  return faults.lines(file: "p", in: .english).filter { !$0.contains("nobody uses") }
}

/// A band of a mark out of 100; the lower one begins at 0.
private func band(from edge: String, fullMarks: Int = 100) -> String {
  "{ kind: 'band', of: 'best', full_marks: \(fullMarks), bands: [{ title: '优秀', from: \(edge) }, { title: '合格', from: 0 }] }"
}

@Test(arguments: [
  // 89.99 × 10 ÷ 100 = 8.999, printed 9.00 like 90
  (10, "90", "89.99 marks are below band '优秀' but are printed as 9.00 points, like its edge of 90 marks"),
  // 90.05 is 9.005, printed 9.01; 90.04 is 9.004, printed 9.00
  (10, "90.05", ""),
  // 90.06 is 9.006, printed 9.01 as 90.05 is
  (10, "90.06", "90.05 marks are below band '优秀' but are printed as 9.01 points, like its edge of 90.06 marks"),
  // 89.99 × 99 ÷ 100 = 89.0901, 90 × 99 ÷ 100 = 89.1
  (99, "90", ""),
  // 50.5 × 99 ÷ 100 = 49.995, printed 50.00; 50.49 is 49.9851, printed 49.99
  (99, "50.5", ""),
  // 0.51 × 99 ÷ 100 = 0.5049 and 0.5 × 99 ÷ 100 = 0.495: both 0.50
  (99, "0.51", "0.5 marks are below band '优秀' but are printed as 0.50 points, like its edge of 0.51 marks"),
])
func `S2-08 a band is warned of when the mark below its edge is printed like the edge`(
  points: Int, edge: String, warning: String
) {
  let remedy = "; make this a part of 100 marks in a 'scaled' component, which prints the mark as it was given"
  let found = warnings(points: points, band(from: edge))
  #expect(found == (warning.isEmpty ? [] : ["p:4:54: warning: \(warning)\(remedy)"]))
}

@Test(arguments: [50, 49])
func `a mark that is worth as many points as it is out of moves over no edge`(fullMarks: Int) {
  // 49 marks for 50 points: 47.95 is 48.93, 48 is 48.98
  #expect(warnings(points: 50, band(from: "48", fullMarks: fullMarks)) == [])
}

@Test func `the names of a mark with a deadline are looked at as well`() {
  let rule = """
    { kind: 'deadline', of: 'best', on_time: 'in_time', full_marks: 100, late: 'zero', bands: [{ title: '优秀', from: 90 }, { title: '合格', from: 0 }] }
    """
  #expect(warnings(points: 10, rule).map { $0.prefix(14) } == ["p:4:92: warnin"])
  #expect(warnings(points: 100 - 1, rule) == [])
}

@Test func `an edge that no mark reaches is warned of for that alone`() {
  #expect(warnings(points: 10, band(from: "101")).map { $0.contains("nothing is above 100 marks") } == [true])
}

@Test func `bands that give the points show them, a scaled part prints the mark, and a second is nobody's`() {
  let giving =
    "{ kind: 'band', of: 'best', bands: [{ title: '优秀', from: 90, points: 10 }, { title: '合格', from: 0, points: 9 }] }"
  #expect(warnings(points: 10, giving) == [])
  let scaled = "{ kind: 'scaled', full_marks: 100, parts: [{ title: '考试', points: 100, rule: \(band(from: "90")) }] }"
  #expect(warnings(points: 10, scaled) == [])
  let time =
    "{ kind: 'band', of: 'time', full_marks: '15h', bands: [{ title: '足', from: '10h' }, { title: '缺', from: 0 }] }"
  #expect(warnings(points: 10, time) == [])
}

@Test(arguments: [
  (
    "1", "80",
    "with 1 decimals a total of 79.95 would be printed as 80 and pass; expected 2, the scale in which marks are recorded"
  ),
  (
    "0", "80",
    "with 0 decimals a total of 79.5 would be printed as 80 and pass; expected 2, the scale in which marks are recorded"
  ),
  (
    "1", "79.96",
    "with 1 decimals a total of 79.95 would be printed as 80 and pass; expected 2, the scale in which marks are recorded"
  ),
  (
    "1", "79.95",
    "with 1 decimals no printed total could be 79.95, the pass mark; expected 2, the scale in which marks are recorded"
  ),
  ("3", "80", "marks are printed and compared to 0.01; expected 2, or leave 'decimals' out"),
  ("2", "80", ""),
])
func `a scale of the scheme that would move a total over the pass mark is refused`(
  decimals: String, pass: String, message: String
) {
  let found = faults(
    "{ decimals: \(decimals), pass: { total_at_least: \(pass) }, components: [{ id: 'a', title: '项', points: 100, rule: { kind: 'threshold', of: 'posts', at_least: 1 } }] }"
  )
  #expect(found == (message.isEmpty ? [] : ["p:2:13: \(message)"]))
}

@Test(arguments: [
  ("pass: { total_at_least: 79.995 }", "found 79.995; expected a number from 0 to 1000 with at most 2 decimals"),
  (
    "pass: { total_at_least: 80 }, grades: [{ title: '优', from: 89.995 }, { title: '良', from: 0 }]",
    "found 89.995; expected a number from 0 to 1000 with at most 2 decimals"
  ),
  (
    "pass: { total_at_least: 80 }, flags: [{ id: 'f', title: '近', when: { total_at_least: 79.995 } }]",
    "found 79.995; expected a number from 0 to 1000 with at most 2 decimals"
  ),
  ("pass: { total_at_least: 79.99 }, grades: [{ title: '优', from: 89.99 }, { title: '良', from: 0 }]", ""),
])
func `an edge with more decimals than any mark has, which none could meet exactly, is refused`(
  edges: String, message: String
) {
  let found = faults(
    "{ \(edges), components: [{ id: 'a', title: '项', points: 100, rule: { kind: 'threshold', of: 'posts', at_least: 1 } }] }"
  )
  #expect(found.count == (message.isEmpty ? 0 : 1), "\(found)")
  #expect(message.isEmpty || found.first?.contains(message) == true, "\(found)")
}
