import CXLSXWriter
import Foundation

/// Draws the parts that all charts share over the library's chart: title, fonts, axes, series.
struct ChartPen {
  let chart: UnsafeMutablePointer<lxw_chart>

  /// The category axis; the library calls it x, but y in a bar chart, where it stands upright.
  var categoryAxis: UnsafeMutablePointer<lxw_chart_axis> { hasBars ? chart.pointee.y_axis : chart.pointee.x_axis }
  /// The value axis.
  var valueAxis: UnsafeMutablePointer<lxw_chart_axis> { hasBars ? chart.pointee.x_axis : chart.pointee.y_axis }

  private var hasBars: Bool { chart.pointee.x_axis.pointee.is_value != 0 }

  /// Sets what every chart has: a title in 黑体 12, a white ground without a border, no fill behind the plot.
  func drawFrame(title: String) {
    chart_title_set_name(chart, PaperText.allowed(title))
    withFont(.hei, size: 12) { chart_title_set_name_font(chart, $0) }
    withLine(nil) { chart_chartarea_set_line(chart, $0) }
    withFill(.paper) { chart_chartarea_set_fill(chart, $0) }
    withLine(nil) { chart_plotarea_set_line(chart, $0) }
    withFill(nil) { chart_plotarea_set_fill(chart, $0) }
    // Figures that no table shows stand on a hidden sheet.
    chart_show_hidden_data(chart)
  }

  /// Adds a series over its categories.
  func addSeries(_ name: String, values: ChartArea, categories: ChartArea) -> SeriesPen? {
    guard let series = chart_add_series(chart, nil, nil) else { return nil }
    let pen = SeriesPen(series: series)
    pen.set(name: name, values: values, categories: categories)
    return pen
  }

  /// Sets the category axis: small type, no ticks, a grey or given line, the first category on top or left.
  func drawCategories(size: Double, isReversed: Bool, line: Borders.Line = .cell) {
    withFont(.song, size: size) { chart_axis_set_num_font(categoryAxis, $0) }
    chart_axis_set_major_tick_mark(categoryAxis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    withLine(line.colour, width: line.weight == .thin ? 0.75 : 1) { chart_axis_set_line(categoryAxis, $0) }
    // Every category is named, however close they stand.
    chart_axis_set_interval_unit(categoryAxis, 1)
    if isReversed { chart_axis_set_reverse(categoryAxis) }
  }

  /// Removes the value axis where labels say the figures; it starts at 0 and ends at `end`, or where the figures do.
  func hideValues(end: Double?) {
    chart_axis_off(valueAxis)
    chart_axis_set_min(valueAxis, 0)
    if let end { chart_axis_set_max(valueAxis, end) }
    chart_axis_major_gridlines_set_visible(valueAxis, 0)
  }

  /// Shows the value axis with pale lines at every `step`.
  func drawValues(_ range: ClosedRange<Double>, step: Double, format: String, size: Double) {
    chart_axis_set_min(valueAxis, range.lowerBound)
    chart_axis_set_max(valueAxis, range.upperBound)
    chart_axis_set_major_unit(valueAxis, step)
    chart_axis_set_num_format(valueAxis, format)
    withFont(.song, size: size) { chart_axis_set_num_font(valueAxis, $0) }
    withLine(nil) { chart_axis_set_line(valueAxis, $0) }
    chart_axis_major_gridlines_set_visible(valueAxis, 1)
    withLine(.gridline, width: 0.5) { chart_axis_major_gridlines_set_line(valueAxis, $0) }
  }

  /// Writes a title under the category axis.
  func nameCategories(_ name: String) {
    chart_axis_set_name(categoryAxis, PaperText.allowed(name))
    withFont(.song, size: 9.5) { chart_axis_set_name_font(categoryAxis, $0) }
  }

  /// Leaves the legend out, because the title or a line of text says what is what.
  func hideLegend() {
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
  }

  /// Puts the legend over the plot.
  func drawLegend() {
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
    withFont(.song, size: 10) { chart_legend_set_font(chart, $0) }
  }
}

/// Lends the library's record of a font.
func withFont(
  _ font: Font, size: Double, isBold: Bool = false, colour: Colour = .ink,
  _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
) {
  let name = strdup(font.name)
  defer { free(name) }
  var record = lxw_chart_font()
  record.name = name
  record.size = size
  record.bold = UInt8(isBold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
  record.color = colour.code
  body(&record)
}

/// Lends the library's record of a line; no colour is no line.
func withLine(
  _ colour: Colour?, width: Double = 0.75, dash: lxw_chart_line_dash_type = LXW_CHART_LINE_DASH_SOLID,
  _ body: (UnsafeMutablePointer<lxw_chart_line>) -> Void
) {
  var record = lxw_chart_line()
  if let colour {
    record.color = colour.code
    record.width = Float(width)
    record.dash_type = UInt8(dash.rawValue)
  } else {
    record.none = 1
  }
  body(&record)
}

/// Lends the library's record of a fill; no colour is no fill.
func withFill(_ colour: Colour?, _ body: (UnsafeMutablePointer<lxw_chart_fill>) -> Void) {
  var record = lxw_chart_fill()
  if let colour { record.color = colour.code } else { record.none = 1 }
  body(&record)
}
