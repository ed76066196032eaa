/// Fills merged ranges, and nothing but them, with the contents of their first cells while rows pass by.
struct MergeFilling {
  private struct Open {
    let range: MergedRange
    let contents: [UInt8]
    let kind: CellKind
  }

  private let ranges: [MergedRange]
  private let rowLimit: Int
  private var next = 0
  private var open: [Open] = []

  /// How many ranges reach into the row that was filled last, or begin in it.
  var openRanges: Int { open.count }

  /// `ranges` in the order of their first rows; `rowLimit` is the longest row, in bytes.
  init(_ ranges: [MergedRange], rowLimit: Int) {
    self.ranges = ranges
    self.rowLimit = rowLimit
  }

  /// Fills the blank cells of the row that lie in merged ranges; all of a range share its contents.
  mutating func fill(_ row: inout Row) {
    guard next < ranges.count || !open.isEmpty else { return }
    open.removeAll { $0.range.rows.upperBound < row.number }
    while next < ranges.count, ranges[next].rows.lowerBound <= row.number {
      add(ranges[next], of: row)
      next += 1
    }
    for merged in open { fill(merged, in: &row) }
  }

  private func fill(_ merged: Open, in row: inout Row) {
    var shared: Range<Int>?
    for column in merged.range.columns where row.isBlank(column) {
      if shared == nil {
        guard row.bytes.count + merged.contents.count <= rowLimit else {
          row.fault = .tooLong
          return
        }
        let start = row.bytes.count
        row.bytes.append(contentsOf: merged.contents)
        shared = start..<row.bytes.count
      }
      row.pad(to: column)
      if let shared { row.place(shared, kind: merged.kind, at: column) }
    }
    if merged.kind == .formulaWithoutValue { row.lacksValues = true }
  }

  /// Takes up a range that begins in the row, unless its first cell is blank or it overlaps another, which no program allows.
  mutating func add(_ range: MergedRange, of row: Row) {
    let first = range.columns.lowerBound
    guard range.rows.lowerBound == row.number, !row.isBlank(first) else { return }
    let isTaken = open.contains { $0.range.rows.upperBound >= row.number && $0.range.columns.overlaps(range.columns) }
    guard !isTaken else { return }
    open.append(Open(range: range, contents: Array(row.bytes[row.range(first)]), kind: row.kind(first)))
  }
}
