package import Exports
package import Programme

extension Source {
  /// The columns that the headers of its sheets are searched for.
  package var wantedColumns: [WantedColumn] {
    columns.map { WantedColumn(id: $0.id.text, headers: $0.headers, isRequired: isNeeded($0)) }
  }

  /// Whether no row of the source means anything without the column.
  package func isNeeded(_ column: Column) -> Bool {
    let needed =
      switch kind {
      // A number of units, or hours of a person, need not be about anything further.
      case .unitFact: ["unit"]
      case .credit: ["person", "value"]
      // Who answered is told by some surveys only, and left blank by whoever likes.
      case .survey: ["response"]
      default: ["person", "item", "response"]
      }
    return column.required || needed.contains(column.id.text)
  }
}

extension Export {
  /// The first rows of a sheet, among which its header is searched; a row's place is its number.
  package func firstRows(ofSheet sheet: Int) throws(ExportError) -> [[String]] {
    var reader = try rows(sheet: sheet)
    var row = Row()
    var rows: [[String]] = []
    while rows.count < headerSearchDepth, try reader.next(&row) {
      // Sheets may leave out blank rows; they are filled in so that positions are row numbers.
      while rows.count < row.number - 1, rows.count < headerSearchDepth - 1 { rows.append([]) }
      rows.append((0..<row.count).map(row.text))
    }
    return rows
  }
}
