import Foundation

/// What one row of a fact source came to: the digest of its cells, and the enrolment whose fact it is; 0 for a row that was sent
/// back and must be read again every night.
///
/// In the file an enrolment stands below zero when its row was read that night, and above when it was known.
struct RowMark: Equatable {
  var digest: UInt64
  var enrolment: Int32
}

/// What makes marks usable: they hold only for the load that wrote them, and only while everything that gives a row its meaning
/// is the same.
struct RowMarksSeal: Equatable, Codable {
  /// The load after which they were written; see `Night.identity`.
  var load: String
  /// Pipeline file, headers, encodings and projects.
  var context: String
  /// Enrolments that had two rows for one item, which of them counts is only seen with all their rows at hand; and those that had a
  /// mended row.
  var repeating: [Int32]
  var rows: Int
}

/// The file of marks: blocks of digests and enrolments, then the seal as JSON, then its length.
enum RowMarksFile {
  static let block = 65_536
  static let markSize = 12
}

/// Writes marks in the order of the rows; memory holds one block.
final class RowMarksWriter {
  private let handle: FileHandle
  let path: String
  private var digests: [UInt64] = []
  private var enrolments: [Int32] = []
  private(set) var count = 0
  /// Enrolments that became known after their block was written, by the number of the row.
  private var later: [(row: Int, enrolment: Int32)] = []

  init(path: String) throws {
    self.path = path
    _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    handle = try FileHandle(forUpdating: URL(filePath: path))
    digests.reserveCapacity(RowMarksFile.block)
    enrolments.reserveCapacity(RowMarksFile.block)
  }

  func append(_ mark: RowMark) throws {
    digests.append(mark.digest)
    enrolments.append(mark.enrolment)
    count += 1
    if digests.count == RowMarksFile.block { try flush() }
  }

  /// Says what a row that has its mark came to in the end.
  func set(_ enrolment: Int32, ofRow row: Int) {
    let first = count - enrolments.count
    if row >= first { enrolments[row - first] = enrolment } else { later.append((row, enrolment)) }
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
      guard var bytes = try handle.read(upToCount: size * 4), bytes.count == size * 4 else {
        throw ChangedWhileRead()
      }
      bytes.withUnsafeMutableBytes { raw in
        for entry in entries {
          raw.storeBytes(of: entry.enrolment, toByteOffset: (entry.row - start) * 4, as: Int32.self)
        }
      }
      try handle.seek(toOffset: place)
      try handle.write(contentsOf: bytes)
    }
    later = []
    try handle.seekToEnd()
  }

  private func flush() throws {
    guard !digests.isEmpty else { return }
    try digests.withUnsafeBytes { try handle.write(contentsOf: $0) }
    try enrolments.withUnsafeBytes { try handle.write(contentsOf: $0) }
    digests.removeAll(keepingCapacity: true)
    enrolments.removeAll(keepingCapacity: true)
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

  /// The next block, appended to two columns; false at the end.
  func next(_ digests: inout [UInt64], _ enrolments: inout [Int32]) throws -> Bool {
    let count = min(left, RowMarksFile.block)
    guard count > 0, let bytes = try handle.read(upToCount: count * RowMarksFile.markSize),
      bytes.count == count * RowMarksFile.markSize
    else { return false }
    bytes.withUnsafeBytes { raw in
      for index in 0..<count { digests.append(raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
      for index in 0..<count {
        enrolments.append(raw.loadUnaligned(fromByteOffset: count * 8 + index * 4, as: Int32.self))
      }
    }
    left -= count
    return true
  }
}
