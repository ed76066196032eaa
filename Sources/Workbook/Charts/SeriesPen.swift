import CXLSXWriter

/// Draws one series: its fill, line, markers, points and labels.
struct SeriesPen {
  let series: UnsafeMutablePointer<lxw_chart_series>

  func set(name: String, values: ChartArea, categories: ChartArea) {
    chart_series_set_name(series, PaperText.allowed(name))
    chart_series_set_categories(
      series, categories.sheet, categories.firstRow, categories.firstColumn, categories.lastRow, categories.lastColumn)
    chart_series_set_values(
      series, values.sheet, values.firstRow, values.firstColumn, values.lastRow, values.lastColumn)
  }

  /// Fills bars or columns; no colour leaves them out but keeps their place.
  func fill(_ colour: Colour?, border: Colour? = nil) {
    withFill(colour) { chart_series_set_fill(series, $0) }
    withLine(border, width: 0.5) { chart_series_set_line(series, $0) }
  }

  /// Hatches bars, for what must differ without colour.
  func hatch(_ pattern: lxw_chart_pattern_type, border: Colour) {
    var record = lxw_chart_pattern()
    record.fg_color = Colour.pattern.code
    record.bg_color = Colour.paper.code
    record.type = UInt8(pattern.rawValue)
    chart_series_set_pattern(series, &record)
    withLine(border, width: 0.5) { chart_series_set_line(series, $0) }
  }

  /// Fills the points one by one, pale where `isPale` says so.
  func fillPoints(isPale: [Bool]) -> lxw_error {
    guard !isPale.isEmpty else { return LXW_NO_ERROR }
    var strong = lxw_chart_fill()
    strong.color = Colour.accent.code
    var pale = lxw_chart_fill()
    pale.color = Colour.accentPale.code
    return withUnsafeMutablePointer(to: &strong) { strong in
      withUnsafeMutablePointer(to: &pale) { pale in
        var points = isPale.map { lxw_chart_point(line: nil, fill: $0 ? pale : strong, pattern: nil) }
        return points.withUnsafeMutableBufferPointer { points in
          var list: [UnsafeMutablePointer<lxw_chart_point>?] = points.indices.map {
            points.baseAddress?.advanced(by: $0)
          }
          list.append(nil)
          return chart_series_set_points(series, &list)
        }
      }
    }
  }

  /// Writes each value at its bar or column.
  func label(_ format: String, size: Double, position: lxw_chart_label_position, colour: Colour = .ink) {
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, format)
    chart_series_set_labels_position(series, UInt8(position.rawValue))
    withFont(.song, size: size, colour: colour) { chart_series_set_labels_font(series, $0) }
  }

  /// Writes the last value only, so that lines stay readable.
  func labelLast(of count: Int, _ format: String, position: lxw_chart_label_position, isBold: Bool) -> lxw_error {
    guard count > 0 else { return LXW_NO_ERROR }
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, format)
    chart_series_set_labels_position(series, UInt8(position.rawValue))
    withFont(.song, size: 10, isBold: isBold) { chart_series_set_labels_font(series, $0) }
    var result = LXW_NO_ERROR
    withFont(.song, size: 10, isBold: isBold) { font in
      var labels = (0..<count).map { index in
        var label = lxw_chart_data_label()
        if index == count - 1 { label.font = font } else { label.hide = 1 }
        return label
      }
      result = labels.withUnsafeMutableBufferPointer { labels in
        var list: [UnsafeMutablePointer<lxw_chart_data_label>?] = labels.indices.map {
          labels.baseAddress?.advanced(by: $0)
        }
        list.append(nil)
        return chart_series_set_labels_custom(series, &list)
      }
    }
    return result
  }

  /// Draws a line with markers.
  func line(
    _ colour: Colour, width: Double, dash: lxw_chart_line_dash_type, marker: lxw_chart_marker_type, markerFill: Colour
  ) {
    withLine(colour, width: width, dash: dash) { chart_series_set_line(series, $0) }
    chart_series_set_marker_type(series, UInt8(marker.rawValue))
    chart_series_set_marker_size(series, 6)
    withFill(markerFill) { chart_series_set_marker_fill(series, $0) }
    withLine(colour) { chart_series_set_marker_line(series, $0) }
  }
}

extension ChartArea {
  fileprivate var firstRow: lxw_row_t { lxw_row_t(clamping: area.rows.lowerBound) }
  fileprivate var lastRow: lxw_row_t { lxw_row_t(clamping: area.rows.upperBound) }
  fileprivate var firstColumn: lxw_col_t { lxw_col_t(clamping: area.columns.lowerBound) }
  fileprivate var lastColumn: lxw_col_t { lxw_col_t(clamping: area.columns.upperBound) }
}
