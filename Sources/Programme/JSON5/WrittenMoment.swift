/// A date, or a date and time, of the programme's civil calendar: `2021-10-22`, `2021-10-22 12:00`, `2021-10-22 12:00:30`.
package struct WrittenMoment: Hashable, Sendable {
  /// The first second that it names, since 1970-01-01.
  package let first: Int64
  /// The last one: a date is a whole day, a time is that second alone (12:00 ends at 12:00:00).
  package let last: Int64

  /// Reads one; nil for anything else. The colon may be full-width, as documents print it.
  package init?(_ text: String) {
    let parts = text.replacing("：", with: ":").split(separator: " ", omittingEmptySubsequences: true)
    guard (1...2).contains(parts.count), let date = CalendarDate(String(parts[0])) else { return nil }
    let midnight = Int64(date.dayNumber) * 86_400
    guard parts.count == 2 else {
      self.init(first: midnight, last: midnight + 86_399)
      return
    }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(part) : nil
    }
    guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let second = midnight + numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    self.init(first: second, last: second)
  }

  /// A whole day.
  package init(_ day: CalendarDate) {
    self.init(first: Int64(day.dayNumber) * 86_400, last: Int64(day.dayNumber) * 86_400 + 86_399)
  }

  private init(first: Int64, last: Int64) {
    self.first = first
    self.last = last
  }

  fileprivate static let standIn = WrittenMoment(first: 0, last: 86_399)

  /// What a message says was expected.
  package static let noun = Noun(
    "a date or a time such as '2021-10-22' or '2021-10-22 12:00'",
    many: "dates or times such as '2021-10-22' or '2021-10-22 12:00'", "日期或时刻，如 '2021-10-22'、'2021-10-22 12:00'")
}

extension Form where Value == WrittenMoment {
  /// A date, or a date and time.
  package static var moment: Form {
    Form<String>.anyText.narrowed(to: WrittenMoment.noun, standIn: .standIn) { WrittenMoment($0) }
  }
}
