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

  /// How many ranges reach into the row that was filled last, or begin in it.
  var openRanges: Int { open.count }

  /// `ranges` in the order of their first rows.
  init(_ ranges: [MergedRange]) {
    self.ranges = ranges
  }

  /// Fills the blank cells of the row that lie in merged ranges.
  mutating func fill(_ row: inout Row) {
    guard next < ranges.count || !open.isEmpty else { return }
    open.removeAll { $0.range.rows.upperBound < row.number }
    while next < ranges.count, ranges[next].rows.lowerBound <= row.number {
      add(ranges[next], of: row)
      next += 1
    }
    for merged in open {
      var contents: Range<Int>?
      for column in merged.range.columns where row.isBlank(column) {
        if contents == nil {
          row.bytes.append(contentsOf: merged.contents)
          contents = (row.bytes.count - merged.contents.count)..<row.bytes.count
        }
        guard let contents else { continue }
        row.pad(to: column)
        row.place(contents, kind: merged.kind, at: column)
      }
    }
  }

  /// Takes up a range that begins in the row, where its first cell holds anything.
  mutating func add(_ range: MergedRange, of row: Row) {
    let first = range.columns.lowerBound
    guard range.rows.lowerBound == row.number, !row.isBlank(first) else { return }
    open.append(Open(range: range, contents: Array(row.bytes[row.range(first)]), kind: row.kind(first)))
  }
}
