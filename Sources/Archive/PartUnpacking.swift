import CMinizip

/// Bytes that came out of a part, in memory that is used again.
struct UnpackedChunk: Sendable {
  /// How many of the bytes count.
  private(set) var count = 0
  private(set) var bytes: [UInt8] = []

  /// Replaces what is held.
  mutating func hold(_ source: UnsafeRawBufferPointer) {
    if bytes.count < source.count { bytes = [UInt8](repeating: 0, count: source.count) }
    bytes.withUnsafeMutableBytes { unsafe $0.copyMemory(from: source) }
    count = source.count
  }

  /// Copies a range of what is held.
  func copy(_ range: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    bytes.withUnsafeBytes { unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}

/// Unpacks a part chunk by chunk, and proves its length and checksum at its end.
struct PartUnpacking: ~Copyable {
  private let file: InputFile
  private let part: ArchivePart
  private let limit: Int
  private let proves: Bool
  /// nil for a part that is stored as it is.
  private var inflater: Inflater?
  private var stored = [UInt8]()
  /// How many packed bytes have not been read.
  private var packed: Int
  private var unpacked = 0
  private var checksum: UInt = 0

  /// Opens a part; without `proves` its checksum is left to whoever reads it for its contents.
  init(path: String, part: ArchivePart, limits: InflationLimits, proves: Bool) throws(ArchiveReadError) {
    let (offset, isDeflated) = try UnzipHandle(path: path).locate(part)
    let file = try InputFile(path: path)
    try file.move(to: offset)
    self.file = file
    self.part = part
    self.proves = proves
    packed = part.packedSize
    limit = limits.allowance(packedSize: part.packedSize)
    inflater = isDeflated ? Inflater() : nil
    if !isDeflated { stored = [UInt8](repeating: 0, count: 64 << 10) }
  }

  /// Unpacks on; an empty chunk says that the part has ended and is sound.
  mutating func next(into chunk: inout UnpackedChunk) throws(ArchiveReadError) {
    if inflater == nil {
      let count = stored.withUnsafeMutableBytes { unsafe Self.read(file, into: $0, &packed) }
      guard count >= 0 else { throw .damaged(part: part.name) }
      stored.withUnsafeBytes { chunk.hold(unsafe UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    } else {
      do throws(Inflater.Fault) {
        guard let bytes = unsafe try inflater?.next({ unsafe Self.read(file, into: $0, &packed) }) else { return }
        unsafe chunk.hold(bytes)
      } catch {
        throw .damaged(part: part.name)
      }
    }
    try note(chunk)
  }

  /// Reads packed bytes and answers how many came, none at the end of the part, a negative number when the system refuses.
  private static func read(
    _ file: borrowing InputFile, into bytes: UnsafeMutableRawBufferPointer, _ packed: inout Int
  ) -> Int {
    let wanted = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[..<min(bytes.count, packed)])
    guard let count = unsafe try? file.read(into: wanted) else { return -1 }
    packed -= count
    return count
  }

  private mutating func note(_ chunk: UnpackedChunk) throws(ArchiveReadError) {
    if chunk.count == 0 {
      guard unpacked == part.claimedSize else { throw .damaged(part: part.name) }
      guard checksum == part.checksum || !proves else { throw .checksum(part: part.name) }
      return
    }
    if proves {
      checksum = chunk.bytes.withUnsafeBufferPointer { unsafe crc32(checksum, $0.baseAddress, UInt32(chunk.count)) }
    }
    unpacked += chunk.count
    if unpacked > limit { throw .overInflated(part: part.name, limit: limit) }
  }
}
