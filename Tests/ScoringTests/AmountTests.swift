import Programme
import Scoring
import Testing

@Test(arguments: [
  (TallyUnit.seconds, 0, "0 min", "0分钟"), (.seconds, 45, "45 s", "45秒"), (.seconds, 2_700, "45 min", "45分钟"),
  (.seconds, 48_605, "13 h 30 min 5 s", "13小时30分钟5秒"), (.marks, 8_380, "83.8 marks", "83.8分"),
  (.marks, 0, "0 marks", "0分"),
  (.items, 5, "5", "5项"), (.moment, 0, "1970-01-01 00:00", "1970-01-01 00:00"),
  (.moment, 1_692_459_000, "2023-08-19 15:30", "2023-08-19 15:30"),
  (.moment, 951_782_400, "2000-02-29 00:00", "2000-02-29 00:00"),
  (.moment, -60, "1969-12-31 23:59", "1969-12-31 23:59"),
  (.moment, .max, "9223372036854775807 s", "9223372036854775807秒"),
])
func `an amount is said in its unit`(unit: TallyUnit, amount: Int64, english: String, chinese: String) {
  #expect(unit.wording(amount) == Wording(english, chinese))
}

@Test(arguments: [
  (0, 2, "0.00"), (5, 2, "0.05"), (4_190, 2, "41.90"), (-35, 2, "-0.35"), (2_486, 0, "2486"),
  (.min, 1, "-922337203685477580.8"),
])
func `points print every decimal of their scale`(units: Int64, decimals: Int, text: String) {
  #expect(Points(units, decimals: decimals).text == text)
}

@Test(arguments: [(5_000, "50"), (250, "2.5"), (1, "0.01"), (0, "0")])
func `points of a rule print without zeros at the end`(units: Int64, text: String) {
  #expect(Points(units, decimals: 2).short == text)
}

@Test(arguments: [(0, "0"), (999, "999"), (2_486, "2,486"), (1_000_000, "1,000,000"), (-12_345, "-12,345")])
func `thousands are set apart where counts are printed`(count: Int64, text: String) {
  #expect(decimalText(count, decimals: 0, grouped: true) == text)
}
