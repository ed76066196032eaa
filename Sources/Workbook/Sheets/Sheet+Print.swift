import CXLSXWriter

/// How a sheet goes to paper: always A4, with the margins, the centring and the page number that every paper shares.
package struct PrintSetup: Hashable, Sendable {
  /// Which way up the page lies.
  package enum Orientation: Hashable, Sendable {
    case portrait, landscape
  }

  /// Which way up the page lies.
  package var orientation: Orientation
  /// Everything that is printed.
  package var area: Area
  /// The header rows that come back on every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Whether the whole area goes on one page; otherwise only its width is fitted.
  package var isOnePage: Bool
  /// The page number line in the footer code of XLSX.
  package var footer = "&C&\"宋体,Regular\"&10第 &P 页，共 &N 页"

  /// Describes how an area is printed.
  package init(
    orientation: Orientation, area: Area, repeatedRows: ClosedRange<Int>? = nil, isOnePage: Bool = false
  ) {
    self.orientation = orientation
    self.area = area
    self.repeatedRows = repeatedRows
    self.isOnePage = isOnePage
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
    worksheet_fit_to_pages(handle, 1, print.isOnePage ? 1 : 0)
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
}
