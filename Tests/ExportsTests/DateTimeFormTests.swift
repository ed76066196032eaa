import Exports
import Foundation
import TestSupport
import Testing

/// Seconds since 1970 of a time written as `2023-08-01 10:00:00`, by Foundation.
private func reference(_ text: String) -> Int64? {
  let formatter = DateFormatter()
  formatter.locale = Locale(identifier: "en_US_POSIX")
  formatter.timeZone = TimeZone(secondsFromGMT: 0)
  formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
  return formatter.date(from: text).map { Int64($0.timeIntervalSince1970) }
}

struct DateTimeFormTests {
  @Test(arguments: [
    ("2023-08-01 10:00:00", "2023-08-01 10:00:00"), ("2023/08/01 10:00", "2023-08-01 10:00:00"),
    ("2017-2-26 10:39:24", "2017-02-26 10:39:24"), ("2023/8/1", "2023-08-01 00:00:00"),
    ("2023.8.1", "2023-08-01 00:00:00"),
    ("2023年8月1日", "2023-08-01 00:00:00"), ("2023年8月1日 9时5分", "2023-08-01 09:05:00"),
    ("20230801", "2023-08-01 00:00:00"),
    ("20230801103924", "2023-08-01 10:39:24"), ("2023-08-01T10:00:00", "2023-08-01 10:00:00"),
    ("2023-08-01T02:00:00Z", "2023-08-01 10:00:00"), ("2023-08-01T10:00:00+08:00", "2023-08-01 10:00:00"),
    ("2023-08-01 10:00:00.123", "2023-08-01 10:00:00"), ("2021年10月22日12：00", "2021-10-22 12:00:00"),
    ("2023-08-19 24:00", "2023-08-20 00:00:00"), ("2023/8/1 下午 3:05:00", "2023-08-01 15:05:00"),
    ("2023/8/1 上午 12:05", "2023-08-01 00:05:00"), ("2023-8-1 3:05 PM", "2023-08-01 15:05:00"),
    ("2023年8月1日 星期二", "2023-08-01 00:00:00"), ("２０２３－０８－０１", "2023-08-01 00:00:00"),
    ("2024-02-29", "2024-02-29 00:00:00"),
    ("1969-12-31 23:59:59", "1969-12-31 23:59:59"), ("2023-08-01 8:05", "2023-08-01 08:05:00"),
    ("2023年8月1号8点", "2023-08-01 08:00:00"),
  ])
  func `a time is read in every spelling`(text: String, expected: String) {
    #expect(DateTimeForm().parse(Array(text.utf8).span).value == reference(expected))
  }

  @Test(arguments: [
    ("2023-02-30", "fault impossible_date"), ("2023-13-01", "fault impossible_date"),
    ("2023-02-29 10:00:00", "fault impossible_date"),
    ("2023-08-01 25:00:00", "fault impossible_date"), ("2023-08-01 24:01", "fault impossible_date"),
    ("1900-02-29", "fault impossible_date"),
    ("8/1/2023", "fault ambiguous_date"), ("23-8-1", "fault ambiguous_date"), ("2023-8/1", "fault not_a_date"),
    ("2023年", "fault not_a_date"),
    ("8月1日", "fault not_a_date"), ("45139", "fault not_a_date"), ("昨天", "fault not_a_date"),
    ("2023-08-01 明天", "fault not_a_date"),
    ("", "missing blank"), ("-", "missing none"), ("2023-08-0110:00", "fault not_a_date"),
    ("2023-08", "fault not_a_date"),
    ("99999999", "fault impossible_date"), ("2023-08-01 10:", "fault not_a_date"),
  ])
  func `what is no time is told why`(text: String, expected: String) {
    #expect(outcome(text, DateTimeForm()) == expected)
  }

  @Test(arguments: [
    ("45139", "19570 serial_date"), ("45139.5", "19570 time_dropped serial_date"), ("60", "fault impossible_date"),
    ("2023-08-01", "19570"),
    ("2023-08-01 10:00:00", "19570 time_dropped"), ("1969-12-31 23:00", "-1 time_dropped"), ("20230801", "19570"),
  ])
  func `a day is counted from 1970`(text: String, expected: String) {
    #expect(outcome(text, DateForm(readsSerials: true)) == expected)
  }

  @Test func `every spelling of a time gives the same second`() {
    for seed in Cases.seeds(usually: 3000) {
      var generator = SeededGenerator(seed: seed)
      let (y, m, d) = (
        Int.random(in: 1950...2060, using: &generator), Int.random(in: 1...12, using: &generator),
        Int.random(in: 1...28, using: &generator)
      )
      let (hour, minute) = (Int.random(in: 0...23, using: &generator), Int.random(in: 0...59, using: &generator))
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let plain = "\(y)-\(two(m))-\(two(d)) \(two(hour)):\(two(minute)):00"
      guard let expected = DateTimeForm().parse(Array(plain.utf8).span).value else {
        Issue.record("SEED=\(seed) \(plain)")
        continue
      }
      #expect(expected % 60 == 0 && (expected - Int64(hour * 3600 + minute * 60)) % 86_400 == 0)
      let clock = "\(hour):\(two(minute))"
      for text in ["\(y)/\(m)/\(d) \(clock)", "\(y).\(m).\(d) \(clock):00", "\(y)年\(m)月\(d)日\(hour)时\(minute)分"] {
        #expect(DateTimeForm().parse(Array(text.utf8).span).value == expected, "SEED=\(seed) \(text)")
      }
    }
  }
}
