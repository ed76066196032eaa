import Programme
import Testing

/// The value of a form, or the sentence with which it refuses.
private func outcome<Value>(_ text: String, _ form: Form<Value>, in language: Language = .english) -> String {
  let faults = FaultCollector()
  let value = JSON5.read(Array(text.utf8), as: form, faults)
  return value.map { "\($0)" } ?? faults.faults.map { $0.message(in: language) }.joined(separator: " | ")
}

@Test(arguments: [
  ("'15h'", 54_000), ("'45min'", 2_700), ("'90s'", 90), ("'1h30min'", 5_400), ("'1h 30min 5s'", 5_405),
  ("'1.5h'", 5_400),
  ("'15小时'", 54_000), ("'12小时30分'", 45_000), ("'750分钟'", 45_000), ("'30秒'", 30), ("'20学时'", 54_000), ("'0.5学时'", 1_350),
  ("'0h'", 0),
])
func `a duration is read in seconds`(text: String, seconds: Int) {
  #expect(outcome(text, .duration) == "\(seconds)")
}

@Test(arguments: [
  "''", "'15'", "'h'", "'15 days'", "'30min1h'", "'1h1h'", "'-1h'", "'1,5h'", "'1.h'", "'0.0001h'", "'１５h'", "'1h30'",
  "'99999999999999999h'",
])
func `what is not a duration is refused in its own words`(text: String) {
  let quoted = text.dropFirst().dropLast()
  #expect(
    outcome(text, .duration) == "found '\(quoted)'; expected a duration such as '15h', '45min' or '20学时'")
}

@Test func `a credit hour lasts as long as the programme says`() {
  #expect(outcome("'20学时'", .duration(creditHour: 3_600)) == "72000")
}

@Test(arguments: [
  ("'2023-08-01'", "2023-08-01"), ("'2024-02-29'", "2024-02-29"), ("'0001-01-01'", "0001-01-01"),
  ("'2000-02-29'", "2000-02-29"),
])
func `a date is read`(text: String, date: String) {
  #expect(outcome(text, .date) == date)
}

@Test(arguments: [
  "2023-8-1", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "0000-01-01", "+023-01-01",
  "2023/08/01", "２０２３-08-01", "",
])
func `a day that the calendar lacks and other spellings are refused`(text: String) {
  #expect(outcome("'\(text)'", .date) == "found '\(text)'; expected a date such as '2023-08-01'")
}

@Test func `day numbers count the days one by one`() throws {
  let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  var number = try #require(CalendarDate("1600-01-01")).dayNumber
  for year in 1600...2400 {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    for month in 1...12 {
      for day in 1...(lengths[month - 1] + (isLeap && month == 2 ? 1 : 0)) {
        guard CalendarDate(year: year, month: month, day: day)?.dayNumber == number else {
          Issue.record("\(year)-\(month)-\(day) is not \(number)")
          return
        }
        number += 1
      }
    }
  }
  #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
}

@Test(arguments: [
  ("4", "4"), ("'4%'", "4"), ("4.5", "4.5"), ("'0.50%'", "0.5"), ("'100%'", "100"), ("0", "0"), ("'5％'", "5"),
  ("101", "found 101; expected a percentage from 0 to 100"), ("-1", "found -1; expected a percentage from 0 to 100"),
  ("'101%'", "found '101%'; expected a percentage from 0 to 100"),
  ("true", "found true or false; expected a percentage from 0 to 100"),
  ("'4'", "found '4'; expected a percentage such as '5%'"),
])
func `a percent key takes a number or a percentage`(text: String, expected: String) {
  #expect(outcome(text, .percent) == expected)
}

@Test(arguments: [
  ("'5%'", "0.05"), ("'100%'", "1"), ("'0.01%'", "0.0001"),
  ("0.05", "found a number; expected a percentage such as '5%'"),
  ("'120%'", "found '120%'; expected a percentage such as '5%'"),
])
func `a share is always written with its sign`(text: String, expected: String) {
  #expect(outcome(text, .share) == expected)
}

