/// Spares a roster the reading of rows that the last load has read already.
///
/// A row that stands as it stood states the enrolment that it stated. What it would have done tonight is done by `passed`: the
/// enrolment is seen, in this row. A row that was sent back or remarked upon is read every night.
final class RosterRecall: RowRecall {
  private var memory: RowMemory?
  let marks: RowMarksWriter
  let context: String
  let hasMemory: Bool
  let awaitsRoll = false
  /// Whether tonight's rows so far leave an enrolment as the last load knew it, so that its row need not be read.
  var mayPass: (_ enrolment: Int32) -> Bool = { _ in false }
  var passed: (_ enrolment: Int32, _ row: Int, _ sheet: Int) -> Void = { _, _, _ in }
  private var known: Int32 = 0
  private(set) var count = 0
  private var isNoted = false
  var pending = 0 {
    didSet { isNoted = false }
  }

  init(_ earlier: RowMarksReader?, marks: RowMarksWriter, context: String) {
    memory = earlier.map(RowMemory.init)
    hasMemory = earlier != nil
    self.marks = marks
    self.context = context
  }

  func knows(_ digest: UInt64) throws -> Bool {
    pending = marks.count
    known = try memory?.find(digest, gone: { _ in })?.group ?? 0
    if known > 0, !mayPass(known) { known = 0 }
    try marks.append(RowMark(digest: digest, group: known))
    return known > 0
  }

  func passOver(row: Int, sheet: Int) {
    count += 1
    passed(known, row, sheet)
  }

  /// Only the first word counts: a row that was sent back as it stands is read again even when it was mended.
  func note(_ key: Int32?, item: Int64) {
    if !isNoted { marks.set(key ?? 0, item: item, ofRow: pending) }
    isNoted = true
  }
}
