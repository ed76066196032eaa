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
    guard (2...3).contains(clock.count), parts[1].split(separator: ":").count == clock.count, clock[0] < 24,
      clock[1] < 60,
      clock.allSatisfy({ $0 >= 0 }), clock.count == 2 || clock[2] < 60
    else { return nil }
    let second = midnight + clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    self.text = moment(second)
    end = second + 1
  }
}

extension AsOf {
  /// The as-of that was asked for, else the newest night of the exports; nil, and why, when there is none.
  static func chosen(_ arguments: Arguments, _ file: PipelineFile, _ talk: Talk) -> AsOf? {
    if let text = arguments.options["--as-of"] {
      guard let asOf = AsOf(text) else {
        talk.complain(
          Wording(
            "--as-of: '\(text)' is no date; expected 2023-08-19 or '2023-08-19 18:00'",
            "--as-of：'\(text)' 不是日期；应为 2023-08-19 或 '2023-08-19 18:00'"))
        return nil
      }
      return asOf
    }
    guard let newest = InputFolder(path: file.input).nights(of: file.programme.sources).last, let asOf = AsOf(newest)
    else {
      talk.complain(
        Wording(
          "\(file.input): no folder of exports is named by a date such as 2023-08-19; put the exports there or correct 'input'",
          "\(file.input)：没有以日期（如 2023-08-19）命名的导出文件夹；请放入导出文件，或更正 input"))
      return nil
    }
    talk.note(Wording("no --as-of given; the newest exports are of \(asOf.text)", "未指定 --as-of，取最新导出日期 \(asOf.text)"))
    return asOf
  }
}
