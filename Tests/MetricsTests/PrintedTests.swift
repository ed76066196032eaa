import Metrics
import Programme
import Scoring
import Testing

private func share(_ numerator: Int128, _ denominator: Int128, decimals: Int = 2) -> Printed {
  Printed(share: Fraction(numerator, over: denominator), decimals: decimals)
}

@Test(arguments: [
  (1_520, 2_486, "61.14%"), (1, 3, "33.33%"), (2, 3, "66.67%"), (1, 800, "0.13%"), (0, 2_486, "0.00%"),
  (1, 2_000_000, "0.01%"),
  (2_486, 2_486, "100.00%"), (1_999_999, 2_000_000, "99.99%"), (2_000_001, 2_000_000, "100.01%"), (3, 2, "150.00%"),
  (0, 0, "—"), (7, 0, "—"),
])
func `a rate prints two decimals, and 100 or 0 only when it is literally so`(
  numerator: Int128, denominator: Int128, text: String
) {
  #expect(share(numerator, denominator).text == text)
}

@Test(arguments: [
  (982, 1_072, "91.6%"), (999, 1_000, "99.9%"), (1_999, 2_000, "99.9%"), (2_000, 2_000, "100.0%"), (1, 2_000, "0.1%"),
  (1, 2_001, "0.1%"), (0, 5, "0.0%"),
])
func `a satisfaction share prints one decimal and never rounds up to all`(
  numerator: Int128, denominator: Int128, text: String
) {
  #expect(share(numerator, denominator, decimals: 1).text == text)
}

@Test func `all and none are the only rates of 100 and 0, whatever the number of learners`() {
  for learners: Int128 in 1...400 {
    for counted in 0...learners {
      let printed = share(counted, learners)
      #expect((printed.units == 10_000) == (counted == learners), "\(counted)/\(learners)")
      #expect((printed.units == 0) == (counted == 0), "\(counted)/\(learners)")
    }
  }
}

@Test func `a figure of nobody comes last where the highest comes first`() {
  let printed = [share(0, 0), share(0, 4), share(4, 4), share(1, 4)]
  #expect(printed.sorted(by: >).map(\.text) == ["100.00%", "25.00%", "0.00%", "—"])
  #expect(!(share(0, 0) < share(0, 0)))
}

@Test(arguments: [
  (1, 3, 2, 3, "+33.34", "提高33.34个百分点", "up 33.34 percentage points"),
  (2, 3, 1, 3, "−33.34", "下降33.34个百分点", "down 33.34 percentage points"),
  (1, 30_000, 1, 20_000, "0.00", "持平", "unchanged"),
])
func `a change is the difference of what was printed, in percentage points`(
  before: Int128, ofBefore: Int128, after: Int128, ofAfter: Int128, text: String, chinese: String, english: String
) throws {
  let change = try #require(PrintedChange(from: share(before, ofBefore), to: share(after, ofAfter)))
  #expect(change.text == text)
  #expect(change.wording.chinese == chinese)
  #expect(change.wording.english == english)
}

@Test func `a plain number changes without a unit`() throws {
  let (before, after) = (Printed(Fraction(5, over: 2), decimals: 2), Printed(Fraction(13, over: 4), decimals: 2))
  #expect(try #require(PrintedChange(from: before, to: after)).wording.chinese == "提高0.75")
  #expect(after.text == "3.25")
}

@Test func `there is no change from nothing`() {
  #expect(PrintedChange(from: share(0, 0), to: share(1, 2)) == nil)
  #expect(PrintedChange(from: share(1, 2), to: share(0, 0)) == nil)
}
