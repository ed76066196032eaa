import TestSupport
import Testing
import Workbook

@Test(arguments: [
  (1520, 2486, CellValue.decimal(units: 6114, decimals: 4)), (1, 8, .decimal(units: 1250, decimals: 4)),
  (2675, 100_000, .decimal(units: 268, decimals: 4)), (0, 7, .decimal(units: 0, decimals: 4)),
  (7, 7, .decimal(units: 10000, decimals: 4)), (99_999, 100_000, .decimal(units: 9999, decimals: 4)),
  (1, 1_000_000, .decimal(units: 1, decimals: 4)), (0, 0, .text("—")),
])
func `a rate is stored as it is printed and is whole only when literally all or none`(
  numerator: Int64, denominator: Int64, value: CellValue
) {
  #expect(CellValue.rate(numerator, of: denominator) == value)
}

@Test func `a rate is never further than half a unit from the exact one, save beside 0 and 100 per cent`() {
  for seed in Cases.seeds(usually: 2000) {
    var generator = SeededGenerator(seed: seed)
    let denominator = Int64.random(in: 1...5_000_000, using: &generator)
    let numerator = Int64.random(in: 0...denominator, using: &generator)
    guard case .decimal(let units, 4) = CellValue.rate(numerator, of: denominator) else {
      Issue.record("no number, SEED=\(seed)")
      continue
    }
    let error = abs(units * denominator - numerator * 10_000) * 2
    #expect(error <= denominator || units == 1 || units == 9999, "SEED=\(seed)")
  }
}
