import CXLSXWriter

/// Bars of parts that make a whole of 1: at most three parts, from dark to light.
package struct Stacked: Sendable, Drawing {
  /// The parts from left to right.
  package var parts: [Series]

  /// Describes stacked bars.
  package init(parts: [Series]) {
    self.parts = parts
  }

  var type: lxw_chart_type { LXW_CHART_BAR_STACKED }

  func draw(with pen: ChartPen, on easel: Easel) {
    let fills: [(fill: Colour, text: Colour)] = [(.accent, .paper), (.accentMid, .ink), (.neutral, .ink)]
    for (part, colours) in zip(parts, fills) {
      guard let bars = pen.addSeries(part.name, values: easel.place(part.values), categories: easel.categories)
      else { return }
      bars.fill(colours.fill, border: .paper)
      bars.label("0%", size: 9.5, position: LXW_CHART_LABEL_POSITION_CENTER, colour: colours.text)
    }
    chart_set_series_overlap(pen.chart, 100)
    chart_set_series_gap(pen.chart, 45)
    pen.drawCategories(size: 9.5, isReversed: true)
    pen.drawValues(0...1, step: 0.2, format: "0%", size: 9)
    chart_axis_set_label_position(pen.valueAxis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    pen.drawLegend()
  }
}
