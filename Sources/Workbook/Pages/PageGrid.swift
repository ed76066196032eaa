/// The columns of a page: how wide each is, and which way up the page must lie.
struct PageGrid {
  /// The widths in pixels.
  private(set) var widths: [Int]
  /// Which way up the page lies.
  let orientation: PrintSetup.Orientation
  /// The columns whose text continues on the next line only because the page would be too wide otherwise.
  private(set) var wrapped: Set<Int> = []

  /// The width of the whole page in pixels.
  var width: Int { widths.reduce(0, +) }

  init(_ page: Page) {
    switch page.grid {
    case .even(let columns, let pixels):
      // A table of more columns makes them narrower, and not the page wider.
      let count = max(1, columns, page.tables.map(\.gridColumnCount).max() ?? 0)
      widths = Self.shares(of: columns * pixels, among: count)
      orientation = page.orientation ?? Self.orientation(of: page, width: columns * pixels)
    case .measured:
      let measured = Self.measured(page.tables)
      let wrapping = Self.wrappingColumns(page.tables)
      let texts = Self.textColumns(page.tables, isForm: page.isForm)
      orientation = Self.orientation(of: page, measured: measured, wrapping: wrapping, texts: texts)
      widths = measured
      if measured.isEmpty {
        widths = Array(repeating: orientation.paperWidth / 6, count: 6)
      } else {
        let limit = page.isHigh(for: orientation) ? orientation.widestFixedPage : orientation.widestPage
        shrink(wrapping, to: limit)
        let enough = widths
        // Names first: sentences have been shortened already.
        shrink(texts.filter { text in !wrapping.contains { $0.column == text.column } }, to: limit)
        shrink(texts, to: limit)
        wrapped = Set(widths.indices.filter { widths[$0] < enough[$0] })
        stretch(to: orientation.paperWidth)
      }
    }
  }

  /// The width in pixels of some neighbouring columns.
  func width(of columns: ClosedRange<Int>) -> Int {
    widths[columns].reduce(0, +)
  }

  /// Splits the columns into neighbouring groups whose widths come near to the given shares.
  ///
  /// Every group has a column; there are fewer groups than shares when the columns run out.
  func split(shares: [Int], needs: [Int] = []) -> [ClosedRange<Int>] {
    let groups = min(shares.count, widths.count)
    let total = max(1, shares.reduce(0, +))
    var ranges: [ClosedRange<Int>] = []
    var start = 0
    var wanted = 0
    for group in 0..<groups {
      wanted += shares[group] * width / total
      let last = widths.count - (groups - group)
      var end = start
      while end < last, abs(width(of: 0...end + 1) - wanted) <= abs(width(of: 0...end) - wanted) { end += 1 }
      // A text must not be cut where the next has room to spare.
      while group + 1 < needs.count, end < last, width(of: start...end) < needs[group],
        width(of: end + 2...widths.count - 1) >= needs[group + 1]
      {
        end += 1
      }
      if group == groups - 1 { end = widths.count - 1 }
      ranges.append(start...end)
      start = end + 1
    }
    return ranges
  }

  /// As the page wants it, but upright only where that need not shrink below 85 % and takes at most a quarter from names; by the measured
  /// width where it does not say.
  private static func orientation(
    of page: Page, measured: [Int], wrapping: [(column: Int, least: Int)], texts: [(column: Int, least: Int)]
  ) -> PrintSetup.Orientation {
    let width = measured.reduce(0, +)
    guard let wanted = page.orientation else { return orientation(of: page, width: width) }
    var room = Dictionary(
      texts.map { ($0.column, min(max(0, measured[$0.column] - $0.least), measured[$0.column] / 4)) },
      uniquingKeysWith: max)
    for (column, least) in wrapping { room[column] = max(room[column] ?? 0, measured[column] - least) }
    return wanted == .portrait && width - room.values.reduce(0, +) > wanted.widestPage ? .landscape : wanted
  }

  /// Upright up to 740 pixels; with a chart, which then finds room below its table, up to what 85 % still fits.
  private static func orientation(of page: Page, width: Int) -> PrintSetup.Orientation {
    let limit = page.hasChart ? PrintSetup.Orientation.portrait.widestPage : 740
    return width <= limit ? .portrait : .landscape
  }

