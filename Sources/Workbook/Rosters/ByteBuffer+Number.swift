extension ByteBuffer {
  /// Appends a whole number in decimal.
  mutating func append(number value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digits: value.magnitude, atLeast: 1)
  }

  /// Appends `units ÷ 10^decimals` with all its digits, trailing zeros included: 9000 with 2 is `90.00`.
  mutating func append(units: Int64, decimals: Int) {
    guard decimals > 0 else { return append(number: units) }
    if units < 0 { append(UInt8(ascii: "-")) }
    append(digits: units.magnitude, atLeast: decimals + 1, point: decimals)
  }

  /// Appends digits, filled up with zeros on the left, with a point before the last `point` of them.
  private mutating func append(digits value: UInt64, atLeast least: Int, point: Int = 0) {
    var rest = value
    var digits = InlineArray<40, UInt8>(repeating: 0)
    var length = 0
    while rest > 0 || length < least {
      if length == point, point > 0 {
        digits[39 - length] = UInt8(ascii: ".")
      }
      let offset = point > 0 && length >= point ? 1 : 0
      digits[39 - length - offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      length += 1
    }
    let start = 40 - length - (point > 0 ? 1 : 0)
    for index in start..<40 { append(digits[index]) }
  }
}
