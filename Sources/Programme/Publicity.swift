/// How a list of nominees is put up for objections (公示).
package struct Publicity: Sendable {
  /// Who takes objections; these numbers and addresses alone may stand in a public paper.
  package var contact: PublicityContact?
  /// How many days objections are taken; 5 unless the file says otherwise.
  package var days: Int = 5
  package var count: DayCount = .working
  package var start: PublicityStart = .nextDay
  /// Whether a period that is counted in calendar days goes on to the next working day where it would end on a day off.
  package var ends: PublicityEnd = .anyDay
  /// The day on which the list is put up; nil as long as nobody has decided it.
  package var published: CalendarDate?
  /// The files of holidays and make-up days, relative to the pipeline file.
  package var calendarFiles: [String] = []
  /// The days of those files; filled in by who reads them.
  package var calendar = WorkCalendar()
  /// Where the file speaks of it, for faults.
  package var place = Place.beginning

  package init() {}

  /// Whether working days matter for the period.
  package var needsCalendar: Bool { count == .working || ends == .workingDay }

  /// The period; nil as long as the day of publication is not decided, or where it reaches into a year without a calendar.
  package var period: PublicityPeriod? {
    guard let published else { return nil }
    var day = start == .sameDay ? published : published.next
    var first: CalendarDate?
    var last = day
    var left = days
    while left > 0 {
      guard let counts = counts(day) else { return nil }
      if counts {
        first = first ?? day
        last = day
        left -= 1
      }
      day = day.next
    }
    if ends == .workingDay {
      while true {
        guard let isWorking = calendar.isWorking(last) else { return nil }
        if isWorking { break }
        last = last.next
      }
    }
    return first.map { PublicityPeriod(first: $0, last: last, days: days, count: count) }
  }

  private func counts(_ day: CalendarDate) -> Bool? {
    count == .calendar ? true : calendar.isWorking(day)
  }

  /// Refuses a period that cannot be reckoned; to be asked once the calendars are read.
  package func checkPeriod(_ faults: FaultCollector) {
    guard published != nil, period == nil else { return }
    if calendarFiles.isEmpty {
      faults.refuse(
        place,
        Wording(
          "working days cannot be counted without the holidays and make-up days; name their file under 'calendar', such as '../calendars/2023.json5'",
          "没有放假和调休日期，无法计算工作日；请在 calendar 中写明日历文件，如 '../calendars/2023.json5'"))
    } else {
      faults.refuse(
        place,
        Wording(
          "the publicity period reaches into a year that no file under 'calendar' is about; add the file of that year",
          "公示期涉及的年份没有日历文件；请在 calendar 中补上该年的文件"))
    }
  }
}

/// What days of a period count.
package enum DayCount: String, Sendable, CaseIterable {
  case working, calendar
}

/// Whether the day on which the list is put up is the first of the period.
package enum PublicityStart: String, Sendable, CaseIterable {
  case nextDay = "next_day"
  case sameDay = "same_day"
}

/// On what day a period may end.
package enum PublicityEnd: String, Sendable, CaseIterable {
  case anyDay = "any_day"
  case workingDay = "working_day"
}

/// The first and the last day on which objections are taken, both of them included.
package struct PublicityPeriod: Hashable, Sendable {
  /// The first day that counts.
  package let first: CalendarDate
  package let last: CalendarDate
  package let days: Int
  package let count: DayCount
}

/// Who takes objections, and how they are reached.
package struct PublicityContact: Sendable {
  /// The office; that of the programme where none is named.
  package var unit: String?
  package var phone: String?
  package var email: String?
  package var address: String?
}

extension CalendarDate {
  /// The day after.
  var next: CalendarDate { CalendarDate(dayNumber: dayNumber + 1) }
}
