/// Writes one table onto a sheet, from its header to its total.
struct TableWriter {
  let table: Table
  let sheet: Sheet
  let grid: PageGrid
  /// Where the table will stand.
  let place: TablePlace
  private let hasGroups: Bool

  init(table: Table, sheet: Sheet, grid: PageGrid, firstRow: Int) {
    self.table = table
    self.sheet = sheet
    self.grid = grid
    hasGroups = !table.headingGroups.isEmpty
    let headerRows = hasGroups ? 2 : 1
    place = TablePlace(
      sheet: sheet.name, header: firstRow...(firstRow + headerRows - 1), firstRow: firstRow + headerRows,
      rowCount: table.rows.count, columns: table.gridColumns)
  }

  /// Writes the table and returns the height of each of its rows in points.
  func write() -> [Double] {
    var heights = writeHeader()
    for (index, row) in table.rows.enumerated() {
      heights.append(write(row, at: place.firstRow + index))
    }
    joinEqualCells()
    if let total = table.total { heights.append(write(total, at: place.firstRow + table.rows.count)) }
    decorateColumns()
    return heights
  }

  private func writeHeader() -> [Double] {
    let last = place.header.upperBound
    for group in table.headingGroups {
      sheet.write(
        .text(group.text),
        across: Area(rows: place.header.lowerBound...place.header.lowerBound, columns: group.columns),
        style: .headerGroup)
    }
    for (column, area) in zip(table.columns, place.columns) {
      let rows = column.group == nil ? place.header : last...last
      sheet.write(.text(column.headingText), across: Area(rows: rows, columns: area), style: .header)
    }
    let height = headerHeight(zip(table.columns, place.columns).map { ($0.headingText, $1) })
    return hasGroups ? [headerHeight(table.headingGroups), height] : [height]
  }

  /// The height of a row of headings, which continue on the next line where their columns are narrow.
  private func headerHeight(_ headings: [(text: String, columns: ClosedRange<Int>)]) -> Double {
    let lines = headings.map { text, columns in
      Prose.lines(inCell: text, size: Table.headerSize, pixels: grid.width(of: columns), isIndented: false)
    }
    return Table.headerHeight(lines: lines.max() ?? 1)
  }

  private func write(_ row: Table.Row, at index: Int) -> Double {
    let usual = table.rowHeight ?? (table.rows.count > 40 ? 19 : 20)
    switch row {
    case .band(let text, let isLine):
      let columns = 0...(table.gridColumnCount - 1)
      sheet.write(.text(text), across: Area(rows: index...index, columns: columns), style: .band(isLine: isLine))
      return usual
    case .cells(let cells, let tone):
      var height = usual
      for (number, (column, area)) in zip(table.columns, place.columns).enumerated() {
        let cell = number < cells.count ? cells[number] : .blank
        let style = body(cell, in: column, columns: area, tone: tone)
        write(cell, across: Area(rows: index...index, columns: area), style: style)
        height = max(height, self.height(of: cell, style: style, columns: area))
      }
      return height
    }
  }

  /// The look of a value; text that the page has no room for continues on the next line.
  private func body(_ cell: Cell, in column: Column, columns: ClosedRange<Int>, tone: Table.Tone) -> Style {
    Style.body(cell, in: column, of: table, tone: tone).with {
      if grid.wrapped.contains(columns.lowerBound) { $0.wraps = true }
    }
  }

  private func write(_ total: Table.Total, at row: Int) -> Double {
    let span = min(max(0, total.span), place.columns.count)
    if span > 0 {
      let columns = 0...place.columns[span - 1].upperBound
      sheet.write(.text(total.label), across: Area(rows: row...row, columns: columns), style: .totalLabel)
    }
    for number in span..<place.columns.count {
      let cell = number - span < total.cells.count ? total.cells[number - span] : .blank
      let style = Style.total(cell, in: table.columns[number], of: table)
      write(cell, across: Area(rows: row...row, columns: place.columns[number]), style: style)
    }
    return 22
  }

  private func write(_ cell: Cell, across area: Area, style: Style) {
    sheet.write(cell.value, across: area, style: style)
    if let name = cell.name {
      sheet.workbook.define(name, cell.value, format: style.format, sheet: sheet.name, position: area.first)
    }
  }

  /// The height that the lines of a cell need, or 0 for a single line.
  private func height(of cell: Cell, style: Style, columns: ClosedRange<Int>) -> Double {
    guard style.wraps else { return 0 }
    let lines = Prose.lines(
      inCell: cell.value.printed(as: style.format), size: style.size * (style.isBold ? Table.boldness : 1),
      pixels: grid.width(of: columns), isIndented: style.indent > 0)
    return lines > 1 ? Prose.height(lines: lines, size: style.size, spacing: 1.45) : 0
  }

  /// Makes one cell of equal texts below one another, in the columns that ask for it.
  private func joinEqualCells() {
    for (number, column) in table.columns.enumerated() where column.joinsEqual {
      var start = 0
      while start < table.rows.count {
        var end = start
        while end + 1 < table.rows.count, let value = value(row: start, column: number),
          value == self.value(row: end + 1, column: number)
        {
          end += 1
        }
        if end > start, let value = value(row: start, column: number) {
          let rows = (place.firstRow + start)...(place.firstRow + end)
          let style = body(Cell(value), in: column, columns: place.columns[number], tone: .plain)
          sheet.write(value, across: Area(rows: rows, columns: place.columns[number]), style: style)
        }
        start = end + 1
      }
    }
  }

  private func value(row: Int, column: Int) -> CellValue? {
    guard case .cells(let cells, _) = table.rows[row], column < cells.count else { return nil }
    return cells[column].value
  }

  /// Adds bars, filter buttons and the rules of a form.
  private func decorateColumns() {
    guard !table.rows.isEmpty else { return }
    let rows = place.firstRow...(place.firstRow + table.rows.count - 1)
    for (column, area) in zip(table.columns, place.columns) {
      let cells = Area(rows: rows, columns: area)
      if column.hasBars { sheet.drawBars(in: cells) }
      guard let input = column.input else { continue }
      sheet.accept(input, in: cells, title: column.heading.replacing("\n", with: ""))
      if case .integer = input { sheet.markDuplicates(in: cells) }
    }
    if table.isFiltered {
      let columns = 0...(table.gridColumnCount - 1)
      sheet.filter(Area(rows: place.header.upperBound...rows.upperBound, columns: columns))
    }
  }
}
