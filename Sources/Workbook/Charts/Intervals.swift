import CXLSXWriter

/// Estimates between their bounds: the border of dark and light is the estimate, the two ends are the bounds.
///
/// The value axis may begin above zero, because only places are compared and not lengths; the paper says so in a note.
package struct Intervals: Sendable, Drawing {
  /// The lower bounds, drawn as empty room.
  package var lowerBound: Series
  /// From the lower bound to the estimate.
  package var below: Series
  /// From the estimate to the upper bound.
  package var above: Series
  /// Where the value axis begins and ends, in the unit of the figures.
  package var axis: ClosedRange<Int>
  /// How far its lines are apart.
  package var step: Int

  /// Describes intervals.
  package init(lowerBound: Series, below: Series, above: Series, axis: ClosedRange<Int>, step: Int) {
    self.lowerBound = lowerBound
    self.below = below
    self.above = above
    self.axis = axis
    self.step = step
  }

  var type: lxw_chart_type { LXW_CHART_BAR_STACKED }

  func draw(with pen: ChartPen, on easel: Easel) {
    let add = { (series: Series) in
      pen.addSeries(series.name, values: easel.place(series.values), categories: easel.categories)
    }
    add(lowerBound)?.fill(nil)
    add(below)?.fill(.accent)
    add(above)?.fill(.accentMid)
    chart_set_series_overlap(pen.chart, 100)
    chart_set_series_gap(pen.chart, 90)
    pen.drawCategories(size: 9.5, isReversed: true)
    pen.drawValues(Double(axis.lowerBound)...Double(axis.upperBound), step: Double(step), format: "0", size: 9)
    chart_axis_set_label_position(pen.valueAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    pen.hideLegend()
  }
}
