/// A number taken apart: sign, digits, where the point stands, and what follows the number.
struct DecimalText {
  private(set) var isNegative = false
  /// Digits without leading zeros.
  private(set) var digits: [UInt8] = []
  /// How many of the digits stand behind the point; negative for trailing zeros left out by an exponent.
  private(set) var places = 0
  /// Whether the digits were separated into thousands.
  private(set) var isGrouped = false
  /// What follows the number.
  private(set) var suffix: [Unicode.Scalar] = []
  /// Whether there is a number at all.
  private(set) var isNumber = false

  init(_ text: FoldedText) {
    self.init(text.scalars[...])
  }

  init(_ text: ArraySlice<Unicode.Scalar>) {
    var rest = text
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest.removeFirst()
    }
    rest = rest.drop { $0 == " " }
    readWhole(&rest)
    if rest.first == ".", let next = rest.dropFirst().first, next.digit != nil {
      rest.removeFirst()
      while let digit = rest.first?.digit {
        digits.append(UInt8(digit))
        places += 1
        rest.removeFirst()
      }
      isNumber = true
    }
    readExponent(&rest)
    digits = Array(digits.drop { $0 == 0 })
    suffix = Array(rest.drop { $0.properties.isWhitespace })
  }

  /// The number without what follows it.
  static func bare(_ number: DecimalText) -> DecimalText {
    var bare = number
    bare.suffix = []
    return bare
  }

  private mutating func readWhole(_ rest: inout ArraySlice<Unicode.Scalar>) {
    var group = 0
    while let next = rest.first {
      if let digit = next.digit {
        digits.append(UInt8(digit))
        group += 1
        isNumber = true
        rest.removeFirst()
      } else if next == ",", isNumber, isGrouped ? group == 3 : group <= 3, isThousand(rest.dropFirst()) {
        isGrouped = true
        group = 0
        rest.removeFirst()
      } else {
        return
      }
    }
  }

  /// Whether exactly three digits follow.
  private func isThousand(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let count = rest.prefix(4).prefix { $0.digit != nil }.count
    return count == 3
  }

  private mutating func readExponent(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard isNumber, let mark = rest.first, mark == "e" || mark == "E" else { return }
    var tail = rest.dropFirst()
    var sign = 1
    if let first = tail.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      tail.removeFirst()
    }
    let exponent = tail.prefix { $0.digit != nil }
    guard !exponent.isEmpty, exponent.count <= 3 else { return }
    places -= sign * exponent.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    rest = tail.dropFirst(exponent.count)
  }

  /// The number as an integer count of `10^-decimals`, rounded half-up on the magnitude.
  func scaled(
    _ decimals: Int, flags: ValueFlags, expected: ValueFault.Expectation, fault: ValueFault.Code
  ) -> Parsed<Int64> {
    guard isNumber, isKnownSuffix(suffix) else { return .fault(ValueFault(fault, expected: expected)) }
    var flags = flags
    if !suffix.isEmpty { flags.insert(.suffix) }
    if isGrouped { flags.insert(.grouped) }
    guard let (value, lost) = magnitude(decimals) else { return .fault(ValueFault(.outOfRange, expected: expected)) }
    flags.formUnion(lost)
    return .value(isNegative ? -value : value, flags)
  }

  /// The magnitude in units of `10^-decimals` with what rounding lost; nil beyond 64 bits.
  private func magnitude(_ decimals: Int) -> (Int64, ValueFlags)? {
    guard !digits.isEmpty else { return (0, []) }
    let shift = decimals - places
    guard shift < 19, shift > -400 else { return nil }
    let kept = shift >= 0 ? digits[...] : digits.dropLast(-shift)
    var value: Int64 = 0
    for digit in kept + Array(repeating: 0, count: max(0, shift)) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(digit))
      if overflow || overflowed { return nil }
      value = sum
    }
    guard shift < 0 else { return (value, []) }
    let leadingZeros = max(0, -shift - digits.count)
    let lost = Array(repeating: UInt8(0), count: leadingZeros) + digits.suffix(-shift)
    guard lost.contains(where: { $0 != 0 }) else { return (value, []) }
    let (rounded, overflow) = value.addingReportingOverflow(lost[0] >= 5 ? 1 : 0)
    return overflow ? nil : (rounded, Self.isFloatTail(lost) ? .floatTail : .rounded)
  }

  /// Whether the digits lost are what binary fractions leave: eight nines or zeros in a row.
  private static func isFloatTail(_ lost: [UInt8]) -> Bool {
    lost.count >= 8 && (lost.prefix(8).allSatisfy { $0 == 9 } || lost.prefix(8).allSatisfy { $0 == 0 })
  }
}

/// Whether what follows a number is a unit or a remark in brackets that may be taken off.
func isKnownSuffix(_ suffix: [Unicode.Scalar]) -> Bool {
  guard !suffix.isEmpty else { return true }
  let visible = suffix.filter { !$0.properties.isWhitespace }
  let unit = visible.prefix { $0 != "(" && $0 != "[" && $0 != "【" }
  let remark = visible.dropFirst(unit.count)
  if let last = remark.last, last != ")", last != "]", last != "】" { return false }
  var view = String.UnicodeScalarView()
  view.append(contentsOf: unit)
  return unit.isEmpty || knownUnits.contains(String(view))
}

private let knownUnits: Set<String> = [
  "次", "分", "秒", "个", "篇", "条", "人", "帖", "贴", "门", "节", "份", "名", "元", "字", "天", "课", "课时", "学时", "学分",
  "分钟", "小时", "人次", "人天", "期", "场", "项", "件", "所", "万元",
]
