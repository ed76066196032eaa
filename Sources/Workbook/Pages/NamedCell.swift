/// A cell that formulas find by its name, as the table of contents lists it.
struct NamedCell {
  /// The name that the workbook knows, legal and unlike all others.
  let name: String
  let value: CellValue
  let format: NumberFormat
  let sheet: String
  let position: Position
}

extension Workbook {
  /// Gives a written cell a name that is made of its title: `合格率`, or `合格率_2` where that is taken.
  func define(_ title: String, _ value: CellValue, format: NumberFormat, sheet: String, position: Position) {
    let name = DefinedName.unique(title, &takenNames)
    define(name, sheet: sheet, position: position)
    namedCells.append(NamedCell(name: name, value: value, format: format, sheet: sheet, position: position))
  }
}

extension Page {
  /// Whether any figure of the page bears a name.
  var hasNamedCells: Bool {
    tables.contains { table in
      let rows = table.rows.flatMap { row -> [Cell] in if case .cells(let cells, _) = row { cells } else { [] } }
      return (rows + (table.total?.cells ?? [])).contains { $0.name != nil }
    }
  }
}
