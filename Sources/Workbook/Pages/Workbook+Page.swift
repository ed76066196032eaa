extension Workbook {
  /// Adds a sheet and lays a page out on it.
  package func add(_ page: Page, named name: String) throws(WorkbookError) {
    lay(out: page, on: try addSheet(name))
  }

  /// Lays a page out on a sheet and returns how many columns it takes.
  @discardableResult
  func lay(out page: Page, on sheet: Sheet) -> Int {
    var layout = PageLayout(page: page, sheet: sheet)
    layout.writeTitle()
    layout.writeBlocks()
    layout.drawCharts()
    layout.finish()
    return layout.grid.widths.count
  }
}
