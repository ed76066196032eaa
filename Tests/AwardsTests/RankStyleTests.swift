import Awards
import Programme
import Testing

@Test(arguments: [
  (RankStyle.competition, [Int64(1), 2, 2, 4]), (.dense, [1, 2, 2, 3]), (.ordinal, [1, 2, 3, 4]),
])
func `ranks are printed as the programme counts them, and change nothing`(style: RankStyle, shown: [Int64]) {
  var contest = contest([99, 95, 95, 90], places: 2)
  contest.rankStyle = style
  let ruling = decide(contest)
  #expect(ruling.decisions.map(\.shownRank) == shown)
  #expect(ruling.decisions.map(\.rank) == [1, 2, 2, 4])
  #expect(ruling.outcomes == [.in, .tied, .tied, .below])
}

@Test func `a missing figure stands last unless the programme puts it first`() {
  var contest = contest([99, nil, 95], places: 1)
  #expect(decide(contest).decisions.map(\.rank) == [1, 3, 2])
  contest.order = KeyOrder(descending: [true], missingFirst: [true])
  #expect(decide(contest).decisions.map(\.rank) == [2, 1, 3])
}
