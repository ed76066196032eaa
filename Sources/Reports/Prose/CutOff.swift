package import Programme

/// The moment that a paper's figures are cut off at, printed the way offices print it.
///
/// A bare date means the end of that day and prints as 24时. No leading zeros (GB/T 9704).
package struct CutOff: Hashable, Sendable {
  package let day: CalendarDate
  /// 0 to 24; 24 is midnight at the end of the day.
  package let hour: Int
  package let minute: Int

  /// Reads `2023-08-20` or `2023-08-20 08:30:00`, the two forms of an as-of; seconds are not printed.
  package init(_ asOf: String) throws(ReportsError) {
    let parts = asOf.split(separator: " ", maxSplits: 1)
    guard let first = parts.first, let day = CalendarDate(String(first)) else { throw .unreadableAsOf(asOf) }
    self.day = day
    guard parts.count == 2 else {
      (hour, minute) = (24, 0)
      return
    }
    let clock = parts[1].split(separator: ":").map { Int($0) }
    guard clock.count >= 2, let hour = clock[0], let minute = clock[1] else { throw .unreadableAsOf(asOf) }
    (self.hour, self.minute) = (hour, minute)
  }

  /// `2023年8月20日24时`.
  package var text: String { chineseDate(day) + time }

  /// `8月20日24时`, where the year is already said.
  package var shortText: String { chineseMonthAndDay(day) + time }

  /// Midnight said as the end of the day before: 8月20日24时 instead of 8月21日0时; nil at any other time.
  package var endOfDayBefore: CutOff? {
    guard hour == 0, minute == 0 else { return nil }
    return try? CutOff(CalendarDate(dayNumber: day.dayNumber - 1).description)
  }

  /// Civil seconds since 1970-01-01.
  package var seconds: Int64 { Int64(day.dayNumber) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60 }

  /// Whole days left until the end of `last`; a part of a day does not count, and a day gone by is negative.
  package func days(untilEndOf last: CalendarDate) -> Int {
    let left = (last.dayNumber + 1) * 86_400 - Int(seconds)
    return left >= 0 ? left / 86_400 : -((86_399 - left) / 86_400)
  }

  private var time: String { minute == 0 ? "\(hour)时" : "\(hour)时\(minute)分" }
}

/// `2023年8月20日`.
package func chineseDate(_ date: CalendarDate) -> String {
  "\(date.year)年" + chineseMonthAndDay(date)
}

/// `8月20日`.
package func chineseMonthAndDay(_ date: CalendarDate) -> String {
  "\(date.month)月\(date.day)日"
}
