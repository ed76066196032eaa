import Programme
import Scoring
import Testing

private let scheme = """
  { components: [
    { id: 'mark', title: '成绩', points: 100, rule: { kind: 'imported', of: 'best', full_marks: 100 } },
    { id: 'prizes', title: '获奖加分', points: 5, rule: { kind: 'bonus', of: 'posts', each: 2, cap: 5 } },
  ], pass: { total_at_least: 80 } }
  """

@Test(
  arguments: [
    (7_800, 0, 0, 7_800, false), (7_800, 1, 200, 8_000, true), (7_800, 3, 500, 8_300, true),
    (9_700, 3, 500, 10_000, true),
  ] as [(Int64, Int64, Int64, Int64, Bool)])
func `a bonus comes on top of the hundred, and the total is at most one hundred`(
  mark: Int64, prizes: Int64, bonus: Int64, total: Int64, passed: Bool
) throws {
  let result = try scorer(scheme).marks(of: [0, 0, prizes, mark, 0])
  #expect(result.points == [mark, bonus])
  #expect(result.total == total)
  #expect(result.passed == passed)
}

@Test func `a bonus is told as one`() throws {
  let bonus = try scorer(scheme).components[1]
  #expect(bonus.explain([0, 0, 1, 0, 0]).sentence.chinese == "发帖1项×加2分，5分封顶，得2.00分（按比例计分）")
  #expect(bonus.rule.ruleBookSentence(maximum: bonus.maximum).chinese == "发帖每项另加2分，5分封顶；总成绩不超过100分")
}

@Test func `a bonus cannot give more than its component`() {
  #expect(
    faults(
      "{ components: [{ id: 'a', title: '成绩', points: 100, rule: { kind: 'imported', of: 'best', full_marks: 100 } },\n"
        + "{ id: 'b', title: '加分', points: 5, rule: { kind: 'bonus', of: 'posts', each: 1, cap: 6 } }], pass: { total_at_least: 1 } }"
    ) == ["p:3:86: the cap is above the component's points; expected at most 5"])
}
