/// One sheet of a paper, said in blocks from top to bottom; `Workbook.add(_:named:)` lays it out.
///
/// The layout measures every printed value, sets widths and heights, turns the page by its measured width, and prepares
/// printing: repeated header, frozen panes, print area, page numbers.
package struct Page: Sendable {
  /// How the columns of the sheet come about.
  package enum Grid: Hashable, Sendable {
    /// From the tables on the page.
    case measured
    /// So many columns of the same width, which tables span.
    case even(columns: Int, pixels: Int)
  }

  /// The title over the page, or none where a masthead stands.
  package var title: String?
  /// What stands under the title on the left: the units of the figures, `单位：人、%`.
  package var left: String
  /// What stands under the title on the right: the cut-off, `统计时间：截至2026年8月18日24时`.
  package var right: String
  /// What the page consists of.
  package var blocks: [Block]
  /// How the columns come about.
  package var grid: Grid
  /// How many columns stay in sight when the sheet is scrolled sideways: the rank and the name.
  package var frozenColumns: Int
  /// Whether the page shall be one sheet of paper, where that can be read; by default it shall when it carries a chart.
  package var isOnePage: Bool?
  /// Which way up the page lies; by default the measured width decides.
  package var orientation: PrintSetup.Orientation?
  /// Whether only the cells to fill in can be changed.
  package var isForm: Bool

  /// Describes a sheet.
  package init(
    title: String?, left: String = "", right: String = "", grid: Grid = .measured, frozenColumns: Int = 0,
    isOnePage: Bool? = nil, orientation: PrintSetup.Orientation? = nil, isForm: Bool = false, blocks: [Block]
  ) {
    self.title = title
    self.left = left
    self.right = right
    self.grid = grid
    self.frozenColumns = frozenColumns
    self.isOnePage = isOnePage
    self.orientation = orientation
    self.isForm = isForm
    self.blocks = blocks
  }

  /// The tables of the page from top to bottom.
  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Whether the page carries a chart.
  var hasChart: Bool {
    blocks.contains { if case .chart = $0 { true } else { false } }
  }

  /// Whether a page with a chart takes more than one sheet of paper the way up it will lie. Its charts had better have a page of their own:
  /// nobody can say in advance where every program would cut them.
  package var takesSeveralSheets: Bool { isHigh(for: PageGrid(self).orientation) }

  /// Whether a page with a chart surely takes more than one sheet of paper, so that it will be set to a fixed scale.
  func isHigh(for orientation: PrintSetup.Orientation) -> Bool {
    hasChart && blocks.map { $0.leastHeight(for: orientation) }.reduce(60, +) > orientation.paperHeight / 0.85
  }
}

extension Block {
  /// The points that must be left on a sheet of paper for the block to begin there: a heading with what follows it, a table with three of its
  /// rows; nil for what may begin anywhere.
  func beginning(before next: ArraySlice<Block>) -> Double? {
    switch self {
    case .heading: 33 + (next.first?.beginning(before: next.dropFirst()) ?? 24)
    case .lead: 24 + (next.first?.beginning(before: next.dropFirst()) ?? 0)
    case .table(let table):
      (table.headingGroups.isEmpty ? 0 : 22) + 34 + Double(min(3, table.rows.count)) * (table.rowHeight ?? 20)
    default: nil
    }
  }

  /// The points that the block takes at least where it is as wide as the paper.
  func leastHeight(for orientation: PrintSetup.Orientation) -> Double {
    func height(_ text: String, size: Double, spacing: Double) -> Double {
      Prose.height(
        lines: Prose.lines(text, size: size, pixels: orientation.paperWidth), size: size, spacing: spacing)
    }
    return switch self {
    case .table(let table): Double(table.rows.count + 3) * (table.rowHeight ?? 20)
    case .chart(let chart): Double(chart.height) * 0.75 + 8
    case .heading: 33
    case .prose(let text): height(text, size: Style.prose.size, spacing: 1.55)
    case .lead(let text): height(text, size: Style.lead.size, spacing: 1.55)
    case .notes(let notes): notes.reduce(0) { $0 + height($1, size: Style.note.size, spacing: 1.45) }
    case .signatures(let lines): 12 + 30 * Double(lines.count)
    case .space(let points): points
    case .masthead, .subtitle, .key, .figures: 22
    }
  }
}
