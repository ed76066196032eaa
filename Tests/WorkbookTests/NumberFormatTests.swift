import Foundation
import TestSupport
import Testing
import Workbook

@Test(arguments: [
  (NumberFormat.count, "#,##0_ "), (.amount(places: 2), "#,##0.00_ "), (.percent(places: 2), "0.00%_ "),
  (.percent(places: 0), "0%_ "),
  (.decimal(places: 1), "0.0_ "), (.decimal(places: 4), "0.0000_ "), (.text, "@"), (.integer, "0"),
  (.change(places: 2), "\"+\"0.00_ ;\"−\"0.00_ ;0.00_ "), (.rankChange, "\"↑\"0;\"↓\"0;\"—\""),
])
func `a format has the code that the papers agreed on`(format: NumberFormat, code: String) {
  #expect(format.code == code)
}

@Test(arguments: [
  (NumberFormat.count, Int64(2486), 0, "2,486"), (.count, 1_234_567, 0, "1,234,567"), (.count, 999, 0, "999"),
  (.amount(places: 2), 3_752_688, 2, "37,526.88"), (.amount(places: 2), 99_905, 2, "999.05"),
  (.percent(places: 2), 6114, 4, "61.14%"), (.percent(places: 2), 10000, 4, "100.00%"),
  (.percent(places: 0), 4, 2, "4%"), (.percent(places: 2), 1, 0, "100.00%"), (.decimal(places: 2), 1352, 2, "13.52"),
  (.decimal(places: 2), 870, 2, "8.70"), (.decimal(places: 1), 125, 2, "1.3"), (.decimal(places: 4), 99, 0, "99.0000"),
  (.change(places: 2), 655, 2, "+6.55"), (.change(places: 2), -61, 2, "−0.61"), (.change(places: 2), 0, 2, "0.00"),
  (.rankChange, 2, 0, "↑2"), (.rankChange, -1, 0, "↓1"), (.rankChange, 0, 0, "—"), (.general, -95, 1, "-9.5"),
])
func `a number is measured as it will be printed`(format: NumberFormat, units: Int64, decimals: Int, text: String) {
  #expect(format.printed(units: units, decimals: decimals) == text)
}

@Test func `printed decimals agree with Foundation`() {
  for seed in Cases.seeds(usually: 2000) {
    var generator = SeededGenerator(seed: seed)
    let units = Int64.random(in: -10_000_000...10_000_000, using: &generator)
    let decimals = Int.random(in: 0...6, using: &generator)
    let places = Int.random(in: 0...4, using: &generator)
    var exact = Decimal(units) / pow(10, decimals)
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, places, .plain)
    let printed = NumberFormat.decimal(places: places).printed(units: units, decimals: decimals)
    #expect(Decimal(string: printed) == rounded, "SEED=\(seed)")
    let fraction = printed.split(separator: ".").dropFirst().first ?? ""
    #expect(fraction.count == places, "SEED=\(seed)")
  }
}
