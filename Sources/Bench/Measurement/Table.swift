import Foundation

/// A Markdown table whose columns also line up in a terminal.
struct Table {
  private var rows: [[String]]

  init(columns: [String]) {
    rows = [columns]
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  func print() {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (index, row) in rows.enumerated() {
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }
      Swift.print("| " + cells.joined(separator: " | ") + " |")
      guard index == 0 else { continue }
      let rules = widths.enumerated().map { column, width in
        column == 0 ? ":" + String(repeating: "-", count: width + 1) : String(repeating: "-", count: width + 1) + ":"
      }
      Swift.print("|" + rules.joined(separator: "|") + "|")
    }
  }
}

/// A number with so many decimals.
func decimal(_ number: Double, _ decimals: Int) -> String {
  String(format: "%.\(decimals)f", number)
}

/// A whole number with commas: 4,370,000.
func grouped(_ number: Int) -> String {
  var digits = String(number)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return ([digits] + groups).joined(separator: ",")
}
