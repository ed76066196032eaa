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
/// Each reader has its own handle on the archive, so that several parts can be read side by side. A part that turns out to be long is
/// unpacked on a thread of its own, a few chunks ahead of whoever reads it.
package struct PartReader: ~Copyable {
  /// Of these two, one is there: the part itself, or what is unpacked ahead.
  private var unpacking: PartUnpacking?
  private var ahead: UnpackedAhead?
  /// Bytes that were unpacked, and where the next of them lies.
  private var chunk = UnpackedChunk()
  private var start = 0
  private var hasEnded = false

  init(path: String, part: ArchivePart, limits: InflationLimits, proves: Bool) throws(ArchiveReadError) {
    unpacking = try PartUnpacking(path: path, part: part, limits: limits, proves: proves)
  }

  /// Fills the buffer from `start` to its end as far as the part reaches, and answers how many bytes came.
  ///
  /// Fewer bytes than asked for mean that the part ends there; its length and checksum have then been proved.
  package mutating func read(into buffer: inout [UInt8], from first: Int) throws(ArchiveReadError) -> Int {
    var filled = first
    while filled < buffer.count {
      if start == chunk.count {
        guard try fetch() else { break }
      }
      let count = min(chunk.count - start, buffer.count - filled)
      buffer.withUnsafeMutableBytes { bytes in
        unsafe chunk.copy(start..<(start + count), to: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
      }
      filled += count
      start += count
    }
    return filled - first
  }

  /// Fetches the next chunk; false at the end of the part.
  private mutating func fetch() throws(ArchiveReadError) -> Bool {
    if hasEnded { return false }
    // So that nobody waits for what comes after a fault.
    (start, hasEnded) = (0, true)
    if chunk.count > 0, let unpacking = unpacking.take() { ahead = UnpackedAhead(unpacking) }
    do throws(ArchiveReadError) {
      if let ahead { try ahead.next(&chunk) } else { try unpacking?.next(into: &chunk) }
    } catch {
      // What was read before must not be read again.
      chunk = UnpackedChunk()
      throw error
    }
    hasEnded = chunk.count == 0
    return !hasEnded
  }
}
