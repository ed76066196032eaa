/// A page with the name of the sheet that it is laid out on.
package struct NamedPage: Sendable {
  /// The name on the sheet's tab.
  package var name: String
  package var page: Page

  package init(_ name: String, _ page: Page) {
    self.name = name
    self.page = page
  }
}

/// The first sheet of a large workbook, or the one behind its cover (目录): every sheet with its title, its rows and a link, and the figures that bear names.
enum Contents {
  /// The name of the sheet.
  static let sheetName = "目录"
  /// So many tabs are seen at a glance, and need no list.
  static let mostWithout = 6
  /// What leads back from every sheet, beside the page and not on paper.
  static let wayBack = "返回目录"

  /// The height in points of a row, low enough for one sheet of paper to hold what a large workbook has.
  private static let rowHeight = 18.0

  /// The page that lists `sheets` and the named cells.
  static func page(of sheets: [Sheet], named cells: [NamedCell], left: String, right: String) -> Page {
    var blocks: [Block] = [.table(table(of: sheets))]
    var notes = ["点击工作表名称可跳转；各表右上角的“\(wayBack)”回到本页。"]
    if sheets.contains(where: \.isHidden) { notes.append("隐藏的工作表在任一工作表标签上点右键、选“取消隐藏”即可查看。") }
    if !cells.isEmpty {
      blocks += [.heading("可在公式中直接引用的数字"), .table(table(of: cells))]
      notes.append("在任一单元格输入“=名称”即得该数，例如“=\(cells[0].name)”。")
    }
    return Page(
      title: sheetName, left: left, right: right, grid: .even(columns: 24, pixels: 28), isOnePage: true,
      blocks: blocks + [.notes(notes)])
  }

  /// A sheet as the list has it.
  struct Sheet {
    let name: String
    let title: String
    /// Rows of its tables without headers and totals; nil for a sheet without tables.
    let rows: Int?
    var isHidden = false
  }

  private static func table(of sheets: [Sheet]) -> Table {
    let columns: [Column] = [
      Column.rank("序号").spanning(2), .name("工作表").spanning(7).with { $0.wraps = true },
      .name("标题").spanning(12).with { $0.wraps = true }, .count("行数").spanning(3),
    ]
    let rows = sheets.enumerated().map { index, sheet in
      // A link leads nowhere while its sheet is hidden.
      let name = sheet.isHidden ? Cell.text(sheet.name) : link(sheet.name, to: sheet.name, Position(row: 0, column: 0))
      return Table.Row.cells([
        .integer(index + 1), name, .text(sheet.title), sheet.rows.map { .integer($0) } ?? .missing,
      ])
    }
    return Table(id: "sheets", columns: columns, rows: rows, rowHeight: rowHeight)
  }

  /// The names in two halves side by side, so that the contents of most workbooks are one page.
  private static func table(of cells: [NamedCell]) -> Table {
    let half: [Column] = [
      Column.name("名称").spanning(5).with { $0.wraps = true }, .count("数值").spanning(3),
      .name("所在工作表").spanning(4).with { $0.wraps = true },
    ]
    let entries = cells.map { cell -> [Cell] in
      [.text(cell.name), Cell(cell.value).formatted(cell.format), link(cell.sheet, to: cell.sheet, cell.position)]
    }
    let count = (entries.count + 1) / 2
    let rows = (0..<count).map { row in
      let second = row + count < entries.count ? entries[row + count] : half.map { _ in Cell.blank }
      return Table.Row.cells(entries[row] + second)
    }
    return Table(id: "names", columns: half + half, rows: rows, rowHeight: rowHeight)
  }

  private static func link(_ text: String, to sheet: String, _ position: Position) -> Cell {
    Cell(.link(text: text, sheet: sheet, position: position))
  }
}

extension Workbook {
  /// Adds sheets in their order, behind a table of contents where they are more than six or have figures that bear names.
  ///
  /// `right` stands under the title of the contents: the cut-off. Where the first page is a cover, whoever opens or prints the workbook
  /// sees it first, and the contents come behind it.
  package func add(_ pages: [NamedPage], left: String, right: String, hasCover: Bool = false) throws(WorkbookError) {
    guard pages.count > Contents.mostWithout || pages.contains(where: \.page.hasNamedCells) else {
      for named in pages { try add(named.page, named: named.name) }
      return
    }
    let cover = hasCover ? try addSheet(pages[0].name) : nil
    let contents = try addSheet(Contents.sheetName)
    hasContents = true
    for (index, named) in pages.enumerated() {
      let sheet = if index == 0, let cover { cover } else { try addSheet(named.name) }
      let width = lay(out: named.page, on: sheet)
      sheet.writeWayBack(column: width)
    }
    var listed = pages.map { Contents.Sheet(name: $0.name, title: $0.page.listedTitle, rows: $0.page.rowCount) }
    if !chartFigures.isEmpty {
      listed.append(
        Contents.Sheet(
          name: ChartFigures.sheetName, title: "作图数据（已隐藏，不打印）", rows: chartFigures.rowCount, isHidden: true))
    }
    _ = lay(out: Contents.page(of: listed, named: namedCells, left: left, right: right), on: contents)
  }
}

extension Sheet {
  /// Writes the link back to the contents beside a page, outside of what is printed.
  func writeWayBack(column: Int) {
    let style = Style().with {
      $0.size = 10.5
      $0.alignment = .centre
      $0.colour = .accent
      $0.isUnderlined = true
    }
    setWidth(80, columns: column...column)
    write(
      .link(text: Contents.wayBack, sheet: Contents.sheetName, position: Position(row: 0, column: 0)),
      at: Position(row: 0, column: column), style: style)
  }
}

extension Page {
  /// What the contents call the page: its title, or what stands in its masthead.
  fileprivate var listedTitle: String {
    if let title { return title }
    for case .masthead(let masthead) in blocks { return "\(masthead.name) \(masthead.issue)" }
    return ""
  }

  /// The rows of the page's tables without headers, bands and totals; nil without tables.
  fileprivate var rowCount: Int? {
    guard !tables.isEmpty else { return nil }
    return tables.reduce(0) { count, table in
      count + table.rows.count { if case .cells = $0 { true } else { false } }
    }
  }
}
