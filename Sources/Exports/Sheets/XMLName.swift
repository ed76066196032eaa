/// A local name of an element or attribute, packed so that comparing two takes two comparisons; the prefix is left off,
/// since producers choose prefixes and namespaces (strict or transitional) as they like.
///
/// Names beyond 16 bytes are all alike and match no constant.
struct XMLName: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var length = 0

  init() {}

  init(_ name: StaticString) {
    name.withUTF8Buffer { bytes in
      for byte in bytes { append(byte) }
    }
  }

  mutating func append(_ byte: UInt8) {
    if length < 8 {
      low |= UInt64(byte) << UInt64(length * 8)
    } else if length < 16 {
      high |= UInt64(byte) << UInt64(length * 8 - 64)
    }
    length += 1
  }
}
