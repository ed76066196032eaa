/// A date and time on the calendar of a place, as a document's properties keep it.
///
/// Papers take it from their as-of, never from the clock, so that the same inputs give the same bytes.
package struct CivilTime: Hashable, Sendable {
  /// The year, from 1970.
  package var year: Int
  /// The month, 1 to 12.
  package var month: Int
  /// The day, 1 to 31.
  package var day: Int
  /// The hour, 0 to 24; 24 is midnight at the end of the day.
  package var hour: Int
  /// The minute, 0 to 59.
  package var minute: Int
  /// How many minutes the place's clocks are ahead of UTC; 480 in China.
  package var minutesAheadOfUTC: Int

  /// Names a moment.
  package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, minutesAheadOfUTC: Int = 480) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.minutesAheadOfUTC = minutesAheadOfUTC
  }

  /// Seconds since 1970 began in UTC.
  package var secondsSince1970: Int {
    daysSince1970 * 86_400 + (hour * 60 + minute - minutesAheadOfUTC) * 60
  }

  /// The moment in UTC as `2026-08-18T16:00:00Z`.
  package var timestamp: String {
    let seconds = secondsSince1970
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let (year, month, day) = civilDate(daysSince1970: days)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  /// Days of the proleptic Gregorian calendar, counted in years that begin in March so that leap days come last.
  private var daysSince1970: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let daysInYears = shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    return daysInYears + (monthFromMarch * 153 + 2) / 5 + day - 1 - 719_468
  }
}

private func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = shifted / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
