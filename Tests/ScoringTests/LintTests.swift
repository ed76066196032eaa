import Programme
import Scoring
import Testing

/// A file of a term with marks, attendance and study; `scoring` begins on line 2 and `tallies` on line 3.
private func lints(
  scoring: String, tallies: String, awards: String = "", sources: String = "", metrics: String = "", parts: String = ""
)
  -> [String]
{
  let marks = """
    { person: { from: '编号', type: 'id' }, item: { from: '项', type: 'id' }, \
    category: { from: '类', type: 'text', map: { '笔试': 'paper', '体会': 'essay' } }, \
    value: { from: '得分', type: 'decimal', decimals: 2, min: 0, max: 50 }, at: { from: '时间', type: 'datetime' } }
    """
  let rough =
    "{ person: { from: '编号', type: 'id' }, item: { from: '项', type: 'id' }, value: { from: '分', type: 'decimal', decimals: 1 } }"
  let events =
    "{ person: { from: '编号', type: 'id' }, item: { from: '次', type: 'id' }, category: { from: '类', type: 'text' } }"
  let study = """
    { person: { from: '编号', type: 'id' }, item: { from: '课', type: 'id' }, \
    value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true }, at: { from: '时间', type: 'datetime' } }
    """
  let text = """
    { format: 1, programme: { id: 'p', title: '某', year: 2021, office: '某', input: '.', levels: [{ id: 'a', title: '省', label: '省' }], \
    cohorts: [{ id: 't', title: '秋', from: '2021-09-27', to: '2021-11-26' }] }, reports: {}, \(parts) awards: [\(awards)], metrics: { \(metrics) }, \
    sources: { work: { title: '作业', kind: 'item', files: 'a', columns: \(marks) }, \
    signing: { title: '考勤', kind: 'event', files: 'b', columns: \(events) }, \
    rough: { title: '粗分', kind: 'item', files: 'd', columns: \(rough) }, \
    study: { title: '学习', kind: 'measure', files: 'c', columns: \(study) }\(sources) }, scoring:
    \(scoring.split(separator: "\n").joined(separator: " ")), tallies: { study: { sum: 'study.value', title: '学习', unit: 'seconds' },
    \(tallies) } }
    """
  let faults = FaultCollector()
  let used = "'rough'; remove it, or make a tally of it"
  let programme = Programme.read(Array(text.utf8), faults) { lint($0, Scorer($0, faults: faults), faults) }
  #expect(programme == nil || !faults.refuses)
  return faults.lines(file: "p", in: .english).filter {
    !$0.hasSuffix(used) && !$0.contains("source 'work'; remove") && !$0.contains("source 'signing'; remove")
  }
}

private func scheme(
  _ more: String = "", rule: String = "{ kind: 'proportion', of: 'study', target: '1h' }", cite: String = ""
) -> String {
  "{ components: [{ id: 'one', title: '项', points: 100, \(cite) rule: \(rule) }], pass: { total_at_least: 60 }\(more.isEmpty ? "" : ", " + more) }"
}

@Test func `a scheme that can do all it says has no lints`() {
  #expect(lints(scoring: scheme(), tallies: "") == [])
}

@Test(arguments: [
  (
    "a: { max: 'rough.value', title: '甲', unit: 'marks' }",
    "p:3:1: tally 'a' is in marks, but column 'value' of 'rough' is not; write decimals: 2, since with 1 a mark of 47.95 is kept as 48.0 and can cross the edge of a band"
  ),
  (
    "a: { max: 'study.value', title: '甲', unit: 'items' }",
    "p:3:1: tally 'a' is in items, but column 'value' of 'study' is not; write type: 'integer', or another unit of the tally"
  ),
  (
    "a: { sum: 'work.at', title: '甲', unit: 'moment' }",
    "p:3:1: tally 'a' adds up times, which means nothing; expected 'max' or 'min'"
  ),
  ("a: { count: 'work', title: '甲', unit: 'marks' }", "p:3:1: tally 'a' counts; expected the unit 'items'"),
  (
    "a: { count: 'study', where: { flag: true }, title: '甲', unit: 'items' }",
    "p:3:1: tally 'a' needs the column 'flag', which source 'study' does not declare"
  ),
  (
    "a: { first: 'rough.value', title: '甲', unit: 'items' }",
    "p:3:1: tally 'a' needs the column 'at', which source 'rough' does not declare"
  ),
])
func `S2-08 a tally whose column holds something else is refused`(tally: String, fault: String) {
  let found = lints(scoring: scheme("flags: [{ id: 'f', title: '提示', when: { a: { before: 'a' } } }]"), tallies: tally)
  #expect(found.contains(fault), "\(found)")
}

