extension Workbook {
  /// Adds a sheet and lays a page out on it.
  package func add(_ page: Page, named name: String) throws(WorkbookError) {
    let sheet = try addSheet(name)
    var layout = PageLayout(page: page, sheet: sheet)
    layout.writeTitle()
    for block in page.blocks {
      layout.write(block)
    }
    layout.drawCharts()
    layout.finish()
  }
}
