import Awards
import Programme
import TestSupport
import Testing

@Test(arguments: SplitMethod.allCases)
func `every method divides places as its definition says`(method: SplitMethod) {
  for seed in Cases.seeds(whileBuilding: 3_000, whenChecking: 100_000) {
    var random = SeededGenerator(seed: seed)
    let claims = [Claim].random(using: &random)
    let (places, minimum) = (Int64.random(in: 0...10, using: &random), Int64.random(in: 0...2, using: &random))
    let split = apportion(places, among: claims, minimum: minimum, by: method)
    let oracle = ApportionmentOracle(places: places, sizes: claims.map(\.size), caps: claims.map(\.cap), method: method)
    let expected = oracle.divided(minimum: minimum)
    #expect(split?.allotments.map(\.places) == expected?.places, "SEED=\(seed)")
    #expect(split.map { Set($0.unsettled.map(Int.init)) } == expected?.waiting, "SEED=\(seed)")
    guard let split else { continue }
    #expect(split.allotments.reduce(0) { $0 + $1.places } + split.unplaced == places, "SEED=\(seed)")
    #expect(split.allotments.allSatisfy { $0.places == $0.whole + $0.added + $0.passedOn }, "SEED=\(seed)")
  }
}

@Test func `no other division is nearer to the exact shares than that by largest remainder`() {
  for seed in Cases.seeds(whileBuilding: 500, whenChecking: 20_000) {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int64.random(in: 1...9, using: &random) }
    let places = Int64.random(in: 0...6, using: &random)
    let claims = sizes.enumerated().map { Claim(unit: Int64($0.offset), size: $0.element) }
    guard let split = apportion(places, among: claims, by: .largestRemainder), split.unsettled.isEmpty else { continue }
    let total = sizes.reduce(0, +)
    func distance(_ given: [Int64]) -> Int64 {
      zip(given, sizes).reduce(0) { sum, pair in
        let off = pair.0 * total - places * pair.1
        return sum + off * off
      }
    }
    let least = divisions(of: places, among: sizes.count).map(distance).min()
    #expect(distance(split.allotments.map(\.places)) == least, "SEED=\(seed)")
  }
}

@Test(arguments: [SplitMethod.webster, .dhondt])
func `under highest averages no part loses a place when there is one more, or when it grows`(method: SplitMethod) {
  for seed in Cases.seeds(whileBuilding: 1_000, whenChecking: 50_000) {
    var random = SeededGenerator(seed: seed)
    let claims = [Claim].random(using: &random)
    let places = Int64.random(in: 0...10, using: &random)
    guard let before = apportion(places, among: claims, by: method),
      let larger = apportion(places + 1, among: claims, by: method)
    else { continue }
    #expect(zip(before.allotments, larger.allotments).allSatisfy { $0.places <= $1.places }, "SEED=\(seed)")
    var grown = claims
    grown[0].size += 1
    guard let after = apportion(places, among: grown, by: method), after.unsettled.isEmpty, before.unsettled.isEmpty
    else { continue }
    #expect(before.allotments[0].places <= after.allotments[0].places, "SEED=\(seed)")
  }
}

/// The Alabama paradox as an office meets it: places are a share of those who have passed, and the parts' shares are too.
@Test func `one more who passes can cost another city a place where places and shares go by those who passed`() throws {
  func places(_ qualified: [Int64]) throws -> [Int64] {
    let quota = Quota(share: 100_000, base: .qualified, rounding: .floor, minimum: 0)
    let step = quota.places(base: qualified.reduce(0, +))
    let claims = qualified.enumerated().map { Claim(unit: Int64($0.offset), size: $0.element) }
    return try #require(apportion(step.places, among: claims, by: .largestRemainder)).allotments.map(\.places)
  }
  #expect(try places([47, 47, 15]) == [4, 4, 2])
  #expect(try places([48, 47, 15]) == [5, 5, 1])
}

/// Every way to give so many places to so many parts.
private func divisions(of places: Int64, among parts: Int) -> [[Int64]] {
  guard parts > 1 else { return [[places]] }
  return (0...places).flatMap { first in divisions(of: places - first, among: parts - 1).map { [first] + $0 } }
}

extension [Claim] {
  fileprivate static func random(using random: inout SeededGenerator) -> [Claim] {
    (0..<Int.random(in: 1...5, using: &random)).map { unit in
      Claim(
        unit: Int64(unit), size: Int64.random(in: 0...12, using: &random),
        cap: random.oneIn(3) ? Int64.random(in: 0...4, using: &random) : nil)
    }
  }
}