@Test(arguments: [
  ("12.5", "1250"), ("12.50", "1250"), ("100", "10000"), ("1e2", "10000"), (".01", "1"), ("0x10", "1600"), ("-0", "0"),
  ("12.555", "found 12.555; expected a number from 0 to 100 with at most 2 decimals"),
  ("100.01", "found 100.01; expected a number from 0 to 100 with at most 2 decimals"),
  ("Infinity", "found Infinity; expected a number from 0 to 100 with at most 2 decimals"),
  ("'5'", "found a text; expected a number from 0 to 100 with at most 2 decimals"),
])
func `points are read as hundredths or refused, never rounded`(text: String, expected: String) {
  #expect(outcome(text, .scaled(to: 2, in: 0...100)) == expected)
}

@Test(arguments: [
  ("7", "7"), ("7.0", "7"), ("70e-1", "7"), ("1e2", "100"),
  ("7.5", "found 7.5; expected a whole number from -128 to 127"),
  ("128", "found 128; expected a whole number from -128 to 127"),
  ("NaN", "found NaN; expected a whole number from -128 to 127"),
])
func `a whole number stays within its range`(text: String, expected: String) {
  #expect(outcome(text, Form<Int8>.integer(in: -128...127)) == expected)
}

@Test(arguments: [
  ("'a'", "[\"a\"]"), ("['a', 'b']", "[\"a\", \"b\"]"), ("[]", "the list has 0 elements; expected at least 1"),
  ("7", "found a number; expected a text or a list of texts"),
  ("['a', 7, null]", "found a number; expected a text | found null; expected a text"),
])
func `one text stands for a list of one`(text: String, expected: String) {
  #expect(outcome(text, .oneOrMany(.text)) == expected)
}

@Test(arguments: [
  ("{ kind: 'all' }", "all"), ("{ kind: 'least', least: 3 }", "3"),
  ("{ kind: 'lest', least: 3 }", "unknown value 'lest'; did you mean 'least'?"),
  ("{ kind: 'all', least: 3 }", "unknown key 'least'; expected 'kind'"),
  ("{ least: 3 }", "missing key 'kind'; expected a text"),
  ("{ kind: 'least' }", "missing key 'least'; expected a whole number"),
  ("{ kind: 7 }", "found a number; expected a text"),
  ("{ kind: 'other' }", "unknown value 'other'; expected one of 'all', 'least'"),
])
func `an object of one of several kinds has the keys of its kind`(text: String, expected: String) {
  let form = Form<String>.variant(
    by: "kind",
    of: ["all": { _ in "all" }, "least": { "\($0.required("least", Form<Int>.integer))" }])
  #expect(outcome(text, form) == expected)
}

@Test func `a place is kept beside the value and serves later checks`() throws {
  let faults = FaultCollector()
  let values = try #require(
    JSON5.read(Array("[\n  '学时',\n  'b' ]".utf8), as: .list(of: .placed(.text)), faults))
  #expect(values.map(\.place.description) == ["2:3", "3:3"])
  faults.warn(values[1].place, Wording("'b' decides places; expected a policy", "'b' 决定名次；应有规则"))
  #expect(!faults.refuses)
  #expect(
    faults.lines(file: "p.json5", in: .english) == ["p.json5:3:3: warning: 'b' decides places; expected a policy"])
  #expect(faults.lines(file: "p.json5", in: .chinese) == ["p.json5:3:3: 提醒：'b' 决定名次；应有规则"])
}

@Test func `faults are told in Chinese as well`() {
  #expect(outcome("7", .text, in: .chinese) == "此处是数字；应为文本")
  #expect(outcome("101", .percent, in: .chinese) == "此处是 101；应为 0 到 100 的百分数")
  #expect(outcome("{ nam: 1 }", .object { $0.optional("name", .text) }, in: .chinese) == "未知的键 'nam'；是否想写 'name'？")
}

@Test func `the faults beyond the limit are counted`() {
  let faults = FaultCollector()
  _ = JSON5.read(Array("[\(String(repeating: "1,", count: 130))]".utf8), as: .list(of: .text), faults)
  #expect(faults.faults.count == 100)
  #expect(faults.lines(file: "p.json5", in: .english).last == "p.json5: 30 more faults are not listed")
}
