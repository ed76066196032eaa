/// How the rows of a page fall onto sheets of paper, so that no chart is cut in two.
package struct Pagination {
  /// The heights of the rows in points.
  let heights: [Double]
  /// The rows of each chart.
  let charts: [ClosedRange<Int>]
  /// Rows that belong together: charts, and tables among others, with the headings above them.
  let kept: [ClosedRange<Int>]
  /// The header rows that could be repeated.
  let header: ClosedRange<Int>?
  /// The last row that the header heads.
  let lastHeaderRow: Int?
  /// The width of the page in pixels.
  let width: Int
  /// Which way up the paper lies.
  let orientation: PrintSetup.Orientation

  /// Describes the rows of a page.
  package init(
    heights: [Double], charts: [ClosedRange<Int>], kept: [ClosedRange<Int>]? = nil, header: ClosedRange<Int>?,
    lastHeaderRow: Int?, width: Int, orientation: PrintSetup.Orientation
  ) {
    self.heights = heights
    self.charts = charts
    self.kept = kept ?? charts
    self.header = header
    self.lastHeaderRow = lastHeaderRow
    self.width = width
    self.orientation = orientation
  }

  /// Whether all rows fit on one sheet of paper without shrinking below 85 %.
  package var isLegibleOnOnePage: Bool { heights.reduce(0, +) <= highest }

  /// The points of rows that one sheet of paper holds at 85 %.
  private var highest: Double { orientation.paperHeight / 0.85 }

  /// By width alone where nothing would be cut that belongs together; otherwise at a fixed scale, with a new page before it.
  package var fit: PrintSetup.Fit {
    let breaks = breaks(capacity)
    if isScalable, !breaks.isEmpty || !self.breaks(natural).isEmpty { return .scale(percent, breaks: breaks) }
    if let fewerPages { return .pages(fewerPages) }
    guard let lastHeaderRow, takesEndAlong else { return .width }
    return .scale(percent, breaks: startOfEnd(capacity) == nil ? [] : [lastHeaderRow - 2])
  }

  /// The points of rows that one sheet of paper holds when the page is fitted by width; it need not shrink, and then holds less.
  private var natural: Double {
    orientation.paperHeight * Double(max(width, orientation.paperWidth)) / Double(orientation.paperWidth)
  }

  /// Whether the last rows of a table go to the next sheet of paper with the few notes that have no room below them.
  private var takesEndAlong: Bool {
    guard isScalable, let lastHeaderRow, let start = startOfEnd(natural) else { return false }
    return start <= lastHeaderRow + 6
  }

  /// The row with which a new sheet of paper begins below a table: its notes would stand there under a header without rows, and three rows
  /// of the table had better go with them; nil where they need not.
  private func startOfEnd(_ capacity: Double) -> Int? {
    guard kept.isEmpty, let header, let lastHeaderRow, lastHeaderRow > header.upperBound + 4 else { return nil }
    let repeated = heights[header].reduce(0, +)
    var used = 0.0
    for (row, height) in heights.enumerated() {
      if used > 0, used + height > capacity {
        if row > lastHeaderRow { return row }
        used = repeated
      }
      used += height
    }
    return nil
  }

  /// How many sheets of paper are enough when the rows are made a little smaller, so that the last of a few sheets is not left to
  /// less than a quarter of its rows; nil where that is not the case, or would shrink the rows below 85 %.
  private var fewerPages: Int? {
    guard charts.isEmpty else { return nil }
    let repeated = header.map { heights[$0].reduce(0, +) } ?? 0
    var (sheets, used) = (1, 0.0)
    for height in heights {
      if used > 0, used + height > capacity { (sheets, used) = (sheets + 1, repeated) }
      used += height
    }
    let left = used - repeated
    let isLegible = heights.reduce(0, +) + Double(sheets - 2) * repeated <= Double(sheets - 1) * highest
    return (2...6).contains(sheets) && left * 4 <= capacity && isLegible ? sheets - 1 : nil
  }

  /// The header rows, when its table goes on over more than one sheet of paper: nobody wants a header over what is not its table.
  package var repeatedRows: ClosedRange<Int>? {
    guard let header, let lastHeaderRow, !takesEndAlong else { return header }
    if charts.isEmpty, heights.reduce(0, +) <= natural { return header }
    let sheets = sheetNumbers(charts.isEmpty ? natural : capacity)
    return sheets[min(lastHeaderRow, sheets.count - 1)] > sheets[header.upperBound] ? header : nil
  }

  /// The points that are left at the foot of the last sheet of paper when the page is fitted by width; nil where it is set to a fixed scale,
  /// at which breaks are kept.
  var roomAtFoot: Double? {
    guard !isScalable else { return nil }
    let used = heights.reduce(0.0) { used, height in used > 0 && used + height > natural ? height : used + height }
    return natural - used
  }

  /// The number of the sheet of paper that each row falls on.
  private func sheetNumbers(_ capacity: Double) -> [Int] {
    var (number, used) = (0, 0.0)
    return heights.indices.map { row in
      let together = isScalable ? kept.first { $0.lowerBound == row }.map { heights[$0].reduce(0, +) } ?? 0 : 0
      let needed = together <= capacity ? max(together, heights[row]) : heights[row]
      if used > 0, used + needed > capacity { (number, used) = (number + 1, 0) }
      used += heights[row]
      return number
    }
  }

  /// Whether the page may be printed at a fixed scale: one with a chart, which must not be cut, where its width leaves room for that, and
  /// one so narrow that it has room to spare.
  private var isScalable: Bool {
    width * 85 <= orientation.paperWidth * (charts.isEmpty ? Self.reserve : Self.chartReserve)
  }

  /// The same of a page with a chart: it is set to a fixed scale more readily, but never so that it would be cut from top to bottom.
  private static let chartReserve = 95

  /// How many per cent of the paper a page at a fixed scale may take: a program that lacks the usual font draws columns a quarter wider.
  private static let reserve = 80

  /// The per cent at which the page is no wider than the paper, but none that is too small to read; a page with a chart has less to spare.
  private var percent: Int {
    let share = isScalable && charts.isEmpty ? Self.reserve : 90
    return min(100, max(85, orientation.paperWidth * share / max(1, width)))
  }

  /// The points of rows that one sheet of paper holds.
  private var capacity: Double {
    orientation.paperHeight * 100 / Double(max(1, percent))
  }

  /// The rows that must begin a new sheet of paper so that nothing is cut that belongs together.
  private func breaks(_ capacity: Double) -> [Int] {
    let repeated = repeatedRows.map { heights[$0].reduce(0, +) } ?? 0
    var breaks: [Int] = []
    var used = 0.0
    for (row, height) in heights.enumerated() {
      let together = kept.first { $0.lowerBound == row }.map { heights[$0].reduce(0, +) }
      let isKept = together.map { $0 + repeated <= capacity } ?? false
      let needed = isKept ? together ?? height : height
      if used > 0, used + needed > capacity {
        if isKept { breaks.append(row) }
        used = repeated
      }
      used += height
    }
    return breaks
  }
}
