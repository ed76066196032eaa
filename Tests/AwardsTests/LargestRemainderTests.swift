import Awards
import Scoring
import TestSupport
import Testing

private func claims(_ sizes: [(String, Int64)]) -> [Claim] {
  sizes.enumerated().map { Claim(unit: Int64($0.offset), size: $0.element.1) }
}

/// The census of 1790, for the bill of 120 seats that Hamilton's method gave and Washington vetoed.
/// Balinski and Young, *Fair Representation*, table of 1792.
private let states1790: [(String, Int64)] = [
  ("CT", 236_841), ("DE", 55_540), ("GA", 70_835), ("KY", 68_705), ("MD", 278_514), ("MA", 475_327), ("NH", 141_822),
  ("NJ", 179_570), ("NY", 331_589), ("NC", 353_523), ("PA", 432_879), ("RI", 68_446), ("SC", 206_236), ("VT", 85_533),
  ("VA", 630_560),
]

/// The apportionment populations of 1880, together 49,371,340, in which Alabama loses a seat when the House grows.
private let states1880: [(String, Int64)] = [
  ("AL", 1_262_505), ("AR", 802_525), ("CA", 864_694), ("CO", 194_327), ("CT", 622_700), ("DE", 146_608),
  ("FL", 269_493), ("GA", 1_542_180), ("IL", 3_077_871), ("IN", 1_978_301), ("IA", 1_624_615), ("KS", 996_096),
  ("KY", 1_648_690), ("LA", 939_946), ("ME", 648_936), ("MD", 934_943), ("MA", 1_783_085), ("MI", 1_636_937),
  ("MN", 780_773), ("MS", 1_131_597), ("MO", 2_168_380), ("NE", 452_402), ("NV", 62_266), ("NH", 346_991),
  ("NJ", 1_131_116), ("NY", 5_082_871), ("NC", 1_399_750), ("OH", 3_198_062), ("OR", 174_768), ("PA", 4_282_891),
  ("RI", 276_531), ("SC", 995_577), ("TN", 1_542_359), ("TX", 1_591_749), ("VT", 332_286), ("VA", 1_512_565),
  ("WV", 618_457), ("WI", 1_315_497),
]

@Test func `Hamilton's 120 seats of 1792 are reproduced`() throws {
  let split = try #require(largestRemainder(places: 120, among: claims(states1790), minimum: 1))
  #expect(split.allotments.map(\.places) == [8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21])
}

@Test func `Alabama loses a seat when the House of 1880 grows from 299 to 300`() throws {
  #expect(states1880.reduce(0) { $0 + $1.1 } == 49_371_340)
  let smaller = try #require(largestRemainder(places: 299, among: claims(states1880), minimum: 1)).allotments
  let larger = try #require(largestRemainder(places: 300, among: claims(states1880), minimum: 1)).allotments
  let (alabama, illinois, nevada, texas) = (0, 8, 22, 33)
  #expect([smaller[alabama], smaller[illinois], smaller[texas]].map(\.places) == [8, 18, 9])
  #expect([larger[alabama], larger[illinois], larger[texas]].map(\.places) == [7, 19, 10])
  #expect(
    [larger[alabama], larger[illinois], larger[texas]].map { $0.exact?.rounded(decimals: 3) } == [7_671, 18_702, 9_672])
  #expect(larger[nevada].places == 1)
  #expect(larger[nevada].remainderRank == nil)
}

@Test func `the order of the remainders is kept for the paper`() throws {
  let enrolled: [Int64] = [312, 286, 254, 238, 221, 204, 192, 178, 165, 148, 126, 96, 66]
  let claims = enrolled.enumerated().map { Claim(unit: Int64($0.offset), size: $0.element) }
  let split = try #require(largestRemainder(places: 99, among: claims))
  #expect(split.allotments.map(\.whole) == [12, 11, 10, 9, 8, 8, 7, 7, 6, 5, 5, 3, 2])
  #expect(split.allotments.map(\.remainderRank) == [8, 9, 11, 7, 3, 10, 4, 12, 6, 1, 13, 2, 5])
  #expect(split.allotments.map(\.places) == [12, 11, 10, 9, 9, 8, 8, 7, 7, 6, 5, 4, 3])
  #expect(split.allotments[0].exact?.rounded(decimals: 4) == 124_248)
}

