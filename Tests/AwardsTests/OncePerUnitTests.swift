import Awards
import Programme
import TestSupport
import Testing

/// Entries as (unit, figure), with keys from 1.
private func entries(_ entries: [(Int64, Int64?)], places: Int64, ties: TiePolicy = .person) -> Contest {
  var contest = contest(entries.map(\.1), places: places, ties: ties)
  for (index, entry) in entries.enumerated() { contest.candidates[index].unit = entry.0 }
  contest.oncePerUnit = true
  return contest
}

@Test func `a unit wins once with its better project and the place passes to the next`() {
  let ruling = decide(entries([(1, 99), (1, 98), (1, 97), (2, 96), (3, 95), (2, 94)], places: 3))
  #expect(ruling.outcomes == [.in, .excluded, .excluded, .in, .in, .excluded])
  #expect(ruling.decisions.map(\.other) == [nil, 1, 1, nil, nil, 4])
  #expect(ruling.decisions.map(\.rank) == [1, nil, nil, 2, 3, nil])
}

@Test func `a tie at the line of two entries of one unit is no tie`() {
  let ruling = decide(entries([(1, 90), (1, 90), (2, 80)], places: 1))
  #expect(ruling.outcomes == [.in, .excluded, .below])
  #expect(ruling.unsettled.isEmpty)
}

@Test func `equal entries of one unit count as one beside the equals of others`() {
  let ruling = decide(entries([(1, 90), (1, 90), (2, 90), (3, 90)], places: 2))
  #expect(ruling.unsettled == [1, 3, 4])
  #expect(ruling.line.tied == 3)
}

@Test func `of a unit's equal entries the one with more learners is listed and else the earlier project`() {
  var contest = entries([(1, 90), (1, 90), (2, 90), (2, 90)], places: 2)
  for (index, enrolled) in [Int64(10), 30].enumerated() { contest.candidates[index].enrolled = enrolled }
  for (index, project) in [Int64(5), 5, 7, 2].enumerated() { contest.candidates[index].project = project }
  #expect(decide(contest).outcomes == [.excluded, .in, .excluded, .in])
}

@Test func `a better entry that is ineligible or withdrawn does not stand in the way of the other`() {
  var contest = entries([(1, 99), (1, 90), (2, 95), (2, 85)], places: 2)
  contest.candidates[0].failed = [0]
  contest.candidates[2].hasWithdrawn = true
  #expect(decide(contest).outcomes == [.ineligible, .in, .withdrawn, .in])
}

@Test func `the winners are those of dropping a winning unit's lesser entries one by one until nothing moves`() {
  for seed in Cases.seeds(usually: 5_000) {
    var random = SeededGenerator(seed: seed)
    let field = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (Int64.random(in: 1...4, using: &random), Optional(Int64.random(in: 1...5, using: &random)))
    }
    let places = Int64.random(in: 0...4, using: &random)
    let ruling = decide(entries(field, places: places, ties: .extend))
    let winners = Set(zip(field, ruling.decisions).filter { $1.outcome == .in }.map(\.0.0))
    #expect(winners == cascade(field.map { ($0.0, $0.1 ?? 0) }, places: places), "SEED=\(seed)")
  }
}

/// The units that win when entries are placed with their equals and a unit's second entry is struck out and all is done again.
private func cascade(_ field: [(unit: Int64, figure: Int64)], places: Int64) -> Set<Int64> {
  var entries = field.sorted { $0.figure > $1.figure }
  while true {
    let winners = entries.indices.filter { index in
      entries.count { $0.figure > entries[index].figure } < places
    }
    var seen: Set<Int64> = []
    guard let repeated = winners.first(where: { !seen.insert(entries[$0].unit).inserted }) else { return seen }
    entries.remove(at: repeated)
  }
}
