import Awards
import TestSupport
import Testing

private let descending = KeyOrder(descending: [true])

@Test(arguments: [
  ([97, 95, 95, 90], [1, 2, 2, 4]),
  ([5, 5, 5], [1, 1, 1]),
  ([1, 2, 3], [3, 2, 1]),
  ([], []),
])
func `equals share a rank and the next rank skips them`(figures: [Int64], ranks: [Int64]) {
  #expect(competitionRanks(of: figures.map { [$0] }, by: descending) == ranks)
}

@Test func `a later key tells apart only equals in the earlier ones, each in its own direction`() {
  let order = KeyOrder(descending: [true, false])
  #expect(competitionRanks(of: [[90, 20], [90, 10], [95, 99], [90, 10]], by: order) == [4, 2, 1, 2])
}

@Test(arguments: [true, false])
func `a missing figure stands last whatever the direction`(isDescending: Bool) {
  let order = KeyOrder(descending: [isDescending])
  #expect(
    competitionRanks(of: [[nil], [.min], [.max], [nil]], by: order) == (isDescending ? [3, 2, 1, 3] : [3, 1, 2, 3]))
}

@Test func `a rank is one more than the number of those who are better`() {
  for seed in Cases.seeds(usually: 2_000) {
    var random = SeededGenerator(seed: seed)
    let keys = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<2).map { _ in random.oneIn(5) ? nil : Int64.random(in: 0...3, using: &random) }
    }
    let ranks = competitionRanks(of: keys.map { RankKeys($0) }, by: KeyOrder(descending: [true, false]))
    for (mine, rank) in zip(keys, ranks) {
      let better = keys.count { theirs in
        (-(theirs[0] ?? -1), theirs[1] ?? 9) < (-(mine[0] ?? -1), mine[1] ?? 9)
      }
      #expect(rank == Int64(better + 1), "SEED=\(seed)")
    }
  }
}
