extension Table {
  /// The size of header text in points.
  static let headerSize = 11.0

  /// How many columns of the page's grid the table covers.
  var gridColumnCount: Int {
    columns.reduce(0) { $0 + max(1, $1.span) }
  }

  /// The grid columns of each column.
  var gridColumns: [ClosedRange<Int>] {
    var start = 0
    return columns.map { column in
      let span = max(1, column.span)
      defer { start += span }
      return start...(start + span - 1)
    }
  }

  /// The common headings with the grid columns under them.
  var headingGroups: [(text: String, columns: ClosedRange<Int>)] {
    var groups: [(text: String, columns: ClosedRange<Int>)] = []
    var previous: String?
    for (column, area) in zip(columns, gridColumns) {
      defer { previous = column.group }
      guard let group = column.group else { continue }
      if group == previous, let last = groups.indices.last {
        groups[last].columns = groups[last].columns.lowerBound...area.upperBound
      } else {
        groups.append((group, area))
      }
    }
    return groups
  }

  /// The size of a column's text in points.
  func size(of column: Column) -> Double {
    column.size ?? size
  }

  /// The height in points of a row of headings with so many lines.
  static func headerHeight(lines: Int) -> Double { lines > 1 ? 2 + 16 * Double(lines) : 22 }

  /// The width in units that the lines of a column's heading need.
  static func headingUnits(of column: Column) -> Double {
    let lines = column.headingText.split(separator: "\n").map { (text: String($0), size: headerSize) }
    return ColumnWidth.units(lines: lines, isIndented: column.alignment == .left)
  }

  /// How much wider a line is drawn in bold, in the widest of the fonts that stand in for 宋体.
  static let boldness = 1.08

  /// The width in units that a column needs for its heading and every value as printed, the total included.
  func units(ofColumn index: Int) -> Double {
    let column = columns[index]
    let size = size(of: column)
    var lines = column.headingText.split(separator: "\n").map { (text: String($0), size: Self.headerSize) }
    for case .cells(let cells, _) in rows where index < cells.count {
      let isBold = column.isBold || cells[index].isBold
      lines += printedLines(of: cells[index], in: column).map { ($0, isBold ? size * Self.boldness : size) }
    }
    if let total, index >= total.span, index - total.span < total.cells.count {
      lines += printedLines(of: total.cells[index - total.span], in: column).map { ($0, self.size * Self.boldness) }
    }
    let isIndented = column.alignment == .left
    return max(column.minimumUnits, ColumnWidth.units(lines: lines, isIndented: isIndented))
  }

  private func printedLines(of cell: Cell, in column: Column) -> [String] {
    let text = cell.value.printed(as: cell.format ?? column.format)
    // Nearly every cell is one line, and to look through characters costs many times as much as through bytes.
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text.isEmpty ? [] : [text] }
    return text.split(separator: "\n").map(String.init)
  }
}
