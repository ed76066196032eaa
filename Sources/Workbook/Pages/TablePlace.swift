/// Where a table has come to stand on its sheet.
struct TablePlace {
  /// The name of the sheet.
  let sheet: String
  /// The rows of the header.
  let header: ClosedRange<Int>
  /// The row after the header; the first row of values, if there are any.
  let firstRow: Int
  /// How many rows of values and bands follow.
  let rowCount: Int
  /// The grid columns of each column.
  let columns: [ClosedRange<Int>]

  /// The last row of values, or of the header when there are none; the total follows.
  var lastRow: Int { firstRow + rowCount - 1 }

  /// The values of a column.
  func column(_ index: Int) -> ChartArea {
    let column = columns[min(index, columns.count - 1)].lowerBound
    return ChartArea(
      sheet: sheet, area: Area(rows: firstRow...max(firstRow, firstRow + rowCount - 1), columns: column...column))
  }

  /// The values of a row from a column on; row -1 is the header.
  func row(_ index: Int, from column: Int) -> ChartArea {
    let first = columns[min(column, columns.count - 1)].lowerBound
    let last = columns[columns.count - 1].lowerBound
    return ChartArea(
      sheet: sheet, area: Area(rows: (firstRow + index)...(firstRow + index), columns: first...max(first, last)))
  }
}
