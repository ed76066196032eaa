/// A decimal as it is printed: `1,969.50` is 196950 units of two decimals.
struct PrintedNumber {
  let units: Int64
  let decimals: Int

  private static let minus: [UInt8] = Array("\u{2212}".utf8)

  /// nil for anything but digits, with a sign before, a point among them, and commas between thousands.
  init?(_ text: Span<UInt8>) {
    // So many digits are always an Int64.
    guard text.count <= 20 else { return nil }
    var (units, digits, point): (Int64, Int, Int?) = (0, 0, nil)
    let (isNegative, first) = Self.sign(of: text)
    for index in first..<max(first, text.count) {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 18:
        units = units * 10 + Int64(text[index] - UInt8(ascii: "0"))
        digits += 1
      case UInt8(ascii: ".") where point == nil && digits > 0: point = digits
      case UInt8(ascii: ",") where point == nil && digits > 0: continue
      default: return nil
      }
    }
    guard digits > 0, point != digits else { return nil }
    self.units = isNegative ? -units : units
    decimals = point.map { digits - $0 } ?? 0
  }

  /// Whether a number is below zero, and where its digits begin.
  private static func sign(of text: Span<UInt8>) -> (isNegative: Bool, first: Int) {
    guard !text.isEmpty else { return (false, 0) }
    switch text[0] {
    case UInt8(ascii: "-"): return (true, 1)
    case UInt8(ascii: "+"): return (false, 1)
    default:
      let isMinus = text.count >= minus.count && minus.indices.allSatisfy { text[$0] == minus[$0] }
      return isMinus ? (true, minus.count) : (false, 0)
    }
  }
}
