import Programme

/// Spares a fact source the reading of rows that the last load has read already.
///
/// A row that stands as it stood last time is passed over when nothing that gives it meaning has changed. The facts of an
/// enrolment are merged and folded together, so that an enrolment with one row that is new, gone or to be read again is read as a
/// whole: that is the second look, `wants`. What is left out of both looks is what the database holds already.
final class FactRecall {
  private var memory: RowMemory?
  let marks: RowMarksWriter
  let context: String
  /// Enrolments whose rows have to be read, by key less one; empty when there is no memory and everything is read.
  private(set) var affected: [Bool]
  /// Enrolments that have a row tonight.
  private(set) var present: [Bool]
  /// Enrolments of people who got another one tonight: a row that named one may now name none, or two.
  private let restless: Set<Int32>
  private var pending: UInt64 = 0
  /// Whether the pending row has its mark.
  private var isNoted = false
  /// Enrolments of rows that count only because they were mended. They are read as a whole every night: what somebody filled in
  /// does not stand in the row, so that no digest tells of a change.
  private(set) var mended: [Int32] = []
  /// How many rows were passed over at the first look.
  private(set) var known = 0

  /// Whether rows are compared with those of the last load.
  let hasMemory: Bool

  /// `earlier` are the marks of the last load, where they hold for tonight.
  init(
    _ earlier: (reader: RowMarksReader, seal: RowMarksSeal)?, marks: RowMarksWriter, context: String, enrolments: Int,
    restless: Set<Int32>
  ) {
    memory = earlier.map { RowMemory($0.reader) }
    hasMemory = memory != nil
    self.marks = marks
    self.context = context
    self.restless = restless
    affected = [Bool](repeating: false, count: hasMemory ? enrolments : 0)
    present = [Bool](repeating: false, count: hasMemory ? enrolments : 0)
    for enrolment in earlier?.seal.repeating ?? [] { affect(enrolment) }
    for enrolment in restless { affect(enrolment) }
  }

  private func affect(_ enrolment: Int32) {
    if enrolment > 0, Int(enrolment) <= affected.count { affected[Int(enrolment) - 1] = true }
  }

  /// The first look: whether a row needs no reading, because the last load has read the same.
  func knows(_ digest: UInt64) throws -> Bool {
    pending = digest
    isNoted = false
    guard let enrolment = try memory?.find(pending, gone: affect), enrolment > 0 else { return false }
    guard Int(enrolment) <= present.count, !restless.contains(enrolment) else { return false }
    present[Int(enrolment) - 1] = true
    known += 1
    try marks.append(RowMark(digest: pending, enrolment: enrolment))
    return true
  }

  /// Notes what the row that was not known came to: the enrolment of its fact, nil for a row that was sent back.
  func note(_ enrolment: Int32?) throws {
    if isNoted {
      // The row was sent back as it stands, and marked so; this is what it came to when it was mended.
      if let enrolment { mended.append(enrolment) }
    } else {
      // Below zero until all is read: the second look must not read it again.
      try marks.append(RowMark(digest: pending, enrolment: -(enrolment ?? 0)))
      isNoted = true
    }
    guard hasMemory, let enrolment else { return }
    affect(enrolment)
    present[Int(enrolment) - 1] = true
  }

  /// Ends the first look and answers whether a second one is needed.
  func finish() throws -> Bool {
    try memory?.finish(gone: affect)
    memory = nil
    try marks.flush()
    return known > 0 && affected.contains(true)
  }

  /// The marks of tonight, for the second look.
  func marksOfTonight() throws -> TonightsMarks {
    TonightsMarks(try RowMarksReader(path: marks.path, rows: marks.count))
  }

  /// Whether the second look has to read a row with this mark: it was passed over, and its enrolment is affected.
  func wants(_ enrolment: Int32) -> Bool { enrolment > 0 && affected[Int(enrolment) - 1] }
}

/// The marks of tonight's rows one by one, in the order in which they were made.
struct TonightsMarks {
  private let reader: RowMarksReader
  private var digests: [UInt64] = []
  private var enrolments: [Int32] = []
  private var position = 0

  init(_ reader: RowMarksReader) { self.reader = reader }

  /// Whether the row with this digest has to be read at the second look; the rows must come as they came at the first.
  ///
  /// Rows without a mark, such as headers, are told by a digest that is not the next mark's.
  mutating func isWanted(_ digest: UInt64, by recall: FactRecall) throws -> Bool {
    if position == enrolments.count {
      digests.removeAll(keepingCapacity: true)
      enrolments.removeAll(keepingCapacity: true)
      position = 0
      guard try reader.next(&digests, &enrolments) else { return false }
    }
    guard digests[position] == digest else { return false }
    position += 1
    return recall.wants(enrolments[position - 1])
  }
}
