/// What a cell holds, before anything is turned into the binary number that an XLSX file stores.
///
/// Numbers arrive exact; `storedNumber` is the one place where a figure of the papers becomes a `Double`.
package enum CellValue: Hashable, Sendable {
  /// Nothing, though the cell keeps its rules and fill.
  case blank
  /// Text, always stored as text: `=1+1` is four characters, not a formula, and an address is no link.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// The number `units ÷ 10^decimals`: 90.05 is `.decimal(units: 9005, decimals: 2)`.
  case decimal(units: Int64, decimals: Int)
  /// Text in runs of different looks.
  case rich([Run])
  /// Text that leads to a cell of another sheet in the same workbook.
  case link(text: String, sheet: String, position: Position)

  /// A piece of rich text.
  package struct Run: Hashable, Sendable {
    /// The words.
    package let text: String
    /// Their font, size, weight and colour; the rest of the style is the cell's.
    package let style: Style

    /// Makes a piece of rich text.
    package init(_ text: String, style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// What stands where a figure has no value: a rate of nobody, a rank of the unranked.
  package static let missing = CellValue.text("—")

  /// The rate `numerator ÷ denominator` as a number from 0 to 1, rounded half up to `places` digits of per cent.
  ///
  /// The figure stored is the figure printed, so that sorting and adding in the sheet agree with the paper. 0 % and
  /// 100 % are kept for literally none and all; a denominator of zero gives `missing`.
  package static func rate(_ numerator: Int64, of denominator: Int64, places: Int = 2) -> CellValue {
    guard denominator > 0 else { return .missing }
    let whole = powerOfTen(places + 2)
    let scaled = Int128(numerator) * whole
    let half = Int128(denominator) / 2
    let rounded = (scaled + (scaled < 0 ? -half : half)) / Int128(denominator)
    let printed = keptApart(rounded, whole: whole, isNone: numerator == 0, isAll: numerator == denominator)
    guard let units = Int64(exactly: printed) else { return .missing }
    return .decimal(units: units, decimals: places + 2)
  }

  /// The binary number nearest to the exact one, or nil when the cell holds no number.
  var storedNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let units, let decimals): Double(units) / Double(powerOfTen(decimals))
    case .blank, .text, .rich, .link: nil
    }
  }
}

/// A rounded rate moved off 0 % and 100 % when it is not literally none or all.
private func keptApart(_ rate: Int128, whole: Int128, isNone: Bool, isAll: Bool) -> Int128 {
  if rate == 0, !isNone { return 1 }
  if rate == whole, !isAll { return whole - 1 }
  return rate
}

/// Ten to the power of `exponent`, for scales between 0 and 18.
func powerOfTen(_ exponent: Int) -> Int128 {
  (0..<max(0, min(18, exponent))).reduce(Int128(1)) { power, _ in power * 10 }
}
