import CXLSXWriter

/// Shares of a five-step scale, the middle step halved over zero: dissatisfaction to the left, satisfaction to the right.
///
/// The halves and the dissatisfied shares arrive as the paper computed them, the left ones negative. A legend would list
/// the halves twice and out of order, so the key is a line of text above the chart.
package struct Diverging: Sendable, Drawing {
  /// The left half of the middle step, negative.
  package var lowerMiddle: Series
  /// The fourth step, negative.
  package var low: Series
  /// The fifth step, negative.
  package var lowest: Series
  /// The right half of the middle step.
  package var upperMiddle: Series
  /// The second step.
  package var high: Series
  /// The first step.
  package var highest: Series

  /// How many fifths of the whole the axis reaches to the left; the largest dissatisfied share must fit.
  package var fifthsToTheLeft: Int

  /// Describes shares around a middle.
  package init(
    lowerMiddle: Series, low: Series, lowest: Series, upperMiddle: Series, high: Series, highest: Series,
    fifthsToTheLeft: Int = 1
  ) {
    self.lowerMiddle = lowerMiddle
    self.low = low
    self.lowest = lowest
    self.upperMiddle = upperMiddle
    self.high = high
    self.highest = highest
    self.fifthsToTheLeft = fifthsToTheLeft
  }

  var type: lxw_chart_type { LXW_CHART_BAR_STACKED }

  func draw(with pen: ChartPen, on easel: Easel) {
    let add = { (series: Series) in
      pen.addSeries(series.name, values: easel.place(series.values), categories: easel.categories)
    }
    add(lowerMiddle)?.fill(.neutral, border: .paper)
    add(low)?.hatch(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, border: .secondInk)
    add(lowest)?.hatch(LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL, border: .secondInk)
    add(upperMiddle)?.fill(.neutral, border: .paper)
    if let bars = add(high) {
      bars.fill(.accentMid, border: .paper)
      bars.label("0%", size: 9.5, position: LXW_CHART_LABEL_POSITION_CENTER)
    }
    if let bars = add(highest) {
      bars.fill(.accent, border: .paper)
      bars.label("0%", size: 9.5, position: LXW_CHART_LABEL_POSITION_CENTER, colour: .paper)
    }
    chart_set_series_overlap(pen.chart, 100)
    chart_set_series_gap(pen.chart, 45)
    pen.drawCategories(size: 9.5, isReversed: true, line: .strong)
    chart_axis_set_label_position(pen.categoryAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    pen.drawValues(-Double(fifthsToTheLeft) / 5...1, step: 0.2, format: "0%;0%", size: 9)
    chart_axis_set_label_position(pen.valueAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    pen.hideLegend()
  }
}
