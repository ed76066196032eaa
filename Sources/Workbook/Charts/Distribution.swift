import CXLSXWriter

/// Columns of equal bins, nearly touching, those below the pass line pale.
package struct Distribution: Sendable, Drawing {
  /// How many fall into each bin.
  package var series: Series
  /// Which bins lie below the pass line.
  package var isPale: [Bool]
  /// What the bins measure, with its unit.
  package var axisTitle: String

  /// Describes columns of counts.
  package init(series: Series, isPale: [Bool], axisTitle: String) {
    self.series = series
    self.isPale = isPale
    self.axisTitle = axisTitle
  }

  var type: lxw_chart_type { LXW_CHART_COLUMN }

  func draw(with pen: ChartPen, on easel: Easel) {
    guard let columns = pen.addSeries(series.name, values: easel.place(series.values), categories: easel.categories)
    else { return }
    columns.fill(.accent)
    easel.check(columns.fillPoints(isPale: isPale), "columns")
    columns.label(NumberFormat.count.codeWithoutSpace, size: 9.5, position: LXW_CHART_LABEL_POSITION_OUTSIDE_END)
    chart_set_series_gap(pen.chart, 12)
    pen.drawCategories(size: 9, isReversed: false)
    pen.nameCategories(axisTitle)
    pen.hideValues(end: nil)
    pen.hideLegend()
  }
}
