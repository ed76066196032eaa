import CXLSXWriter

/// How a sheet goes to paper: always A4, with the margins, the centring and the page number that every paper shares.
package struct PrintSetup: Hashable, Sendable {
  /// Which way up the page lies.
  package enum Orientation: Hashable, Sendable {
    case portrait, landscape
  }

  /// How the area is brought onto paper.
  package enum Fit: Hashable, Sendable {
    /// As wide as the paper, over as many pages as it takes.
    case width
    /// As wide as the paper, and smaller where that saves a last page of a few rows.
    case pages(Int)
    /// All on one page.
    case onePage
    /// At so many per cent, with a new page before each of the rows; fitted sheets ignore such breaks.
    case scale(Int, breaks: [Int])
  }

  /// Which way up the page lies.
  package var orientation: Orientation
  /// Everything that is printed.
  package var area: Area
  /// The header rows that come back on every page.
  package var repeatedRows: ClosedRange<Int>?
  /// How the area is brought onto paper.
  package var fit: Fit
  /// The page number line in the footer code of XLSX.
  package var footer = "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页"

  /// Describes how an area is printed.
  package init(
    orientation: Orientation, area: Area, repeatedRows: ClosedRange<Int>? = nil, fit: Fit = .width
  ) {
    self.orientation = orientation
    self.area = area
    self.repeatedRows = repeatedRows
    self.fit = fit
  }
}

extension Sheet {
  /// Sets the page up; margins in inches are 0.59 at the sides, 0.75 above and below.
  package func set(_ print: PrintSetup) {
    worksheet_set_paper(handle, 9)
    worksheet_set_margins(handle, 0.59, 0.59, 0.75, 0.75)
    worksheet_center_horizontally(handle)
    switch print.orientation {
    case .portrait: worksheet_set_portrait(handle)
    case .landscape: worksheet_set_landscape(handle)
    }
    switch print.fit {
    case .width: worksheet_fit_to_pages(handle, 1, 0)
    case .pages(let count): worksheet_fit_to_pages(handle, 1, UInt16(clamping: count))
    case .onePage: worksheet_fit_to_pages(handle, 1, 1)
    case .scale(let percent, let breaks): set(percent: percent, breaks: breaks)
    }
    report(worksheet_set_footer(handle, print.footer), "footer")
    if let rows = print.repeatedRows {
      report(
        worksheet_repeat_rows(handle, lxw_row_t(clamping: rows.lowerBound), lxw_row_t(clamping: rows.upperBound)),
        "repeated rows")
    }
    let result = worksheet_print_area(
      handle, lxw_row_t(clamping: print.area.rows.lowerBound), lxw_col_t(clamping: print.area.columns.lowerBound),
      lxw_row_t(clamping: print.area.rows.upperBound), lxw_col_t(clamping: print.area.columns.upperBound))
    report(result, "print area")
  }

  private func set(percent: Int, breaks: [Int]) {
    worksheet_set_print_scale(handle, UInt16(clamping: percent))
    guard !breaks.isEmpty else { return }
    // The list of the library ends with a zero.
    var rows = breaks.map { lxw_row_t(clamping: $0) } + [0]
    report(worksheet_set_h_pagebreaks(handle, &rows), "page breaks")
  }
}
