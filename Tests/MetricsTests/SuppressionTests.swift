import Metrics
import TestSupport
import Testing

@Test(arguments: [
  ([40, 30, 20], [false, false, false]),
  ([40, 4, 20], [false, true, true]),
  ([40, 4, 3, 20], [false, true, true, false]),
  ([40, 1, 2, 20], [false, true, true, true]),
  ([40, 0, 20], [false, false, false]),
  ([40, 0, 3], [true, false, true]),
  ([4], [true]),
  ([4, 5, 5], [true, true, false]),
  ([], []),
])
func `a small unit is withheld with the next smallest`(answers: [Int64], expected: [Bool]) {
  #expect(withheld(answers, minimum: 5) == expected)
}

@Test func `no subtraction from the total gives a small group back`() {
  for seed in Cases.seeds(usually: 5_000) {
    var random = SeededGenerator(seed: seed)
    let answers = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int64.random(in: 0...15, using: &random) }
    let minimum = Int64.random(in: 2...8, using: &random)
    let hidden = withheld(answers, minimum: minimum)
    let behind = answers.indices.filter { hidden[$0] }.map { answers[$0] }
    #expect(answers.indices.allSatisfy { hidden[$0] || answers[$0] == 0 || answers[$0] >= minimum }, "SEED=\(seed)")
    let isSafe = behind.isEmpty || (behind.count > 1 && behind.reduce(0, +) >= minimum)
    let isWhole = behind.count == answers.count { $0 > 0 }
    #expect(isSafe || isWhole, "SEED=\(seed)")
  }
}
