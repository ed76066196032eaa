/// A table of GitHub-flavoured Markdown whose cells hold plain text; they are escaped here and nowhere else.
package struct MarkdownTable: Sendable {
  /// Where the cells of a column stand.
  package enum Alignment: String, Sendable {
    case left = ":---"
    case centre = ":---:"
    case right = "---:"
  }

  /// One column.
  package struct Column: Sendable {
    package let heading: String
    package let alignment: Alignment

    package init(_ heading: String, _ alignment: Alignment) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  package var rows: [[String]]
  /// The last row, in bold; a `—` or an empty cell stays plain.
  package var total: [String]?

  package init(columns: [Column], rows: [[String]], total: [String]? = nil) {
    self.columns = columns
    self.rows = rows
    self.total = total
  }

  /// The table as lines, without a line break at its end.
  package var text: String {
    var lines = [
      line(columns.map { MarkdownText.escaped($0.heading) }),
      "|" + columns.map(\.alignment.rawValue).joined(separator: "|") + "|",
    ]
    lines += rows.map { line($0.map(MarkdownText.escaped)) }
    if let total { lines.append(line(total.map(bold))) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private func bold(_ cell: String) -> String {
    cell.isEmpty || cell == "—" ? cell : "**\(MarkdownText.escaped(cell))**"
  }
}
