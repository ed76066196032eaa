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
  private(set) var affected: [Bool] = []
  /// Enrolments of which a row was known tonight.
  private var present: [Bool] = []
  /// The number of the row that is being read among those with marks; every row has one.
  var pending = 0 {
    didSet { isNoted = false }
  }
  /// What the mark of the pending row says, at the second look.
  fileprivate var expected: Int32?
  /// Whether it has been said what the pending row came to.
  private var isNoted = false
  /// Enrolments of rows that count only because they were mended. They are read as a whole every night: what somebody filled in
  /// does not stand in the row, so that no digest tells of a change.
  private(set) var mended: [Int32] = []
  /// How many rows were passed over at the first look.
  private(set) var known = 0

  /// Whether rows are compared with those of the last load.
  let hasMemory: Bool

  /// `earlier` are the marks of the last load, where they hold for tonight.
  init(_ earlier: (reader: RowMarksReader, seal: RowMarksSeal)?, marks: RowMarksWriter, context: String) {
    memory = earlier.map { RowMemory($0.reader) }
    hasMemory = memory != nil
    self.marks = marks
    self.context = context
    for enrolment in earlier?.seal.repeating ?? [] { affect(enrolment) }
  }

  /// Takes notice of tonight's roll: whoever got another enrolment is read as a whole, since a row may now mean the other one.
  func take(_ roll: Roll) {
    guard hasMemory else { return }
    for enrolment in roll.restless { affect(enrolment) }
    grow(to: roll.enrolments.count)
  }

  private func affect(_ enrolment: Int32) {
    guard enrolment > 0 else { return }
    grow(to: Int(enrolment))
    affected[Int(enrolment) - 1] = true
  }

  private func grow(to count: Int) {
    while affected.count < count {
      affected.append(false)
      present.append(false)
    }
  }

  /// The first look: whether a row needs no reading, because the last load has read the same.
  func knows(_ digest: UInt64) throws -> Bool {
    pending = marks.count
    let enrolment = try memory?.find(digest, gone: affect) ?? 0
    try marks.append(RowMark(digest: digest, enrolment: enrolment > 0 ? enrolment : 0))
    guard enrolment > 0 else { return false }
    grow(to: Int(enrolment))
    present[Int(enrolment) - 1] = true
    known += 1
    return true
  }

  /// Notes what the row that was not known came to: the enrolment of its fact, nil for a row that was sent back.
  func note(_ enrolment: Int32?) {
    if isNoted {
      // The row was sent back as it stands, and marked so; this is what it came to when it was mended.
      if let enrolment { mended.append(enrolment) }
    } else {
      // Below zero: the second look must not read it again.
      if expected == nil || expected != enrolment { marks.set(-(enrolment ?? 0), ofRow: pending) }
      isNoted = true
    }
    if hasMemory, let enrolment { affect(enrolment) }
  }

  /// Ends the first look and answers whether a second one is needed.
  func finish() throws -> Bool {
    try memory?.finish(gone: affect)
    memory = nil
    try marks.finish()
    return known > 0 && affected.contains(true)
  }

  /// The marks of tonight, for the second look.
  func marksOfTonight() throws -> TonightsMarks {
    TonightsMarks(try RowMarksReader(path: marks.path, rows: marks.count))
  }

  /// Whether the second look has to read a row with this mark: it was passed over, and its enrolment is affected.
  func wants(_ enrolment: Int32) -> Bool { enrolment > 0 && affected[Int(enrolment) - 1] }

  /// Enrolments whose rows all stand as they stood.
  var unchanged: [Bool] { zip(present, affected).map { $0 && !$1 } }
}

/// The marks of tonight's rows one by one, in the order in which they were made.
struct TonightsMarks {
  private let reader: RowMarksReader
  private var digests: [UInt64] = []
  private var enrolments: [Int32] = []
  private var position = 0
  private var passed = 0

  init(_ reader: RowMarksReader) { self.reader = reader }

  /// Whether the next row has to be read at the second look; the rows come as they came at the first.
  mutating func isWanted(_ digest: UInt64, by recall: FactRecall) throws -> Bool {
    if position == enrolments.count {
      digests.removeAll(keepingCapacity: true)
      enrolments.removeAll(keepingCapacity: true)
      position = 0
      guard try reader.next(&digests, &enrolments) else { throw ChangedWhileRead() }
    }
    guard digests[position] == digest else { throw ChangedWhileRead() }
    recall.pending = passed
    recall.expected = enrolments[position]
    passed += 1
    position += 1
    return recall.wants(enrolments[position - 1])
  }

  /// Refuses an export that has ended before the rows of the first look have all come again.
  func finish(_ recall: FactRecall) throws {
    if passed != recall.marks.count { throw ChangedWhileRead() }
  }
}

/// An export that is not the same at the second look as at the first: somebody is writing it while it is read.
struct ChangedWhileRead: Error {}
