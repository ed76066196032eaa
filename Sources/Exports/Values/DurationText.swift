/// A length of time written as numbers with their units, such as `12小时30分`, or as one bare number.
struct DurationText {
  private let scalars: [Unicode.Scalar]
  private let unit: DurationForm.Unit?

  init(_ scalars: [Unicode.Scalar], unit: DurationForm.Unit?) {
    self.scalars = scalars
    self.unit = unit
  }

  /// The sum of the parts in seconds, rounded half-up where the last part has a fraction of one.
  func seconds(flags: ValueFlags) -> Parsed<Int64> {
    var rest = scalars[...]
    var flags = flags
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    var total: Int64 = 0
    var previous: Int64?
    while !rest.isEmpty {
      let number = DecimalText(rest)
      guard number.isNumber, !number.isNegative else { return fault(.notDuration) }
      rest = number.suffix[...]
      if previous == nil, rest.isEmpty || rest.first == "(" {
        guard isKnownSuffix(Array(rest)) else { return fault(.notDuration) }
        guard let unit else { return fault(.ambiguousDuration) }
        if !rest.isEmpty { flags.insert(.suffix) }
        return finish(number, unit.seconds, total, isNegative, flags)
      }
      guard let length = unitLength(&rest), length < previous ?? .max else { return fault(.notDuration) }
      if rest.isEmpty { return finish(number, length, total, isNegative, flags) }
      guard number.places <= 0, let part = Self.product(number, length)?.seconds else { return fault(.notDuration) }
      total += part
      previous = length
    }
    return fault(.notDuration)
  }

  private func finish(
    _ number: DecimalText, _ length: Int64, _ total: Int64, _ isNegative: Bool, _ flags: ValueFlags
  ) -> Parsed<Int64> {
    guard let (seconds, isExact) = Self.product(number, length) else { return fault(.outOfRange) }
    let (sum, overflow) = total.addingReportingOverflow(seconds)
    if overflow { return fault(.outOfRange) }
    return .value(isNegative ? -sum : sum, isExact ? flags : flags.union(.rounded))
  }

  /// A number times a length in seconds, rounded half-up; nil beyond 64 bits.
  private static func product(_ number: DecimalText, _ length: Int64) -> (seconds: Int64, isExact: Bool)? {
    let decimals = min(max(number.places, 0), 9)
    guard
      case .value(let count, let flags) = DecimalText.bare(number).scaled(
        decimals, flags: [], expected: .duration, fault: .notDuration)
    else { return nil }
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    if overflow { return nil }
    let divisor = (0..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    return (quotient + (remainder * 2 >= divisor ? 1 : 0), remainder == 0 && flags.isEmpty)
  }

  /// Reads a unit and answers its length in seconds.
  private func unitLength(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int64? {
    for (word, length) in Self.words where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count)
      return length
    }
    guard case .creditHours = unit, rest.starts(with: "学时".unicodeScalars) else { return nil }
    rest = rest.dropFirst(2)
    return unit?.seconds
  }

  private func fault(_ code: ValueFault.Code) -> Parsed<Int64> {
    .fault(ValueFault(code, expected: .duration))
  }

  /// Units with their lengths; a longer word stands before one that begins it.
  private static let words: [(String, Int64)] = [
    ("天", 86_400), ("日", 86_400), ("days", 86_400), ("day", 86_400), ("d", 86_400), ("个小时", 3600), ("小时", 3600),
    ("时", 3600), ("hours", 3600), ("hour", 3600), ("hrs", 3600), ("hr", 3600), ("h", 3600), ("H", 3600), ("分钟", 60),
    ("分", 60), ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60), ("M", 60), ("′", 60), ("'", 60),
    ("秒钟", 1), ("秒", 1), ("seconds", 1), ("second", 1), ("secs", 1), ("sec", 1), ("s", 1), ("S", 1), ("″", 1),
    ("\"", 1),
  ]
}
