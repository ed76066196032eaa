import Exports
import TestSupport
import Testing

struct NumberFormTests {
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("-3", "-3"), ("+3", "3"), (" 12 ", "12"), ("１２", "12 fullwidth"),
    ("3次", "3 suffix_numbers"),
    ("95分", "95 suffix_numbers"), ("3\n(异常)", "3 suffix_numbers"), ("528秒", "528 suffix_numbers"),
    ("1,234", "1234 grouped_digits"), ("12,34", "fault not_an_integer"), ("3.0", "3"), ("3.00", "3"),
    ("3.5", "fault not_an_integer"), ("3只", "fault not_an_integer"), ("abc", "fault not_an_integer"),
    ("", "missing blank"),
    ("\u{3000}", "missing blank"), ("-", "missing none"), ("——", "missing none"), ("无", "missing none"),
    ("N/A", "missing none"),
    ("n/a", "missing none"), ("／", "missing none"), ("缺考", "missing absent"), ("待考", "missing pending"),
    ("未提交", "missing not_submitted"), ("从未学习", "missing never"), ("未知", "missing unknown"), ("'12", "12 id_text_guard"),
    ("=\"12\"", "12 id_text_guard"), ("\t12", "12 id_text_guard"), ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "fault out_of_range"), ("1E3", "1000"), ("#DIV/0!", "fault spreadsheet_error"),
    ("1E400", "fault out_of_range"),
    ("12小时3O分", "fault not_an_integer"), ("--5", "fault not_an_integer"), ("1 2", "fault not_an_integer"), ("-0", "0"),
  ])
  func `a whole number is read from what platforms write`(text: String, expected: String) {
    #expect(outcome(text, IntegerForm()) == expected)
  }

  @Test(arguments: [
    ("12.5", "1250"), ("12.", "fault not_a_number"), (".5", "50"), ("0.57", "57"), ("12.345", "1235 rounded"),
    ("12.344", "1234 rounded"), ("-12.345", "-1235 rounded"), ("12.340", "1234"),
    ("56.99999999999999", "5700 float_tail"),
    ("28.999999999999996", "2900 float_tail"), ("57.00000000000001", "5700 float_tail"), ("2.675", "268 rounded"),
    ("1,234.5", "123450 grouped_digits"), ("95.5分", "9550 suffix_numbers"), ("1.2.3", "fault not_a_number"),
    ("5E-2", "5"),
    ("92233720368547758.07", "9223372036854775807"), ("92233720368547758.08", "fault out_of_range"),
    ("８．５", "850 fullwidth"),
  ])
  func `a decimal is kept to its scale exactly`(text: String, expected: String) {
    #expect(outcome(text, DecimalForm(decimals: 2)) == expected)
  }

  @Test func `every decimal within the scale is exact`() {
    for seed in Cases.seeds(usually: 20_000) {
      var generator = SeededGenerator(seed: seed)
      let decimals = Int.random(in: 0...6, using: &generator)
      let places = Int.random(in: 0...decimals, using: &generator)
      let digits = Int64.random(in: 0...999_999_999_999, using: &generator)
      let power = (0..<places).reduce(Int64(1)) { value, _ in value * 10 }
      let rest = String(digits % power)
      let fraction = places == 0 ? "" : "." + String(repeating: "0", count: places - rest.count) + rest
      let sign = generator.oneIn(3) ? "-" : ""
      let text = "\(sign)\(digits / power)\(fraction)"
      let scale = (places..<decimals).reduce(Int64(1)) { value, _ in value * 10 }
      let expected = (sign.isEmpty ? digits : -digits) * scale
      let form = DecimalForm(decimals: decimals)
      #expect(form.parse(Array(text.utf8).span) == .value(expected, []), "SEED=\(seed) \(text)")
      // The slow way in must agree with the fast one.
      #expect(form.parse(Array("'\(text)".utf8).span) == .value(expected, .guarded), "SEED=\(seed) \(text)")
    }
  }

  @Test func `a questionnaire's codes are missing values in a questionnaire only`() {
    #expect(outcome("-2", IntegerForm()) == "-2")
    #expect(IntegerForm(missing: .questionnaire).parse(Array("-3".utf8).span) == .value(-3, []))
  }

  @Test(arguments: [
    ("57%", RateScale.undecided, "5700"), ("57.00 %", .undecided, "5700"), ("５７％", .undecided, "5700 fullwidth"),
    ("0.57", .fraction, "5700"), ("0.57", .percent, "57"), ("57", .percent, "5700"), ("1", .fraction, "10000"),
    ("57", .undecided, "5700"), ("0", .undecided, "0"), ("0.57", .undecided, "fault rate_scale"),
    ("1", .undecided, "fault rate_scale"),
    ("56.99999999999999", .percent, "5700 float_tail"), ("0.12345", .fraction, "1235 rounded"),
    ("优", .percent, "fault not_a_rate"),
    ("57分", .percent, "fault not_a_rate"), ("-", .percent, "missing none"),
  ])
  func `a rate is read by its scale`(text: String, scale: RateScale, expected: String) {
    #expect(outcome(text, RateForm(scale: scale)) == expected)
  }

  @Test(
    arguments: [
      ("%", nil, RateScale.percent), ("100%", 80, .percent), (nil, 5700, .percent), (nil, 100, .undecided),
      (nil, nil, .undecided),
    ] as [(String?, Int64?, RateScale)])
  func `the header decides a rate's scale, then the greatest value`(
    unit: String?, greatest: Int64?, expected: RateScale
  ) {
    #expect(RateScale(headerUnit: unit, greatestHundredths: greatest) == expected)
  }
}
