/// How the rows of a page fall onto sheets of paper, so that no chart is cut in two.
package struct Pagination {
  /// The heights of the rows in points.
  let heights: [Double]
  /// The rows of each chart.
  let charts: [ClosedRange<Int>]
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
    heights: [Double], charts: [ClosedRange<Int>], header: ClosedRange<Int>?, lastHeaderRow: Int?, width: Int,
    orientation: PrintSetup.Orientation
  ) {
    self.heights = heights
    self.charts = charts
    self.header = header
    self.lastHeaderRow = lastHeaderRow
    self.width = width
    self.orientation = orientation
  }

  /// Whether a page with a chart fits on one sheet of paper without shrinking below 85 %.
  package var fitsOnePage: Bool {
    !charts.isEmpty && heights.reduce(0, +) <= orientation.paperHeight / 0.85
  }

  /// By width alone as long as no chart is cut; otherwise at a fixed scale with a new page before such a chart.
  package var fit: PrintSetup.Fit {
    breaks.isEmpty ? fewerPages.map(PrintSetup.Fit.pages) ?? .width : .scale(percent, breaks: breaks)
  }

  /// How many sheets of paper are enough when the rows are made a little smaller, so that the last of a few sheets is not left to
  /// less than a quarter of its rows; nil where that is not the case.
  private var fewerPages: Int? {
    guard charts.isEmpty else { return nil }
    let repeated = header.map { heights[$0].reduce(0, +) } ?? 0
    var (sheets, used) = (1, 0.0)
    for height in heights {
      if used > 0, used + height > capacity { (sheets, used) = (sheets + 1, repeated) }
      used += height
    }
    let left = used - repeated
    return (2...6).contains(sheets) && left * 4 <= capacity ? sheets - 1 : nil
  }

  /// The header rows, when its table goes on over more than one sheet of paper.
  package var repeatedRows: ClosedRange<Int>? {
    guard let header, let lastHeaderRow, !charts.isEmpty else { return header }
    let untilEnd = heights.prefix(lastHeaderRow + 1).reduce(0, +)
    return untilEnd > capacity ? header : nil
  }

  /// The per cent at which the page is surely no wider than the paper; LibreOffice draws columns 6 % wider than Excel.
  private var percent: Int {
    min(100, orientation.paperWidth * 90 / max(1, width))
  }

  /// The points of rows that one sheet of paper holds.
  private var capacity: Double {
    orientation.paperHeight * 100 / Double(max(1, percent))
  }

  private var breaks: [Int] {
    let repeated = repeatedRows.map { heights[$0].reduce(0, +) } ?? 0
    var breaks: [Int] = []
    var used = 0.0
    for (row, height) in heights.enumerated() {
      let chart = charts.first { $0.lowerBound == row }
      let needed = chart.map { heights[$0].reduce(0, +) } ?? height
      if used > 0, used + needed > capacity {
        if chart != nil { breaks.append(row) }
        used = repeated
      }
      used += height
    }
    return breaks
  }
}
