import Awards
import Programme
import Scoring
import TestSupport
import Testing

@Test func `the quotient of the last place is kept for the paper`() throws {
  let claims = [Claim(unit: 0, size: 100), Claim(unit: 1, size: 60)]
  let split = try #require(apportion(3, among: claims, by: .dhondt))
  #expect(split.allotments.map(\.places) == [2, 1])
  #expect(split.allotments.map(\.quotient) == [Fraction(50), Fraction(60)])
}

@Test func `equal quotients for too few places wait for a person`() throws {
  let claims = [Claim(unit: 0, size: 40), Claim(unit: 1, size: 20), Claim(unit: 2, size: 20)]
  let split = try #require(apportion(2, among: claims, by: .dhondt))
  #expect(split.allotments.map(\.places) == [1, 0, 0])
  #expect(split.unsettled == [0, 1, 2])
  #expect(split.unplaced == 1)
}

@Test(arguments: [SplitMethod.webster, .dhondt])
func `highest averages are those of the definition taken word for word`(method: SplitMethod) {
  for seed in Cases.seeds(usually: 3_000) {
    var random = SeededGenerator(seed: seed)
    let claims = (0..<Int.random(in: 1...5, using: &random)).map { unit in
      Claim(
        unit: Int64(unit), size: Int64.random(in: 0...12, using: &random),
        cap: random.oneIn(3) ? Int64.random(in: 0...4, using: &random) : nil)
    }
    let (places, minimum) = (Int64.random(in: 0...10, using: &random), Int64.random(in: 0...1, using: &random))
    let split = apportion(places, among: claims, minimum: minimum, by: method)
    let expected = wordForWord(places, claims, minimum, method)
    #expect(split?.allotments.map(\.places) == expected?.places, "SEED=\(seed)")
    #expect(split.map { Set($0.unsettled) } == expected?.unsettled, "SEED=\(seed)")
  }
}

/// One place after another to the claim for which no other has a greater quotient; equals all or none.
private func wordForWord(
  _ places: Int64, _ claims: [Claim], _ minimum: Int64, _ method: SplitMethod
) -> (places: [Int64], unsettled: Set<Int64>)? {
  var given = claims.map { min(minimum, $0.cap ?? minimum) }
  guard given.reduce(0, +) <= places else { return nil }
  while given.reduce(0, +) < places {
    let open = claims.indices.filter { claims[$0].size > 0 && given[$0] < claims[$0].cap ?? .max }
    func divisor(_ index: Int) -> Int64 { method == .dhondt ? given[index] + 1 : 2 * given[index] + 1 }
    let best = open.filter { one in
      open.allSatisfy { claims[one].size * divisor($0) >= claims[$0].size * divisor(one) }
    }
    if best.isEmpty { break }
    guard given.reduce(0, +) + Int64(best.count) <= places else { return (given, Set(best.map { claims[$0].unit })) }
    for index in best { given[index] += 1 }
  }
  return (given, [])
}
