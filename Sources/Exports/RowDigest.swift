/// The digest by which a row is known again on another night: the same bytes always come to the same.
enum RowDigest {
  /// The digest of some bytes.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = bytes.bytes
    var (one, other) = (UInt64(truncatingIfNeeded: raw.byteCount), 0x243f_6a88_85a3_08d3 as UInt64)
    var start = 0
    // Two chains side by side, since each step waits for the one before.
    while start + 16 <= raw.byteCount {
      mix(word(raw, start), into: &one)
      mix(word(raw, start + 8), into: &other)
      start += 16
    }
    if start + 8 <= raw.byteCount {
      mix(word(raw, start), into: &one)
      start += 8
    }
    var rest: UInt64 = 1
    while start < raw.byteCount {
      rest = rest << 8 | UInt64(bytes[start])
      start += 1
    }
    mix(rest, into: &other)
    mix(other, into: &one)
    return one
  }

  private static func word(_ raw: RawSpan, _ start: Int) -> UInt64 {
    UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self))
  }

  /// One step: rows that differ in one word alone never come to the same.
  static func mix(_ word: UInt64, into digest: inout UInt64) {
    digest = (digest ^ word) &* 0x9e37_79b9_7f4a_7c15
    digest ^= digest >> 32
  }
}
