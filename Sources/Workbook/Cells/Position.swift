/// A cell by row and column, both counted from zero.
package struct Position: Hashable, Sendable {
  /// The row, from 0.
  package var row: Int
  /// The column, from 0.
  package var column: Int

  /// Names a cell.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The name people know: `B4`.
  package var name: String {
    columnName(column) + String(row + 1)
  }

  /// The name that does not move when it is copied: `$B$4`.
  package var absoluteName: String {
    "$" + columnName(column) + "$" + String(row + 1)
  }
}

/// The letters of a column counted from zero: A, B, … Z, AA.
func columnName(_ column: Int) -> String {
  var letters = ""
  var rest = column + 1
  while rest > 0 {
    let letter = (rest - 1) % 26
    letters = String(UnicodeScalar(UInt8(65 + letter))) + letters
    rest = (rest - 1) / 26
  }
  return letters
}
