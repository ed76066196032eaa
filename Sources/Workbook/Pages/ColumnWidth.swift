/// Widths of columns: measured in units of the default font, set in pixels.
package enum ColumnWidth {
  /// The narrowest and the widest a column becomes by measuring; what is longer continues on the next line.
  package static let limits = 6.0...52.0

  /// The pixels, at 96 to the inch, of a column of so many units.
  package static func pixels(units: Double) -> Int {
    Int((7 * units).rounded(.up)) + 5
  }

  /// The units that are kept free beside the text of a cell.
  static func padding(isIndented: Bool) -> Double { isIndented ? 3 : 2 }

  /// The units a column needs for its header lines and every printed value, padded and within the limits.
  package static func units(lines: [(text: String, size: Double)], isIndented: Bool) -> Double {
    let widest = lines.map { TextWidth.units($0.text, size: $0.size) }.max() ?? 0
    let padded = widest + padding(isIndented: isIndented)
    return min(max(padded, limits.lowerBound), limits.upperBound)
  }
}
