import Programme
import Scoring
import Testing

/// Seed 2: 优秀50–48分、良好47.9–30分、合格29.9–10分.
private func rule(_ edges: String = "from: 0") -> String {
  """
  { kind: 'band', of: 'best', full_marks: 50, bands: [{ title: '优秀', from: 48 }, { title: '良好', from: 30 }, \
  { title: '合格', from: 10 }, { title: '不合格', \(edges) }] }
  """
}

@Test(arguments: [
  (4_800, "优秀"), (4_790, "良好"), (4_795, "良好"), (4_799, "良好"), (3_000, "良好"), (2_990, "合格"), (1_000, "合格"), (990, "不合格"),
  (5_000, "优秀"), (0, "不合格"),
])
func `S2-08 bands are half-open on the mark as it was given`(mark: Int64, band: String) throws {
  let working = try component(rule()).explain([0, 0, 0, mark, 0]).sentence.chinese
  #expect(working.contains("等次为\(band)，"), "\(working)")
}

@Test func `a band that gives no points only names the mark`() throws {
  let component = try component(points: "50", rule())
  #expect(component.rule.outcome([0, 0, 0, 4_795, 0].span, maximum: 5_000) == Outcome(points: 4_795, reason: .partial))
  #expect(component.explain([0, 0, 0, Tally.absent, 0]).sentence.chinese == "考试成绩没有记录，÷50分×50分，得0.00分（没有记录）")
}

/// Bands that give points: 20, 15, 5.
private let graded = """
  { kind: 'band', of: 'posts', bands: [{ title: '优', from: 10, points: 20 }, { title: '良', from: 5, points: 15 }, \
  { title: '中', from: 0, points: 5 }] }
  """

@Test(arguments: [
  (11, 2_000, Reason.full), (10, 2_000, .full), (9, 1_500, .banded), (5, 1_500, .banded), (4, 500, .banded),
  (0, 500, .banded),
])
func `a band gives its points to all that falls in it`(count: Int64, points: Int64, reason: Reason) throws {
  let component = try component(points: "20", graded)
  #expect(component.rule.outcome([0, 0, count, 0, 0].span, maximum: 2_000) == Outcome(points: points, reason: reason))
}

@Test func `a band is explained with the least that reaches a higher one`() throws {
  let scored = try component(points: "20", graded)
  let explanation = scored.explain([0, 0, 3, 0, 0])
  #expect(explanation.sentence.chinese == "发帖3项，等次为中，得5.00分（按等次计分）")
  #expect(explanation.smallestImprovement?.wording.chinese == "发帖再增加2项，可得15.00分（增加10.00分）")
  #expect(explanation.improvementToFull?.wording.chinese == "发帖再增加7项，可得20.00分（增加15.00分）")
  #expect(
    scored.rule.ruleBookSentence(maximum: scored.maximum).chinese
      == "发帖：10项及以上（优）得20分，5项及以上、不足10项（良）得15分，0项及以上、不足5项（中）得5分")
}

@Test(arguments: [
  (
    "[{ title: '甲', from: 48, to: 50, points: 100 }, { title: '乙', from: 0, to: 47.9, points: 0 }]",
    [
      "p:4:84: warning: nothing is said of amounts between 47.9 marks and 48 marks; they count as '乙', which reaches up to '甲'"
    ]
  ),
  (
    "[{ title: '甲', from: 48, points: 100 }, { title: '乙', from: 10, points: 0 }]",
    ["p:4:76: warning: what is below 10 marks is in no band and gives no points; add a band from 0"]
  ),
  (
    "[{ title: '甲', from: 48, points: 100 }, { title: '乙', from: 0, to: 48, points: 0 }]",
    ["p:4:76: band '乙' reaches 48 marks and overlaps '甲' from 48 marks"]
  ),
  (
    "[{ title: '甲', from: 48, points: 100 }, { title: '乙', from: 0, to: 47.99, points: 0 }]", []
  ),
  (
    "[{ title: '甲', from: 0, points: 100 }, { title: '乙', from: 48, points: 0 }]",
    [
      "p:4:75: band '乙' begins at 48 marks, not below '甲' at 0 marks; list the highest first",
      "p:4:75: warning: what is below 48 marks is in no band and gives no points; add a band from 0",
    ]
  ),
  (
    "[{ title: '甲', from: 48, points: 50 }, { title: '乙', from: 0, points: 60 }]",
    [
      "p:4:37: warning: the highest band gives 50 of 100 points, so nobody can have all",
      "p:4:75: band '乙' gives more points than the higher band '甲'",
    ]
  ),
  (
    "[{ title: '甲', from: 48, points: 100 }, { title: '乙', from: 0 }]",
    ["p:4:76: band '乙' has no points, but others have"]
  ),
])
func `S2-08 bands with holes are warned of, contradictory ones refused`(bands: String, expected: [String]) {
  #expect(faults(rule: "{ kind: 'band', of: 'best', bands: \(bands) }") == expected)
}
