import CXLSXWriter

/// A form of chart that can be drawn once the page knows where its figures stand.
protocol Drawing {
  /// The library's kind of chart.
  var type: lxw_chart_type { get }

  /// Adds the series and sets the axes.
  func draw(with pen: ChartPen, on easel: Easel)
}

/// Where a chart is being drawn: it finds cells for values and keeps refusals.
struct Easel {
  let sheet: Sheet
  let categories: ChartArea
  let place: (Chart.Values) -> ChartArea

  /// Reports what the library refused.
  func check(_ result: lxw_error, _ what: String) {
    sheet.report(result, what)
  }
}

extension Chart.Form {
  /// The drawing behind the case.
  var drawing: any Drawing {
    switch self {
    case .ranking(let drawing): drawing
    case .trend(let drawing): drawing
    case .distribution(let drawing): drawing
    case .diverging(let drawing): drawing
    case .intervals(let drawing): drawing
    case .stacked(let drawing): drawing
    }
  }
}

extension Sheet {
  /// Draws a chart over the cells from `position` on; it moves with them but keeps its size.
  ///
  /// `place` says where the values of the chart stand.
  func draw(
    _ chart: Chart, at position: Position, width: Int, height: Int, place: (Chart.Values) -> ChartArea
  ) {
    let drawing = chart.form.drawing
    guard let record = workbook_add_chart(workbook.open(), UInt8(drawing.type.rawValue)) else {
      return report(LXW_ERROR_MEMORY_MALLOC_FAILED, "chart \"\(chart.title)\"")
    }
    let pen = ChartPen(chart: record)
    pen.drawFrame(title: chart.title)
    withoutActuallyEscaping(place) { place in
      drawing.draw(with: pen, on: Easel(sheet: self, categories: place(chart.categories), place: place))
    }
    insert(record, description: chart.description, at: position, width: width, height: height)
  }

  private func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, description: String, at position: Position, width: Int, height: Int
  ) {
    // A chart of the library is 480 by 288 pixels before scaling.
    var options = lxw_chart_options()
    options.x_offset = 2
    options.y_offset = 2
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    PaperText.allowed(description).withCString { text in
      options.description = UnsafeMutablePointer(mutating: text)
      let result = worksheet_insert_chart_opt(
        handle, lxw_row_t(clamping: position.row), lxw_col_t(clamping: position.column), chart, &options)
      report(result, "chart at \(position.name)")
    }
  }
}
