/// A page on its way onto a sheet: where the next block goes, where tables stand, which charts wait for them.
struct PageLayout {
  let page: Page
  let sheet: Sheet
  let grid: PageGrid
  /// The next free row.
  var row = 0
  /// The heights in points of the rows written so far.
  private var heights: [Double] = []
  private var places: [String: TablePlace] = [:]
  private var charts: [(chart: Chart, rows: ClosedRange<Int>)] = []
  /// The rows of charts, and of tables that are not alone, each from the heading above it to the notes below it.
  private var kept: [ClosedRange<Int>] = []
  /// The row of the heading right above the next block.
  private var headingRow: Int?
  private var mainTable: TablePlace?
  private var tables: [TablePlace] = []

  init(page: Page, sheet: Sheet) {
    self.page = page
    self.sheet = sheet
    grid = PageGrid(page)
    for (column, pixels) in grid.widths.enumerated() {
      sheet.setWidth(pixels, columns: column...column)
    }
  }

  /// All columns of the page.
  var columns: ClosedRange<Int> { 0...(grid.widths.count - 1) }

  /// The row below the title.
  private var titleEnd: Int { (page.title == nil ? 0 : 1) + (page.left.isEmpty && page.right.isEmpty ? 0 : 1) }

  /// Writes the blocks of the page one below another.
  mutating func writeBlocks() {
    for (index, block) in page.blocks.enumerated() {
      if index > 0 { makeRoom(for: page.blocks[index...]) }
      write(block)
    }
  }

  /// Leaves the rest of a sheet of paper empty where a heading would stand alone at its foot, or a table with hardly a row.
  ///
  /// Pages at a fixed scale have breaks for that, which programs ignore on pages that are fitted by width.
  private mutating func makeRoom(for blocks: ArraySlice<Block>) {
    let heights = blocks.map { $0.leastHeight(for: grid.orientation) }.reduce(0, +)
    let flow = Pagination(
      heights: self.heights, charts: [], header: nil, lastHeaderRow: nil, width: grid.width,
      orientation: grid.orientation)
    guard !page.hasChart, let room = flow.roomAtFoot, let needed = blocks.first?.beginning(before: blocks.dropFirst()),
      needed > room, !fitsOnePage, heights > room + grid.orientation.paperHeight / 4
    else { return }
    // Rows so low that no program shows much of them on the next sheet of paper.
    let empty = room + Self.shrinking * grid.orientation.paperHeight
    for filled in stride(from: 0, to: empty, by: Self.lowRow) { advance(min(Self.lowRow, empty - filled)) }
  }

  /// How much more of a sheet of paper LibreOffice fills, whose columns are as much wider than those of Excel, so that it makes all smaller.
  private static let shrinking = 0.09

  /// Whether the page is to be one sheet of paper and will probably be that.
  private var fitsOnePage: Bool {
    page.isOnePage == true
      && page.blocks.map { $0.leastHeight(for: grid.orientation) }.reduce(60, +) <= grid.orientation.paperHeight / 0.85
  }

  /// Writes one block below the others.
  private mutating func write(_ block: Block) {
    let start = headingRow ?? row
    switch block {
    case .masthead(let masthead): write(masthead)
    case .subtitle(let text): writeLine(text, style: .subtitle, height: 30)
    case .heading(let text): writeHeading(text)
    case .prose(let text): writeParagraph("　　" + text, style: .prose, spacing: 1.55)
    case .lead(let text): writeParagraph(text, style: .lead, spacing: 1.55)
    case .key(let runs): writeLine(.rich(runs), style: .key, height: 22)
    case .figures(let figures): write(figures)
    case .table(let table): write(table)
    case .chart(let chart): reserve(chart)
    case .notes(let notes): write(notes)
    case .signatures(let lines): write(signatures: lines)
    case .space(let points): advance(points)
    }
    keepTogether(block, from: start)
  }

  /// Remembers what must not be cut by the edge of the paper.
  private mutating func keepTogether(_ block: Block, from first: Int) {
    // Nobody wants a title alone on a sheet of paper.
    let start = first <= titleEnd ? 0 : first
    switch block {
    case .heading, .lead, .key, .subtitle: headingRow = first
    case .chart: (kept, headingRow) = (kept + [start...(row - 1)], nil)
    case .table where page.tables.count > 1: (kept, headingRow) = (kept + [start...(row - 1)], nil)
    case .notes, .signatures, .space: extendKept(from: first)
    default: headingRow = nil
    }
  }

