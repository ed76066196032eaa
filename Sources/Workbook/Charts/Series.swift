/// One series of a chart.
package struct Series: Sendable {
  /// What the series shows.
  package var name: String
  /// Its figures.
  package var values: Chart.Values

  /// Names figures.
  package init(_ name: String, _ values: Chart.Values) {
    self.name = name
    self.values = values
  }
}
