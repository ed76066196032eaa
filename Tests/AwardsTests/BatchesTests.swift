import Awards
import Testing

@Test func `winners are called up in groups of the stated sizes, in the order of the ranking`() {
  var contest = contest([70, 99, 80, 95, 60, 50], places: 5)
  contest.batches = [2, 2]
  #expect(decide(contest).decisions.map(\.batch) == [2, 1, 2, 1, nil, nil])
}
