import Awards
import Programme
import TestSupport
import Testing

@Test func `the ruling of a small contest is that of the definitions taken word for word`() {
  for seed in Cases.seeds(whileBuilding: 20_000, whenChecking: 150_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.random(using: &random)
    let ruling = decide(contest)
    for (index, decision) in ruling.decisions.enumerated() {
      let expected = WordForWord(contest: contest).outcome(of: index)
      #expect(decision.outcome == expected.outcome, "SEED=\(seed)")
      #expect(decision.rank == expected.rank, "SEED=\(seed)")
    }
  }
}

@Test
func
  `every candidate has one decision, places are never exceeded but by a tie extended, and none is empty unexplained`()
{
  for seed in Cases.seeds(whileBuilding: 20_000, whenChecking: 150_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.randomWithOffices(using: &random)
    let ruling = decide(contest)
    #expect(ruling.decisions.map(\.candidate) == contest.candidates.map(\.key), "SEED=\(seed)")
    #expect(ruling.decisions.allSatisfy { $0.reason != .entered }, "SEED=\(seed)")
    let winners = Int64(ruling.outcomes.count { $0 == .in })
    if let places = contest.places {
      let extra = contest.ties == .extend ? max(0, ruling.line.tied - ruling.line.left) : 0
      #expect(winners <= places + extra, "SEED=\(seed)")
      expectOnlyEqualsOver(places, ruling, contest, seed)
      expectNoPlaceWaits(ruling, contest, seed)
      #expect(ruling.vacancies.reduce(0) { $0 + $1.count } == max(0, places - winners), "SEED=\(seed)")
    }
    for (candidate, decision) in zip(contest.candidates, ruling.decisions) {
      let isSound = candidate.failed.isEmpty && !candidate.hasWithdrawn
      #expect(isSound || decision.outcome == .ineligible || decision.outcome == .withdrawn, "SEED=\(seed)")
      #expect(ruling.unsettled.contains(decision.candidate) == (decision.outcome == .tied), "SEED=\(seed)")
      #expect((decision.rank == nil) == (decision.stage < .ranked), "SEED=\(seed)")
      #expect(decision.stage != .approved || contest.approval.saysYes(to: candidate.key), "SEED=\(seed)")
    }
  }
}

@Test func `the order in which candidates and rows arrive changes nothing`() {
  for seed in Cases.seeds(whileBuilding: 10_000, whenChecking: 100_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.randomWithOffices(using: &random)
    var shuffled = contest
    shuffled.candidates.shuffle(using: &random)
    shuffled.approval.shuffle(using: &random)
    shuffled.recommendation.shuffle(using: &random)
    let (first, second) = (decide(contest), decide(shuffled))
    #expect(Set(first.decisions) == Set(second.decisions), "SEED=\(seed)")
    #expect(first.unsettled == second.unsettled, "SEED=\(seed)")
    #expect(first.refusals == second.refusals, "SEED=\(seed)")
    #expect(first.vacancies == second.vacancies, "SEED=\(seed)")
    #expect(
      Set(first.refusals.map { [$0.office.rawValue, "\($0.row)"] }).count == first.refusals.count, "SEED=\(seed)")
  }
}

@Test func `other identifiers change nothing unless the programme says that they decide`() {
  for seed in Cases.seeds(whileBuilding: 10_000, whenChecking: 100_000) {
    var random = SeededGenerator(seed: seed)
    var contest = Contest.random(using: &random)
    if contest.ties == .byIdentifier { contest.ties = .person }
    contest.oncePerUnit = false
    var renamed = contest
    let listings = contest.candidates.map(\.listing).shuffled(using: &random)
    for index in listings.indices { renamed.candidates[index].listing = listings[index] }
    #expect(decide(contest).decisions == decide(renamed).decisions, "SEED=\(seed)")
  }
}

