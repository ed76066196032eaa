import Metrics
import Testing

private func counts(_ steps: [Int], unanswered: Int = 0) -> AnswerCounts {
  var counts = AnswerCounts(steps: steps.count)
  for (step, count) in steps.enumerated() {
    for _ in 0..<count { counts.add(step: step) }
  }
  for _ in 0..<unanswered { counts.add(step: nil) }
  return counts
}

@Test func `the two best of five answers are the satisfied`() throws {
  let figure = SatisfactionFigure(counts([50, 31, 12, 5, 2], unanswered: 4), top: 2)
  #expect(figure.returned == 104)
  #expect(figure.valid == 100)
  #expect(figure.satisfied == 81)
  #expect(figure.share.text == "81.0%")
  #expect(figure.mean.text == "4.22")
  #expect(figure.returnRate(invited: 120).text == "86.7%")
  let interval = try #require(figure.interval)
  #expect([interval.low.number, interval.high.number] == ["72.2", "87.5"])
}

@Test func `nobody's answers have no figures`() {
  let figure = SatisfactionFigure(counts([0, 0, 0, 0, 0], unanswered: 3), top: 2)
  #expect([figure.share.text, figure.mean.text] == ["—", "—"])
  #expect(figure.interval == nil)
}

@Test func `an answer outside the scale is no answer`() {
  var counts = AnswerCounts(steps: 5)
  for step in [-3, -2, 0, 4, 5] { counts.add(step: step) }
  #expect(counts.steps == [1, 0, 0, 0, 1])
  #expect(counts.unanswered == 3)
}

@Test func `pooled answers are those of all together`() {
  var pooled = counts([3, 2, 1], unanswered: 1)
  pooled.add(counts([0, 5, 0], unanswered: 2))
  #expect(pooled == counts([3, 7, 1], unanswered: 3))
}

/// 很满意 100, 满意 80, 基本满意 60, 不太满意 30, 不满意 0.
@Test(arguments: [
  ([10, 6, 2, 1, 1], "81.50"), ([0, 0, 0, 0, 7], "0.00"), ([3, 0, 0, 0, 0], "100.00"), ([1, 1, 1, 0, 0], "80.00"),
  ([1, 0, 0, 2, 0], "53.33"), ([0, 0, 0, 0, 0], "—"),
])
func `the mark of a hundred is the mean of what the answers count`(steps: [Int], printed: String) {
  #expect(SatisfactionFigure(counts(steps), top: 2).weighted([100, 80, 60, 30, 0]).text == printed)
}
