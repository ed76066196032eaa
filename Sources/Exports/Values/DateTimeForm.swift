/// Reads a point in civil time as seconds since 1970-01-01 00:00:00, without any time zone.
package struct DateTimeForm: ValueForm {
  /// Whether a bare number is read as a spreadsheet's serial day of the 1900 system.
  package let readsSerials: Bool
  /// The programme's offset from UTC in seconds, to which a time that states its own offset is brought.
  package let utcOffset: Int64
  /// The spellings of no value.
  package let missing: MissingTokens

  /// Sets how serial days and stated offsets are read.
  package init(readsSerials: Bool = false, utcOffset: Int64 = 8 * 3600, missing: MissingTokens = .standard) {
    self.readsSerials = readsSerials
    self.utcOffset = utcOffset
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    .fault(ValueFault(.notDate, expected: .dateTime))
  }
}

/// Reads a day as a count of days since 1970-01-01; a time of day is dropped, and the flags say so.
package struct DateForm: ValueForm {
  /// Reads the day and, when there is one, the time.
  package let dateTime: DateTimeForm

  /// Sets how serial days are read.
  package init(readsSerials: Bool = false, missing: MissingTokens = .standard) {
    dateTime = DateTimeForm(readsSerials: readsSerials, missing: missing)
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    .fault(ValueFault(.notDate, expected: .date))
  }
}
