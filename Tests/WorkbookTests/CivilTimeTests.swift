import Foundation
import TestSupport
import Testing

import Workbook

@Test func `midnight at the end of a day in China is 16 o'clock in UTC`() {
  #expect(CivilTime(year: 2026, month: 8, day: 18, hour: 24).timestamp == "2026-08-18T16:00:00Z")
  #expect(CivilTime(year: 1970, month: 1, day: 1, minutesAheadOfUTC: 0).secondsSince1970 == 0)
}

@Test func `moments agree with Foundation's calendar`() throws {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
  let formatter = ISO8601DateFormatter()
  for seed in Cases.seeds(usually: 1000) {
    var generator = SeededGenerator(seed: seed)
    let time = CivilTime(
      year: Int.random(in: 1970...2400, using: &generator), month: Int.random(in: 1...12, using: &generator),
      day: Int.random(in: 1...28, using: &generator), hour: Int.random(in: 0...23, using: &generator),
      minute: Int.random(in: 0...59, using: &generator))
    let components = DateComponents(
      year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute)
    let date = try #require(calendar.date(from: components))
    #expect(time.secondsSince1970 == Int(date.timeIntervalSince1970), "SEED=\(seed)")
    if time.secondsSince1970 >= 0 { #expect(time.timestamp == formatter.string(from: date), "SEED=\(seed)") }
  }
}
