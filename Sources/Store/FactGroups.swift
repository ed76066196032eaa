import Dispatch

/// Rows of several groups one behind the other, and where each group ends.
struct GroupBatch {
  var rows: [FactRecord] = []
  var ends: [Int] = []

  /// How many rows a batch has before it is handed over.
  static let size = 16_384

  /// Ends a group, whose rows stand at the end.
  mutating func endGroup(startingAt start: Int) {
    rows.sortByItem(from: start)
    ends.append(rows.count)
  }
}

/// Puts together rows by enrolment in ascending order, batch by batch.
protocol GroupSource: AnyObject {
  /// The next groups; nil behind the last one.
  func next() throws -> GroupBatch?
}

/// Groups of records in memory, by the order of their positions.
final class SortedGroups: GroupSource {
  private let records: FactRecords
  private let order: [UInt32]
  private var position = 0

  init(_ records: FactRecords, _ order: [UInt32]) {
    (self.records, self.order) = (records, order)
  }

  func next() -> GroupBatch? {
    guard position < order.count else { return nil }
    var batch = GroupBatch()
    batch.rows.reserveCapacity(GroupBatch.size + 64)
    while position < order.count, batch.rows.count < GroupBatch.size {
      let start = batch.rows.count
      let first = records[Int(order[position])]
      batch.rows.append(first)
      position += 1
      while position < order.count {
        let record = records[Int(order[position])]
        guard record.enrolment == first.enrolment else { break }
        batch.rows.append(record)
        position += 1
      }
      batch.endGroup(startingAt: start)
    }
    return batch
  }
}

/// Groups of records that lie in sorted runs on disk.
final class MergedGroups: GroupSource {
  private let readers: [RunReader]

  init(_ readers: [RunReader]) { self.readers = readers }

  func next() throws -> GroupBatch? {
    var batch = GroupBatch()
    while batch.rows.count < GroupBatch.size, let enrolment = readers.compactMap({ $0.head?.enrolment }).min() {
      let start = batch.rows.count
      for reader in readers {
        while let head = reader.head, head.enrolment == enrolment {
          batch.rows.append(head)
          try reader.advance()
        }
      }
      batch.endGroup(startingAt: start)
    }
    return batch.ends.isEmpty ? nil : batch
  }
}

/// Has the next batch made on a thread of its own while the last one is used.
///
/// Unchecked, because the source is reached by the queue alone, and what it made by nobody before the queue has let go of it.
final class GroupsAhead: @unchecked Sendable {
  private let source: any GroupSource
  private let queue = DispatchQueue(label: "groups")
  private var made: Result<GroupBatch?, any Error> = .success(nil)

  init(_ source: any GroupSource) {
    self.source = source
    make()
  }

  private func make() {
    queue.async { [self] in made = Result { try source.next() } }
  }

  /// The next batch; nil behind the last one.
  func next() throws -> GroupBatch? {
    let batch = try queue.sync { made }.get()
    if batch != nil { make() }
    return batch
  }
}

extension [FactRecord] {
  /// Sorts the rows from a place on by item; groups are short, so insertion keeps the order of reading at the lowest cost.
  fileprivate mutating func sortByItem(from start: Int) {
    guard count - start <= 64 else { return self[start...].sort { $0.precedes($1) } }
    var index = start + 1
    while index < count {
      let record = self[index]
      var slot = index
      while slot > start, record.precedes(self[slot - 1]) {
        self[slot] = self[slot - 1]
        slot -= 1
      }
      self[slot] = record
      index += 1
    }
  }
}

extension FactRecord {
  /// By item, and rows of one item as they stand in the exports, whenever they were read.
  fileprivate func precedes(_ other: FactRecord) -> Bool {
    if item != other.item { return item < other.item }
    return file == other.file ? row < other.row : file < other.file
  }
}
