/// A value in a table, with what sets it apart from its column.
package struct Cell: Hashable, Sendable {
  /// The value.
  package var value: CellValue
  /// Whether it is bold.
  package var isBold = false
  /// Whether it is shown as faulty: bold, grey, in a strong frame.
  package var isFaulty = false
  /// The format, where it differs from the column's.
  package var format: NumberFormat?
  /// What the cell is called in formulas of the whole workbook, before it is made legal and unlike other names.
  package var name: String?

  /// Puts a value into a cell.
  package init(_ value: CellValue) {
    self.value = value
  }

  /// Nothing.
  package static let blank = Cell(.blank)
  /// The sign for a figure that has no value.
  package static let missing = Cell(.missing)

  /// Text, kept as text.
  package static func text(_ text: String) -> Cell { Cell(.text(text)) }
  /// A whole number.
  package static func integer(_ value: some BinaryInteger) -> Cell { Cell(.integer(Int64(clamping: value))) }
  /// The number `units ÷ 10^decimals`.
  package static func decimal(_ units: some BinaryInteger, decimals: Int) -> Cell {
    Cell(.decimal(units: Int64(clamping: units), decimals: decimals))
  }
  /// A rate of counts as a number from 0 to 1; `—` of nobody.
  package static func rate(_ numerator: some BinaryInteger, of denominator: some BinaryInteger, places: Int = 2) -> Cell
  {
    Cell(.rate(Int64(clamping: numerator), of: Int64(clamping: denominator), places: places))
  }

  /// The same cell in bold.
  package var bold: Cell { changed { $0.isBold = true } }
  /// The same cell marked as faulty.
  package var faulty: Cell { changed { $0.isFaulty = true } }
  /// The same cell in another format.
  package func formatted(_ format: NumberFormat) -> Cell { changed { $0.format = format } }
  /// The same cell with a name for the whole workbook, `合格率_全省`.
  package func named(_ name: String) -> Cell { changed { $0.name = name } }

  private func changed(_ change: (inout Cell) -> Void) -> Cell {
    var cell = self
    change(&cell)
    return cell
  }
}
