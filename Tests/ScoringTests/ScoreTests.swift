import Programme
import Scoring
import Testing

/// Seed 4 with three imported marks under 50 / 32 / 18, the totals that binary floating point makes 89.99999999999999.
private let weighted = """
  { components: [
    { id: 'study', title: '学习', points: 50, rule: { kind: 'imported', of: 'a', full_marks: 100 } },
    { id: 'assignment', title: '作业', points: 32, rule: { kind: 'imported', of: 'b', full_marks: 100 } },
    { id: 'interaction', title: '互动', points: 18, rule: { kind: 'imported', of: 'c', full_marks: 100 } },
  ], pass: { total_at_least: 90 } }
  """

private let threeMarks = """
  a: { max: 'work.value', title: '甲', unit: 'marks' },
  b: { max: 'work.value', title: '乙', unit: 'marks' },
  c: { max: 'work.value', title: '丙', unit: 'marks' },
  """

private let ninety: [[Int64]] = [
  [8_380, 9_800, 9_300], [8_460, 9_900, 8_900], [8_750, 9_700, 8_450], [8_830, 9_800, 8_050], [8_860, 9_050, 9_300],
  [8_910, 9_450, 8_450],
]

@Test(arguments: ninety)
func `S4-05 a weighted total of 90 is exactly 90 and reaches the line`(marks: [Int64]) throws {
  let result = try scorer(weighted, tallies: threeMarks).marks(of: marks)
  #expect(result.total == 9_000)
  #expect(result.passed)
}

@Test(arguments: ninety, 0..<3)
func `S4-05 the nearest mark that costs a hundredth misses the line`(marks: [Int64], part: Int) throws {
  let scorer = try scorer(weighted, tallies: threeMarks)
  var lower = marks
  repeat { lower[part] -= 1 } while scorer.marks(of: lower).points[part] == scorer.marks(of: marks).points[part]
  #expect(scorer.marks(of: lower).total == 8_999)
  #expect(!scorer.marks(of: lower).passed)
  lower[part] += 1
  #expect(scorer.marks(of: lower).passed, "the mark just above still rounds to the line")
}

@Test func `S4-04 the total is the sum of the printed components, and 80 itself passes`() throws {
  let scorer = try scorer(
    """
    { components: [
      { id: 'study', title: '学习', points: 50, rule: { kind: 'proportion', of: 'time', target: '15h' } },
      { id: 'assignment', title: '作业', points: 32, rule: { kind: 'mean_rate', of: 'marks', full_marks: 100, required: 6 } },
      { id: 'interaction', title: '互动', points: 18, rule: { kind: 'per_item', of: 'posts', each: 3 } },
    ], pass: { total_at_least: 80 } }
    """)
  let passing = scorer.marks(of: [54_000, 56_250, 0, 0, 0])
  #expect(passing.points == [5_000, 3_000, 0])
  #expect(passing.reasons == [.full, .partial, .nothing])
  #expect(passing.total == 8_000)
  #expect(passing.passed)
  #expect(scorer.lacking(passing) == nil)
  let failing = scorer.marks(of: [54_000, 56_240, 0, 0, 0])
  #expect(!failing.passed)
  #expect(scorer.lacking(failing)?.text == "0.01")
  #expect(scorer.explain([54_000, 56_250, 0, 0, 0]).map(\.points.text) == ["50.00", "30.00", "0.00"])
  #expect(scorer.passSentence.chinese == "各项得分四舍五入到0.01分，总成绩为各项得分之和，80分及以上为合格")
  #expect(scorer.ruleBook.map(\.title) == ["学习", "作业", "互动"])
}

@Test func `marks are filled anew for every learner`() throws {
  let scorer = try scorer(weighted, tallies: threeMarks)
  var marks = scorer.blankMarks
  scorer.score([10_000, 10_000, 10_000].span, into: &marks)
  scorer.score([0, Tally.absent, 5_000].span, into: &marks)
  #expect(marks.points == [0, 0, 900])
  #expect(marks.reasons == [.nothing, .missing, .partial])
  #expect(marks.total == 900)
  #expect(!marks.passed)
}
