import Metrics
import TestSupport
import Testing

/// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
@Test(arguments: [
  (81, 263, "25.53", "36.62"), (15, 148, "6.24", "16.05"), (0, 20, "0.00", "16.11"), (1, 29, "0.61", "17.18"),
])
func `the interval is that of Newcombe's table`(satisfied: Int64, answers: Int64, low: String, high: String) throws {
  let interval = try #require(WilsonInterval(satisfied, of: answers, decimals: 2))
  #expect(interval.low.number == low)
  #expect(interval.high.number == high)
}

@Test(arguments: [(0, 0), (-1, 5), (6, 5), (1, WilsonInterval.largest + 1)] as [(Int64, Int64)])
func `there is no interval without answers or beyond the arithmetic`(satisfied: Int64, answers: Int64) {
  #expect(WilsonInterval(satisfied, of: answers, decimals: 1) == nil)
}

@Test func `the largest number of answers is still exact`() throws {
  let interval = try #require(WilsonInterval(WilsonInterval.largest / 2, of: WilsonInterval.largest, decimals: 4))
  #expect(interval.low.number == "49.9969")
  #expect(interval.high.number == "50.0031")
}

/// An end p of the interval solves (p − x/n)² = z² p(1−p)/n; in integers of 10^-6, with z² = 3.841458821.
@Test func `both printed ends solve the score equation to the last digit`() throws {
  for seed in Cases.seeds(usually: 3_000) {
    var random = SeededGenerator(seed: seed)
    let answers = Int64.random(in: 1...(random.oneIn(3) ? 5_000 : 40), using: &random)
    let satisfied = Int64.random(in: 0...answers, using: &random)
    let interval = try #require(WilsonInterval(satisfied, of: answers, decimals: 4))
    let (low, high) = try (#require(interval.low.units), #require(interval.high.units))
    #expect(isInside(low + 1, satisfied, answers) && !isInside(low - 1, satisfied, answers), "SEED=\(seed)")
    #expect(isInside(high - 1, satisfied, answers) && !isInside(high + 1, satisfied, answers), "SEED=\(seed)")
  }
}

/// Whether a share in millionths is not rejected by the score test.
private func isInside(_ millionths: Int64, _ satisfied: Int64, _ answers: Int64) -> Bool {
  let (p, x, n, million) = (Int128(millionths), Int128(satisfied), Int128(answers), Int128(1_000_000))
  guard (0...million).contains(p) else { return false }
  let distance = p * n - x * million
  return distance * distance * 1_000_000_000 <= 3_841_458_821 * p * (million - p) * n
}
