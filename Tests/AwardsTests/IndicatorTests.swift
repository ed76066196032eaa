import Awards
import Programme
import Scoring
import Testing

private func fraction(_ numerator: Int128, _ denominator: Int128 = 1) throws -> Fraction {
  try #require(Fraction(numerator, over: denominator))
}

private func composite(_ method: CompositeMethod, _ parts: (weight: Int64, cap: Int64?)...) -> Composite {
  Composite(method: method, parts: parts.map { CompositePart(figure: "", weight: $0.weight, cap: $0.cap) })
}

@Test func `each figure is scaled over the candidates and the mean is exact`() throws {
  let figures = try [
    [fraction(6_114, 10_000), fraction(3)],
    [fraction(7_114, 10_000), fraction(1)],
    [fraction(9_114, 10_000), fraction(2)],
  ]
  let values = composite(.minMax, (1, nil), (1, nil)).values(of: figures)
  // (0 + 1)/2, (1/3 + 0)/2, (1 + 1/2)/2
  #expect(try values == [fraction(1, 2), fraction(1, 6), fraction(3, 4)])
}

@Test func `a weight counts as often as it says`() throws {
  let figures = try [[fraction(0), fraction(1)], [fraction(3), fraction(0)], [fraction(1), fraction(0)]]
  let values = composite(.minMax, (3, nil), (2, nil)).values(of: figures)
  // 2/5, 3/5, (3 × 1/3)/5
  #expect(try values == [fraction(2, 5), fraction(3, 5), fraction(1, 5)])
}

@Test func `a figure that is the same for all counts nothing`() throws {
  let figures = try [[fraction(5), fraction(1)], [fraction(5), fraction(2)]]
  #expect(try composite(.minMax, (1, nil), (1, nil)).values(of: figures) == [fraction(0), fraction(1, 2)])
}

@Test func `a missing figure counts nothing and does not stretch the scale`() throws {
  let figures: [[Fraction?]] = try [[nil], [fraction(-4)], [fraction(6)]]
  #expect(try composite(.minMax, (1, nil)).values(of: figures) == [fraction(0), fraction(0), fraction(1)])
}

@Test func `a weighted sum counts a capped figure as its share of the cap`() throws {
  let composite = composite(.weighted, (50, nil), (40, nil), (10, 10))
  let rows: [[Fraction?]] = try [
    [fraction(9_876, 10_000), fraction(6_114, 10_000), fraction(7)],
    [fraction(1), fraction(1), fraction(23)],
    [nil, fraction(1, 2), nil],
  ]
  // 49.38 + 24.456 + 7, 50 + 40 + 10, 20
  #expect(try composite.values(of: rows) == [fraction(80_836, 1_000), fraction(100), fraction(20)])
}

@Test func `no candidates have no indicators`() {
  #expect(composite(.minMax, (1, nil)).values(of: []).isEmpty)
}
