/// The cells of a sheet that a chart draws from.
package struct ChartArea: Hashable, Sendable {
  /// The name of the sheet.
  package let sheet: String
  /// The cells, one row or one column.
  package let area: Area

  /// Names the cells.
  package init(sheet: String, area: Area) {
    self.sheet = sheet
    self.area = area
  }
}
