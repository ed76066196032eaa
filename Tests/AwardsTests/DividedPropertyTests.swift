import Awards
import Programme
import TestSupport
import Testing

@Test func `a divided contest with lots, reserves and doubled entries comes out as the definitions say`() {
  for seed in Cases.seeds(whileBuilding: 5_000, whenChecking: 300_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.randomDivided(using: &random)
    guard let oracle = DividedOracle(contest) else { continue }
    let ruling = decide(contest)
    #expect(ruling.split?.allotments.map(\.places) == oracle.places, "SEED=\(seed)")
    #expect(ruling.split?.unplaced == oracle.unplaced, "SEED=\(seed)")
    for (index, decision) in ruling.decisions.enumerated() {
      #expect(decision.outcome == oracle.outcome(of: index), "SEED=\(seed) candidate \(index)")
    }
  }
}

@Test func `places of a divided contest add up, are not exceeded, and stay empty for a reason alone`() {
  for seed in Cases.seeds(whileBuilding: 5_000, whenChecking: 200_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.randomDivided(using: &random)
    let ruling = decide(contest)
    guard let split = ruling.split, let places = contest.places else { continue }
    #expect(split.allotments.reduce(0) { $0 + $1.places } + split.unplaced == places, "SEED=\(seed)")
    var winners = [Int64](repeating: 0, count: ruling.lines.count)
    for decision in ruling.decisions where decision.outcome == .in { winners[Int(decision.section)] += 1 }
    for (section, line) in ruling.lines.enumerated() {
      let extra = contest.ties == .extend ? max(0, line.tied - line.left) : 0
      let places = line.places ?? 0
      #expect(winners[section] <= places || winners[section] == places + extra, "SEED=\(seed)")
    }
    let empty = zip(ruling.lines, winners).reduce(0) { $0 + max(0, ($1.0.places ?? 0) - $1.1) } + split.unplaced
    #expect(ruling.vacancies.reduce(0) { $0 + $1.count } == empty, "SEED=\(seed)")
    let holders = ruling.decisions.indices.filter { ruling.decisions[$0].outcome == .in }.map {
      contest.candidates[$0].unit
    }
    #expect(!contest.oncePerUnit || Set(holders).count == holders.count, "SEED=\(seed)")
    expectNoPlaceWaits(ruling, contest, Set(holders), seed)
    for (candidate, decision) in zip(contest.candidates, ruling.decisions) {
      let isSound = candidate.failed.isEmpty && !candidate.hasWithdrawn && candidate.bar == .none
      #expect(isSound || [.ineligible, .withdrawn, .excluded].contains(decision.outcome), "SEED=\(seed)")
    }
  }
}

/// No place stays empty for want of candidates while somebody who is not tied could take it.
private func expectNoPlaceWaits(_ ruling: Ruling, _ contest: Contest, _ holders: Set<Int64>, _ seed: UInt64) {
  let unused = ruling.vacancies.filter { $0.cause == .tooFewCandidates || $0.cause == .noSection }
  guard !unused.isEmpty, let division = contest.division else { return }
  for (candidate, decision) in zip(contest.candidates, ruling.decisions) {
    let hasShare = division.sections[Int(candidate.section)].size ?? 1 > 0
    let isFree = !contest.oncePerUnit || !holders.contains(candidate.unit)
    let couldTake = decision.reason == .belowLine && hasShare && isFree
    #expect(!couldTake, "SEED=\(seed)")
  }
}

@Test func `in a divided contest a better figure never worsens a rank nor costs its holder the award`() {
  for seed in Cases.seeds(whileBuilding: 5_000, whenChecking: 200_000) {
    var random = SeededGenerator(seed: seed)
    let contest = Contest.randomDivided(using: &random)
    guard let index = contest.candidates.indices.randomElement(using: &random) else { continue }
    var improved = contest
    let step = contest.order.descending[0] ? Int64(1) : -1
    improved.candidates[index].keys[0] = (contest.candidates[index].keys[0] ?? 0) + step
    let (before, after) = (decide(contest), decide(improved))
    if let old = before.decisions[index].rank, let new = after.decisions[index].rank {
      #expect(new <= old, "SEED=\(seed)")
    }
    let holder = contest.candidates[index].unit
    func holds(_ ruling: Ruling) -> Bool {
      ruling.decisions.indices.contains {
        ruling.decisions[$0].outcome == .in
          && (contest.oncePerUnit ? contest.candidates[$0].unit == holder : $0 == index)
      }
    }
    // Where a tie waits or leaves all its equals out, a rival with several entries may fall back on another one of them.
    let settles: Set<TiePolicy> = [.extend, .byIdentifier, .lot]
    guard settles.contains(contest.ties) || !contest.oncePerUnit else { continue }
    #expect(!holds(before) || holds(after), "SEED=\(seed)")
  }
}

@Test func `in a divided contest neither the order of rows nor identifiers change anything`() {
  for seed in Cases.seeds(whileBuilding: 5_000, whenChecking: 200_000) {
    var random = SeededGenerator(seed: seed)
    var contest = Contest.randomDivided(using: &random)
    if contest.ties == .byIdentifier { contest.ties = .lot }
    var shuffled = contest
    shuffled.candidates.shuffle(using: &random)
    let (first, second) = (decide(contest), decide(shuffled))
    #expect(Set(first.decisions) == Set(second.decisions), "SEED=\(seed)")
    #expect(first.vacancies == second.vacancies && first.split == second.split, "SEED=\(seed)")
    // Which of a holder's equal entries is listed goes by the identifier at last; everybody else must not notice.
    guard !contest.oncePerUnit else { continue }
    var renamed = contest
    let listings = contest.candidates.map(\.listing).shuffled(using: &random)
    for index in listings.indices { renamed.candidates[index].listing = listings[index] }
    #expect(decide(renamed).decisions == first.decisions, "SEED=\(seed)")
  }
}

extension Contest {
  fileprivate static func randomDivided(using random: inout SeededGenerator) -> Contest {
    let count = Int.random(in: 0...8, using: &random)
    let listings = Array(0..<Int64(count)).shuffled(using: &random)
    let lots = Array(0..<UInt64(count)).shuffled(using: &random)
    let sections = Int.random(in: 1...3, using: &random)
    let candidates = (0..<count).map { index in
      var candidate = Candidate(
        key: Int64(index), unit: Int64.random(in: 0...5, using: &random), listing: listings[index],
        keys: RankKeys((0..<2).map { _ in random.oneIn(8) ? nil : Int64.random(in: 0...2, using: &random) }),
        failed: random.oneIn(9) ? [0] : [], hasWithdrawn: random.oneIn(9))
      candidate.section = Int32.random(in: 0..<Int32(sections), using: &random)
      candidate.lot = Lot(number: lots[index])
      candidate.bar = random.oneIn(12) ? .former : .none
      return candidate
    }
    let isByCandidates = random.oneIn(4)
    let division = Division(
      method: random.pick(SplitMethod.allCases) ?? .webster, minimum: Int64.random(in: 0...1, using: &random),
      sections: (0..<sections).map { _ in
        Section(size: isByCandidates ? nil : Int64.random(in: 0...5, using: &random))
      })
    return Contest(
      order: KeyOrder(descending: [true, random.oneIn(2)]), ties: random.pick(TiePolicy.allCases) ?? .person,
      places: Int64.random(in: 0...6, using: &random), division: division,
      reserve: random.oneIn(2) ? .number(Int64.random(in: 0...2, using: &random)) : nil, oncePerUnit: random.oneIn(2),
      candidates: candidates)
  }
}
