import Archive

/// The SHA-256 digest of a stream of bytes (FIPS 180-4), fed block by block.
///
/// It identifies an input file in the run's account and in the fingerprints of the stages.
package struct SHA256: Sendable {
  private var state: SHA256State = SHA256State()
  /// Bytes that do not fill a block of 64 yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private let usesInstructions: Bool

  /// Starts a digest; `usesInstructions` false computes it in Swift on any processor.
  package init(usesInstructions: Bool = true) {
    self.usesInstructions = usesInstructions && SHA256State.hasInstructions
  }

  /// Adds bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    length += UInt64(bytes.count)
    var position = 0
    if !pending.isEmpty {
      while pending.count < 64, position < bytes.count {
        pending.append(bytes[position])
        position += 1
      }
      guard pending.count == 64 else { return }
      let block = pending
      state.absorb(block.span, withInstructions: usesInstructions)
      pending = []
    }
    let whole = (bytes.count - position) / 64 * 64
    state.absorb(bytes.extracting(position..<(position + whole)), withInstructions: usesInstructions)
    for index in (position + whole)..<bytes.count { pending.append(bytes[index]) }
  }

  /// Ends the digest and answers its 32 bytes.
  package consuming func finish() -> [UInt8] {
    let bits = length * 8
    pending.append(0x80)
    while pending.count % 64 != 56 { pending.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    var last = state
    last.absorb(pending.span, withInstructions: usesInstructions)
    return last.bytes
  }

  /// The digest of a file in lower-case hexadecimal, read through one buffer; independent of any reader of its rows.
  package static func hexadecimal(ofFile path: String) throws(ExportError) -> String {
    var digest = SHA256()
    do throws(ArchiveReadError) {
      let file = try InputFile(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      var count = buffer.count
      while count == buffer.count {
        count = try file.read(into: &buffer, from: 0)
        digest.update(buffer.span.extracting(0..<count))
      }
    } catch {
      throw ExportError(path: path, error)
    }
    return hexadecimal(digest.finish())
  }

  /// Bytes as lower-case hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
