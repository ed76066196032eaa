/// A column of a table: its heading, and how its values look.
package struct Column: Hashable, Sendable {
  /// The heading, broken where it is meant to break: `报名\n学员`.
  package var heading: String
  /// A unit set in brackets on the last line of the heading, or nothing.
  package var unit: String
  /// A heading over several neighbouring columns that say the same.
  package var group: String?
  /// Where the values stand.
  package var alignment: Style.Alignment
  /// How numbers are printed.
  package var format: NumberFormat
  /// Whether values are bold: the column that the table is ranked by.
  package var isBold = false
  /// Whether a bar is drawn behind each rate; one column of a sheet at most.
  package var hasBars = false
  /// Whether long text continues on the next line of the cell.
  package var wraps = false
  /// Whether the text stands back, in the second ink.
  package var isQuiet = false
  /// The size of the text, where it differs from the table's.
  package var size: Double?
  /// Whether equal texts below one another become one cell.
  package var joinsEqual = false
  /// What may be typed in; such cells are tinted and unlocked.
  package var input: Input?
  /// How many columns of the page's grid the column covers.
  package var span = 1
  /// The least width in units of the default font (7 pixels).
  package var minimumUnits = 0.0

  /// Describes a column.
  package init(
    _ heading: String, unit: String = "", group: String? = nil, alignment: Style.Alignment, format: NumberFormat
  ) {
    self.heading = heading
    self.unit = unit
    self.group = group
    self.alignment = alignment
    self.format = format
  }

  /// The heading with its unit, as it is printed.
  package var headingText: String {
    unit.isEmpty ? heading : heading + "\n(" + unit + ")"
  }

  /// Returns the column after `change`, for what only a few columns need.
  package func with(_ change: (inout Column) -> Void) -> Column {
    var column = self
    change(&column)
    return column
  }

  /// The same column under a common heading.
  package func under(_ group: String) -> Column { with { $0.group = group } }
  /// The same column over several columns of the grid.
  package func spanning(_ span: Int) -> Column { with { $0.span = span } }
  /// The same column in bold.
  package var bold: Column { with { $0.isBold = true } }
  /// The same column with bars behind its rates, and bold: the ranked one.
  package var ranked: Column {
    with {
      $0.isBold = true
      $0.hasBars = true
      $0.minimumUnits = 14
    }
  }
}

extension Column {
  /// Serial numbers and ranks, centred; `—` for the unranked.
  package static func rank(_ heading: String) -> Column {
    Column(heading, alignment: .centre, format: .integer)
  }
  /// Names and other text, left and moved in.
  package static func name(_ heading: String) -> Column {
    Column(heading, alignment: .left, format: .general)
  }
  /// Short words in the middle: outcomes, dates.
  package static func word(_ heading: String) -> Column {
    Column(heading, alignment: .centre, format: .general)
  }
  /// Identifiers and raw text, kept as typed.
  package static func identifier(_ heading: String) -> Column {
    Column(heading, alignment: .left, format: .text)
  }
  /// Sentences, 10.5 points, continued on the next line.
  package static func sentence(_ heading: String) -> Column {
    Column(heading, alignment: .left, format: .general).with {
      $0.wraps = true
      $0.size = 10.5
    }
  }
  /// Counts.
  package static func count(_ heading: String, unit: String = "") -> Column {
    Column(heading, unit: unit, alignment: .right, format: .count)
  }
  /// Rates, numbers from 0 to 1 printed in per cent.
  package static func rate(_ heading: String, places: Int = 2) -> Column {
    Column(heading, alignment: .right, format: .percent(places: places))
  }
  /// Points, hours, means.
  package static func number(_ heading: String, unit: String = "", places: Int = 2) -> Column {
    Column(heading, unit: unit, alignment: .right, format: .decimal(places: places))
  }
  /// Differences with their sign.
  package static func change(_ heading: String, unit: String = "", places: Int = 2) -> Column {
    Column(heading, unit: unit, alignment: .right, format: .change(places: places))
  }
  /// Differences of ranks, as arrows.
  package static func rankChange(_ heading: String) -> Column {
    Column(heading, alignment: .centre, format: .rankChange)
  }
  /// Cells that someone fills in.
  package static func input(_ heading: String, _ input: Input, minimumUnits: Double) -> Column {
    Column(heading, alignment: .left, format: .general).with {
      $0.input = input
      $0.minimumUnits = minimumUnits
      $0.wraps = true
    }
  }
}
