/// What a big plain sheet is: its name, its title lines and its columns. The rows follow one by one.
package struct RosterSheet: Sendable {
  /// A column of the sheet.
  package struct Column: Sendable {
    /// How the values of a column look.
    package enum Look: Hashable, Sendable {
      /// Identifiers and other text, kept as typed, on the left; in smaller type where it has no room.
      case text
      /// Names of sheets, which lead to them.
      case link
      /// Short words in the middle.
      case word
      /// Whole numbers: ranks and serial numbers, in the middle.
      case integer
      /// Numbers with so many digits behind the point, at most 4.
      case decimal(places: Int)
      /// Numbers from 0 to 1 in per cent, with so many digits behind the point, at most 2.
      case percent(places: Int)
    }

    /// The heading, in one line or broken into two: `学习\n（50）`.
    package var heading: String
    /// How its values look.
    package var look: Look
    /// The width in units of the default font (7 pixels); values are not measured, because they are never held.
    package var units: Double
    /// Whether few different texts stand in the column, so that each is better kept once.
    package var repeats: Bool

    /// Describes a column; short words repeat unless told otherwise.
    package init(_ heading: String, _ look: Look, units: Double, repeats: Bool? = nil) {
      self.heading = heading
      self.look = look
      self.units = units
      self.repeats = repeats ?? (look == .word)
    }
  }

  /// The name on the sheet's tab: at most 31 characters and none of `[]:*?/\`.
  package var name: String
  /// The title over the table, or nothing.
  package var title: String
  /// What stands under the title on the left.
  package var left: String
  /// What stands under the title on the right.
  package var right: String
  /// The columns from left to right.
  package var columns: [Column]
  /// How many columns stay in sight when the sheet is scrolled sideways.
  package var frozenColumns: Int
  /// Whether the header gets filter buttons.
  package var isFiltered: Bool

  /// Describes a sheet.
  package init(
    name: String, title: String = "", left: String = "", right: String = "", columns: [Column], frozenColumns: Int = 0,
    isFiltered: Bool = true
  ) {
    self.name = name
    self.title = title
    self.left = left
    self.right = right
    self.columns = columns
    self.frozenColumns = frozenColumns
    self.isFiltered = isFiltered
  }

  /// Footnotes below the last row; the first begins with 注：.
  package var notes: [String] = []
  /// Whether the line to sign on stands below them.
  package var isSigned = false

  /// The sheets to which the cells of the second column lead, from the first row down.
  var leadsTo: [String] = []

  /// The row of the header, from 0.
  var headerRow: Int {
    (title.isEmpty ? 0 : 1) + (left.isEmpty && right.isEmpty ? 0 : 1)
  }

  /// The width of all columns in pixels.
  var width: Int { columns.reduce(0) { $0 + ColumnWidth.pixels(units: $1.units) } }
}