@Test(arguments: [
  (
    "{ max: 'work.at', where: { at: { until: '2021-11-30' } }, title: '甲', unit: 'moment' }",
    "p:3:35: warning: this time ends at 2021-11-30 23:59:59, after the cohort ends on 2021-11-26; correct the time or the cohort"
  ),
  (
    "{ max: 'work.at', where: { at: { until: '2021-09-26' } }, title: '甲', unit: 'moment' }",
    "p:3:35: warning: this time ends at 2021-09-26 23:59:59, before the cohort begins on 2021-09-27; correct the time or the cohort"
  ),
  (
    "{ max: 'work.at', where: { at: { from: '2021-11-27' } }, title: '甲', unit: 'moment' }",
    "p:3:35: warning: this time begins at 2021-11-27 00:00, after the cohort ends on 2021-11-26; correct the time or the cohort"
  ),
  (
    "{ max: 'work.at', where: { at: { until: { t: '2021-11-27' } } }, title: '甲', unit: 'moment' }",
    "p:3:35: warning: this time ends at 2021-11-27 23:59:59, after the cohort ends on 2021-11-26; correct the time or the cohort"
  ),
  ("{ max: 'work.at', where: { at: { until: '2021-11-26' } }, title: '甲', unit: 'moment' }", ""),
])
func `a deadline outside its phase is warned of`(tally: String, warning: String) {
  let found = lints(
    scoring: scheme("flags: [{ id: 'f', title: '提示', when: { a: { before: 'a' } } }]"), tallies: "a: \(tally)")
  #expect(found == (warning.isEmpty ? [] : [warning]))
}

private let attendance = """
  missed: { count: 'signing', where: { category: ['缺签', '旷训'] }, title: '缺签', unit: 'items', counter: '次' }, \
  absences: { count: 'signing', where: { category: '旷训' }, title: '旷训', unit: 'items', counter: '次' }
  """

@Test(arguments: [(2, true), (3, false), (4, false)])
func `S2-14 a clause that acts only when nothing is left can never act`(from: Int, acts: Bool) {
  let rule = """
    { kind: 'deductions', each: [{ of: 'missed', minus: 1 }, { of: 'absences', minus: 0.5, from: \(from) }] }
    """
  let found = lints(
    scoring: """
      { components: [{ id: 'attendance', title: '考勤', points: 3, rule: \(rule) },
        { id: 'study', title: '学习', points: 97, rule: { kind: 'proportion', of: 'study', target: '1h' } }],
        pass: { total_at_least: 60 } }
      """, tallies: attendance)
  let warning =
    "p:2:123: warning: this clause can never act: at \(from) the other deductions have taken all 3 points; expected from: 2 or less"
  #expect(found == (acts ? [] : [warning]))
}

@Test func `two counts of different things can both act`() {
  let tallies = attendance.replacing("category: ['缺签', '旷训']", with: "category: '缺签'")
  let rule = "{ kind: 'deductions', each: [{ of: 'missed', minus: 1 }, { of: 'absences', minus: 0.5, from: 3 }] }"
  #expect(
    lints(scoring: scheme(rule: rule), tallies: tallies) == [
      "p:2:208: warning: nobody uses tally 'study'; remove it, or name it in a rule, a metric or a ranking"
    ])
}

@Test(arguments: [
  (
    "requirements: [{ id: 'r', title: '要求', when: { best: { at_least: 51 } } }]",
    "nobody can pass, since no learner can meet this requirement: 成绩 of at least 51 marks is beyond the bounds of its column; correct the amount"
  ),
  (
    "requirements: [{ id: 'r', title: '要求', when: { study: { at_least: 0 } } }]",
    "warning: requirement 'r' is met by everybody and decides nothing; raise the amount or remove it"
  ),
  (
    "requirements: [{ id: 'r', title: '要求', when: { vain: { above: 0 } } }]",
    "nobody can pass, since no learner can meet this requirement: 空 above 0, but no fact can ever count for it; correct the amount"
  ),
  (
    "vetoes: [{ id: 'v', title: '否决', when: { study: { at_least: 0 } } }]",
    "nobody can pass, since veto 'v' strikes everybody; correct the amount"
  ),
  (
    "vetoes: [{ id: 'v', title: '否决', when: { study: { below: 0 } } }]",
    "warning: veto 'v' can never strike: 学习 below 0 min is beyond the bounds of its column; correct the condition"
  ),
  (
    "flags: [{ id: 'f', title: '提示', when: { best: { at_least: 30, below: 30 } } }]",
    "warning: flag 'f' can never be raised: 成绩 below 30 marks contradicts the conditions before it; correct the condition"
  ),
  (
    "flags: [{ id: 'f', title: '提示', when: { total_at_least: 100.01 } }]",
    "warning: flag 'f' can never be raised: a total of at least 100.01, but no total is above 100; correct the condition"
  ),
  (
    "grades: [{ title: '优', from: 90 }, { title: '良', from: 0 }], flags: [{ id: 'f', title: '提示', when: { grade: '良', total_at_least: 95, passed: true } }]",
    "warning: flag 'f' can never be raised"
  ),
  (
    "grades: [{ title: '优', from: 90 }, { title: '良', from: 60 }]",
    "warning: totals below 60 have no grade; add a grade from 0"
  ),
  ("requirements: [{ id: 'r', title: '要求', when: { best: { at_least: 50 } } }]", ""),
])
func `a condition that nobody or everybody meets is found`(more: String, expected: String) {
  let tallies = """
    best: { max: 'work.value', title: '成绩', unit: 'marks' },
    vain: { count: 'work', where: { category: 'exam' }, title: '空', unit: 'items' }
    """
  let unused = ["tally 'best'", "tally 'vain'", "asks for category"]
  let found = lints(scoring: scheme(more), tallies: tallies).filter { line in !unused.contains { line.contains($0) } }
  #expect(found.count == (expected.isEmpty ? 0 : 1), "\(found)")
  #expect(expected.isEmpty || found.first?.contains(expected) == true, "\(found)")
}

