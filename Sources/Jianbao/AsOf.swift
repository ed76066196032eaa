import Programme
import Store

/// The time that the papers tell of: the end of a day, or a moment of it.
struct AsOf: Equatable {
  /// `2023-08-19`, or `2023-08-19 18:00:00`.
  let text: String
  /// The first civil second after it.
  let end: Int64

  /// Reads a date, or a date and time with a space or `T` between; nil for anything else.
  init?(_ text: String) {
    let parts = text.replacing("T", with: " ").split(separator: " ").map(String.init)
    guard let first = parts.first, let date = CalendarDate(first), parts.count <= 2 else { return nil }
    let midnight = Int64(date.dayNumber) * 86_400
    guard parts.count == 2 else {
      self.text = date.description
      end = midnight + 86_400
      return
    }
    let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
    guard (2...3).contains(clock.count), parts[1].split(separator: ":").count == clock.count, clock[0] < 24, clock[1] < 60,
      clock.allSatisfy({ $0 >= 0 }), clock.count == 2 || clock[2] < 60
    else { return nil }
    let second = midnight + clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    self.text = moment(second)
    end = second + 1
  }
}
