/// How a number is printed, as a format code for the file and as text for measuring widths.
///
/// Trailing zeros stay. The codes that stand right end in `_ `, a space as wide as one, because right indents are drawn
/// unevenly by LibreOffice.
package enum NumberFormat: Hashable, Sendable {
  /// Whatever the program thinks fit; for cells without numbers.
  case general
  /// Text kept as typed: identifiers, telephone numbers, raw cells.
  case text
  /// Text in a column of numbers, as far from the rule as they are.
  case textAmongNumbers
  /// A plain whole number: ranks and serial numbers.
  case integer
  /// A count with its thousands apart.
  case count
  /// A number with a fixed number of digits behind the point.
  case decimal(places: Int)
  /// The same with its thousands apart.
  case amount(places: Int)
  /// A number from 0 to 1 printed in per cent.
  case percent(places: Int)
  /// A difference with its sign, the minus being U+2212.
  case change(places: Int)
  /// A difference of ranks: up is positive.
  case rankChange

  /// The code written into the file.
  package var code: String {
    switch self {
    case .general: "General"
    case .text: "@"
    case .textAmongNumbers: "@_ "
    case .integer: "0"
    case .count: "#,##0_ "
    case .decimal(let places): digits(places) + "_ "
    case .amount(let places): "#,##" + digits(places) + "_ "
    case .percent(let places): digits(places) + "%_ "
    case .change(let places): "\"+\"\(digits(places))_ ;\"−\"\(digits(places))_ ;\(digits(places))_ "
    case .rankChange: "\"↑\"0;\"↓\"0;\"—\""
    }
  }

  /// The code without the space at its end, for the labels of charts and for numbers in the middle of a cell.
  package var codeWithoutSpace: String {
    code.replacing("_ ", with: "")
  }

  /// The digits as they stand on paper for `units ÷ 10^decimals`.
  package func printed(units: Int64, decimals: Int) -> String {
    let number = (units: units, decimals: decimals)
    switch self {
    case .general, .text, .textAmongNumbers: return plain(rounded(number, places: decimals), places: decimals)
    case .integer: return plain(rounded(number, places: 0), places: 0)
    case .count: return grouped(rounded(number, places: 0))
    case .decimal(let places): return plain(rounded(number, places: places), places: places)
    case .amount(let places): return groupedText(rounded(number, places: places), places: places)
    case .percent(let places):
      return plain(rounded((units: units, decimals: decimals - 2), places: places), places: places) + "%"
    case .change(let places):
      let value = rounded(number, places: places)
      let sign = units > 0 ? "+" : units < 0 ? "−" : ""
      return sign + plain(value.magnitude, places: places)
    case .rankChange:
      let value = rounded(number, places: 0)
      return value == 0 ? "—" : (value > 0 ? "↑" : "↓") + plain(value.magnitude, places: 0)
    }
  }

  /// Whether the number is a rate from 0 to 1.
  var isPercent: Bool {
    if case .percent = self { true } else { false }
  }

  private func digits(_ places: Int) -> String {
    places == 0 ? "0" : "0." + String(repeating: "0", count: places)
  }
}

/// `number` in units of `10^-places`, rounded half away from zero as Excel prints it.
private func rounded(_ number: (units: Int64, decimals: Int), places: Int) -> Int128 {
  let units = Int128(number.units)
  let surplus = number.decimals - places
  guard surplus > 0 else { return units * powerOfTen(-surplus) }
  let divisor = powerOfTen(surplus)
  let half = divisor / 2
  return (units + (units < 0 ? -half : half)) / divisor
}

private func plain(_ units: some BinaryInteger, places: Int) -> String {
  let value = Int128(units)
  let divisor = powerOfTen(places)
  let sign = value < 0 ? "-" : ""
  let magnitude = value < 0 ? -value : value
  guard places > 0 else { return sign + String(magnitude) }
  let fraction = String(magnitude % divisor)
  return sign + String(magnitude / divisor) + "." + String(repeating: "0", count: places - fraction.count) + fraction
}

private func groupedText(_ value: Int128, places: Int) -> String {
  let text = plain(value, places: places).split(separator: ".", maxSplits: 1)
  return ([grouped(value / powerOfTen(places))] + text.dropFirst().map(String.init)).joined(separator: ".")
}

private func grouped(_ value: Int128) -> String {
  let digits = Array(String(value < 0 ? -value : value))
  let text = digits.enumerated().map { index, digit in
    index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
  }
  return (value < 0 ? "-" : "") + text.joined()
}
