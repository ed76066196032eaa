/// Which days are working days: Mondays to Fridays, without the holidays and with the make-up days (调休) that the notices of the State
/// Council say for each year.
///
/// A year whose notice is not there is not guessed.
package struct WorkCalendar: Sendable {
  /// The notices that the days are from, in the order in which they were read.
  package private(set) var cites: [String] = []
  private var years: Set<Int> = []
  private var holidays: Set<CalendarDate> = []
  private var makeUpDays: Set<CalendarDate> = []

  package init() {}

  /// Whether people work on a day; nil for a day of a year whose notice is not there.
  package func isWorking(_ day: CalendarDate) -> Bool? {
    guard years.contains(day.year) else { return nil }
    if makeUpDays.contains(day) { return true }
    return !day.isWeekend && !holidays.contains(day)
  }

  /// Takes the days of one year's notice in; those that another has said already are kept.
  mutating func add(_ year: WorkYear) {
    cites.append(year.cite)
    years.insert(year.year)
    holidays.formUnion(year.holidays)
    makeUpDays.formUnion(year.working)
  }

  /// Reads the file of one year and takes its days in; nil, and why among the faults, when it cannot be used.
  ///
  /// What is answered is the canonical text of the file, whatever its comments and line breaks, for fingerprints.
  package mutating func read(_ bytes: [UInt8], _ faults: FaultCollector) -> String? {
    guard let year = JSON5.read(bytes, as: .object(WorkYear.init), faults) else { return nil }
    add(year)
    return year.canonical
  }
}

/// The days of one notice: `{ format: 1, year: 2023, cite: '国办发明电〔2022〕16号', holidays: [{ title, from, to }], working: ['2023-10-07'] }`.
struct WorkYear {
  let year: Int
  let cite: String
  let holidays: Set<CalendarDate>
  let working: Set<CalendarDate>

  init(_ fields: Fields) {
    _ = fields.required("format", .integer(in: 1...1)) as Int
    let year: Int = fields.required("year", .integer(in: 1990...2199))
    self.year = year
    cite = fields.required("cite", .text)
    let spans = fields.required("holidays", .list(of: .object(Holiday.init)))
    holidays = Set(spans.flatMap(\.days))
    working = Set(fields.required("working", .list(of: .date)))
    // The holidays around New Year reach into the years before and after.
    if let day = holidays.union(working).sorted().first(where: { abs($0.year - year) > 1 }) {
      fields.refuse("year", Wording("\(day) is no day around the year \(year)", "\(day) 不在 \(year) 年前后"))
    }
    for day in working.sorted() where holidays.contains(day) {
      fields.refuse(
        "working", Wording("\(day) is both a holiday and a working day", "\(day) 既列为放假又列为上班"))
    }
    for day in working.sorted() where !day.isWeekend && !holidays.contains(day) {
      fields.refuse(
        "working",
        Wording("\(day) is no Saturday or Sunday; only make-up days are listed", "\(day) 不是周六或周日；只列调休上班的日期"))
    }
  }

  /// The same in one spelling.
  var canonical: String {
    "\(year) \(cite) -\(holidays.sorted().map(\.description).joined(separator: ",")) +\(working.sorted().map(\.description).joined(separator: ","))"
  }
}

/// A holiday from its first to its last day.
private struct Holiday {
  let days: [CalendarDate]

  init(_ fields: Fields) {
    _ = fields.optional("title", .text)
    let from = fields.requiredUnlessFaulty("from", .date)
    let to = fields.requiredUnlessFaulty("to", .date)
    guard let from, let to else {
      days = []
      return
    }
    let length = to.dayNumber - from.dayNumber
    if !(0...60).contains(length) {
      fields.refuse(
        "to", Wording("a holiday ends on the day it begins or up to 60 days later", "放假的结束日期应在开始日期当天或之后60天内"))
    }
    days = (0...min(max(length, 0), 60)).map { CalendarDate(dayNumber: from.dayNumber + $0) }
  }
}

extension CalendarDate {
  /// Saturday or Sunday; 1970-01-01 was a Thursday.
  package var isWeekend: Bool {
    let weekday = (dayNumber % 7 + 7 + 3) % 7
    return weekday >= 5
  }
}
