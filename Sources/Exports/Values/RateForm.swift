/// What a rate without a percent sign counts (`rate_scale` of the dirt catalogue).
package enum RateScale: Sendable, Equatable {
  /// `57` is 57 %.
  case percent
  /// `0.57` is 57 %.
  case fraction
  /// Nothing says which; only a percent sign or a value above 1 decides, other values are faults.
  case undecided

  /// Decides by the unit in the header, then by the greatest value of the column in hundredths of what is written.
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

  /// Sets what a bare number counts.
  package init(scale: RateScale, missing: MissingTokens = .standard) {
    self.scale = scale
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    .fault(ValueFault(.notRate, expected: .rate))
  }
}
