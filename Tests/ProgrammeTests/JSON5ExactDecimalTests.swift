import Programme
import TestSupport
import Testing

@Test func `equal numbers are one value however they are written`() {
  #expect(ExactDecimal(1250, exponent: -2) == ExactDecimal(125, exponent: -1))
  #expect(ExactDecimal(0, exponent: 7) == ExactDecimal(0))
  #expect(ExactDecimal(digits: "12.50") == ExactDecimal(125, exponent: -1))
  #expect(ExactDecimal(digits: "000.000") == ExactDecimal(0))
}

@Test(arguments: ["", ".", "1.", ".5", "-1", "1e5", "1.2.3", "１", "1 ", "9223372036854775808"])
func `plain digits are nothing else`(text: String) {
  #expect(ExactDecimal(digits: text) == nil)
}

@Test(arguments: [
  (ExactDecimal(125, exponent: -1), 2, 1250), (ExactDecimal(125, exponent: -1), 1, 125),
  (ExactDecimal(125, exponent: -1), 0, nil),
  (ExactDecimal(3, exponent: 18), 0, 3_000_000_000_000_000_000), (ExactDecimal(1, exponent: 19), 0, nil),
  (ExactDecimal(-5), 2, -500),
  (ExactDecimal(10, exponent: 18), 0, nil), (ExactDecimal(0), 30, 0), (ExactDecimal(1, exponent: -999), 2, nil),
])
func `scaling is exact or nothing`(number: ExactDecimal, decimals: Int, expected: Int64?) {
  #expect(number.scaled(to: decimals) == expected)
}

@Test(arguments: [
  (ExactDecimal(5, exponent: -2), "0.05"), (ExactDecimal(-125, exponent: -1), "-12.5"),
  (ExactDecimal(12, exponent: 2), "1200"),
  (ExactDecimal(1, exponent: 400), "1e400"), (ExactDecimal(0), "0"), (ExactDecimal(.min), "-9223372036854775808"),
  (ExactDecimal(7, exponent: -18), "0.000000000000000007"),
])
func `a number is printed in plain digits`(number: ExactDecimal, text: String) {
  #expect(number.description == text)
}

@Test func `the order is that of the values`() {
  for seed in Cases.seeds(usually: 20_000) {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<2).map { _ in
      (Int64.random(in: -2000...2000, using: &random), Int.random(in: -4...4, using: &random))
    }
    let decimals = numbers.map { ExactDecimal($0.0, exponent: $0.1) }
    let scaled = numbers.map { number in (-4..<number.1).reduce(number.0) { scaled, _ in scaled * 10 } }
    guard (decimals[0] < decimals[1]) == (scaled[0] < scaled[1]),
      (decimals[0] == decimals[1]) == (scaled[0] == scaled[1])
    else {
      Issue.record("SEED=\(seed): \(decimals) \(scaled)")
      return
    }
  }
  #expect(ExactDecimal(.max, exponent: 0) < ExactDecimal(1, exponent: 19))
  #expect(ExactDecimal(1, exponent: 18) < ExactDecimal(.max, exponent: 0))
  #expect(ExactDecimal(.min, exponent: 900) < ExactDecimal(.max, exponent: -900))
}
