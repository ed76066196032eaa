/// The rows of the last load, laid beside those of tonight: platforms export in one order, so that a row is found where the last
/// one was, or a little further on.
struct RowMemory {
  private let reader: RowMarksReader
  private var digests: [UInt64] = []
  private var enrolments: [Int32] = []
  private var position = 0
  /// How far ahead a row is looked for; a row beyond is taken for a new one, which costs time and nothing else.
  private static let reach = 256

  init(_ reader: RowMarksReader) { self.reader = reader }

  /// The enrolment of the row with this digest in the last load, 0 for one that was sent back; nil for a new row.
  ///
  /// `gone` is told the enrolments of the rows that were passed over: tonight does not have them, or not here.
  mutating func find(_ digest: UInt64, gone: (Int32) -> Void) throws -> Int32? {
    if digests.count - position < Self.reach { try refill() }
    let end = min(position + Self.reach, digests.count)
    var place = position
    while place < end, digests[place] != digest { place += 1 }
    guard place < end else { return nil }
    for skipped in position..<place { gone(abs(enrolments[skipped])) }
    position = place + 1
    return abs(enrolments[place])
  }

  /// Tells the enrolments of the rows that are left.
  mutating func finish(gone: (Int32) -> Void) throws {
    repeat {
      for skipped in position..<digests.count { gone(abs(enrolments[skipped])) }
      position = digests.count
    } while try refill()
  }

  @discardableResult
  private mutating func refill() throws -> Bool {
    digests.removeFirst(position)
    enrolments.removeFirst(position)
    position = 0
    return try reader.next(&digests, &enrolments)
  }
}
