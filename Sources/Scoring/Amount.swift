package import Programme

extension TallyUnit {
  /// The decimals of a stored number: marks are hundredths, all else is whole.
  package var decimals: Int { self == .marks ? 2 : 0 }

  /// An amount as it stands in a sentence: `13小时30分钟`, `83.8分`, `5项`; `counter` is the measure word of items.
  package func wording(_ amount: Int64, counter: String? = nil) -> Wording {
    switch self {
    case .seconds: duration(amount)
    case .marks:
      Wording(
        "\(Points(amount, decimals: decimals).short) marks", "\(Points(amount, decimals: decimals).short)分")
    case .items: Wording("\(amount)", "\(amount)\(counter ?? "项")")
    case .moment: moment(amount)
    }
  }

  /// Hours, minutes and seconds, the zero parts left out.
  private func duration(_ seconds: Int64) -> Wording {
    let parts = [
      (seconds / 3600, "h", "小时"), (seconds / 60 % 60, "min", "分钟"), (seconds % 60, "s", "秒"),
    ].filter { $0.0 != 0 }
    guard !parts.isEmpty else { return Wording("0 min", "0分钟") }
    return Wording(
      parts.map { "\($0.0) \($0.1)" }.joined(separator: " "), parts.map { "\($0.0)\($0.2)" }.joined())
  }

  /// A civil time to the minute, and to the second where it is not a whole minute: deadlines are decided by seconds.
  private func moment(_ seconds: Int64) -> Wording {
    let second = (seconds % 86_400 + 86_400) % 86_400
    guard let date = CalendarDate(holding: seconds) else { return Wording("\(seconds) s", "\(seconds)秒") }
    let parts = [second / 3600, second / 60 % 60] + (second % 60 == 0 ? [] : [second % 60])
    let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return Wording("\(date) \(clock)", "\(date) \(clock)")
  }
}

extension Tally {
  /// An amount of this tally as it stands in a sentence.
  package func wording(_ amount: Int64) -> Wording { unit.wording(amount, counter: counter) }
}

extension CalendarDate {
  /// The day of a civil time in seconds since 1970-01-01; nil outside the years 1 to 9999.
  fileprivate init?(holding seconds: Int64) {
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    // Counted from March of the year 0, so that the leap day comes last in its year and in its 400 years.
    let days = Int(seconds + 719_468 * 86_400) / 86_400
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = era * 400 + yearOfEra + (calendarMonth <= 2 ? 1 : 0)
    self.init(year: year, month: calendarMonth, day: dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
