import Foundation

/// Puts the rows of a source into person order: in memory up to a budget, then in sorted runs on disk that are merged.
package final class FactSorter {
  private var records = FactRecords()
  private let budget: Int
  private let folder: String
  private var runs: [String] = []

  private let name: String

  /// `budget` is the number of records held in memory; `folder` takes the runs, whose names begin with `name`.
  package init(budget: Int = 2_097_152, folder: String, name: String) {
    self.budget = max(1, budget)
    self.folder = folder
    self.name = name
  }

  deinit {
    for run in runs { try? FileManager.default.removeItem(atPath: run) }
  }

  package func append(_ record: FactRecord) throws {
    if records.count == budget { try spill() }
    records.append(record)
  }

  /// Hands over the rows enrolment by enrolment in ascending order, each group by item and then by file and row; once only.
  ///
  /// Groups are put together on another thread while those before are used: gathering them waits for memory, and using them for SQLite.
  package func forEachGroup(_ body: (_ enrolment: Int32, _ rows: inout [FactRecord]) throws -> Void) throws {
    let groups: any GroupSource
    if runs.isEmpty {
      groups = SortedGroups(records, Self.order(records))
    } else {
      if !records.isEmpty { try spill() }
      groups = try MergedGroups(runs.map { try RunReader(path: $0) })
    }
    records = FactRecords()
    let ahead = GroupsAhead(groups)
    var group: [FactRecord] = []
    while let batch = try ahead.next() {
      var start = 0
      for end in batch.ends {
        group.removeAll(keepingCapacity: true)
        group.append(contentsOf: batch.rows[start..<end])
        start = end
        try body(group[0].enrolment, &group)
      }
    }
  }

  /// The positions of the records by enrolment, equal ones in order of reading: one counting sort.
  private static func order(_ records: FactRecords) -> [UInt32] {
    guard !records.isEmpty else { return [] }
    var highest: Int32 = 0
    for chunk in records.chunks { for record in chunk { highest = max(highest, record.enrolment) } }
    var starts = [UInt32](repeating: 0, count: Int(highest) + 2)
    for chunk in records.chunks { for record in chunk { starts[Int(record.enrolment) + 1] += 1 } }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [UInt32](repeating: 0, count: records.count)
    var position: UInt32 = 0
    for chunk in records.chunks {
      for record in chunk {
        let slot = Int(record.enrolment)
        order[Int(starts[slot])] = position
        starts[slot] += 1
        position += 1
      }
    }
    return order
  }

  private func spill() throws {
    let path = "\(folder)/\(name)-\(runs.count).tmp"
    let order = Self.order(records)
    var bytes: [UInt8] = []
    _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    runs.append(path)
    for start in stride(from: 0, to: order.count, by: RunReader.chunk) {
      bytes.removeAll(keepingCapacity: true)
      for position in order[start..<min(start + RunReader.chunk, order.count)] {
        withUnsafeBytes(of: records[Int(position)]) { bytes.append(contentsOf: $0) }
      }
      try file.write(contentsOf: bytes)
    }
    try file.close()
    records = FactRecords()
  }
}

/// Records in pieces of 32 MiB: an array that grows by doubling would hold three times the memory while it is copied, and pieces of
/// this size go back to the system as soon as they are let go.
struct FactRecords {
  private static let bits = 20
  private(set) var chunks: [[FactRecord]] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ record: FactRecord) {
    if count & ((1 << Self.bits) - 1) == 0 {
      var chunk: [FactRecord] = []
      chunk.reserveCapacity(1 << Self.bits)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(record)
    count += 1
  }

  subscript(_ position: Int) -> FactRecord {
    chunks[position >> Self.bits][position & ((1 << Self.bits) - 1)]
  }
}

/// Reads one sorted run back, a chunk at a time.
final class RunReader {
  static let chunk = 8_192
  private(set) var head: FactRecord?
  private let file: FileHandle
  private var records: [FactRecord] = []
  private var position = 0

  init(path: String) throws {
    file = try FileHandle(forReadingFrom: URL(filePath: path))
    try advance()
  }

  func advance() throws {
    if position == records.count {
      let bytes = try file.read(upToCount: Self.chunk * MemoryLayout<FactRecord>.stride) ?? Data()
      records = bytes.withUnsafeBytes { raw in
        stride(from: 0, to: raw.count, by: MemoryLayout<FactRecord>.stride).map {
          raw.loadUnaligned(fromByteOffset: $0, as: FactRecord.self)
        }
      }
      position = 0
    }
    head = position < records.count ? records[position] : nil
    position += 1
  }
}
