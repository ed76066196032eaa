extension JSON5 {
  /// What a word turns out to be when it is read as a number.
  enum NumberReading: Equatable {
    case number(ExactDecimal)
    /// A number by the grammar, but one that is not held exactly.
    case tooGreat
    case malformed
  }

  /// Reads a finite number by the grammar of JSON5: signs, hexadecimal integers, and points at either end are allowed.
  static func number(_ word: String) -> NumberReading {
    var rest = Substring(word)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    if rest.hasPrefix("0x") || rest.hasPrefix("0X") {
      return hexadecimal(rest.dropFirst(2), isNegative: isNegative)
    }
    let whole = takeDigits(from: &rest)
    let hasPoint = rest.first == "."
    if hasPoint { rest.removeFirst() }
    let fraction = hasPoint ? takeDigits(from: &rest) : ""
    guard !whole.isEmpty || !fraction.isEmpty, whole.count <= 1 || whole.first != "0",
      let power = takeExponent(from: &rest), rest.isEmpty
    else { return .malformed }
    // A number with more decimals than any exponent undoes is out of range, whatever its exponent says.
    let exponent = Int(power).map { $0.clamped(to: 1_000_000) - fraction.count } ?? 1_000_000
    let number = ExactDecimal(isNegative: isNegative, digits: whole + fraction, exponent: exponent)
    return number.map(NumberReading.number) ?? .tooGreat
  }

  private static func hexadecimal(_ digits: Substring, isNegative: Bool) -> NumberReading {
    guard !digits.isEmpty, digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit) else { return .malformed }
    let number = Int64((isNegative ? "-" : "") + digits, radix: 16)
    return number.map { .number(ExactDecimal($0)) } ?? .tooGreat
  }

  private static func takeDigits(from rest: inout Substring) -> String {
    let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }

  /// The power of ten behind `e`, "0" without one; `nil` if no digit follows it.
  private static func takeExponent(from rest: inout Substring) -> String? {
    guard rest.first == "e" || rest.first == "E" else { return "0" }
    rest.removeFirst()
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let digits = takeDigits(from: &rest)
    return digits.isEmpty ? nil : (isNegative ? "-" : "") + digits
  }
}

extension Int {
  fileprivate func clamped(to bound: Int) -> Int { Swift.min(Swift.max(self, -bound), bound) }
}
