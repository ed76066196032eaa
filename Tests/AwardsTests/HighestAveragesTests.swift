import Awards
import Programme
import Scoring
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
