import Foundation
import Programme
import TestSupport
import Testing

struct PublicityTests {
  /// The calendars of the repository, as the notices of the State Council say them.
  private static func calendar(_ years: Int...) throws -> WorkCalendar {
    var calendar = WorkCalendar()
    for year in years {
      let faults = FaultCollector()
      let bytes = try Data(contentsOf: URL(filePath: Repository.path("pipelines/calendars/\(year).json5")))
      try #require(calendar.read([UInt8](bytes), faults) != nil, "\(faults.lines(file: "\(year)", in: .english))")
    }
    return calendar
  }

  /// A list put up on a day, and the days on which objections are taken.
  struct Case: Sendable, CustomTestStringConvertible {
    let published: String
    let start: PublicityStart
    let days: Int
    let count: DayCount
    let expected: String
    var ends = PublicityEnd.anyDay

    var testDescription: String { "\(published) \(start.rawValue) \(days) \(count.rawValue) \(ends.rawValue)" }
  }

  @Test(arguments: [
    // The day of issue counts (海南, 2023-08-28, a Monday).
    Case(published: "2023-08-28", start: .sameDay, days: 5, count: .working, expected: "2023-08-28 2023-09-01"),
    // The day after is the first (长沙明达中学, 2021-07-15, a Thursday).
    Case(published: "2021-07-15", start: .nextDay, days: 5, count: .working, expected: "2021-07-16 2021-07-22"),
    // Calendar days need no calendar (全国教育系统, 2019-08-23).
    Case(published: "2019-08-23", start: .sameDay, days: 5, count: .calendar, expected: "2019-08-23 2019-08-27"),
    Case(published: "2023-08-31", start: .nextDay, days: 5, count: .working, expected: "2023-09-01 2023-09-07"),
    // 中秋节、国庆节 from 29 September to 6 October 2023; Saturday 7 and Sunday 8 October are worked (国办发明电〔2022〕16号).
    Case(published: "2023-09-27", start: .nextDay, days: 5, count: .working, expected: "2023-09-28 2023-10-10"),
    Case(published: "2023-09-28", start: .nextDay, days: 7, count: .working, expected: "2023-10-07 2023-10-13"),
    Case(published: "2023-09-29", start: .sameDay, days: 5, count: .working, expected: "2023-10-07 2023-10-11"),
    Case(published: "2023-10-07", start: .sameDay, days: 1, count: .working, expected: "2023-10-07 2023-10-07"),
    Case(published: "2023-09-22", start: .nextDay, days: 7, count: .calendar, expected: "2023-09-23 2023-09-29"),
    Case(
      published: "2023-09-22", start: .nextDay, days: 7, count: .calendar, expected: "2023-09-23 2023-10-07",
      ends: .workingDay),
    // 劳动节 2023: Saturday 6 May is worked. 春节 2023: Saturday 28 and Sunday 29 January are.
    Case(published: "2023-04-28", start: .nextDay, days: 5, count: .working, expected: "2023-05-04 2023-05-09"),
    Case(published: "2023-01-19", start: .nextDay, days: 3, count: .working, expected: "2023-01-20 2023-01-29"),
    // 清明节 2023 is a single day in the middle of a week.
    Case(published: "2023-04-03", start: .nextDay, days: 2, count: .working, expected: "2023-04-04 2023-04-06"),
    // 国办发明电〔2023〕7号: the eve of 春节 2024 is worked; 14 and 29 September are.
    Case(published: "2024-02-08", start: .nextDay, days: 5, count: .working, expected: "2024-02-09 2024-02-21"),
    Case(published: "2024-09-12", start: .nextDay, days: 5, count: .working, expected: "2024-09-13 2024-09-20"),
    Case(published: "2024-09-27", start: .nextDay, days: 5, count: .working, expected: "2024-09-29 2024-10-10"),
    // 国办发明电〔2020〕27号: Saturday 9 October 2021 is worked. 〔2021〕11号: 29 and 30 January 2022 are, a whole week-end.
    Case(published: "2021-09-29", start: .nextDay, days: 7, count: .working, expected: "2021-09-30 2021-10-14"),
    Case(published: "2022-01-28", start: .nextDay, days: 3, count: .working, expected: "2022-01-29 2022-02-07"),
    // Over the end of a year.
    Case(published: "2023-12-28", start: .nextDay, days: 5, count: .working, expected: "2023-12-29 2024-01-05"),
    Case(published: "2022-12-30", start: .nextDay, days: 2, count: .working, expected: "2023-01-03 2023-01-04"),
    // 春节 2020, prolonged by 国办发明电〔2020〕1号.
    Case(published: "2020-01-23", start: .nextDay, days: 1, count: .working, expected: "2020-02-03 2020-02-03"),
  ])
  func `the first and the last day are those of the calendar`(planned: Case) throws {
    var publicity = Publicity()
    publicity.published = CalendarDate(planned.published)
    (publicity.start, publicity.days, publicity.count, publicity.ends) = (
      planned.start, planned.days, planned.count, planned.ends
    )
    publicity.calendar = try Self.calendar(2020, 2021, 2022, 2023, 2024)
    let period = try #require(publicity.period)
    #expect("\(period.first) \(period.last)" == planned.expected)
  }

