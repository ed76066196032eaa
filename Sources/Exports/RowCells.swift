extension Row {
  /// A row of these cells, as a text file has them.
  package init(number: Int, cells: [String]) {
    self.init()
    self.number = number
    for (column, text) in cells.enumerated() { set(column, text) }
  }

  /// The same row with other contents in one cell; where it is short, empty cells come between.
  package func replacing(_ column: Int, with text: String) -> Row {
    var row = self
    row.set(column, text)
    return row
  }

  /// The contents of every cell as they stand.
  package var texts: [String] { (0..<count).map(text) }

  private mutating func set(_ column: Int, _ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    pad(to: column)
    place(start..<bytes.count, kind: .text, at: column)
  }
}
