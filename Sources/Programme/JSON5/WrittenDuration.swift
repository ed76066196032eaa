/// Reads durations as offices and programmers write them.
enum WrittenDuration {
  /// The seconds of `15h`, `1h30min`, `1.5小时` or `20学时`; `nil` for anything else, and for a part of a second.
  static func seconds(_ text: String, creditHour: Int64) -> Int64? {
    var rest = Substring(text.filter { $0 != " " })
    var total: Int64 = 0
    var previous = Int64.max
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !$0.isNumber }
      rest = rest.dropFirst(unit.count)
      guard let amount = ExactDecimal(digits: digits), let length = length(of: unit, creditHour: creditHour),
        length < previous, let part = seconds(amount, times: length)
      else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
      previous = length
    }
    return total
  }

  private static func length(of unit: Substring, creditHour: Int64) -> Int64? {
    switch unit {
    case "学时": creditHour
    case "h", "小时", "时": 3600
    case "min", "分钟", "分": 60
    case "s", "秒": 1
    default: nil
    }
  }

  private static func seconds(_ amount: ExactDecimal, times length: Int64) -> Int64? {
    let (product, overflow) = amount.coefficient.multipliedReportingOverflow(by: length)
    return overflow ? nil : ExactDecimal(product, exponent: amount.exponent).integer
  }
}
