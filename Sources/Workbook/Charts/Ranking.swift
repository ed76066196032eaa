import CXLSXWriter

/// Ranked bars: one per category in the order of the table, the first on top, those below the reference pale.
///
/// The reference stands in the chart's title, `各市合格率（全省61.14%，淡色条低于全省）`, and the figures at the bars.
package struct Ranking: Sendable, Drawing {
  /// The figures.
  package var series: Series
  /// Which bars are below the reference, in the order of the categories.
  package var isPale: [Bool]
  /// How the figures at the bars are printed.
  package var format: NumberFormat

  /// Describes ranked bars.
  package init(series: Series, isPale: [Bool], format: NumberFormat = .percent(places: 2)) {
    self.series = series
    self.isPale = isPale
    self.format = format
  }

  var type: lxw_chart_type { LXW_CHART_BAR }

  func draw(with pen: ChartPen, on easel: Easel) {
    guard let bars = pen.addSeries(series.name, values: easel.place(series.values), categories: easel.categories)
    else { return }
    bars.fill(.accent)
    easel.check(bars.fillPoints(isPale: isPale), "bars")
    bars.label(format.codeWithoutSpace, size: 10, position: LXW_CHART_LABEL_POSITION_OUTSIDE_END)
    chart_set_series_gap(pen.chart, 45)
    pen.drawCategories(size: 10, isReversed: true)
    pen.hideValues(end: format.isPercent ? 1 : nil)
    pen.hideLegend()
  }
}