@Test func `a better figure never worsens a rank nor costs a place`() {
  for seed in Cases.seeds(whileBuilding: 20_000, whenChecking: 150_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.random(using: &random)
    guard let index = contest.candidates.indices.randomElement(using: &random) else { continue }
    var improved = contest
    improved.candidates[index].keys[0] = (contest.candidates[index].keys[0] ?? 0) + 1
    let (before, after) = (decide(contest).decisions[index], decide(improved).decisions[index])
    if let old = before.rank { #expect((after.rank ?? .max) <= old, "SEED=\(seed)") }
    let settles: Set<TiePolicy> = [.extend, .byIdentifier, .lot]
    if before.outcome == .in, settles.contains(contest.ties) || before.reason == .withinPlaces {
      #expect(after.outcome == .in, "SEED=\(seed)")
    }
  }
}

/// Whoever is in beyond the places stands level with the last of them, and all who stand level are in but those to whom an office said no.
private func expectOnlyEqualsOver(_ places: Int64, _ ruling: Ruling, _ contest: Contest, _ seed: UInt64) {
  let winners = ruling.decisions.filter { $0.outcome == .in }
  guard Int64(winners.count) > places, let last = winners.compactMap(\.rank).max() else { return }
  #expect(contest.ties == .extend, "SEED=\(seed)")
  #expect(Int64(winners.count { $0.rank != last }) < places, "SEED=\(seed)")
  let level = ruling.decisions.filter { $0.rank == last }
  let refused: Set<Awards.Outcome> = [.in, .notRecommended, .rejected]
  #expect(level.allSatisfy { refused.contains($0.outcome) }, "SEED=\(seed)")
}

/// No place stays empty for want of candidates while somebody who is not tied could take it.
private func expectNoPlaceWaits(_ ruling: Ruling, _ contest: Contest, _ seed: UInt64) {
  guard ruling.vacancies.contains(where: { $0.cause == .tooFewCandidates }) else { return }
  #expect(!ruling.decisions.contains { $0.reason == .belowLine }, "SEED=\(seed)")
}

@Test func `a draw is about those who are tied at the line: what the others would have drawn changes nothing`() {
  for seed in Cases.seeds(whileBuilding: 10_000, whenChecking: 100_000) {
    var random = SeededGenerator(seed: seed)
    var contest = Contest.random(using: &random)
    contest.ties = .lot
    let before = decide(contest)
    let line = before.line
    let atLine = line.tied > 0 ? line.ahead + 1 : nil
    let tied = Set(before.decisions.filter { $0.rank != nil && $0.rank == atLine }.map(\.candidate))
    var other = contest
    let lots = contest.candidates.map(\.lot).shuffled(using: &random)
    for index in lots.indices where !tied.contains(contest.candidates[index].key) {
      other.candidates[index].lot = lots[index]
    }
    #expect(decide(other).outcomes == before.outcomes, "SEED=\(seed)")
  }
}

/// What the definitions say of one candidate, found by comparing it with every other one.
private struct WordForWord {
  let contest: Contest

  func outcome(of index: Int) -> (outcome: Awards.Outcome, rank: Int64?) {
    let me = contest.candidates[index]
    if me.hasWithdrawn { return (.withdrawn, nil) }
    if !me.failed.isEmpty { return (.ineligible, nil) }
    if contest.oncePerUnit, field.contains(where: { $0.unit == me.unit && isListedInstead($0, of: me) }) {
      return (.excluded, nil)
    }
    let rivals = field.filter { rival in
      !contest.oncePerUnit || !field.contains { $0.unit == rival.unit && isListedInstead($0, of: rival) }
    }
    let better = rivals.count { value($0).lexicographicallyPrecedes(value(me)) }
    let equals = rivals.filter { value($0) == value(me) }
    let rank = Int64(better + 1)
    guard let places = contest.places.map(Int.init) else { return (.in, rank) }
    if better + equals.count <= places { return (.in, rank) }
    if better >= places { return (.below, rank) }
    switch contest.ties {
    case .extend: return (.in, rank)
    case .exclude: return (.below, rank)
    case .reserve: return (.reserve, rank)
    case .person: return (.tied, rank)
    case .byIdentifier:
      let earlier = equals.count { $0.listing < me.listing }
      return (better + earlier < places ? .in : .below, rank)
    case .lot:
      let smaller = equals.count { $0.lot < me.lot }
      return (better + smaller < places ? .in : .below, rank)
    }
  }

  private var field: [Candidate] { contest.candidates.filter { !$0.hasWithdrawn && $0.failed.isEmpty } }

  /// Smaller is better, in every key.
  private func value(_ candidate: Candidate) -> [Int64] {
    zip(candidate.keys, contest.order.descending).map { figure, descending in
      figure.map { descending ? -$0 : $0 } ?? 1_000
    }
  }

  private func isListedInstead(_ other: Candidate, of candidate: Candidate) -> Bool {
    func place(_ one: Candidate) -> [Int64] { value(one) + [-(one.enrolled ?? -1), one.project ?? 1_000, one.listing] }
    return place(other).lexicographicallyPrecedes(place(candidate))
  }
}

extension Contest {
  fileprivate static func random(using random: inout SeededGenerator) -> Contest {
    let count = Int.random(in: 0...7, using: &random)
    let listings = Array(0..<Int64(count)).shuffled(using: &random)
    let lots = Array(0..<UInt64(count)).shuffled(using: &random)
    let candidates = (0..<count).map { index in
      var candidate = Candidate(
        key: Int64(index), unit: Int64.random(in: 0...3, using: &random),
        project: random.oneIn(3) ? nil : Int64.random(in: 0...2, using: &random),
        enrolled: random.oneIn(3) ? nil : Int64.random(in: 0...2, using: &random), listing: listings[index],
        keys: RankKeys((0..<2).map { _ in random.oneIn(6) ? nil : Int64.random(in: 0...2, using: &random) }),
        failed: random.oneIn(6) ? [0] : [], hasWithdrawn: random.oneIn(8))
      candidate.lot = Lot(number: lots[index])
      return candidate
    }
    return Contest(
      order: KeyOrder(descending: [true, random.oneIn(2)]), ties: random.pick(TiePolicy.allCases) ?? .person,
      places: random.oneIn(6) ? nil : Int64.random(in: 0...4, using: &random), oncePerUnit: random.oneIn(2),
      candidates: candidates)
  }

  fileprivate static func randomWithOffices(using random: inout SeededGenerator) -> Contest {
    var contest = Contest.random(using: &random)
    contest.reserve = .number(Int64.random(in: 0...2, using: &random))
    contest.recommendation = .random(using: &random)
    contest.approval = .random(using: &random)
    if random.oneIn(3) { contest.filing = .random(using: &random) }
    return contest
  }
}

extension Opinion {
  fileprivate static func random(using random: inout SeededGenerator) -> Opinion {
    if random.oneIn(3) { return .notAsked }
    if random.oneIn(4) { return .awaited }
    return .given(
      (0..<Int64.random(in: 0...8, using: &random)).map { row in
        Naming(
          candidate: Int64.random(in: 0...8, using: &random), isFavourable: !random.oneIn(6), row: row)
      })
  }

  fileprivate mutating func shuffle(using random: inout SeededGenerator) {
    guard case .given(let namings) = self else { return }
    self = .given(namings.shuffled(using: &random))
  }

  fileprivate func saysYes(to candidate: Int64) -> Bool {
    guard case .given(let namings) = self else { return false }
    return namings.contains { $0.candidate == candidate && $0.isFavourable }
  }
}