  /// What belongs to the table or the chart above it goes with it: its notes, and the line to sign on.
  private mutating func extendKept(from start: Int) {
    headingRow = nil
    guard let last = kept.last, last.upperBound == start - 1, row > start else { return }
    kept[kept.count - 1] = last.lowerBound...(row - 1)
  }

  /// Draws the charts, now that every table has its place.
  func drawCharts() {
    for (chart, rows) in charts {
      sheet.draw(
        chart, at: Position(row: rows.lowerBound, column: 0), width: grid.width - 4, height: chart.height, place: place)
    }
  }

  /// Prepares reading on screen and on paper.
  func finish() {
    let area = Area(rows: 0...max(0, row - 1), columns: columns)
    sheet.hideGridlines()
    sheet.allowNumbersAsText(in: area)
    if page.isForm { sheet.protect() }
    let header = page.tables.count == 1 ? mainTable : nil
    if let header {
      sheet.freeze(above: Position(row: header.firstRow, column: frozenGridColumns(of: header)))
    }
    let repeated = header ?? longList
    let sheets = Pagination(
      heights: heights, charts: charts.map(\.rows), kept: kept, header: repeated?.header,
      lastHeaderRow: repeated?.lastRow, width: grid.width, orientation: grid.orientation)
    let isOnePage = sheets.isLegibleOnOnePage && (page.isOnePage ?? !charts.isEmpty)
    sheet.set(
      PrintSetup(
        orientation: grid.orientation, area: area, repeatedRows: isOnePage ? header?.header : sheets.repeatedRows,
        fit: isOnePage ? .onePage : sheets.fit))
  }

  /// The one of several tables that goes on over more sheets of paper and takes its header with it: the last one, whose header stands over
  /// no other, or one that most rows of the page belong to, so that the header seldom does.
  private var longList: TablePlace? {
    guard heights.reduce(0, +) > grid.orientation.paperHeight else { return nil }
    let longest = tables.max { $0.rowCount < $1.rowCount }
    return longest.flatMap { $0.rowCount > 30 && $0.rowCount * 4 >= row * 3 ? $0 : nil } ?? tables.last
  }

  /// The height in points of a row without text. It is not 15, which the library takes for the default and does not write, so that every
  /// program would put in what its own default font makes of it.
  private static let lowRow = 14.25

  /// Takes a row of the given height and moves on to the next.
  @discardableResult
  mutating func advance(_ points: Double) -> Int {
    sheet.setHeight(points, row: row)
    heights.append(points)
    defer { row += 1 }
    return row
  }

  private mutating func write(_ table: Table) {
    let writer = TableWriter(table: table, sheet: sheet, grid: grid, firstRow: row)
    let heights = writer.write()
    heights.forEach { advance($0) }
    places[table.id] = writer.place
    if mainTable == nil { mainTable = writer.place }
    tables.append(writer.place)
  }

  private mutating func reserve(_ chart: Chart) {
    advance(8)
    // Such rows are 19 pixels high.
    let count = max(1, (chart.height + 4 + 18) / 19)
    charts.append((chart, row...(row + count - 1)))
    for _ in 0..<count { advance(Self.lowRow) }
  }

  private func place(_ values: Chart.Values) -> ChartArea {
    switch values {
    case .listed(let figures, let heading, let format):
      return sheet.workbook.chartFigures.add(heading, figures, format: format)
    case .column(let column, let table):
      return placed(table)?.column(column) ?? nowhere
    case .row(let row, let table, let column):
      return placed(table)?.row(row, from: column) ?? nowhere
    }
  }

  private func placed(_ table: String) -> TablePlace? {
    if places[table] == nil { sheet.refuse("chart", "there is no table \"\(table)\" on the page") }
    return places[table]
  }

  private var nowhere: ChartArea {
    ChartArea(sheet: sheet.name, area: Area(rows: 0...0, columns: 0...0))
  }

  private func frozenGridColumns(of table: TablePlace) -> Int {
    page.frozenColumns == 0 ? 0 : table.columns[min(page.frozenColumns, table.columns.count) - 1].upperBound + 1
  }
}
