import Programme
import Scoring
import Testing

/// Seed 0 in small: a course of 50, a discussion of 10, an essay of 20, an exam of 20, six module minima, plagiarism.
private let tallies = """
  course: { max: 'work.value', title: '课程得分', unit: 'marks' },
  posts: { count: 'work', title: '班级研讨', unit: 'items', counter: '次' },
  essay: { max: 'work.value', title: '心得得分', unit: 'marks' },
  length: { max: 'work.value', title: '心得字数', unit: 'items', counter: '字' },
  exam: { max: 'work.value', title: '考试成绩', unit: 'marks' },
  plagiarism: { count: 'work', title: '抄袭认定', unit: 'items', counter: '次' },
  exam_at: { min: 'work.at', title: '首次考试时间', unit: 'moment' },
  done_at: { reached: 'work.value', target: 54000, title: '学满时间', unit: 'moment' },
  hours: { sum: 'work.value', title: '学习时长', unit: 'seconds' },
  """

private func scheme(_ more: String = "credit: { of: 'hours', on_pass: true, cap: '25学时' }") -> String {
  """
  { components: [
    { id: 'course', title: '课程', points: 50, rule: { kind: 'imported', of: 'course', full_marks: 50 } },
    { id: 'discussion', title: '研讨', points: 10, rule: { kind: 'per_item', of: 'posts', each: 5 } },
    { id: 'essay', title: '心得', points: 20, rule: { kind: 'imported', of: 'essay', full_marks: 20 } },
    { id: 'exam', title: '考试', points: 20, rule: { kind: 'attempt', of: 'exam', full_marks: 100, count: 'best' } },
  ],
  requirements: [
    { id: 'essay_length', title: '心得不少于1000字', cite: '考核要求3', when: { length: { at_least: 1000 } } },
    { id: 'exam_taken', title: '参加考试', when: { exam: { at_least: 0 } } },
  ],
  vetoes: [{ id: 'plagiarism', title: '抄袭', when: { plagiarism: { above: 0 } }, bars_awards: true }],
  flags: [{ id: 'early_exam', title: '先考试后学满', when: { exam_at: { before: 'done_at' } } }],
  pass: { total_at_least: 80 },
  grades: [{ title: '优秀', from: 90 }, { title: '合格', from: 80 }, { title: '不合格', from: 0 }], \(more) }
  """
}

/// A learner with everything: course 50, two posts, essay 20 of 1,000 characters, exam 100, 20 hours of 45 minutes.
private let whole: [Int64] = [5_000, 2, 2_000, 1_000, 10_000, 0, 2_000, 1_000, 54_000]

private func changed(_ changes: [Int: Int64]) -> [Int64] {
  var row = whole
  for (index, value) in changes { row[index] = value }
  return row
}

@Test func `S0-15 a learner with every requirement and 80 points passes`() throws {
  let scorer = try scorer(scheme(), tallies: tallies)
  let marks = scorer.marks(of: changed([4: 0]))
  #expect(marks.total == 8_000)
  #expect(marks.passed)
  #expect(marks.unmet == 0)
  #expect(scorer.grades[marks.grade].title == "合格")
}

@Test func `S0-15 eighty points without an essay fail`() throws {
  let scorer = try scorer(scheme(), tallies: tallies)
  let marks = scorer.marks(of: changed([2: Tally.absent, 3: Tally.absent]))
  #expect(marks.total == 8_000)
  #expect(!marks.passed)
  #expect(scorer.unmet(marks).map(\.id.text) == ["essay_length"])
  #expect(scorer.grades[marks.grade].title == "不合格", "no grade from the pass line on for one who fails")
  #expect(marks.credit == 0)
  #expect(scorer.lacking(marks) == nil)
}

@Test(arguments: [(999, false), (1_000, true), (1_001, true)] as [(Int64, Bool)])
func `S0-09 an essay of a thousand characters meets the requirement`(length: Int64, isMet: Bool) throws {
  let marks = try scorer(scheme(), tallies: tallies).marks(of: changed([3: length]))
  #expect(marks.passed == isMet)
}

@Test func `S0-11 plagiarism lets nobody pass, whatever the total`() throws {
  let scorer = try scorer(scheme(), tallies: tallies)
  let marks = scorer.marks(of: changed([5: 1]))
  #expect(marks.total == 10_000)
  #expect(!marks.passed)
  #expect(scorer.unmet(marks).map(\.id.text) == ["plagiarism"])
  #expect(marks.unmet == scorer.bit(ofVeto: 0))
}

@Test(
  arguments: [
    (2_000, 1_000, false), (1_000, 1_000, false), (999, 1_000, true), (999, Tally.absent, true),
    (Tally.absent, Tally.absent, false), (Tally.absent, 1_000, false),
  ] as [(Int64, Int64, Bool)])
func `S0-13 an exam before the hours are complete is flagged and changes nothing`(
  exam: Int64, done: Int64, raised: Bool
) throws {
  let scorer = try scorer(scheme(), tallies: tallies)
  let marks = scorer.marks(of: changed([6: exam, 7: done]))
  #expect(scorer.raised(marks).map(\.id.text) == (raised ? ["early_exam"] : []))
  #expect(marks.passed)
}

