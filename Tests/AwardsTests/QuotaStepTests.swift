import Awards
import Programme
import Testing

private func step(_ base: Int64, percent: Int64, _ rounding: Rounding, minimum: Int64 = 0) -> QuotaStep {
  Quota(share: percent * 10_000, base: .stated(base), rounding: rounding, minimum: minimum).places(base: base)
}

/// Places of a base under 1 %, 4 %, 5 % and 10 %, each rounded down, half up and up.
private let table: [(base: Int64, places: [[Int64]])] = [
  (0, [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]]),
  (1, [[0, 0, 1], [0, 0, 1], [0, 0, 1], [0, 0, 1]]),
  (9, [[0, 0, 1], [0, 0, 1], [0, 0, 1], [0, 1, 1]]),
  (10, [[0, 0, 1], [0, 0, 1], [0, 1, 1], [1, 1, 1]]),
  (13, [[0, 0, 1], [0, 1, 1], [0, 1, 1], [1, 1, 2]]),
  (24, [[0, 0, 1], [0, 1, 1], [1, 1, 2], [2, 2, 3]]),
  (25, [[0, 0, 1], [1, 1, 1], [1, 1, 2], [2, 3, 3]]),
  (38, [[0, 0, 1], [1, 2, 2], [1, 2, 2], [3, 4, 4]]),
  (49, [[0, 0, 1], [1, 2, 2], [2, 2, 3], [4, 5, 5]]),
  (50, [[0, 1, 1], [2, 2, 2], [2, 3, 3], [5, 5, 5]]),
  (99, [[0, 1, 1], [3, 4, 4], [4, 5, 5], [9, 10, 10]]),
  (100, [[1, 1, 1], [4, 4, 4], [5, 5, 5], [10, 10, 10]]),
  (101, [[1, 1, 2], [4, 4, 5], [5, 5, 6], [10, 10, 11]]),
  (150, [[1, 2, 2], [6, 6, 6], [7, 8, 8], [15, 15, 15]]),
  (476, [[4, 5, 5], [19, 19, 20], [23, 24, 24], [47, 48, 48]]),
  (1493, [[14, 15, 15], [59, 60, 60], [74, 75, 75], [149, 149, 150]]),
  (1969, [[19, 20, 20], [78, 79, 79], [98, 98, 99], [196, 197, 197]]),
  (5000, [[50, 50, 50], [200, 200, 200], [250, 250, 250], [500, 500, 500]]),
]

@Test(arguments: table)
func `a percentage of a base gives the places of the table under every rounding`(
  base: Int64, places: [[Int64]]
) {
  for (percent, expected) in zip([Int64(1), 4, 5, 10], places) {
    let found = [Rounding.floor, .halfUp, .ceiling].map { step(base, percent: percent, $0).places }
    #expect(found == expected, "\(percent)% of \(base)")
  }
}

@Test func `places of two cohorts rounded apart do not add up to those of both together`() {
  let apart = step(1493, percent: 5, .floor).places + step(476, percent: 5, .floor).places
  #expect(apart == 97)
  #expect(step(1969, percent: 5, .floor).places == 98)
}

@Test(arguments: [
  (step(60, percent: 4, .halfUp), "60×4%=2.4→2（四舍五入）", "60 × 4% = 2.4 → 2 (rounded half up)"),
  (step(1969, percent: 4, .floor), "1969×4%=78.76→78（只舍不入）", "1969 × 4% = 78.76 → 78 (rounded down)"),
  (step(25, percent: 4, .ceiling), "25×4%=1→1（只入不舍）", "25 × 4% = 1 → 1 (rounded up)"),
  (
    step(9, percent: 4, .floor, minimum: 1), "9×4%=0.36→0（只舍不入），至少1个→1",
    "9 × 4% = 0.36 → 0 (rounded down), at least 1 → 1"
  ),
  (step(0, percent: 10, .halfUp), "0×10%=0→0（四舍五入）", "0 × 10% = 0 → 0 (rounded half up)"),
])
func `the arithmetic is printed with its exact value and its rounding`(
  step: QuotaStep, chinese: String, english: String
) {
  #expect(step.arithmetic.chinese == chinese)
  #expect(step.arithmetic.english == english)
}

@Test func `a fraction of a percent is printed exactly`() {
  let step = Quota(share: 1_250, base: .enrolled, rounding: .halfUp, minimum: 0).places(base: 2_486)
  #expect(step.arithmetic.chinese == "2486×0.125%=3.1075→3（四舍五入）")
}

@Test func `the largest base does not overflow`() {
  #expect(step(.max, percent: 100, .ceiling).places == .max)
}
