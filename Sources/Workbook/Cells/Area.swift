/// A rectangle of cells, its corners included.
package struct Area: Hashable, Sendable {
  /// The rows, from 0.
  package var rows: ClosedRange<Int>
  /// The columns, from 0.
  package var columns: ClosedRange<Int>

  /// Names a rectangle.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The upper left cell.
  package var first: Position {
    Position(row: rows.lowerBound, column: columns.lowerBound)
  }

  /// How many cells the rectangle holds.
  package var count: Int {
    rows.count * columns.count
  }
}
