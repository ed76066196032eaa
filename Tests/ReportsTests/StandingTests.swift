import Metrics
import Reports
import Scoring
import TestSupport
import Testing

@Test(arguments: [
  ([90, 85, 85, 70], [1, 2, 2, 4]),
  ([70, nil, 70, 10], [1, nil, 1, 3]),
  ([nil, nil], [nil, nil]),
  ([], []),
])
func `equals share a rank, the next rank is left out, and the unranked have none`(figures: [Int64?], ranks: [Int?]) {
  #expect(competitionRanks(figures.map { Printed($0.map { Fraction($0) }, decimals: 2) }) == ranks)
}

@Test func `a rank is one more than the number of better figures`() {
  for seed in Cases.seeds(usually: 200) {
    var generator = SeededGenerator(seed: seed)
    let figures = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      generator.oneIn(8) ? nil : Int64.random(in: 0...12, using: &generator)
    }
    let ranks = competitionRanks(figures.map { Printed($0.map { Fraction($0) }, decimals: 2) })
    let expected = figures.map { figure in figure.map { own in 1 + figures.count { ($0 ?? -1) > own } } }
    #expect(ranks == expected, "SEED=\(seed)")
  }
}
