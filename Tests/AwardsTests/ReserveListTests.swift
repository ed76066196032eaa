import Awards
import Programme
import Testing

@Test func `the next after the winners stand on the reserve list in their order, equals together`() {
  let ruling = decide(contest([99, 95, 94, 94, 93], places: 1, reserves: 2))
  #expect(ruling.outcomes == [.in, .reserve, .reserve, .reserve, .below])
  #expect(ruling.decisions.map(\.reserve) == [nil, 1, 2, 2, nil])
}

@Test func `while a tie is open nobody follows`() {
  let ruling = decide(contest([99, 99, 95], places: 1, reserves: 2))
  #expect(ruling.outcomes == [.tied, .tied, .below])
}

@Test func `those who lose a tie follow first`() {
  let ruling = decide(contest([99, 99, 95], places: 1, reserves: 1, approval: yes(to: 2)))
  #expect(ruling.outcomes == [.reserve, .in, .below])
}

@Test func `equals kept out by the exclude policy do not come back as reserves`() {
  let ruling = decide(contest([99, 99, 95], places: 1, ties: .exclude, reserves: 1))
  #expect(ruling.outcomes == [.below, .below, .reserve])
}

@Test func `the equals whom the policy reserves stand first on the list`() {
  let ruling = decide(contest([99, 99, 95, 94], places: 1, ties: .reserve, reserves: 3))
  #expect(ruling.outcomes == [.reserve, .reserve, .reserve, .below])
  #expect(ruling.decisions.map(\.reserve) == [1, 1, 3, nil])
}
