import Awards
import Programme
import Testing

private let claims = [5, 5, 5, 3].enumerated().map { Claim(unit: Int64($0.offset), size: $0.element) }

/// Two places, to which the first three have equal claims.
private func settled(_ rule: SplitEquals, _ words: [EqualClaim]) throws -> Split {
  var split = try #require(apportion(2, among: claims, by: .dhondt))
  #expect(split.unsettled == [0, 1, 2])
  split.settle(by: rule, claims: claims, words: words)
  return split
}

@Test func `a person gives the places of equal claims by naming the parts`() throws {
  let words = [false, true, true, false].map { EqualClaim(isDecided: $0) }
  let split = try settled(.person, words)
  #expect(split.allotments.map(\.places) == [0, 1, 1, 0])
  #expect(split.unplaced == 0 && split.unsettled.isEmpty)
}

@Test func `naming more parts than places decides nothing, and naming fewer leaves the others waiting`() throws {
  let all = try settled(.person, [true, true, true, false].map { EqualClaim(isDecided: $0) })
  #expect(all.allotments.map(\.places) == [0, 0, 0, 0])
  #expect(all.unsettled == [0, 1, 2])
  let one = try settled(.person, [true, false, false, false].map { EqualClaim(isDecided: $0) })
  #expect(one.allotments.map(\.places) == [1, 0, 0, 0])
  #expect(one.unsettled == [1, 2])
  #expect(one.unplaced == 1)
}

@Test func `the smallest lots get the places of equal claims`() throws {
  let words = [9, 4, 7, 1].map { EqualClaim(lot: Lot(number: $0)) }
  #expect(try settled(.lot(seed: "s"), words).allotments.map(\.places) == [0, 1, 1, 0])
}

@Test func `larger parts come first, and a person decides between parts of one size`() throws {
  let words = [EqualClaim(), EqualClaim()]
  let different = [Claim(unit: 0, size: 3), Claim(unit: 1, size: 6)]
  var split = try #require(apportion(2, among: different, by: .dhondt))
  #expect(split.unsettled == [0, 1])
  split.settle(by: .larger, claims: different, words: words)
  #expect(split.allotments.map(\.places) == [0, 2])
  #expect(split.unsettled.isEmpty)
  let same = [Claim(unit: 0, size: 6), Claim(unit: 1, size: 6)]
  split = try #require(apportion(1, among: same, by: .dhondt))
  split.settle(by: .larger, claims: same, words: words)
  #expect(split.unsettled == [0, 1])
}
