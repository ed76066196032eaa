import Awards
import Programme
import Testing

@Test func `places go to the best ranks and the others are below the line`() {
  let ruling = decide(contest([90, 97, 95, 88], places: 2))
  #expect(ruling.outcomes == [.below, .in, .in, .below])
  #expect(ruling.decisions.map(\.rank) == [3, 1, 2, 4])
  #expect(ruling.stages == [.ranked, .candidate, .candidate, .ranked])
  #expect(ruling.decisions.map { $0.gap?.difference } == [-5, 2, nil, -7])
  #expect(ruling.unsettled.isEmpty && ruling.vacancies.isEmpty && ruling.refusals.isEmpty)
}

@Test func `equals who all fit are in together`() {
  let ruling = decide(contest([90, 95, 95, 80], places: 3, ties: .exclude))
  #expect(ruling.outcomes == [.in, .in, .in, .below])
  #expect(ruling.decisions.map(\.tied) == [1, 2, 2, 1])
}

@Test func `without a number of places everybody who meets the conditions is in`() {
  var contest = contest([90, 90, nil], places: nil)
  contest.candidates[1].failed = [0]
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.in, .ineligible, .in])
  #expect(ruling.reasons == [.noQuota, .conditionsUnmet, .noQuota])
  #expect(ruling.decisions.map(\.rank) == [1, nil, 2])
  #expect(ruling.decisions.allSatisfy { $0.gap == nil })
}

@Test func `no places leave everybody below and nobody at a distance`() {
  let ruling = decide(contest([90, 90], places: 0, ties: .extend))
  #expect(ruling.outcomes == [.below, .below])
  #expect(ruling.decisions.allSatisfy { $0.gap == nil })
  #expect(ruling.vacancies.isEmpty)
}

@Test func `places beyond the candidates stay empty and are explained`() {
  let ruling = decide(contest([90, 80], places: 5))
  #expect(ruling.outcomes == [.in, .in])
  #expect(ruling.line.keys == nil)
  #expect(ruling.vacancies == [Vacancy(cause: .tooFewCandidates, count: 3)])
}

@Test func `nobody at all leaves every place empty`() {
  let ruling = decide(contest([], places: 2))
  #expect(ruling.decisions.isEmpty)
  #expect(ruling.vacancies == [Vacancy(cause: .tooFewCandidates, count: 2)])
}

@Test func `the gap is counted in the first key that differs from the line`() {
  var contest = contest([90, 90, 90], places: 2)
  contest.order = KeyOrder(descending: [true, false])
  for (index, completed) in ([100, 250, nil] as [Int64?]).enumerated() {
    contest.candidates[index].keys.append(completed)
  }
  let decisions = decide(contest).decisions
  #expect(decisions.map(\.rank) == [1, 2, 3])
  #expect(decisions[0].gap == Gap(key: 1, difference: -150))
  #expect(decisions[1].gap == nil)
  #expect(decisions[2].gap == Gap(key: 1, difference: nil))
}

@Test func `the withdrawn leave their place to the next`() {
  var contest = contest([97, 95, 90], places: 2)
  contest.candidates[0].hasWithdrawn = true
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.withdrawn, .in, .in])
  #expect(ruling.decisions.map(\.rank) == [nil, 1, 2])
}

@Test func `the first obstacle on the way is the one that is given`() {
  var contest = contest([60, 50, 40, 30, 20], places: 1)
  for index in contest.candidates.indices { contest.candidates[index].entryFigure = contest.candidates[index].keys[0] }
  let online = RankKey(value: .attribute("online"), descending: true)
  contest.entry = EntryPercentile(share: 500_000, key: online, rounding: .ceiling, tiesIn: true)
  contest.filing = yes(to: 1, 2, 3, 5)
  contest.candidates[0].hasWithdrawn = true
  contest.candidates[0].failed = [1]
  contest.candidates[1].failed = [1, 2]
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.withdrawn, .ineligible, .in, .notFiled, .belowEntry])
  #expect(ruling.stages == [.pool, .pool, .candidate, .eligible, .eligible])
  #expect(ruling.decisions[1].failed == [1, 2])
  #expect(ruling.entry?.admitted == 3)
}

@Test(arguments: [Opinion.awaited, .given([])])
func `where candidates must be filed and nobody filed there are none`(filing: Opinion) {
  var contest = contest([90, 80], places: 1)
  contest.filing = filing
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.notFiled, .notFiled])
  #expect(ruling.vacancies == [Vacancy(cause: .tooFewCandidates, count: 1)])
}

@Test func `figures at the ends of the range do not overflow`() {
  let ruling = decide(contest([.max, .min, nil], places: 1))
  #expect(ruling.outcomes == [.in, .below, .below])
  #expect(ruling.decisions[1].gap == Gap(key: 0, difference: .min))
}
