/// A day and time as the XML of Excel 2003 writes them: `2023-08-01T10:00:00.000`; a time without a day stands on the
/// last day of 1899.
struct SpreadsheetMoment {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Appends what the format shows of it, and answers the kind of cell that it makes; text that is no moment stays text.
  func append(as meaning: NumberMeaning, to bytes: inout [UInt8]) -> CellKind {
    let halves = text.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    guard halves.count <= 2, let day = day(halves[0]), let seconds = halves.count == 2 ? seconds(halves[1]) : 0 else {
      bytes.append(contentsOf: text)
      return .text
    }
    // Written as a serial, so that the day that never was and elapsed times come out as they do in a workbook.
    let fraction = (seconds * 1_000_000_000 + 43_200) / 86_400
    let digits = String(fraction % 1_000_000_000)
    let zeros = String(repeating: "0", count: 9 - digits.utf8.count)
    let serial = "\(day + fraction / 1_000_000_000).\(zeros)\(digits)"
    let shown: NumberMeaning = day == 0 ? .time : meaning.isTime ? meaning : seconds > 0 ? .dateTime : .date
    return CellNumber(is1904: false).append(Array(serial.utf8).span, as: shown, to: &bytes)
  }

  /// The serial of a day in the 1900 system; 0 for the days that stand for none.
  private func day(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = numbers(text, separator: UInt8(ascii: "-"))
    guard parts.count == 3 else { return nil }
    if parts[0] == 1899, parts[1] == 12, parts[2] >= 30, parts[2] <= 31 { return 0 }
    if parts == [1900, 2, 29] { return 60 }
    guard let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else { return nil }
    let serial = date.daysSince1970 + 25_568
    return serial < 60 ? serial : serial + 1
  }

  /// Seconds since midnight, a fraction rounded.
  private func seconds(_ text: ArraySlice<UInt8>) -> Int? {
    let halves = text.split(separator: UInt8(ascii: "."))
    guard let whole = halves.first else { return nil }
    let parts = numbers(whole, separator: UInt8(ascii: ":"))
    guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    let isLater = halves.count == 2 && (halves[1].first ?? 0) >= UInt8(ascii: "5")
    return parts[0] * 3600 + parts[1] * 60 + parts[2] + (isLater ? 1 : 0)
  }

  private func numbers(_ text: ArraySlice<UInt8>, separator: UInt8) -> [Int] {
    text.split(separator: separator).compactMap { part in
      part.count <= 4 && part.allSatisfy { $0 &- 0x30 <= 9 } ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
  }
}
