import Awards
import Programme
import Testing

/// Five certain, three equals for two places, one below.
private func tied(_ ties: TiePolicy, recommendation: Opinion = .notAsked, approval: Opinion = .notAsked) -> Ruling {
  decide(
    contest(
      [97, 94, 96, 95, 94, 96, 94, 98, 90], places: 7, ties: ties, recommendation: recommendation, approval: approval))
}

private let equals = [1, 4, 6]

@Test(arguments: [
  (TiePolicy.extend, [Outcome.in, .in, .in], Reason.tieExtended, nil),
  (.exclude, [.below, .below, .below], .tieExcluded, Vacancy(cause: .tieExcluded, count: 2)),
  (.reserve, [.reserve, .reserve, .reserve], .tieReserved, Vacancy(cause: .tieReserved, count: 2)),
  (.person, [.tied, .tied, .tied], .tieOpen, Vacancy(cause: .tieOpen, count: 2)),
  (.byIdentifier, [.in, .in, .below], .tieByIdentifier, nil),
])
func `equals at the line are settled by the declared policy`(
  ties: TiePolicy, outcomes: [Outcome], reason: Reason, vacancy: Vacancy?
) {
  let ruling = tied(ties)
  #expect(equals.map { ruling.decisions[$0].outcome } == outcomes)
  #expect(equals.allSatisfy { ruling.decisions[$0].reason == reason })
  #expect(equals.allSatisfy { ruling.decisions[$0].rank == 6 && ruling.decisions[$0].tied == 3 })
  #expect(equals.allSatisfy { ruling.decisions[$0].gap == nil })
  #expect(ruling.vacancies == (vacancy.map { [$0] } ?? []))
  #expect(ruling.unsettled == (ties == .person ? [2, 5, 7] : []))
  #expect(ruling.decisions[8].outcome == .below)
  #expect([ruling.line.ahead, ruling.line.tied, ruling.line.left] == [5, 3, 2])
}

@Test func `the smallest lots win, whatever the order of the rows and of identifiers`() {
  var contest = contest([94, 94, 94, 90], places: 2, ties: .lot, reserves: 2)
  for (index, lot) in [UInt64(20), 30, 10, 5].enumerated() { contest.candidates[index].lot = Lot(number: lot) }
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.in, .reserve, .in, .reserve])
  #expect(ruling.decisions.map(\.reserve) == [nil, 1, nil, 2])
  #expect(ruling.decisions.map(\.decidedBy) == [.lot, .lot, .lot, .rules])
}

@Test func `equal lots where the places end stay tied, and those after them are out`() {
  var contest = contest([94, 94, 94, 94], places: 2, ties: .lot)
  for (index, lot) in [UInt64(20), 30, 20, 10].enumerated() { contest.candidates[index].lot = Lot(number: lot) }
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.tied, .below, .tied, .in])
  #expect(ruling.vacancies == [Vacancy(cause: .tieOpen, count: 1)])
}

@Test func `by_id places equals in the order of identifiers whatever the order of the rows`() {
  var contest = contest([94, 94, 94], places: 1, ties: .byIdentifier)
  for (index, listing) in [Int64(2), 0, 1].enumerated() { contest.candidates[index].listing = listing }
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.below, .in, .below])
  #expect(ruling.decisions.allSatisfy { $0.decidedBy == .identifier })
}

@Test func `approvals that name as many of the equals as places are left settle the tie`() {
  let ruling = tied(.person, approval: yes(to: 1, 3, 4, 6, 8, 5, 7))
  #expect(equals.map { ruling.decisions[$0].outcome } == [.below, .in, .in])
  #expect(equals.allSatisfy { ruling.decisions[$0].decidedBy == .approvingOffice })
  #expect(equals.allSatisfy { ruling.decisions[$0].reason == .tieDecided })
  #expect(ruling.decisions[4].stage == .approved)
  #expect(ruling.unsettled.isEmpty && ruling.refusals.isEmpty && ruling.vacancies.isEmpty)
}

@Test func `approvals that name fewer of the equals leave a place empty and say so`() {
  let ruling = tied(.person, approval: yes(to: 1, 3, 4, 6, 8, 5))
  #expect(equals.map { ruling.decisions[$0].outcome } == [.below, .in, .below])
  #expect(ruling.vacancies == [Vacancy(cause: .tieDecided, count: 1)])
}

@Test func `approvals that name more of the equals than places are left are refused and the tie stays open`() {
  let ruling = tied(.person, approval: yes(to: 1, 3, 4, 6, 8, 2, 5, 7))
  #expect(ruling.unsettled == [2, 5, 7])
  #expect(ruling.refusals.map(\.rule) == [.overPlaces, .overPlaces, .overPlaces])
  #expect(ruling.refusals.map(\.row) == [6, 7, 8])
}

@Test func `approvals that name none of the equals leave the tie open`() {
  let ruling = tied(.person, approval: yes(to: 1, 3, 4, 6, 8))
  #expect(ruling.unsettled == [2, 5, 7])
  #expect(ruling.refusals.isEmpty)
}

@Test func `a no by name to every one of the equals settles the tie`() {
  var namings = [1, 3, 4, 6, 8].map { Naming(candidate: $0, row: $0) }
  namings += [2, 5, 7].map { Naming(candidate: $0, isFavourable: false, row: $0) }
  let ruling = tied(.person, approval: .given(namings))
  #expect(equals.allSatisfy { ruling.decisions[$0].outcome == .below })
  #expect(ruling.vacancies == [Vacancy(cause: .tieDecided, count: 2)])
}

@Test func `where nobody approves the recommending office settles the tie`() {
  let ruling = tied(.person, recommendation: yes(to: 1, 3, 4, 6, 8, 2, 7))
  #expect(equals.map { ruling.decisions[$0].outcome } == [.in, .below, .in])
  #expect(equals.allSatisfy { ruling.decisions[$0].decidedBy == .recommendingOffice })
  #expect(ruling.decisions[1].stage == .recommended)
}

@Test func `a recommendation does not settle what the approving office has yet to decide`() {
  let ruling = tied(.person, recommendation: yes(to: 1, 3, 4, 6, 8, 2, 7), approval: .awaited)
  #expect(ruling.unsettled == [2, 5, 7])
  #expect(ruling.refusals.isEmpty)
}

@Test func `an equal who is approved without the recommendation asked for is refused`() {
  let ruling = tied(.person, recommendation: yes(to: 1, 3, 4, 6, 8, 2), approval: yes(to: 1, 3, 4, 6, 8, 5))
  #expect(ruling.unsettled == [2, 5, 7])
  #expect(ruling.refusals.map(\.rule) == [.notRecommended])
  #expect(ruling.refusals.map(\.candidate) == [5])
}
