/// Reads a length of time to whole seconds.
///
/// Takes bare numbers in the unit of the column, `12小时30分`, `750分钟`, `12:30:00` and their kin; what two numbers
/// round a colon mean must be set, since platforms differ (`duration` of the dirt catalogue).
package struct DurationForm: ValueForm {
  /// What a bare number counts.
  package enum Unit: Sendable, Equatable {
    case seconds
    case minutes
    case hours
    case days
    /// Credit hours of so many minutes each; 45 by default in the seeds.
    case creditHours(minutes: Int)

    /// The unit's length in seconds.
    package var seconds: Int64 {
      switch self {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3600
      case .days: 86_400
      case .creditHours(let minutes): Int64(minutes) * 60
      }
    }
  }

  /// What `12:30` means.
  package enum Colon: Sendable, Equatable {
    /// It is ambiguous, and a fault.
    case refused
    case hoursMinutes
    case minutesSeconds
  }

  /// What a bare number counts; nil when only text that names its units is read.
  package let unit: Unit?
  /// What `12:30` means.
  package let colon: Colon
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .duration }

  /// Sets the unit of bare numbers and the meaning of one colon.
  package init(unit: Unit?, colon: Colon = .refused, missing: MissingTokens = .standard) {
    self.unit = unit
    self.colon = colon
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    if let unit, let number = plainDecimal(text, decimals: 0) {
      let (seconds, overflow) = number.multipliedReportingOverflow(by: unit.seconds)
      if !overflow { return .value(seconds, []) }
    }
    let folded = FoldedText(text)
    if let outcome: Parsed<Int64> = absence(folded, missing: missing, expected: expected) { return outcome }
    let scalars = folded.withoutSpace
    if scalars.contains(":") { return clock(scalars, flags: folded.flags) }
    return DurationText(scalars, unit: unit).seconds(flags: folded.flags)
  }

  /// `12:30:00`, whose hours may exceed 23, and `12:30` as it is set.
  private func clock(_ scalars: [Unicode.Scalar], flags: ValueFlags) -> Parsed<Int64> {
    let isNegative = scalars.first == "-"
    let parts = scalars.dropFirst(isNegative ? 1 : 0).split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.map { part in part.allSatisfy { $0.digit != nil } ? number(part) : nil }
    guard (2...3).contains(parts.count), !numbers.contains(nil) else { return fault(.notDuration) }
    let values = numbers.compactMap { $0 }
    guard values.dropFirst().allSatisfy({ $0 < 60 }) else { return fault(.notDuration) }
    let sum = values.reduce(0) { $0 * 60 + $1 }
    if values.count == 3 { return .value(isNegative ? -sum : sum, flags) }
    switch colon {
    case .refused: return fault(.ambiguousDuration)
    case .hoursMinutes: return .value(isNegative ? -sum * 60 : sum * 60, flags)
    case .minutesSeconds: return .value(isNegative ? -sum : sum, flags)
    }
  }

  private func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int64? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1.digit ?? 0) }
  }

  private func fault(_ code: ValueFault.Code) -> Parsed<Int64> {
    .fault(ValueFault(code, expected: expected))
  }
}
