/// A table on a page: columns that know their look, rows of values, and a total.
package struct Table: Sendable {
  /// A line of a table.
  package enum Row: Sendable {
    /// One cell per column.
    case cells([Cell], Tone = .plain)
    /// A line of text over the whole width that divides the rows; `isLine` draws the award line above it.
    case band(String, isLine: Bool)
  }

  /// How a whole row stands out.
  package enum Tone: Hashable, Sendable {
    case plain
    /// Grey behind a tie that changes nothing.
    case harmlessTie
    /// Tinted and bold: tied at the line, for people to decide.
    case tied
  }

  /// The last row.
  package struct Total: Sendable {
    /// What it is the total of, `全　省`, over the first `span` columns.
    package var label: String
    /// How many columns the label covers.
    package var span: Int
    /// The cells of the other columns.
    package var cells: [Cell]

    /// Describes a total row.
    package init(_ label: String, span: Int, cells: [Cell]) {
      self.label = label
      self.span = span
      self.cells = cells
    }
  }

  /// The name by which charts of the same page find the table.
  package var id: String
  /// The columns from left to right.
  package var columns: [Column]
  /// The rows from top to bottom.
  package var rows: [Row]
  /// The total row.
  package var total: Total?
  /// Whether the header gets filter buttons; not where bands divide the rows.
  package var isFiltered: Bool
  /// The size of the text in points.
  package var size: Double
  /// The height of a row in points, or the usual 20 (19 beyond 40 rows).
  package var rowHeight: Double?

  /// Describes a table.
  package init(
    id: String = "table", columns: [Column], rows: [Row], total: Total? = nil, isFiltered: Bool = false,
    size: Double = 11, rowHeight: Double? = nil
  ) {
    self.id = id
    self.columns = columns
    self.rows = rows
    self.total = total
    self.isFiltered = isFiltered
    self.size = size
    self.rowHeight = rowHeight
  }
}