  @Test func `a year without its notice is not guessed`() throws {
    var publicity = Publicity()
    publicity.published = CalendarDate("2023-12-28")
    publicity.calendar = try Self.calendar(2023)
    publicity.calendarFiles = ["2023.json5"]
    #expect(publicity.period == nil)
    let faults = FaultCollector()
    publicity.checkPeriod(faults)
    #expect(faults.lines(file: "p", in: .english).joined().contains("a year that no file under 'calendar' is about"))
    publicity.count = .calendar
    #expect(publicity.period?.last == CalendarDate("2024-01-02"))
  }

  @Test func `working days need a calendar, and without a day of publication there is no period`() {
    var publicity = Publicity()
    let faults = FaultCollector()
    publicity.checkPeriod(faults)
    #expect(!faults.refuses && publicity.period == nil)
    publicity.published = CalendarDate("2023-08-31")
    publicity.checkPeriod(faults)
    #expect(faults.lines(file: "p", in: .chinese).joined().contains("没有放假和调休日期"))
  }

  @Test func `each year has as many working days as its notice leaves`() throws {
    // 365 or 366 days less week-ends and holidays, with the make-up days: counted by hand from the notices.
    for (year, expected) in [(2021, 250), (2022, 249), (2023, 249), (2024, 251)] {
      let calendar = try Self.calendar(year)
      let first = try #require(CalendarDate(year: year, month: 1, day: 1))
      let last = try #require(CalendarDate(year: year, month: 12, day: 31))
      let days = (first.dayNumber...last.dayNumber).count { calendar.isWorking(CalendarDate(dayNumber: $0)) == true }
      #expect(days == expected, "\(year)")
    }
  }

  @Test(arguments: [
    ("{ format: 1, year: 2023, cite: 'x', holidays: [], working: ['2023-10-09'] }", "is no Saturday or Sunday"),
    (
      "{ format: 1, year: 2023, cite: 'x', holidays: [{ from: '2023-10-07', to: '2023-10-07' }], working: ['2023-10-07'] }",
      "both a holiday and a working day"
    ),
    (
      "{ format: 1, year: 2023, cite: 'x', holidays: [{ from: '2023-10-06', to: '2023-09-29' }], working: [] }",
      "a holiday ends"
    ),
    (
      "{ format: 1, year: 2013, cite: 'x', holidays: [{ from: '2023-10-06', to: '2023-10-06' }], working: [] }",
      "is no day around"
    ),
    (
      "{ format: 1, year: 2023, cite: 'x', holidays: [{ from: '2023-09-31', to: '2023-10-06' }], working: [] }",
      "a date such as"
    ),
    ("{ format: 1, year: 2023, holidays: [], working: [] }", "missing key 'cite'"),
    ("{ format: 1, year: 2023, cite: 'x', holidays: [], working: ['2023-02-30'] }", "a date such as"),
    ("{ format: 1, year: 2023, cite: 'x', holidays: [], working: [], rest: [] }", "unknown key 'rest'"),
  ])
  func `a calendar with a fault is refused with its place`(text: String, fault: String) {
    var calendar = WorkCalendar()
    let faults = FaultCollector()
    #expect(calendar.read(Array(text.utf8), faults) == nil)
    let lines = faults.lines(file: "2023.json5", in: .english).joined(separator: "\n")
    #expect(lines.contains(fault) && lines.hasPrefix("2023.json5:1:"), "\(lines)")
  }
}
