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
    guard let number = PrintedNumber(Array(text.utf8).span) else { return text.isEmpty ? .missing : .text(text) }
    return .decimal(number.units, decimals: number.decimals)
      .formatted(isChange ? .change(places: number.decimals) : .decimal(places: number.decimals))
  }
}
