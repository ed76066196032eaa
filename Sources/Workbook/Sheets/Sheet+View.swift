import CXLSXWriter

extension Sheet {
  /// Hides the grey grid on screen; papers draw their own rules.
  package func hideGridlines() {
    worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Hides the sheet: it is neither seen nor printed until somebody unhides it.
  ///
  /// It gets no print area, since LibreOffice prints a hidden sheet that has one.
  func hide() {
    worksheet_set_paper(handle, 9)
    worksheet_set_landscape(handle)
    worksheet_hide(handle)
  }

  /// Keeps the rows above and the columns left of `position` in sight.
  package func freeze(above position: Position) {
    worksheet_freeze_panes(handle, lxw_row_t(clamping: position.row), lxw_col_t(clamping: position.column))
  }

  /// Puts filter buttons on the first row of an area.
  package func filter(_ area: Area) {
    let result = worksheet_autofilter(
      handle, lxw_row_t(clamping: area.rows.lowerBound), lxw_col_t(clamping: area.columns.lowerBound),
      lxw_row_t(clamping: area.rows.upperBound), lxw_col_t(clamping: area.columns.upperBound))
    report(result, "filter")
  }

  /// Keeps Excel from marking identifiers as numbers stored as text.
  ///
  /// The library takes one range per sheet, so the last call counts.
  package func allowNumbersAsText(in area: Area) {
    let last = Position(row: area.rows.upperBound, column: area.columns.upperBound)
    let range = "\(area.first.name):\(last.name)"
    report(worksheet_ignore_errors(handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range), range)
  }

  /// Draws a bar behind each number of a column, from 0 at the left rule to 1 at the right: the rate that is ranked.
  package func drawBars(in area: Area, colour: Colour = .dataBar) {
    var bars = lxw_conditional_format()
    bars.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    bars.data_bar_2010 = 1
    bars.bar_solid = 1
    bars.bar_no_border = 1
    bars.bar_color = colour.code
    bars.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    bars.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    bars.min_value = 0
    bars.max_value = 1
    apply(&bars, to: area, "data bars")
  }

  /// Marks values that occur twice in an area, in bold on the grey of a fault.
  package func markDuplicates(in area: Area) {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_DUPLICATE.rawValue)
    rule.format = workbook.format(
      Style().with {
        $0.isBold = true
        $0.fill = .fault
      })
    apply(&rule, to: area, "duplicates")
  }

  private func apply(_ rule: inout lxw_conditional_format, to area: Area, _ what: String) {
    let result = worksheet_conditional_format_range(
      handle, lxw_row_t(clamping: area.rows.lowerBound), lxw_col_t(clamping: area.columns.lowerBound),
      lxw_row_t(clamping: area.rows.upperBound), lxw_col_t(clamping: area.columns.upperBound), &rule)
    report(result, what)
  }
}
