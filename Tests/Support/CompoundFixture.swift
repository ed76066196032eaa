/// An OLE compound file written by hand: streams by name at its root, and streams of one embedded object.
package struct CompoundFixture {
  private let streams: [(name: String, bytes: [UInt8])]
  private let embedded: [String]

  private static let end: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  /// `embedded` are names of empty streams inside a storage, as a letter keeps a workbook that is set into it.
  package init(streams: [(name: String, bytes: [UInt8])], embedded: [String] = []) {
    (self.streams, self.embedded) = (streams, embedded)
  }

  /// A compound file with streams of no contents.
  package init(_ names: String..., embedded: [String] = []) {
    self.init(streams: names.map { ($0, [UInt8](repeating: 0, count: 4096)) }, embedded: embedded)
  }

  /// The file: its header, the allocation table in sector 0, the directory from sector 1 on, then the streams.
  package var bytes: [UInt8] {
    let count = 1 + streams.count + (embedded.isEmpty ? 0 : 1 + embedded.count)
    let directorySectors = (count + 3) / 4
    var table: [UInt32] = [0xFFFF_FFFD] + Self.chain(from: 1, directorySectors)
    var starts: [UInt32] = []
    for stream in streams {
      starts.append(UInt32(table.count))
      table += Self.chain(from: table.count, (stream.bytes.count + 511) / 512)
    }
    var header = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
    header += Self.words([1, 1, 0, 4096, Self.end, 0, Self.end, 0, 0] + Array(repeating: Self.free, count: 108))
    let allocation = Self.words(table + Array(repeating: Self.free, count: 128 - table.count))
    let contents = streams.flatMap { Self.padded($0.bytes, to: 512) }
    return header + allocation + Self.padded(directory(starts), to: 512) + contents
  }

  /// The root, its streams one to the right of the other, then the storage with its own.
  private func directory(_ starts: [UInt32]) -> [UInt8] {
    let storage = UInt32(1 + streams.count)
    let lastRight = embedded.isEmpty ? Self.free : storage
    var entries = Self.entry("Root Entry", type: 5, right: Self.free, child: streams.isEmpty ? lastRight : 1)
    for (index, stream) in streams.enumerated() {
      let right = index + 1 < streams.count ? UInt32(index + 2) : lastRight
      entries += Self.entry(stream.name, type: 2, right: right, start: starts[index], size: UInt32(stream.bytes.count))
    }
    guard !embedded.isEmpty else { return entries }
    entries += Self.entry("MBD0018D4CE", type: 1, right: Self.free, child: storage + 1)
    for (index, name) in embedded.enumerated() {
      let isLast = index + 1 == embedded.count
      entries += Self.entry(name, type: 2, right: isLast ? Self.free : storage + UInt32(index) + 2, start: Self.end)
    }
    return entries
  }

  private static func entry(
    _ name: String, type: UInt8, right: UInt32, child: UInt32 = free, start: UInt32 = end, size: UInt32 = 0
  ) -> [UInt8] {
    let units: [UInt8] = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0]
    let places = [UInt8](repeating: 0, count: 36)
    return padded(units, to: 64) + [UInt8(units.count), 0, type, 1] + words([free, right, child]) + places
      + words([start, size, 0])
  }

  private static func chain(from start: Int, _ sectors: Int) -> [UInt32] {
    (0..<sectors).map { $0 + 1 < sectors ? UInt32(start + $0 + 1) : end }
  }

  private static func words(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) } }
  }

  private static func padded(_ bytes: [UInt8], to size: Int) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
  }
}

extension CompoundFixture: CustomStringConvertible {
  /// The names of the streams, since their bytes would fill the log.
  package var description: String { (streams.map(\.name) + embedded).joined(separator: ", ") }
}
