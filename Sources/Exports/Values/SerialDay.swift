/// A spreadsheet's count of days, with the time of day as whole seconds.
///
/// The 1900 system counts a 29 February 1900 that never was: serials up to 59 stand one day later than the rest, and 60
/// itself names no day.
struct SerialDay: Equatable {
  /// Whole days on the spreadsheet's count.
  let days: Int
  /// Seconds since midnight, rounded, since the fraction of a day is stored inexactly.
  let seconds: Int
  let is1904: Bool

  /// The last serial that a spreadsheet shows as a date: 9999-12-31 in the 1900 system.
  private static let last = 2_958_465

  /// Reads a serial; nil for negative ones and those beyond the year 9999.
  init?(_ number: DecimalText, is1904: Bool = false) {
    guard number.isNumber,
      case .value(let billionths, _) = number.scaled(
        9, flags: [], expected: .dateTime, fault: .notDate), billionths >= 0
    else { return nil }
    self.init(billionths: billionths, is1904: is1904)
  }

  /// The fast way in: digits with at most one point; nil for anything else.
  init?(plain text: Span<UInt8>, is1904: Bool) {
    var billionths: Int64 = 0
    var places = -1
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "."), places < 0 {
        places = 0
        continue
      }
      guard byte &- 0x30 <= 9, places >= 0 || billionths < 10_000_000 else { return nil }
      // Digits beyond the ninth weigh less than a ten-thousandth of a second.
      if places == 9 { continue }
      billionths = billionths * 10 + Int64(byte &- 0x30)
      if places >= 0 { places += 1 }
    }
    guard !text.isEmpty else { return nil }
    for _ in max(places, 0)..<9 { billionths *= 10 }
    self.init(billionths: billionths, is1904: is1904)
  }

  private init?(billionths: Int64, is1904: Bool) {
    let (days, fraction) = billionths.quotientAndRemainder(dividingBy: 1_000_000_000)
    let seconds = (fraction * 86_400 + 500_000_000) / 1_000_000_000
    self.days = Int(days) + (seconds == 86_400 ? 1 : 0)
    self.seconds = Int(seconds % 86_400)
    self.is1904 = is1904
    guard self.days <= Self.last else { return nil }
  }

  /// The day; nil for the one that never was and for serial 0.
  var date: CivilDate? {
    if is1904 { return CivilDate(daysSince1970: days - 24_107) }
    switch days {
    case 0, 60: return nil
    case 1...59: return CivilDate(daysSince1970: days - 25_568)
    default: return CivilDate(daysSince1970: days - 25_569)
    }
  }

  /// Seconds since 1970-01-01 00:00:00 in civil time.
  var secondsSince1970: Int64? {
    date.map { Int64($0.daysSince1970) * 86_400 + Int64(seconds) }
  }

  /// Seconds since serial 0, for elapsed times.
  var elapsed: Int { days * 86_400 + seconds }
}
