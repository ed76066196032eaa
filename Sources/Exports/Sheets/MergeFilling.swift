/// Fills merged ranges, and nothing but them, with the contents of their first cells while rows pass by.
struct MergeFilling {
  private struct Open {
    let range: MergedRange
    let contents: [UInt8]
    let kind: CellKind
  }

  private let ranges: [MergedRange]
  private var next = 0
  private var open: [Open] = []

  /// `ranges` in the order of their first rows.
  init(_ ranges: [MergedRange]) {
    self.ranges = ranges
  }

  /// Fills the blank cells of the row that lie in merged ranges.
  mutating func fill(_ row: inout Row) {
    guard next < ranges.count || !open.isEmpty else { return }
    open.removeAll { $0.range.rows.upperBound < row.number }
    while next < ranges.count, ranges[next].rows.lowerBound <= row.number {
      let range = ranges[next]
      next += 1
      let first = range.columns.lowerBound
      guard range.rows.lowerBound == row.number, !row.isBlank(first) else { continue }
      open.append(Open(range: range, contents: Array(row.bytes[row.range(first)]), kind: row.kind(first)))
    }
    for merged in open {
      for column in merged.range.columns where row.isBlank(column) {
        row.pad(to: column)
        let start = row.bytes.count
        row.bytes.append(contentsOf: merged.contents)
        row.place(start..<row.bytes.count, kind: merged.kind, at: column)
      }
    }
  }
}
