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
  package func forEachGroup(_ body: (_ enrolment: Int32, _ rows: inout [FactRecord]) throws -> Void) throws {
    var group: [FactRecord] = []
    if runs.isEmpty {
      let order = Self.order(records)
      var position = 0
      while position < order.count {
        let enrolment = records[Int(order[position])].enrolment
        group.removeAll(keepingCapacity: true)
        while position < order.count, records[Int(order[position])].enrolment == enrolment {
          group.append(records[Int(order[position])])
          position += 1
        }
        Self.sortByItem(&group)
        try body(enrolment, &group)
      }
      return
    }
    if !records.isEmpty { try spill() }
    records = FactRecords()
    var readers: [RunReader] = []
    for run in runs { readers.append(try RunReader(path: run)) }
    while let enrolment = readers.compactMap({ $0.head?.enrolment }).min() {
      group.removeAll(keepingCapacity: true)
      for reader in readers {
        while let head = reader.head, head.enrolment == enrolment {
          group.append(head)
          try reader.advance()
        }
      }
      Self.sortByItem(&group)
      try body(enrolment, &group)
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

  /// Groups are short, so insertion keeps the order of reading at the lowest cost.
  private static func sortByItem(_ group: inout [FactRecord]) {
    guard group.count <= 64 else {
      group = group.sorted { $0.precedes($1) }
      return
    }
    var index = 1
    while index < group.count {
      let record = group[index]
      var slot = index
      while slot > 0, record.precedes(group[slot - 1]) {
        group[slot] = group[slot - 1]
        slot -= 1
      }
      group[slot] = record
      index += 1
    }
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

extension FactRecord {
  /// By item, and rows of one item as they stand in the exports, whenever they were read.
  fileprivate func precedes(_ other: FactRecord) -> Bool {
    if item != other.item { return item < other.item }
    return file == other.file ? row < other.row : file < other.file
  }
}

/// Records in pieces of 32 MiB: an array that grows by doubling would hold three times the memory while it is copied, and pieces of
/// this size go back to the system as soon as they are let go.
private struct FactRecords {
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
private final class RunReader {
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
