import Scoring
import TestSupport
import Testing

@Test(arguments: [
  (25, 100, 1, 3), (2_675, 1_000, 2, 268), (-25, 100, 1, -3), (1, 3, 4, 3_333), (2, 3, 4, 6_667), (57, 100, 2, 57),
  (0, 7, 2, 0),
  (982, 1_072, 3, 916),
])
func `halves are rounded away from zero`(numerator: Int128, denominator: Int128, decimals: Int, units: Int64) throws {
  #expect(try #require(Fraction(numerator, over: denominator)).rounded(decimals: decimals) == units)
}

@Test func `a fraction over zero is no fraction`() {
  #expect(Fraction(1, over: 0) == nil)
  #expect(Fraction(3).divided(by: Fraction(0)) == nil)
}

@Test func `a quotient too large for 64 bits stays at the end of the range`() {
  #expect(Fraction(.max).rounded(decimals: 2) == .max)
  #expect(Fraction(.min).rounded(decimals: 2) == .min)
}

@Test func `fractions obey the laws of arithmetic and order`() throws {
  for seed in Cases.seeds(usually: 5_000) {
    var random = SeededGenerator(seed: seed)
    func draw() throws -> Fraction {
      try #require(
        Fraction(
          Int128(Int64.random(in: -999...999, using: &random)), over: Int128(Int64.random(in: 1...999, using: &random)))
      )
    }
    let (a, b, c) = try (draw(), draw(), draw())
    #expect(a + b == b + a && (a + b) + c == a + (b + c), "SEED=\(seed)")
    #expect(a * (b + c) == a * b + a * c, "SEED=\(seed)")
    #expect((a - b) + b == a, "SEED=\(seed)")
    #expect(b == Fraction(0) || a.divided(by: b).map { $0 * b } == a, "SEED=\(seed)")
    #expect((a < b) == (a.numerator * b.denominator < b.numerator * a.denominator), "SEED=\(seed)")
    let remainder = a - (Fraction(Int128(a.rounded(decimals: 2)), over: 100) ?? a)
    let half = try #require(Fraction(1, over: 200))
    #expect(!(half < remainder) && !(remainder < Fraction(0) - half), "SEED=\(seed)")
  }
}
