import Exports
import TestSupport
import Testing

struct DurationFormTests {
  @Test(arguments: [
    ("90", "5400"), ("-5", "-300"), ("12.5", "750"), ("0.1", "6"), ("0.01", "1 rounded"), ("12小时30分", "45000"),
    ("12时30分", "45000"),
    ("12小时30分15秒", "45015"), ("1天2小时", "93600"), ("750分钟", "45000"), ("750分", "45000"), ("1.5小时", "5400"),
    ("12:30:00", "45000"), ("112:30:00", "405000"), ("12：30：00", "45000 fullwidth"),
    ("12:30", "fault ambiguous_duration"),
    ("12:60:00", "fault not_a_duration"), ("12h30m", "45000"), ("90min", "5400"), ("12′30″", "750"), ("30秒", "30"),
    ("1小时 5分钟", "3900"), ("2个小时", "7200"), ("12小时3O分", "fault not_a_duration"), ("12小时30", "fault not_a_duration"),
    ("30分12小时", "fault not_a_duration"), ("1.5小时30分", "fault not_a_duration"), ("小时", "fault not_a_duration"),
    ("", "missing blank"),
    ("未登录", "missing never"), ("90(异常)", "5400 suffix_numbers"), ("10学时", "fault not_a_duration"), ("-1小时", "-3600"),
    ("1:2:3:4", "fault not_a_duration"), ("#VALUE!", "fault spreadsheet_error"),
    ("99999999999999999999", "fault out_of_range"),
  ])
  func `a length of time is read to the second`(text: String, expected: String) {
    #expect(outcome(text, DurationForm(unit: .minutes)) == expected)
  }

  @Test(arguments: [
    ("12:30", DurationForm.Colon.hoursMinutes, "45000"), ("12:30", .minutesSeconds, "750"),
    ("-1:30", .hoursMinutes, "-5400"),
    ("12:30:05", .minutesSeconds, "45005"),
  ])
  func `one colon means what is set`(text: String, colon: DurationForm.Colon, expected: String) {
    #expect(outcome(text, DurationForm(unit: .minutes, colon: colon)) == expected)
  }

  @Test(arguments: [
    ("2", DurationForm.Unit.hours, "7200"), ("2", .seconds, "2"), ("2", .days, "172800"),
    ("2", .creditHours(minutes: 45), "5400"),
    ("10学时", .creditHours(minutes: 45), "27000"), ("0.5", .creditHours(minutes: 45), "1350"),
    ("0.333", .hours, "1199 rounded"),
  ])
  func `a bare number counts in the column's unit`(text: String, unit: DurationForm.Unit, expected: String) {
    #expect(outcome(text, DurationForm(unit: unit)) == expected)
  }

  @Test func `without a unit a bare number is ambiguous`() {
    #expect(outcome("90", DurationForm(unit: nil)) == "fault ambiguous_duration")
    #expect(outcome("90分钟", DurationForm(unit: nil)) == "5400")
  }

  @Test func `hours, minutes and seconds add up in every spelling`() {
    for seed in Cases.seeds(usually: 3000) {
      var generator = SeededGenerator(seed: seed)
      let (h, m, s) = (
        Int.random(in: 0...200, using: &generator), Int.random(in: 0...59, using: &generator),
        Int.random(in: 0...59, using: &generator)
      )
      let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let spellings = [
        "\(h)小时\(m)分\(s)秒", "\(h):\(padded(m)):\(padded(s))", "\(h)h\(m)m\(s)s", "\(h * 3600 + m * 60 + s)秒",
      ]
      for text in spellings {
        #expect(outcome(text, DurationForm(unit: .minutes)) == "\(h * 3600 + m * 60 + s)", "SEED=\(seed) \(text)")
      }
    }
  }
}