@Test func `an award whose condition no learner can meet is warned of`() {
  let award =
    "{ id: 'best', title: '优秀', pool: { learners: true }, quota: 'none', rank: ['total desc'], eligible: [{ passed: true }, { best: { above: 50 } }] }"
  let found = lints(
    scoring: scheme(), tallies: "best: { max: 'work.value', title: '成绩', unit: 'marks' }", awards: award)
  #expect(found.count == 1)
  #expect(
    found.first?.contains("warning: nobody can win award 'best': 成绩 above 50 marks is beyond the bounds of its column")
      == true, "\(found)")
}

@Test func `a rule without a clause is warned of where others name theirs`() {
  #expect(
    lints(
      scoring: scheme("vetoes: [{ id: 'v', title: '否决', when: { study: { above: 9 } } }]", cite: "cite: '细则一',"),
      tallies: "")
      == [
        "p:2:133: warning: 'pass' names no clause, as other rules here do; add cite: '…'",
        "p:2:166: warning: 'v' names no clause, as other rules here do; add cite: '…'",
      ])
  #expect(
    lints(scoring: scheme("vetoes: [{ id: 'v', title: '否决', when: { study: { above: 9 } } }]"), tallies: "") == [])
}

@Test func `a minimum that decides nothing is warned of`() {
  let rule =
    "{ kind: 'minima', method: 'proportion', parts: [{ of: 'study', target: '1h', points: 100, each: [{ of: 'study', at_least: 60 }] }] }"
  #expect(lints(scoring: scheme(rule: rule), tallies: "").count == 1)
  let required = "requirements: [{ id: 'r', title: '要求', when: { study: { at_least: 60 } } }]"
  #expect(lints(scoring: scheme(required, rule: rule), tallies: "") == [])
}

@Test func `a band above the highest possible mark is warned of`() {
  let rule =
    "{ kind: 'band', of: 'best', bands: [{ title: '甲', from: 51, points: 100 }, { title: '乙', from: 0, points: 50 }] }"
  let found = lints(scoring: scheme(rule: rule), tallies: "best: { max: 'work.value', title: '成绩', unit: 'marks' }")
  #expect(found.contains("p:2:97: warning: band '甲' begins at 51 marks, but nothing is above 50 marks"), "\(found)")
}

@Test func `a tally and a source that nobody uses are warned of`() {
  let posts =
    ", posts: { title: '发帖', kind: 'event', files: 'e', columns: { person: { from: '编号', type: 'id' }, item: { from: '号', type: 'id' } } }"
  let found = lints(scoring: scheme(), tallies: "spare: { count: 'work', title: '闲', unit: 'items' }", sources: posts)
  #expect(
    found.contains("p:3:1: warning: nobody uses tally 'spare'; remove it, or name it in a rule, a metric or a ranking"))
  #expect(found.contains { $0.hasSuffix("warning: nobody uses source 'posts'; remove it, or make a tally of it") })
}

@Test(arguments: [("responsible", true), ("moderator", false)])
func `a list of staff is used when a check asks for one of its roles`(role: String, isUsed: Bool) {
  let staff = """
    , officer: { title: '人员', kind: 'staff', files: 'f', columns: { person: { from: '编号', type: 'id' }, name: { from: '姓名', type: 'name' }, \
    role: { from: '职责', type: 'text', map: { '负责人': '\(role)' } } } }
    """
  let check =
    "checks: [{ id: 'c', title: '查', severity: 'warn', staff_count: { role: '\(role)', level: 'a', at_least: 1 } }],"
  let found = lints(scoring: scheme(), tallies: "", sources: staff, parts: isUsed ? check : "")
  #expect(
    found.contains { $0.hasSuffix("nobody uses source 'officer'; remove it, or make a tally of it") } == !isUsed,
    "\(found)")
}
