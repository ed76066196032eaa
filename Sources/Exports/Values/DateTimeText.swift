/// A date with an optional time of day and offset, read from characters piece by piece.
struct DateTimeText {
  private(set) var date: CivilDate
  /// Seconds since midnight; 86,400 for 24:00.
  private(set) var seconds = 0
  /// The offset from UTC that the text states, in seconds.
  private(set) var offset: Int64?

  /// Whether the text states a time of day.
  private(set) var hasTime = false

  /// What reading comes to: the date, or the code of the fault.
  enum Outcome {
    case success(DateTimeText)
    case failure(ValueFault.Code)
  }

  static func read(_ scalars: [Unicode.Scalar]) -> Outcome {
    var rest = withoutWeekday(scalars)[...]
    let date = readDate(&rest)
    guard case .success(var found) = date else { return date }
    rest = rest.drop { $0 == " " || $0 == "T" || $0 == "t" || $0 == "," }
    if rest.isEmpty { return date }
    guard let fault = found.readTime(&rest) else { return .success(found) }
    return .failure(fault)
  }

  private init(date: CivilDate) {
    self.date = date
  }

  /// Takes out `星期二`, `周二` and `(二)`.
  private static func withoutWeekday(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let days: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "日", "天"]
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let ahead = scalars[index...].prefix(3).map { $0 }
      if ahead.count == 3, ahead[0] == "星", ahead[1] == "期", days.contains(ahead[2]) {
        index += 3
      } else if ahead.count >= 2, ahead[0] == "周", days.contains(ahead[1]) {
        index += 2
      } else if ahead.count == 3, ahead[0] == "(", days.contains(ahead[1]), ahead[2] == ")" {
        index += 3
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return kept
  }

  private static func readDate(_ rest: inout ArraySlice<Unicode.Scalar>) -> Outcome {
    guard let (first, width) = number(&rest) else { return .failure(.notDate) }
    if width == 8 || width == 12 || width == 14 { return compact(first, width, rest) }
    guard let mark = rest.first, ["-", "/", ".", "年", "月"].contains(mark) else { return .failure(.notDate) }
    rest = rest.dropFirst().drop { $0 == " " }
    guard let (second, secondWidth) = number(&rest) else { return .failure(.notDate) }
    let nextMark = mark == "年" ? "月" : mark
    guard rest.first == nextMark else { return .failure(.notDate) }
    rest = rest.dropFirst().drop { $0 == " " }
    guard let (third, thirdWidth) = number(&rest) else { return .failure(.notDate) }
    if mark == "年", let day = rest.first, day == "日" || day == "号" { rest.removeFirst() }
    // 8/1/2023 and 23-8-1 leave open which number is the month or the year.
    guard width == 4 else { return .failure(.ambiguousDate) }
    guard secondWidth <= 2, thirdWidth <= 2 else { return .failure(.notDate) }
    guard let date = CivilDate(year: first, month: second, day: third) else { return .failure(.impossibleDate) }
    return .success(DateTimeText(date: date))
  }

  /// `20230801`, `202308011030` and `20230801103000`.
  private static func compact(_ number: Int, _ width: Int, _ rest: ArraySlice<Unicode.Scalar>) -> Outcome {
    let time = width == 8 ? 0 : width == 12 ? number % 10_000 * 100 : number % 1_000_000
    let day = width == 8 ? number : width == 12 ? number / 10_000 : number / 1_000_000
    guard let date = CivilDate(year: day / 10_000, month: day / 100 % 100, day: day % 100) else {
      return .failure(.impossibleDate)
    }
    guard width == 8 || rest.isEmpty else { return .failure(.notDate) }
    var found = DateTimeText(date: date)
    if width == 8 { return .success(found) }
    guard found.set(hour: time / 10_000, minute: time / 100 % 100, second: time % 100) else {
      return .failure(.impossibleDate)
    }
    return .success(found)
  }

  /// Reads a time of day up to the end of the text and answers what is wrong with it, if anything.
  private mutating func readTime(_ rest: inout ArraySlice<Unicode.Scalar>) -> ValueFault.Code? {
    var half = Self.halfOfDay(&rest)
    guard let (hour, _) = Self.number(&rest), let mark = rest.first, [":", "时", "点"].contains(mark) else {
      return .notDate
    }
    rest.removeFirst()
    var (minute, second) = (0, 0)
    if let (found, _) = Self.number(&rest) {
      minute = found
      if let next = rest.first, next == ":" || next == "分" {
        rest.removeFirst()
        if let (found, _) = Self.number(&rest) { second = found }
        if rest.first == "秒" { rest.removeFirst() }
      }
    } else if mark == ":" {
      return .notDate
    }
    if rest.first == "." || rest.first == "," { rest = rest.dropFirst().drop { $0.digit != nil } }
    rest = rest.drop { $0 == " " }
    if half == nil { half = Self.halfOfDay(&rest) }
    offset = Self.offset(&rest)
    guard rest.isEmpty else { return .notDate }
    guard let whole = Self.hour(hour, half: half) else { return .impossibleDate }
    return set(hour: whole, minute: minute, second: second) ? nil : .impossibleDate
  }

  private mutating func set(hour: Int, minute: Int, second: Int) -> Bool {
    seconds = hour * 3600 + minute * 60 + second
    hasTime = true
    if hour == 24 { return minute == 0 && second == 0 }
    return hour < 24 && minute < 60 && second < 60
  }

  /// The hour of 24; nil when it does not fit its half of the day.
  private static func hour(_ hour: Int, half: Bool?) -> Int? {
    guard let isAfternoon = half else { return hour }
    guard hour <= 12 || isAfternoon else { return nil }
    if isAfternoon { return hour < 12 ? hour + 12 : hour }
    return hour == 12 ? 0 : hour
  }

  /// Reads `上午`, `下午`, `AM`, `PM` and their like: true for the afternoon.
  private static func halfOfDay(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool? {
    let words: [(String, Bool)] = [
      ("上午", false), ("凌晨", false), ("早上", false), ("下午", true), ("晚上", true), ("中午", true), ("AM", false),
      ("PM", true),
      ("am", false), ("pm", true),
    ]
    for (word, isAfternoon) in words where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count).drop { $0 == " " }
      return isAfternoon
    }
    return nil
  }

  /// Reads `Z`, `+08:00` and `+0800`.
  private static func offset(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int64? {
    guard let mark = rest.first else { return nil }
    if mark == "Z" {
      rest.removeFirst()
      return 0
    }
    guard mark == "+" || mark == "-" else { return nil }
    let digits = rest.dropFirst().compactMap(\.digit)
    let hasOnlyDigits = rest.dropFirst().allSatisfy { $0.digit != nil || $0 == ":" }
    guard hasOnlyDigits, digits.count == 4 else { return nil }
    rest = []
    let seconds = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
    return Int64(mark == "-" ? -seconds : seconds)
  }

  /// Reads a run of digits with its width.
  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> (Int, Int)? {
    let digits = rest.prefix { $0.digit != nil }
    guard !digits.isEmpty, digits.count <= 14 else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) }, digits.count)
  }
}
