import Metrics
import Workbook

extension Cell {
  /// A figure as the papers print it: a number in the sheet, `—` where there is none.
  static func printed(_ figure: Printed) -> Cell {
    guard let units = figure.units else { return .missing }
    return figure.isPercent
      ? .decimal(units, decimals: figure.decimals + 2).formatted(.percent(places: figure.decimals))
      : .decimal(units, decimals: figure.decimals).formatted(.decimal(places: figure.decimals))
  }

  /// A number that was printed elsewhere, as a number with the same digits; any other text stays text.
  ///
  /// `isChange` keeps the sign in front of a positive number.
  static func number(printed text: String, isChange: Bool = false) -> Cell {
    let digits = text.replacing("−", with: "-").replacing("+", with: "").replacing(",", with: "")
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard (1...2).contains(parts.count), decimals <= 9, !digits.hasSuffix("."),
      let units = Int64(parts.joined()), digits.allSatisfy({ $0.isASCII })
    else { return text.isEmpty ? .missing : .text(text) }
    return .decimal(units, decimals: decimals)
      .formatted(isChange ? .change(places: decimals) : .decimal(places: decimals))
  }
}
