/// What a rate without a percent sign counts (`rate_scale` of the dirt catalogue).
package enum RateScale: Sendable, Equatable {
  /// `57` is 57 %.
  case percent
  /// `0.57` is 57 %.
  case fraction
  /// Nothing says which: a percent sign, a value above 1 and nought decide for themselves, other values are faults.
  case undecided

  /// Decides by the unit in the header, then by the greatest bare number of the column, in hundredths.
  ///
  /// A column whose values all stay at or below 1 is left undecided: it may hold fractions, or very low rates.
  package init(headerUnit: String?, greatestHundredths: Int64?) {
    if let headerUnit, headerUnit.contains("%") || headerUnit.contains("百分") {
      self = .percent
    } else if let greatestHundredths, greatestHundredths > 100 {
      self = .percent
    } else {
      self = .undecided
    }
  }
}

/// Reads a rate in hundredths of a percent: 57 % is 5700.
package struct RateForm: ValueForm {
  /// What a bare number counts.
  package let scale: RateScale
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .rate }

  /// Sets what a bare number counts.
  package init(scale: RateScale, missing: MissingTokens = .standard) {
    self.scale = scale
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    let folded = FoldedText(text)
    if let outcome: Parsed<Int64> = absence(folded, missing: missing, expected: expected) { return outcome }
    let number = DecimalText(folded)
    let isPercent = number.suffix == ["%"]
    guard number.isNumber, isPercent || number.suffix.isEmpty else {
      return .fault(ValueFault(.notRate, expected: expected))
    }
    let hundredths = scaled(number, 2, folded.flags)
    if isPercent { return hundredths }
    switch scale {
    case .percent: return hundredths
    case .fraction: return scaled(number, 4, folded.flags)
    case .undecided:
      guard case .value(let value, _) = scaled(number, 4, []), value == 0 || value > 10_000 else {
        return .fault(ValueFault(.rateScale, expected: expected))
      }
      return hundredths
    }
  }

  /// A number without a percent sign, in hundredths of what it counts, and whether it is nought; nil for any other cell.
  package static func bare(_ text: Span<UInt8>) -> (hundredths: Int64, isNought: Bool)? {
    let folded = FoldedText(text)
    let number = DecimalText(folded)
    guard number.isNumber, number.suffix.isEmpty,
      case .value(let hundredths, _) = number.scaled(2, flags: [], expected: .rate, fault: .notRate)
    else { return nil }
    return (hundredths, number.digits.allSatisfy { $0 == 0 })
  }

  private func scaled(_ number: DecimalText, _ decimals: Int, _ flags: ValueFlags) -> Parsed<Int64> {
    DecimalText.bare(number).scaled(decimals, flags: flags, expected: expected, fault: .notRate)
  }
}
