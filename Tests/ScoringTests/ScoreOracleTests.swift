import Programme
import Scoring
import TestSupport
import Testing

/// A rule drawn at random: what the file says, and how its exact points are reckoned with fractions.
private struct DrawnRule {
  let text: String
  let tally: Int
  let exact: (Int64) -> Fraction
  let ceiling: Int64

  /// `points` in hundredths; the tallies are those of `testTallies`.
  init(_ points: Int64, _ random: inout SeededGenerator) {
    let maximum = Fraction(points)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let target = Int64.random(in: 1...100_000, using: &random)
      text = "{ kind: 'proportion', of: 'time', target: \(target) }"
      (tally, ceiling) = (0, points)
      exact = { share(Fraction($0), of: Fraction(target)) * maximum }
    case 1:
      let (full, required) = (Int64.random(in: 1...200, using: &random), Int64.random(in: 1...12, using: &random))
      text = "{ kind: 'mean_rate', of: 'marks', full_marks: \(full), required: \(required) }"
      (tally, ceiling) = (1, points)
      exact = { share(Fraction($0), of: Fraction(100 * full) * Fraction(required)) * maximum }
    case 2:
      let line = Int64.random(in: 1...20, using: &random)
      text = "{ kind: 'threshold', of: 'posts', at_least: \(line) }"
      (tally, ceiling) = (2, points)
      exact = { $0 >= line ? maximum : Fraction(0) }
    case 3:
      let (each, cap) = (Int64.random(in: 1...5_000_000, using: &random), Int64.random(in: 1...points, using: &random))
      text =
        "{ kind: 'per_item', of: 'posts', each: \(Points(each, decimals: 6).text), "
        + "cap: \(Points(cap, decimals: 2).text) }"
      (tally, ceiling) = (2, cap)
      exact = { Fraction($0) * share(Fraction(each), of: Fraction(10_000)) }
    default:
      let full = Int64.random(in: 1...20_000, using: &random)
      text = "{ kind: 'imported', of: 'best', full_marks: \(Points(full, decimals: 2).text) }"
      (tally, ceiling) = (3, points)
      exact = { share(Fraction($0), of: Fraction(full)) * maximum }
    }
  }

  func points(_ tallies: [Int64]) -> Int64 {
    min(ceiling, exact(max(0, tallies[tally])).rounded(decimals: 0))
  }
}

private func share(_ part: Fraction, of whole: Fraction) -> Fraction {
  part.divided(by: whole) ?? Fraction(0)
}

private func drawnTallies(_ random: inout SeededGenerator) -> [Int64] {
  [
    .random(in: 0...120_000, using: &random), .random(in: 0...250_000, using: &random),
    .random(in: 0...30, using: &random),
    random.oneIn(6) ? Tally.absent : .random(in: 0...25_000, using: &random), Tally.absent,
  ]
}

@Test func `a random scheme gives what exact fractions give`() throws {
  for seed in Cases.seeds(usually: 150) {
    var random = SeededGenerator(seed: seed)
    let first = Int64.random(in: 1...9_998, using: &random)
    let second = Int64.random(in: 1...9_999 - first, using: &random)
    let shares = [first, second, 10_000 - first - second]
    let drawn = shares.map { DrawnRule($0, &random) }
    let line = Int64.random(in: 1...10_000, using: &random)
    let components = zip(shares, drawn).enumerated().map { index, part in
      "{ id: 'c\(index)', title: '单项', points: \(Points(part.0, decimals: 2).text), rule: \(part.1.text) }"
    }
    let scorer = try scorer(
      "{ components: [\(components.joined(separator: ", "))], "
        + "pass: { total_at_least: \(Points(line, decimals: 2).text) } }")
    for _ in 0..<40 {
      let tallies = drawnTallies(&random)
      let marks = scorer.marks(of: tallies)
      let expected = drawn.map { $0.points(tallies) }
      #expect(marks.points == expected, "SEED=\(seed) \(tallies)")
      #expect(marks.total == expected.reduce(0, +), "SEED=\(seed) \(tallies)")
      #expect(marks.passed == (marks.total >= line), "SEED=\(seed) \(tallies)")
    }
  }
}

@Test func `the smallest change improves, and nothing smaller does`() throws {
  for seed in Cases.seeds(usually: 300) {
    var random = SeededGenerator(seed: seed)
    let drawn = DrawnRule(10_000, &random)
    let component = try component(drawn.text)
    let tallies = drawnTallies(&random)
    let before = drawn.points(tallies)
    func after(_ amount: Int64) -> Int64 {
      var raised = tallies
      raised[drawn.tally] = max(0, tallies[drawn.tally]) + amount
      return drawn.points(raised)
    }
    guard let change = component.smallestImprovement(tallies) else {
      #expect(before == drawn.ceiling, "SEED=\(seed)")
      continue
    }
    #expect(after(change.amount) > before, "SEED=\(seed)")
    #expect(after(change.amount - 1) <= before, "SEED=\(seed)")
    #expect(change.points.units == after(change.amount), "SEED=\(seed)")
    if let full = component.improvementToFull(tallies) {
      #expect(after(full.amount) == 10_000, "SEED=\(seed)")
      #expect(after(full.amount - 1) < 10_000, "SEED=\(seed)")
    } else {
      #expect(before == 10_000 || drawn.ceiling < 10_000, "SEED=\(seed)")
    }
  }
}
