/// The rows of the last load, laid beside those of tonight: platforms export in one order, so that a row is found where the last
/// one was, or a little further on.
struct RowMemory {
  private let reader: RowMarksReader
  private var block = RowMarksBlock()
  private var position = 0
  /// How far ahead a row is looked for; a row beyond is taken for a new one, which costs time and nothing else.
  private static let reach = 256

  init(_ reader: RowMarksReader) { self.reader = reader }

  /// The mark of the row with this digest in the last load, of group 0 when it was sent back; nil for a new row.
  ///
  /// `gone` is told the marks of the rows that were passed by: tonight does not have them, or not here.
  mutating func find(_ digest: UInt64, gone: (RowMark) -> Void) throws -> RowMark? {
    if block.count - position < Self.reach { try refill() }
    let end = min(position + Self.reach, block.count)
    var place = position
    while place < end, block.digests[place] != digest { place += 1 }
    guard place < end else { return nil }
    for skipped in position..<place { gone(earlier(skipped)) }
    position = place + 1
    return earlier(place)
  }

  /// The mark of the next row of the last load, if it has this digest: most rows stand where they stood.
  mutating func following(_ digest: UInt64) -> RowMark? {
    guard position < block.count, block.digests[position] == digest else { return nil }
    position += 1
    return earlier(position - 1)
  }

  /// Tells the marks of the rows that are left.
  mutating func finish(gone: (RowMark) -> Void) throws {
    repeat {
      for skipped in position..<block.count { gone(earlier(skipped)) }
      position = block.count
    } while try refill()
  }

  /// A mark of the last load, whether its row was read or known then.
  private func earlier(_ place: Int) -> RowMark {
    var mark = block[place]
    mark.group = abs(mark.group)
    return mark
  }

  @discardableResult
  private mutating func refill() throws -> Bool {
    block.removeFirst(position)
    position = 0
    return try reader.next(&block)
  }
}
