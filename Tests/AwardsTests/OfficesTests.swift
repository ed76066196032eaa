import Awards
import Programme
import Testing

@Test func `recommendation and approval take a candidate from stage to stage`() {
  let ruling = decide(contest([90, 89, 88], places: 3, recommendation: yes(to: 1, 2), approval: yes(to: 1)))
  #expect(ruling.outcomes == [.in, .in, .notRecommended])
  #expect(ruling.stages == [.approved, .recommended, .candidate])
  #expect(ruling.decisions.map(\.decidedBy) == [.approvingOffice, .rules, .recommendingOffice])
  #expect(ruling.vacancies.map(\.cause) == [.notRecommended])
}

@Test func `only a no by name ends a candidacy; whom the approvals do not name yet is waited for`() {
  let no = Opinion.given([Naming(candidate: 1, row: 1), Naming(candidate: 2, isFavourable: false, row: 2)])
  let ruling = decide(contest([90, 89, 88], places: 3, approval: no))
  #expect(ruling.outcomes == [.in, .rejected, .in])
  #expect(ruling.stages == [.approved, .candidate, .candidate])
}

@Test(arguments: [
  (Opinion.awaited, Opinion.awaited, Stage.candidate),
  (yes(to: 1, 2), .awaited, .recommended),
  (.notAsked, yes(to: 1, 2), .approved),
  (.notAsked, .notAsked, .candidate),
])
func `nobody goes further than the files that are there`(recommendation: Opinion, approval: Opinion, stage: Stage) {
  let ruling = decide(contest([90, 89], places: 2, recommendation: recommendation, approval: approval))
  #expect(ruling.outcomes == [.in, .in])
  #expect(ruling.stages == [stage, stage])
}

@Test func `whose office has not chosen yet is waited for, whoever others have chosen`() {
  var contest = contest([90, 89, 88, 87], places: 4, recommendation: yes(to: 1), approval: yes(to: 1, 3))
  contest.unheard = [3, 4]
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.in, .notRecommended, .in, .in])
  #expect(ruling.stages == [.approved, .candidate, .candidate, .candidate])
  // Nobody is approved past a recommendation that is still to come.
  #expect(ruling.refusals.map { [$0.candidate, $0.row] } == [[3, 2]])
}

@Test func `approvals before the recommendation that is asked for are refused and reject nobody`() {
  let ruling = decide(contest([90, 89], places: 2, recommendation: .awaited, approval: yes(to: 1)))
  #expect(ruling.outcomes == [.in, .in])
  #expect(ruling.stages == [.candidate, .candidate])
  #expect(ruling.refusals.map(\.rule) == [.notRecommended])
}

private func refused(_ change: (inout Contest) -> Void) -> [RefusalRule] {
  var contest = contest([90, 89, 88, 87], places: 2, recommendation: yes(to: 1, 2, 4), approval: .notAsked)
  change(&contest)
  return decide(contest).refusals.map(\.rule)
}

@Test func `a recommendation that a rule does not allow is refused with the rule`() {
  #expect(refused { _ in } == [.belowLine])
  #expect(refused { $0.candidates[3].failed = [0] } == [.ineligible])
  #expect(refused { $0.candidates[3].hasWithdrawn = true } == [.withdrawn])
  #expect(refused { $0.reserve = .number(2) } == [.onReserve])
  #expect(refused { $0.filing = yes(to: 1, 2, 3) } == [.notFiled])
  #expect(refused { $0.recommendation = yes(to: 1, 2, 99) } == [.outsidePool])
  #expect(refused { $0.recommendation = yes(to: 1, 2, 1) } == [.twice])
  #expect(
    refused {
      $0.oncePerUnit = true
      $0.candidates[3].unit = 1
    } == [.sameUnit])
  #expect(
    refused {
      for index in 0..<4 { $0.candidates[index].entryFigure = $0.candidates[index].keys[0] }
      let key = RankKey(value: .total, descending: true)
      $0.entry = EntryPercentile(share: 500_000, key: key, rounding: .ceiling, tiesIn: true)
    } == [.belowEntry])
}

@Test func `a candidate named with yes and with no waits until the file is mended`() {
  let namings = [
    Naming(candidate: 1, row: 1), Naming(candidate: 2, row: 2), Naming(candidate: 1, isFavourable: false, row: 3),
    Naming(candidate: 1, row: 4),
  ]
  let ruling = decide(contest([90, 89], places: 2, approval: .given(namings)))
  #expect(ruling.outcomes == [.in, .in])
  #expect(ruling.stages == [.candidate, .approved])
  #expect(ruling.refusals.map(\.rule) == [.contradicted, .contradicted, .contradicted])
  #expect(ruling.refusals.map(\.row) == [1, 3, 4])
}

@Test func `a filing of somebody outside the pool or twice is refused`() {
  var contest = contest([90], places: 1)
  contest.filing = yes(to: 1, 7, 1)
  let ruling = decide(contest)
  #expect(ruling.outcomes == [.in])
  #expect(ruling.refusals.map(\.office) == [.filing, .filing])
  #expect(ruling.refusals.map(\.rule) == [.outsidePool, .twice])
}

@Test func `a no by name to somebody below the line is no offence`() {
  let ruling = decide(
    contest(
      [90, 80], places: 1,
      approval: .given([.init(candidate: 2, isFavourable: false, row: 1), .init(candidate: 1, row: 2)])))
  #expect(ruling.refusals.isEmpty)
}
