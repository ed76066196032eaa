/// Finds where the cells of one record of separated text lie.
///
/// Keeps nothing between records: it is given the bytes and the position where a record starts.
struct RecordScanner {
  let delimiter: UInt8
  /// No byte above this one ends or opens anything.
  private let ceiling: UInt8
  private let isDecoded: Bool

  /// `isDecoded` says that the bytes were made from another encoding, and are UTF-8 but for the marks of its faults.
  init(delimiter: Delimiter, isDecoded: Bool = false) {
    self.delimiter = delimiter.rawValue
    self.isDecoded = isDecoded
    ceiling = max(delimiter.rawValue, Self.quote)
  }

  /// How the search for a record ended.
  enum Outcome {
    /// The record ends before `next`, where the following one starts, and spans so many lines.
    case record(next: Int, lines: Int)
    /// The bytes end within the record.
    case incomplete
  }

  static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Finds the cells of the record that starts at `start`; their ranges count from there.
  ///
  /// `isFinal` says that nothing follows the bytes. A quoted cell that is not closed, or is followed by text, spoils
  /// only the line where the record starts: the search for the next record goes on behind that line.
  func scan(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool, into row: inout Row) -> Outcome {
    var position = start
    var seen: UInt8 = 0
    var lines = 1
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        let cell = position + 1
        switch closingQuote(bytes, from: cell, lines: &lines, seen: &seen, into: &row) {
        case .none:
          return isFinal ? unbalanced(bytes, from: start, isFinal: isFinal, into: &row) : .incomplete
        case .some(let close):
          guard close + 1 < bytes.count || isFinal else { return .incomplete }
          guard isEnd(bytes, at: close + 1) else {
            return unbalanced(bytes, from: start, isFinal: isFinal, into: &row)
          }
          row.cells.append(Row.Cell(start: Int32(cell - start), end: Int32(close - start), kind: .text))
          position = close + 1
        }
      } else {
        let cell = position
        position = endOfCell(bytes, from: position, seen: &seen, into: &row)
        row.cells.append(Row.Cell(start: Int32(cell - start), end: Int32(position - start), kind: .text))
      }
      guard position < bytes.count else {
        if !isFinal { return .incomplete }
        return finish(bytes, start..<position, next: position, lines: lines, seen: seen, into: &row)
      }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      guard let next = afterLineEnd(bytes, at: position, isFinal: isFinal) else { return .incomplete }
      return finish(bytes, start..<position, next: next, lines: lines, seen: seen, into: &row)
    }
  }

  private func finish(
    _ bytes: Span<UInt8>, _ record: Range<Int>, next: Int, lines: Int, seen: UInt8, into row: inout Row
  ) -> Outcome {
    if seen >= 0x80, row.fault == nil, !isSound(bytes.extracting(record)) { row.fault = .undecodable }
    return .record(next: next, lines: lines)
  }

  /// Whether all bytes are characters; what was decoded from another encoding only shows its marks.
  private func isSound(_ record: Span<UInt8>) -> Bool {
    guard isDecoded else { return isUTF8(record) }
    for index in record.indices where record[index] == GB18030.undecodable { return false }
    return true
  }

  /// The end of a cell without quotes: the separator or line end behind it, or the end of the bytes.
  private func endOfCell(_ bytes: Span<UInt8>, from start: Int, seen: inout UInt8, into row: inout Row) -> Int {
    var position = start
    var union = seen
    while position < bytes.count {
      let byte = bytes[position]
      union |= byte
      if byte <= ceiling {
        if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
        if byte == 0 { row.fault = .nulByte }
      }
      position += 1
    }
    seen = union
    return position
  }

  /// The quote that closes a quoted cell; nil when the bytes end before it.
  private func closingQuote(
    _ bytes: Span<UInt8>, from start: Int, lines: inout Int, seen: inout UInt8, into row: inout Row
  ) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      seen |= byte
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { return position }
        row.hasDoubledQuotes = true
        position += 1
      } else if byte == Self.lineFeed {
        lines += 1
      } else if byte == 0 {
        row.fault = .nulByte
      } else if byte == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] != Self.lineFeed {
        lines += 1
      }
      position += 1
    }
    return nil
  }

  private func isEnd(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// The start of the line behind a line end; nil when a line feed might still follow a carriage return.
  private func afterLineEnd(_ bytes: Span<UInt8>, at position: Int, isFinal: Bool) -> Int? {
    if bytes[position] == Self.lineFeed { return position + 1 }
    guard position + 1 < bytes.count else { return isFinal ? position + 1 : nil }
    return bytes[position + 1] == Self.lineFeed ? position + 2 : position + 1
  }

  /// Takes the first line of a spoilt record for the whole of it, split at every separator.
  private func unbalanced(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool, into row: inout Row) -> Outcome {
    row.cells.removeAll(keepingCapacity: true)
    var position = start
    var seen: UInt8 = 0
    while true {
      let cell = position
      position = endOfCell(bytes, from: position, seen: &seen, into: &row)
      row.cells.append(Row.Cell(start: Int32(cell - start), end: Int32(position - start), kind: .text))
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    row.fault = .unbalancedQuote
    row.hasDoubledQuotes = false
    guard position < bytes.count else { return isFinal ? .record(next: position, lines: 1) : .incomplete }
    guard let next = afterLineEnd(bytes, at: position, isFinal: isFinal) else { return .incomplete }
    return .record(next: next, lines: 1)
  }
}