@Test func `equal remainders for too few places wait for a person`() throws {
  let split = try #require(largestRemainder(places: 4, among: claims([("a", 1), ("b", 1), ("c", 1)])))
  #expect(split.allotments.map(\.places) == [1, 1, 1])
  #expect(split.unsettled == [0, 1, 2])
  #expect(split.unplaced == 1)
}

@Test func `what a capped unit cannot use is split among the others`() throws {
  let claims = [Claim(unit: 0, size: 80, cap: 2), Claim(unit: 1, size: 15), Claim(unit: 2, size: 5)]
  let split = try #require(largestRemainder(places: 10, among: claims))
  #expect(split.allotments.map(\.places) == [2, 6, 2])
}

@Test func `places that no unit can use stay unplaced`() throws {
  let split = try #require(
    largestRemainder(places: 5, among: [Claim(unit: 0, size: 1, cap: 2), Claim(unit: 1, size: 0)]))
  #expect(split.allotments.map(\.places) == [2, 0])
  #expect(split.unplaced == 3)
}

@Test func `a minimum for every unit needs that many places`() {
  #expect(largestRemainder(places: 2, among: claims([("a", 9), ("b", 1), ("c", 1)]), minimum: 1) == nil)
}

@Test func `a split adds up, keeps minimum and cap, and does not depend on the order of the claims`() {
  for seed in Cases.seeds(usually: 5_000) {
    var random = SeededGenerator(seed: seed)
    let claims = (0..<Int.random(in: 1...6, using: &random)).map { unit in
      Claim(
        unit: Int64(unit), size: Int64.random(in: 0...20, using: &random),
        cap: random.oneIn(3) ? Int64.random(in: 0...4, using: &random) : nil)
    }
    let places = Int64.random(in: 0...12, using: &random)
    let minimum = Int64.random(in: 0...2, using: &random)
    guard let split = largestRemainder(places: places, among: claims, minimum: minimum) else {
      #expect(claims.reduce(0) { $0 + min(minimum, $1.cap ?? minimum) } > places, "SEED=\(seed)")
      continue
    }
    #expect(split.allotments.reduce(0) { $0 + $1.places } + split.unplaced == places, "SEED=\(seed)")
    for (claim, allotment) in zip(claims, split.allotments) {
      #expect(allotment.places <= claim.cap ?? .max, "SEED=\(seed)")
      #expect(allotment.places >= min(minimum, claim.cap ?? minimum), "SEED=\(seed)")
    }
    let canUseMore = zip(claims, split.allotments).contains { $0.size > 0 && $1.places < $0.cap ?? .max }
    #expect(split.unplaced == 0 || !split.unsettled.isEmpty || !canUseMore, "SEED=\(seed)")
    let again = largestRemainder(places: places, among: claims.reversed(), minimum: minimum)
    #expect(again?.allotments.reversed() == split.allotments, "SEED=\(seed)")
  }
}

@Test func `without minimum and caps a unit gets its exact share rounded down or up`() {
  for seed in Cases.seeds(usually: 5_000) {
    var random = SeededGenerator(seed: seed)
    let claims = (0..<Int.random(in: 1...6, using: &random)).map { unit in
      Claim(unit: Int64(unit), size: Int64.random(in: 1...1_000, using: &random))
    }
    let places = Int64.random(in: 0...50, using: &random)
    let total = claims.reduce(0) { $0 + $1.size }
    let split = largestRemainder(places: places, among: claims)
    for (claim, allotment) in zip(claims, split?.allotments ?? []) {
      let lower = places * claim.size / total
      #expect((lower...lower + 1).contains(allotment.places), "SEED=\(seed)")
    }
    #expect(split?.allotments.count == claims.count, "SEED=\(seed)")
  }
}
