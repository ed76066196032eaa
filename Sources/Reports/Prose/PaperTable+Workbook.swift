import Metrics
package import Workbook

extension PaperTable {
  /// The table for a sheet; its figures are real numbers with formats.
  package func sheetTable(
    id: String = "table", isFiltered: Bool = false, adjust: (Int, Column) -> Column = { $1 }
  ) -> Table {
    Table(
      id: id, columns: columns.enumerated().map { adjust($0, $1.sheetColumn) },
      rows: rows.map { .cells($0.map(\.cell)) },
      total: total.map { Table.Total($0.label, span: $0.span, cells: $0.entries.map(\.cell)) },
      isFiltered: isFiltered)
  }
}

extension PaperColumn {
  /// The column of a sheet; the ranked one is bold with bars behind its rates.
  package var sheetColumn: Column {
    let unit = unitInHeading ? unit : ""
    switch kind {
    case .rank: return .rank(heading)
    case .name: return .name(heading)
    case .word: return .word(heading)
    case .sentence: return .sentence(heading)
    case .count: return .count(heading, unit: unit)
    case .share: return isRanked ? Column.rate(heading).ranked : .rate(heading)
    case .number: return isRanked ? Column.number(heading, unit: unit).bold : .number(heading, unit: unit)
    case .change: return .change(heading, unit: unit)
    case .climb: return .rankChange(heading)
    }
  }
}

extension Entry {
  /// The cell of a sheet.
  package var cell: Cell {
    switch self {
    case .text(let text): .text(text)
    case .rank(let rank): rank.map { .integer($0) } ?? .missing
    case .count(let count): .integer(count)
    case .figure(let printed): figureCell(printed)
    case .amount(let printed):
      printed.decimals == 0
        ? printed.units.map { .integer($0).formatted(.count) } ?? .missing
        : printed.units.map {
          Cell.decimal($0, decimals: printed.decimals).formatted(.amount(places: printed.decimals))
        }
          ?? .missing
    case .change(let change):
      change.map { .decimal($0.units, decimals: $0.decimals).formatted(.change(places: $0.decimals)) } ?? .missing
    case .climb(let places): places.map { .integer($0) } ?? .missing
    }
  }
  /// A share is stored as a number from 0 to 1, with the decimals that are printed.
  private func figureCell(_ printed: Printed) -> Cell {
    guard let units = printed.units else { return .missing }
    return printed.isPercent
      ? Cell.decimal(units, decimals: printed.decimals + 2).formatted(.percent(places: printed.decimals))
      : Cell.decimal(units, decimals: printed.decimals).formatted(.decimal(places: printed.decimals))
  }
}
