/// The numbers behind charts that no table shows, gathered column by column for a last sheet of the workbook.
///
/// A chart in a workbook draws from cells, and a reader must be able to find every number it draws. The sheet is hidden, so that it is not
/// printed with the papers; a click shows it.
struct ChartFigures {
  /// The name of the sheet.
  static let sheetName = "图表数据"

  private struct Column: Equatable {
    let heading: String
    let values: [CellValue]
    let format: NumberFormat
  }

  private var columns: [Column] = []

  /// Whether every chart draws from a table.
  var isEmpty: Bool { columns.isEmpty }
  /// How many columns they fill.
  var columnCount: Int { columns.count }
  /// How many rows they fill below their headings.
  var rowCount: Int { columns.map(\.values.count).max() ?? 0 }

  /// Keeps a column and says where it will stand; charts that draw the same figures share one.
  mutating func add(_ heading: String, _ values: [CellValue], format: NumberFormat) -> ChartArea {
    let column = Column(heading: heading, values: values, format: format)
    let index = columns.firstIndex(of: column) ?? columns.count
    if index == columns.count { columns.append(column) }
    let area = Area(rows: 1...max(1, values.count), columns: index...index)
    return ChartArea(sheet: Self.sheetName, area: area)
  }

  /// Writes the columns under their headings.
  func write(on sheet: Sheet) {
    let head = Style().with {
      $0.font = .hei
      $0.fill = .headerFill
      $0.borders = .all(.cell)
      $0.alignment = .centre
    }
    for (index, column) in columns.enumerated() {
      let body = Style().with {
        $0.borders = .all(.cell)
        $0.format = column.format
        if column.format == .general {
          $0.alignment = .left
          $0.indent = 1
        }
      }
      sheet.write(.text(column.heading), at: Position(row: 0, column: index), style: head)
      for (row, value) in column.values.enumerated() {
        sheet.write(value, at: Position(row: row + 1, column: index), style: body)
      }
      sheet.setWidth(pixels(of: column), columns: index...index)
    }
    sheet.hideGridlines()
    sheet.freeze(above: Position(row: 1, column: 0))
    sheet.hide()
  }

  private func pixels(of column: Column) -> Int {
    let texts = [column.heading] + column.values.map { $0.printed(as: column.format) }
    let widest = texts.map { TextWidth.units($0, size: 11) }.max() ?? 0
    return ColumnWidth.pixels(units: widest + 3)
  }
}
