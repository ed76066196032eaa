/// How far a part may swell when unpacked.
///
/// Parts are streamed, so the limits bound time rather than memory.
package struct InflationLimits: Sendable {
  /// The most a part may unpack to, in bytes.
  package var bytes: Int
  /// The most bytes that one packed byte may stand for, once 16 MiB have come out.
  package var ratio: Int

  /// Room for a million wide rows, far below what a bomb needs.
  package static let `default` = InflationLimits(bytes: 8 << 30, ratio: 400)

  /// States both limits.
  package init(bytes: Int, ratio: Int) {
    self.bytes = bytes
    self.ratio = ratio
  }

  /// How many bytes so many packed ones may unpack to.
  package func allowance(packedSize: Int) -> Int {
    let swollen = packedSize.multipliedReportingOverflow(by: ratio)
    return min(bytes, max(16 << 20, swollen.overflow ? Int.max : swollen.partialValue))
  }
}

/// Unpacks one part of an archive front to back.
///
/// Each reader has its own handle on the archive, so that several parts can be read side by side.
package struct PartReader: ~Copyable {
  private let archive: UnzipHandle
  private let part: ArchivePart
  private let limit: Int
  private var unpacked = 0
  private var ended = false

  init(path: String, part: ArchivePart, limits: InflationLimits) throws(ArchiveReadError) {
    let archive = try UnzipHandle(path: path)
    try archive.open(part)
    self.archive = archive
    self.part = part
    self.limit = limits.allowance(packedSize: part.packedSize)
  }

  /// Fills the buffer from `start` to its end as far as the part reaches, and answers how many bytes came.
  ///
  /// Fewer bytes than asked for mean that the part ends there; its length and checksum have then been proved.
  package mutating func read(into buffer: inout [UInt8], from start: Int) throws(ArchiveReadError) -> Int {
    var filled = start
    while filled < buffer.count, !ended {
      let count = archive.read(into: &buffer, from: filled)
      guard count >= 0 else { throw .damaged(part: part.name) }
      if count == 0 {
        try end()
        break
      }
      filled += count
      unpacked += count
      if unpacked > limit { throw .overInflated(part: part.name, limit: limit) }
    }
    return filled - start
  }

  private mutating func end() throws(ArchiveReadError) {
    ended = true
    guard unpacked == part.claimedSize else { throw .damaged(part: part.name) }
    guard archive.closePart() else { throw .checksum(part: part.name) }
  }
}