  /// The least widths at which every heading and every printed value of the tables fits.
  private static func measured(_ tables: [Table]) -> [Int] {
    let count = tables.map(\.gridColumnCount).max() ?? 0
    var widths = Array(repeating: 0, count: count)
    var spanning: [(columns: ClosedRange<Int>, pixels: Int)] = []
    for table in tables {
      for (column, area) in table.gridColumns.enumerated() {
        let pixels = ColumnWidth.pixels(units: table.units(ofColumn: column))
        if area.count == 1 {
          widths[area.lowerBound] = max(widths[area.lowerBound], pixels)
        } else {
          spanning.append((area, pixels))
        }
      }
      for group in table.headingGroups {
        let units = ColumnWidth.units(lines: [(group.text, Table.headerSize)], isIndented: false)
        spanning.append((group.columns, ColumnWidth.pixels(units: units)))
      }
    }
    let least = ColumnWidth.pixels(units: ColumnWidth.limits.lowerBound)
    widths = widths.map { max($0, least) }
    for span in spanning {
      let missing = span.pixels - widths[span.columns].reduce(0, +)
      guard missing > 0 else { continue }
      for (index, share) in shares(of: missing, among: span.columns.count).enumerated() {
        widths[span.columns.lowerBound + index] += share
      }
    }
    return widths
  }

  /// The grid columns whose text may continue on the next line in every table that has them.
  ///
  /// None becomes narrower than 14 units or than its own least width.
  private static func wrappingColumns(_ tables: [Table]) -> [(column: Int, least: Int)] {
    let count = tables.map(\.gridColumnCount).max() ?? 0
    return (0..<count).compactMap { gridColumn in
      let columns = tables.flatMap { table in
        zip(table.columns, table.gridColumns).filter { $1.contains(gridColumn) }.map(\.0)
      }
      guard columns.allSatisfy(\.wraps) else { return nil }
      return (gridColumn, ColumnWidth.pixels(units: columns.map(\.minimumUnits).reduce(14, max)))
    }
  }

  /// The grid columns that hold text in every table that has them; none becomes narrower than 10 units or than its heading, and
  /// sentences not than 20. In a form, which is filled in on the screen, none becomes narrower than it asks to be.
  private static func textColumns(_ tables: [Table], isForm: Bool) -> [(column: Int, least: Int)] {
    let count = tables.map(\.gridColumnCount).max() ?? 0
    return (0..<count).compactMap { gridColumn in
      let found = tables.flatMap { table in
        zip(table.columns, table.gridColumns).filter { $1.contains(gridColumn) }
      }
      guard found.allSatisfy({ $0.alignment == .left && $0.input == nil && $1.count == 1 }) else { return nil }
      let least = found.map { column, _ in
        max(
          Table.headingUnits(of: column),
          isForm ? column.minimumUnits : column.wraps ? min(column.minimumUnits, 20) : 0)
      }
      return (gridColumn, ColumnWidth.pixels(units: least.reduce(10, max)))
    }
  }

  /// Takes from the columns that wrap, the widest first, what the page is too wide.
  private mutating func shrink(_ columns: [(column: Int, least: Int)], to limit: Int) {
    while width > limit {
      let wide = columns.filter { widths[$0.column] > $0.least }
      guard let widest = wide.max(by: { widths[$0.column] < widths[$1.column] }) else { return }
      widths[widest.column] = max(widest.least, widths[widest.column] - min(7, width - limit))
    }
  }

  /// Gives every column its part of what is left of the paper, so that tables, prose and charts are equally wide.
  private mutating func stretch(to paper: Int) {
    let natural = width
    guard natural < paper else { return }
    widths = widths.map { $0 * paper / natural }
    for (index, share) in Self.shares(of: paper - width, among: widths.count).enumerated() {
      widths[index] += share
    }
  }

  private static func shares(of total: Int, among count: Int) -> [Int] {
    (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
  }
}

extension PrintSetup.Orientation {
  /// The pixels between the margins of A4.
  var paperWidth: Int {
    switch self {
    case .portrait: 680
    case .landscape: 1008
    }
  }

  /// The widest page in pixels that need not shrink below 85 %.
  var widestPage: Int { paperWidth * 100 / 85 }

  /// The widest page in pixels that is no wider than the paper at a fixed 85 %, whatever program draws it.
  var widestFixedPage: Int { paperWidth * 90 / 85 }

  /// The points between the upper and the lower margin of A4.
  var paperHeight: Double {
    switch self {
    case .portrait: 733
    case .landscape: 487
    }
  }
}
