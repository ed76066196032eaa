/// Writes the number of a cell as text: what its format makes of it, in exact digits.
struct CellNumber {
  let is1904: Bool

  /// Appends the text to `output` and answers the kind of cell it makes.
  ///
  /// The digits are the shortest that name the stored binary number. A number beyond 15 digits in scientific notation
  /// keeps it, since its last digits are lost; whole numbers written out in full are left as they are.
  func append(_ stored: Span<UInt8>, as meaning: NumberMeaning, to output: inout [UInt8]) -> CellKind {
    if meaning == .number, isShort(stored) {
      output.append(stored)
      return .number
    }
    if meaning.isTime, let serial = SerialDay(plain: stored, is1904: is1904) {
      return appendTime(serial, as: meaning, to: &output)
    }
    let number = shortest(stored)
    guard number.isNumber, number.suffix.isEmpty else {
      output.append(stored)
      return .text
    }
    if meaning.isTime, let serial = SerialDay(number, is1904: is1904) {
      return appendTime(serial, as: meaning, to: &output)
    }
    if meaning == .percent {
      output.append(contentsOf: number.plainText(movedBy: 2))
      output.append(UInt8(ascii: "%"))
      return .number
    }
    output.append(contentsOf: isHuge(number, stored) ? [UInt8](stored) : number.plainText(movedBy: 0))
    return .number
  }

  /// Whether the stored text is an optional minus and at most 15 digits with at most one point inside.
  private func isShort(_ stored: Span<UInt8>) -> Bool {
    var digits = 0
    var points = 0
    for index in stored.indices {
      let byte = stored[index]
      if byte &- 0x30 <= 9 {
        digits += 1
      } else if byte == UInt8(ascii: "."), index > 0, index + 1 < stored.count {
        points += 1
      } else if byte != UInt8(ascii: "-") || index > 0 {
        return false
      }
    }
    return digits > 0 && points <= 1 && (digits <= 15 || points == 0)
  }

  private func shortest(_ stored: Span<UInt8>) -> DecimalText {
    let text = String(decoding: [UInt8](stored), as: UTF8.self)
    let number = DecimalText(Array(text.unicodeScalars)[...])
    guard number.digits.count > 15, number.suffix.isEmpty, let value = Double(text), value.isFinite else {
      return number
    }
    return DecimalText(Array("\(value)".unicodeScalars)[...])
  }

  private func isHuge(_ number: DecimalText, _ stored: Span<UInt8>) -> Bool {
    let isScientific = [UInt8](stored).contains { $0 | 0x20 == UInt8(ascii: "e") }
    return isScientific && (number.digits.count - number.places > 15 || number.places > 30)
  }

  private func appendTime(_ serial: SerialDay, as meaning: NumberMeaning, to output: inout [UInt8]) -> CellKind {
    if meaning == .time {
      appendClock(serial.elapsed, to: &output)
      return .time
    }
    appendDay(serial, to: &output)
    if meaning == .dateTime || serial.seconds > 0 {
      output.append(0x20)
      appendClock(serial.seconds, to: &output)
    }
    return .date
  }

  /// The day that never was is written as the spreadsheet shows it, and is found impossible when it is read.
  private func appendDay(_ serial: SerialDay, to output: inout [UInt8]) {
    guard let date = serial.date else {
      output.append(contentsOf: (serial.days == 60 ? "1900-02-29" : "1900-01-00").utf8)
      return
    }
    appendPadded(date.year / 100, to: &output)
    appendPadded(date.year % 100, to: &output)
    output.append(UInt8(ascii: "-"))
    appendPadded(date.month, to: &output)
    output.append(UInt8(ascii: "-"))
    appendPadded(date.day, to: &output)
  }

  private func appendClock(_ seconds: Int, to output: inout [UInt8]) {
    if seconds >= 360_000 {
      output.append(contentsOf: String(seconds / 3600).utf8)
    } else {
      appendPadded(seconds / 3600, to: &output)
    }
    output.append(UInt8(ascii: ":"))
    appendPadded(seconds / 60 % 60, to: &output)
    output.append(UInt8(ascii: ":"))
    appendPadded(seconds % 60, to: &output)
  }

  private func appendPadded(_ number: Int, to output: inout [UInt8]) {
    output.append(0x30 + UInt8(number / 10))
    output.append(0x30 + UInt8(number % 10))
  }
}

extension DecimalText {
  /// The number in plain digits, its point moved to the right by some places.
  func plainText(movedBy moved: Int) -> [UInt8] {
    var places = places - moved
    var digits = digits.map { $0 + 0x30 }
    while places > 0, digits.last == 0x30 {
      digits.removeLast()
      places -= 1
    }
    if digits.isEmpty { return [0x30] }
    if places < 0 { digits += Array(repeating: 0x30, count: min(-places, 400)) }
    if places > 0 {
      if digits.count <= places { digits = Array(repeating: 0x30, count: places - digits.count + 1) + digits }
      digits.insert(UInt8(ascii: "."), at: digits.count - places)
    }
    return isNegative ? [UInt8(ascii: "-")] + digits : digits
  }
}
