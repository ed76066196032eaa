/// Reads a point in civil time as seconds since 1970-01-01 00:00:00, without any time zone.
///
/// Takes every spelling of `date_forms` in the dirt catalogue; a date alone is its midnight, and 24:00 the next one.
package struct DateTimeForm: ValueForm {
  /// Whether a bare number is read as a spreadsheet's serial day of the 1900 system.
  package let readsSerials: Bool
  /// The programme's offset from UTC in seconds, to which a time that states its own offset is brought.
  package let utcOffset: Int64
  /// The spellings of no value.
  package let missing: MissingTokens

  package var expected: ValueFault.Expectation { .dateTime }

  /// Sets how serial days and stated offsets are read.
  package init(readsSerials: Bool = false, utcOffset: Int64 = 8 * 3600, missing: MissingTokens = .standard) {
    self.readsSerials = readsSerials
    self.utcOffset = utcOffset
    self.missing = missing
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    if let seconds = plainDateTime(text) { return .value(seconds, []) }
    let folded = FoldedText(text)
    if let outcome: Parsed<Int64> = absence(folded, missing: missing, expected: expected) { return outcome }
    if let serial = serial(folded) { return serial }
    switch DateTimeText.read(folded.scalars) {
    case .success(let found):
      let shift = found.offset.map { utcOffset - $0 } ?? 0
      return .value(Int64(found.date.daysSince1970) * 86_400 + Int64(found.seconds) + shift, folded.flags)
    case .failure(let code):
      return .fault(ValueFault(code, expected: expected))
    }
  }

  private func serial(_ text: FoldedText) -> Parsed<Int64>? {
    guard readsSerials else { return nil }
    let number = DecimalText(text)
    guard number.isNumber, number.suffix.isEmpty, number.digits.count - number.places < 8 else { return nil }
    guard let seconds = SerialDay(number)?.secondsSince1970 else {
      return .fault(ValueFault(.impossibleDate, expected: expected))
    }
    return .value(seconds, text.flags.union(.serialDate))
  }
}

/// Reads a day as a count of days since 1970-01-01; a time of day is dropped, and the flags say so.
package struct DateForm: ValueForm {
  private let dateTime: DateTimeForm

  package var expected: ValueFault.Expectation { .date }

  /// Sets how serial days are read.
  package init(readsSerials: Bool = false, missing: MissingTokens = .standard) {
    dateTime = DateTimeForm(readsSerials: readsSerials, missing: missing)
  }

  package func parse(_ text: Span<UInt8>) -> Parsed<Int64> {
    switch dateTime.parse(text) {
    case .value(let seconds, let flags):
      let days = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
      return .value(days, days * 86_400 == seconds ? flags : flags.union(.timeDropped))
    case .missing(let reason): return .missing(reason)
    case .fault(let fault): return .fault(ValueFault(fault.code, expected: expected))
    }
  }
}

/// The fast way in: `2023-08-01`, `2023-08-01 10:00` and `2023-08-01 10:00:00`, with `-` or `/`; nil for anything else.
func plainDateTime(_ text: Span<UInt8>) -> Int64? {
  guard text.count == 19 || text.count == 16 || text.count == 10 else { return nil }
  let mark = text[4]
  guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"), text[7] == mark else { return nil }
  let year = pair(text, at: 0) * 100 + pair(text, at: 2)
  guard year >= 0, let date = CivilDate(year: year, month: pair(text, at: 5), day: pair(text, at: 8)) else {
    return nil
  }
  let midnight = Int64(date.daysSince1970) * 86_400
  if text.count == 10 { return midnight }
  guard text[10] == 0x20, text[13] == UInt8(ascii: ":") else { return nil }
  let (hour, minute) = (pair(text, at: 11), pair(text, at: 14))
  guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
  let time = midnight + Int64(hour * 3600 + minute * 60)
  if text.count == 16 { return time }
  let second = pair(text, at: 17)
  guard text[16] == UInt8(ascii: ":"), (0...59).contains(second) else { return nil }
  return time + Int64(second)
}

/// Two ASCII digits as a number; far below zero when they are none.
private func pair(_ text: Span<UInt8>, at position: Int) -> Int {
  let (tens, ones) = (text[position] &- 0x30, text[position + 1] &- 0x30)
  return tens > 9 || ones > 9 ? -100_000 : Int(tens) * 10 + Int(ones)
}
