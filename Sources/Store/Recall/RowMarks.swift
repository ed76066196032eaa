import Foundation

/// What one row of a source came to: the digest of its cells, and the group and item that it states; group 0 for a row that was sent
/// back and must be read again every night.
///
/// In the file a group stands below zero when its row was read that night, and above when it was known.
struct RowMark: Equatable {
  var digest: UInt64
  var item: Int64 = 0
  var group: Int32 = 0
}

/// Some marks, column by column.
struct RowMarksBlock {
  fileprivate(set) var digests: [UInt64] = []
  fileprivate var items: [Int64] = []
  fileprivate var groups: [Int32] = []

  var count: Int { groups.count }

  subscript(_ place: Int) -> RowMark {
    RowMark(digest: digests[place], item: items[place], group: groups[place])
  }

  mutating func removeAll() {
    digests.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  mutating func removeFirst(_ count: Int) {
    digests.removeFirst(count)
    items.removeFirst(count)
    groups.removeFirst(count)
  }
}

/// What makes marks usable: they hold only for the load that wrote them, and only while everything that gives a row its meaning
/// is the same.
struct RowMarksSeal: Equatable, Codable {
  /// The load after which they were written; see `Night.identity`.
  var load: String
  /// Pipeline file, headers, encodings and projects.
  var context: String
  /// Groups that had two rows for one item, which of them counts is only seen with all their rows at hand; and those that had a
  /// mended row.
  var repeating: [Int32]
  var rows: Int
}

/// The file of marks: blocks of digests, items and groups, then the seal as JSON, then its length.
enum RowMarksFile {
  static let block = 65_536
  static let markSize = 20
}

/// Writes marks in the order of the rows; memory holds one block.
final class RowMarksWriter {
  private let handle: FileHandle
  let path: String
  @exclusivity(unchecked)
  private var block = RowMarksBlock()
  @exclusivity(unchecked)
  private(set) var count = 0
  /// Groups and items that became known after their block was written, by the number of the row.
  private var later: [(row: Int, group: Int32, item: Int64)] = []

  init(path: String) throws {
    self.path = path
    _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    handle = try FileHandle(forUpdating: URL(filePath: path))
    block.digests.reserveCapacity(RowMarksFile.block)
    block.items.reserveCapacity(RowMarksFile.block)
    block.groups.reserveCapacity(RowMarksFile.block)
  }

  func append(_ mark: RowMark) throws {
    block.digests.append(mark.digest)
    block.items.append(mark.item)
    block.groups.append(mark.group)
    count += 1
    if block.count == RowMarksFile.block { try flush() }
  }

  /// Says what a row that has its mark came to in the end.
  func set(_ group: Int32, item: Int64, ofRow row: Int) {
    let first = count - block.count
    guard row >= first else {
      later.append((row, group, item))
      return
    }
    block.groups[row - first] = group
    block.items[row - first] = item
  }

  /// Writes what waits, so that the marks can be read back.
  func finish() throws {
    try flush()
    guard !later.isEmpty else { return }
    for (block, entries) in Dictionary(grouping: later, by: { $0.row / RowMarksFile.block }).sorted(by: {
      $0.key < $1.key
    }) {
      let start = block * RowMarksFile.block
      let size = min(RowMarksFile.block, count - start)
      let place = UInt64(start * RowMarksFile.markSize + size * 8)
      try handle.seek(toOffset: place)
      let width = size * (RowMarksFile.markSize - 8)
      guard var bytes = try handle.read(upToCount: width), bytes.count == width else { throw ChangedWhileRead() }
      bytes.withUnsafeMutableBytes { raw in
        for entry in entries {
          raw.storeBytes(of: entry.item, toByteOffset: (entry.row - start) * 8, as: Int64.self)
          raw.storeBytes(of: entry.group, toByteOffset: size * 8 + (entry.row - start) * 4, as: Int32.self)
        }
      }
      try handle.seek(toOffset: place)
      try handle.write(contentsOf: bytes)
    }
    later = []
    try handle.seekToEnd()
  }

  private func flush() throws {
    guard block.count > 0 else { return }
    try block.digests.withUnsafeBytes { try handle.write(contentsOf: $0) }
    try block.items.withUnsafeBytes { try handle.write(contentsOf: $0) }
    try block.groups.withUnsafeBytes { try handle.write(contentsOf: $0) }
    block.removeAll()
  }

  /// Ends the file; without a seal it is worth nothing to the next night.
  func seal(_ seal: RowMarksSeal) throws {
    try finish()
    let json = try JSONEncoder().encode(seal)
    try handle.write(contentsOf: json)
    var length = UInt64(json.count).littleEndian
    try withUnsafeBytes(of: &length) { try handle.write(contentsOf: $0) }
    try handle.close()
  }
}

/// Reads marks in the order of the rows; memory holds one block.
final class RowMarksReader {
  private let handle: FileHandle
  private var left: Int

  /// Reads marks that are still being written, and have no seal yet.
  init(path: String, rows: Int) throws {
    handle = try FileHandle(forReadingFrom: URL(filePath: path))
    left = rows
  }

  /// Opens sealed marks; nil when there are none, or none that can be read.
  static func sealed(path: String) -> (RowMarksReader, RowMarksSeal)? {
    guard let handle = try? FileHandle(forReadingFrom: URL(filePath: path)),
      let size = try? handle.seekToEnd(), size >= 8, (try? handle.seek(toOffset: size - 8)) != nil,
      let tail = try? handle.read(upToCount: 8), tail.count == 8
    else { return nil }
    let length = tail.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= size - 8, (try? handle.seek(toOffset: size - 8 - length)) != nil,
      let json = try? handle.read(upToCount: Int(length)),
      let seal = try? JSONDecoder().decode(RowMarksSeal.self, from: json), seal.rows >= 0,
      UInt64(seal.rows) * UInt64(RowMarksFile.markSize) + length + 8 == size,
      let reader = try? RowMarksReader(path: path, rows: seal.rows)
    else { return nil }
    return (reader, seal)
  }

  /// The marks that follow, behind those of the block; false at the end.
  func next(_ block: inout RowMarksBlock) throws -> Bool {
    let count = min(left, RowMarksFile.block)
    guard count > 0, let bytes = try handle.read(upToCount: count * RowMarksFile.markSize),
      bytes.count == count * RowMarksFile.markSize
    else { return false }
    bytes.withUnsafeBytes { raw in
      block.digests.append(contentsOf: numbers(UInt64.self, count, in: raw, from: 0))
      block.items.append(contentsOf: numbers(Int64.self, count, in: raw, from: count * 8))
      block.groups.append(contentsOf: numbers(Int32.self, count, in: raw, from: count * 16))
    }
    left -= count
    return true
  }
}

/// Numbers as they lie one behind the other in a file.
private func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
  _ type: Number.Type, _ count: Int, in bytes: UnsafeRawBufferPointer, from start: Int
) -> [Number] {
  [Number](unsafeUninitializedCapacity: count) { numbers, filled in
    UnsafeMutableRawBufferPointer(numbers).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count * MemoryLayout<Number>.size)]))
    filled = count
  }
}
