import Exports

/// Rows of a sheet below the row that names its columns.
struct WorkbookTable {
  let path: String
  /// nil takes the first sheet.
  var sheet: String?
  /// Titles of the wanted columns; a title in the sheet may add full marks or a unit in brackets: `学习（50）`.
  let columns: [String]

  /// A row and where its wanted columns stand.
  struct Entry: ~Copyable {
    let row: Row
    fileprivate let positions: [Int]

    func text(_ column: Int) -> String { row.text(positions[column]) }

    /// A number in units of its last printed decimal; nil when the cell holds none.
    func number(_ column: Int, decimals: Int = 0) -> Int64? {
      let parsed = row.read(positions[column], as: DecimalForm(decimals: decimals))
      guard case .value(let number, _) = parsed else { return nil }
      return number
    }
  }

  /// Hands over the rows one by one; throws when no row names all columns.
  func forEachRow(_ body: (borrowing Entry) throws -> Void) throws {
    let export = try Export.open(path)
    let index = sheet.map { name in export.sheets.firstIndex { $0.name == name } } ?? 0
    guard let index else { throw ComparisonError(description: "\(path): has no sheet \(sheet ?? "")") }
    var reader = try export.rows(sheet: index)
    var row = Row()
    var positions: [Int] = []
    while try reader.next(&row) {
      if positions.isEmpty {
        positions = found(in: row) ?? []
      } else if !row.isBlank(positions[0]) {
        try body(Entry(row: row, positions: positions))
      }
    }
    if positions.isEmpty {
      throw ComparisonError(
        description: "\(path): no row of \(sheet ?? "its sheet") has \(columns.joined(separator: ", "))")
    }
  }

  private func found(in row: Row) -> [Int]? {
    let titles = (0..<row.count).map { row.text($0).replacing("\n", with: "") }
    let positions = columns.compactMap { column in
      titles.firstIndex(of: column) ?? titles.firstIndex { $0.hasPrefix("\(column)（") }
    }
    return positions.count == columns.count ? positions : nil
  }
}

/// A workbook that is not what it should be, so that nothing can be compared.
struct ComparisonError: Error, CustomStringConvertible {
  let description: String
}
