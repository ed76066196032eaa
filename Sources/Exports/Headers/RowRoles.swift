/// Tells what each row behind the header is.
///
/// Every row of a large export passes here, so the first bytes decide whether a cell is looked at any closer.
package struct RowRoles: Sendable {
  private let keyColumns: [Int]
  /// The bytes that each column of the header shows, once or as group and sub-header.
  private let headers: [[[UInt8]]]

  /// `keyColumns` are the columns where the word for a total would stand: names, units, identifiers.
  package init(header: HeaderMatch, keyColumns: [Int]) {
    self.keyColumns = keyColumns
    headers = header.headers.map { text in
      guard !text.isEmpty else { return [] }
      let parts = header.height > 1 ? text.split(separator: "/").map { Array($0.utf8) } : []
      return [Array(text.utf8)] + parts
    }
  }

  /// Tells what a row is.
  package func role(of row: Row) -> RowRole {
    if row.isBlank { return .blank }
    for column in keyColumns where totals.contains(row, column) {
      if totals.isWhole(row, column) { return .total }
    }
    if isNote(row) { return .note }
    return isHeader(row) ? .header : .data
  }

  /// A row with one text, repeated at most by merging, that begins like a note or signature; beside a signature others may be waiting
  /// (`联系电话：`).
  private func isNote(_ row: Row) -> Bool {
    guard let first = (0..<row.count).first(where: { !row.isBlank($0) }), notes.contains(row, first) else {
      return false
    }
    let text = row.bytes[row.range(first)]
    let others = (first + 1)..<max(row.count, first + 1)
    guard others.allSatisfy({ row.isBlank($0) || row.bytes[row.range($0)] == text || isWaiting(row, $0) }) else {
      return false
    }
    return notes.isBeginning(row, first)
  }

  /// Whether a cell ends in a colon, behind which something is to be written by hand.
  private func isWaiting(_ row: Row, _ column: Int) -> Bool {
    FoldedText(row.bytes.span.extracting(row.range(column))).withoutSpace.last == ":"
  }

  /// Whether most of the filled cells, and two at least, repeat the header above them.
  private func isHeader(_ row: Row) -> Bool {
    guard headers.indices.prefix(2).contains(where: { repeats(row, $0) }) else { return false }
    let repeated = headers.indices.filter { repeats(row, $0) }.count
    let filled = (0..<row.count).filter { !row.isBlank($0) }.count
    return repeated * 2 > filled && (repeated >= 2 || headers.count == 1)
  }

  private func repeats(_ row: Row, _ column: Int) -> Bool {
    let range = row.range(column)
    return headers[column].contains { $0.count == range.count && row.bytes[range].elementsEqual($0) }
  }
}

private let totals = TellingWords([
  "合计", "总计", "小计", "平均", "全市", "全县", "全省", "全区", "全校", "汇总", "平均值", "平均分", "总合计",
])

private let notes = TellingWords([
  "注", "说明", "备注", "填表人", "审核人", "单位(盖章)", "制表人", "负责人", "附注", "填报单位", "联系人", "盖章",
])

/// Words at which a row is known for something else than values.
private struct TellingWords: Sendable {
  private let words: [[Unicode.Scalar]]
  private let beginnings: [UInt32]

  init(_ words: [String]) {
    self.words = words.map { Array($0.unicodeScalars) }
    beginnings = words.map { Self.beginning(Array($0.utf8).span) }
  }

  /// Whether a cell begins with the first character of one of the words: never wrongly false.
  func contains(_ row: Row, _ column: Int) -> Bool {
    let bytes = row.bytes.span.extracting(row.range(column))
    guard bytes.count >= 3, bytes[0] <= 0x20 || bytes[0] >= 0xC2 else { return false }
    let start = trimmed(bytes).lowerBound
    return beginnings.contains(Self.beginning(bytes.extracting(start..<bytes.count)))
  }

  /// Whether the cell is one of the words, but for white space and a colon.
  func isWhole(_ row: Row, _ column: Int) -> Bool {
    let text = FoldedText(row.bytes.span.extracting(row.range(column))).withoutSpace
    return words.contains(text.last == ":" ? text.dropLast() : text)
  }

  /// Whether the cell begins with one of the words and does not go on as a longer word.
  func isBeginning(_ row: Row, _ column: Int) -> Bool {
    let text = FoldedText(row.bytes.span.extracting(row.range(column))).withoutSpace
    guard let word = words.first(where: { text.starts(with: $0) }) else { return false }
    guard let next = text.dropFirst(word.count).first else { return true }
    return !next.properties.isAlphabetic
  }

  private static func beginning(_ bytes: Span<UInt8>) -> UInt32 {
    bytes.count < 3 ? 0 : UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
  }
}
