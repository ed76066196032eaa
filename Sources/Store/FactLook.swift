import Exports
import Programme

/// Reads row after row into a sorter; one object, so that nothing is copied from row to row.
final class FactLook {
  private(set) var reading: FactReading
  let sorter: FactSorter
  private let recall: GroupRecall
  private let rollCall: RollCall
  private var hasRoll = false

  init(_ reading: FactReading, _ sorter: FactSorter, _ recall: GroupRecall, _ rollCall: RollCall) {
    self.reading = reading
    self.sorter = sorter
    self.recall = recall
    self.rollCall = rollCall
  }

  /// Waits for tonight's roster, unless it is known.
  func awaitRoll() throws {
    guard !hasRoll else { return }
    let roll = try rollCall.wait()
    recall.take(restless: roll.restless, of: roll.enrolments.count)
    reading.enrolments = roll.enrolments
    reading.matching = roll.matchings[reading.source.id]
    hasRoll = true
  }

  func read(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
    try awaitRoll()
    if reading.isByGroup { return try readGroup(row, sheet) }
    switch reading.record(row, sheet) {
    case .success(let record):
      try sorter.append(record)
      // Who else is called so may change: such a row is read anew every night.
      if reading.wasMatched { recall.note(nil, item: 0) }
      recall.note(record.enrolment, item: record.item)
      return .accepted
    case .failure(let refused):
      recall.note(nil, item: 0)
      return refused.outcome
    }
  }

  /// A row about a group counts for every member of it, and once in the account.
  private func readGroup(_ row: Row, _ sheet: SheetColumns) throws -> RowOutcome {
    switch reading.groupRecords(row, sheet) {
    case .success(let records):
      for record in records { try sorter.append(record) }
      return .accepted
    case .failure(let refused): return refused.outcome
    }
  }
}