@Test(
  arguments: [
    ("credit: { on_pass: 36 }", 54_000, 3_600, 0), ("credit: { of: 'hours', on_pass: true }", 54_013, 2_000, 0),
    ("credit: { of: 'hours', on_pass: true }", 54_014, 2_001, 0),
    ("credit: { of: 'hours', on_pass: true, cap: '25学时' }", 99_999, 2_500, 0),
    ("credit: { of: 'hours' }", 54_000, 2_000, 2_000),
    ("credit: { of: 'hours', rounding: 'floor' }", 53_999, 1_900, 1_900),
    ("credit: { of: 'hours', rounding: 'half' }", 53_999, 1_950, 1_950),
    ("credit: { of: ['hours', 'hours'] }", 27_000, 2_000, 2_000),
  ] as [(String, Int64, Int64, Int64)])
func `S0-16 S2-02 hours are credited on a pass, or as they were learnt`(
  rule: String, seconds: Int64, passed: Int64, failed: Int64
) throws {
  let scorer = try scorer(scheme(rule), tallies: tallies)
  #expect(scorer.marks(of: changed([8: seconds])).credit == passed)
  #expect(scorer.marks(of: changed([8: seconds, 3: 0])).credit == failed)
}

@Test func `a grade is a condition like others, and a veto that bars awards too`() throws {
  let faults = FaultCollector()
  let programme = try #require(Programme.read(pipeline(scoring: scheme(), tallies: tallies), faults))
  let scorer = Scorer(programme, faults: faults)
  let place = Place(line: 1, column: 1)
  let excellent = try #require(
    Condition(.grade(Placed(place: place, value: "优秀")), programme.conditionScope, at: place, faults: faults))
  let spared = Condition(sparedBy: programme.scoring.vetoes[0], bit: scorer.bit(ofVeto: 0))
  let (clean, struck) = (scorer.marks(of: whole), scorer.marks(of: changed([5: 1])))
  #expect([clean, struck].map { excellent.holds(whole.span, $0) } == [true, false])
  #expect([clean, struck].map { spared.holds(whole.span, $0) } == [true, false])
  #expect(!faults.refuses)
}

@Test func `an unmet requirement says how much is lacking`() throws {
  let faults = FaultCollector()
  let programme = try #require(Programme.read(pipeline(scoring: scheme(), tallies: tallies), faults))
  let scorer = Scorer(programme, faults: faults)
  let row = changed([3: 650, 5: 2, 6: 400])
  let clauses = scorer.explainClauses(row, scorer.marks(of: row), programme.conditionScope)
  #expect(clauses.map(\.bars) == [true, false, true, false])
  #expect(clauses[0].conditions[0].gap?.wording.chinese == "心得字数再增加350字")
  #expect(clauses[0].clause.wording.chinese == "心得字数不少于1000字")
  #expect(clauses[3].holds)
}

@Test(arguments: [
  (
    "requirements: [{ id: 'a', title: '甲', when: { passed: true } }]",
    "p:3:16: 'a' decides whether a learner passes and cannot ask for it; compare tallies or the total"
  ),
  (
    "flags: [{ id: 'a', title: '甲', when: { grade: '优' } }]",
    "p:3:47: unknown grade '优'; nothing is known here"
  ),
  (
    "flags: [{ id: 'a', title: '甲', when: { best: { at_least: '3学时' } } }]",
    "p:3:58: found '3学时'; expected marks with at most two decimals"
  ),
  (
    "flags: [{ id: 'a', title: '甲', when: { last: { before: 'time' } } }]",
    "p:3:56: 'time' is no moment; 'before' and 'after' compare tallies of the unit 'moment'"
  ),
  (
    "vetoes: [{ id: 'a', title: '甲', when: { time: {} } }]",
    "p:3:47: nothing is compared; expected 'at_least', 'above', 'at_most', 'below', 'before' or 'after'"
  ),
  ("vetoes: [{ id: 'a', title: '甲', when: {} }]", "p:3:39: no condition is stated; expected at least one"),
  (
    "vetoes: [{ id: 'a', title: '甲', when: { posts: { above: 0 } } }], flags: [{ id: 'a', title: '乙', when: { posts: { above: 0 } } }]",
    "p:3:75: 'a' is already declared at 3:10; give it another id"
  ),
  (
    "grades: [{ title: '甲', from: 80 }, { title: '乙', from: 80 }]",
    "p:3:36: grade '乙' begins at 80, not below '甲' at 80; list the highest first"
  ),
  ("credit: { of: 'posts' }", "p:3:9: credit is given for time, but 'posts' is in items"),
])
func `a clause that cannot be judged is refused with its place`(part: String, fault: String) {
  let found = faults(
    "{ components: [{ id: 'one', title: '单项', points: 100, rule: { kind: 'imported', of: 'marks', full_marks: 100 } }], pass: { total_at_least: 80 },\n\(part) }"
  )
  #expect(found == [fault])
}
