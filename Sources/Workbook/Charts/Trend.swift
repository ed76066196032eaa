import CXLSXWriter

/// Lines over time: the headline strong and solid, the others thin and dashed with markers of their own.
///
/// Only the last point of the headline is labelled: those of lines close together would lie one upon the other, and all figures stand
/// in a table.
package struct Trend: Sendable, Drawing {
  /// The lines besides the headline, at most two, the upper one first.
  package var others: [Series]
  /// The line that the paper is about.
  package var headline: Series
  /// How many points a line has.
  package var points: Int

  /// Describes lines of rates.
  package init(headline: Series, others: [Series], points: Int) {
    self.headline = headline
    self.others = others
    self.points = points
  }

  var type: lxw_chart_type { LXW_CHART_LINE }

  func draw(with pen: ChartPen, on easel: Easel) {
    for (index, series) in others.enumerated() {
      let isFirst = index == 0
      guard let line = pen.addSeries(series.name, values: easel.place(series.values), categories: easel.categories)
      else { return }
      line.line(
        .secondInk, width: 1.5, dash: isFirst ? LXW_CHART_LINE_DASH_LONG_DASH : LXW_CHART_LINE_DASH_ROUND_DOT,
        marker: isFirst ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_TRIANGLE, markerFill: .paper)
    }
    guard
      let line = pen.addSeries(headline.name, values: easel.place(headline.values), categories: easel.categories)
    else { return }
    line.line(
      .accent, width: 2.5, dash: LXW_CHART_LINE_DASH_SOLID, marker: LXW_CHART_MARKER_CIRCLE, markerFill: .accent)
    easel.check(
      line.labelLast(
        of: points, NumberFormat.percent(places: 2).codeWithoutSpace, position: LXW_CHART_LABEL_POSITION_BELOW,
        isBold: true), "labels of a line")
    pen.drawCategories(size: 9, isReversed: false)
    pen.drawValues(0...1, step: 0.2, format: "0%", size: 9)
    pen.drawLegend()
  }
}
