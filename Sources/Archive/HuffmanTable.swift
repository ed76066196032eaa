/// Looks up the codes of a deflated block (RFC 1951, 3.2.2) by the bits that come next.
///
/// A code of at most `primaryBits` bits is found at once; a longer one leads to a table of its own behind the first. Codes that
/// the block does not define are marked, so that a damaged stream never goes unnoticed.
struct HuffmanTable: ~Copyable {
  /// What the bits at hand stand for.
  struct Entry {
    /// From the lowest: 8 bits for how many bits are used up, 5 for the length of the code alone, 3 flags, 15 for the value and
    /// one flag for literals.
    let word: UInt32

    /// Where a longer code goes on, or that a block ends or the code is undefined.
    static let exceptional: UInt32 = 1 << 15
    static let longer: UInt32 = 1 << 14
    static let undefined: UInt32 = 1 << 13

    /// A byte that stands for itself.
    static func literal(_ byte: UInt8) -> Entry { Entry(word: 1 << 31 | UInt32(byte) << 16) }
    /// A length, a distance or any other number to which as many bits are added as stand behind the code.
    static func base(_ value: Int, extraBits: Int = 0) -> Entry { Entry(word: UInt32(value) << 16 | UInt32(extraBits)) }
    /// The end of a block.
    static let end = Entry(word: exceptional)
    /// A symbol that no stream may use.
    static let none = Entry(word: exceptional | undefined)

    var isLiteral: Bool { word >> 31 != 0 }
    var isExceptional: Bool { word & Self.exceptional != 0 }
    var isLonger: Bool { word & Self.longer != 0 }
    var isUndefined: Bool { word & Self.undefined != 0 }
    /// How many bits the code and what stands behind it take.
    var bits: UInt64 { UInt64(word & 0xFF) }
    /// How many of them are the code; of an entry that leads on, how many bits its own table looks at.
    var codeBits: UInt64 { UInt64(word >> 8 & 31) }
    var value: Int { Int(word >> 16 & 0x7FFF) }

    fileprivate func coded(_ length: Int) -> Entry { Entry(word: word + UInt32(length) + UInt32(length) << 8) }
  }

  private static let longestCode = 15

  private let entries: UnsafeMutablePointer<Entry>
  private let capacity: Int
  private let primaryBits: Int

  /// Makes room for a table; `primaryBits` is at most 11.
  ///
  /// A code of 15 bits needs a table of `15 - primaryBits` more; no set of at most 288 codes fills 2,048 entries with such.
  init(primaryBits: Int) {
    self.primaryBits = primaryBits
    capacity = 1 << primaryBits + 1 << 11
    entries = .allocate(capacity: capacity)
    unsafe entries.initialize(repeating: .none, count: capacity)
  }

  deinit {
    entries.deallocate()
  }

  /// The table as a loop looks it up: what it holds lies still, whatever else is written meanwhile.
  struct Lookup {
    fileprivate let entries: UnsafePointer<Entry>
    fileprivate let mask: UInt64

    /// The entry for the bits that come next, the lowest first.
    @inline(__always)
    subscript(bits: UInt64) -> Entry { unsafe entries[Int(truncatingIfNeeded: bits & mask)] }

    /// The entry of a longer code, once the bits of the first table are gone.
    @inline(__always)
    subscript(bits: UInt64, behind first: Entry) -> Entry {
      unsafe entries[first.value &+ Int(truncatingIfNeeded: bits & (1 &<< first.codeBits &- 1))]
    }
  }

  /// Valid as long as the table.
  var lookup: Lookup { Lookup(entries: unsafe UnsafePointer(entries), mask: 1 << UInt64(primaryBits) - 1) }

  /// Fills the table for codes of these lengths, whose symbols mean `meanings`; false when no code has such lengths.
  ///
  /// A set with unused codes is refused as zlib refuses it: only a single code of one bit may stand alone.
  mutating func fill(_ lengths: Span<UInt8>, meanings: Span<Entry>) -> Bool {
    var counts = InlineArray<16, Int>(repeating: 0)
    for index in lengths.indices { counts[Int(lengths[index] & 15)] += 1 }
    counts[0] = 0
    var (free, longest) = (1, 0)
    for length in 1...Self.longestCode {
      free = free * 2 - counts[length]
      if free < 0 { return false }
      if counts[length] > 0 { longest = length }
    }
    if free > 0, longest > 1 { return false }
    if free > 0 { unsafe entries.update(repeating: .none, count: 1 << primaryBits) }
    var codes = InlineArray<16, Int>(repeating: 0)
    for length in 2...Self.longestCode { codes[length] = (codes[length - 1] + counts[length - 1]) << 1 }
    if longest > primaryBits, !leadOn(lengths, codes: codes) { return false }
    for index in lengths.indices {
      let length = Int(lengths[index])
      guard length > 0 else { continue }
      place(meanings[index], code: Int(DeflateCodes.reversed(UInt16(codes[length]), length)), length: length)
      codes[length] += 1
    }
    return true
  }

  private func place(_ meaning: Entry, code: Int, length: Int) {
    if length <= primaryBits {
      let entry = meaning.coded(length)
      for index in stride(from: code, to: 1 << primaryBits, by: 1 << length) { unsafe entries[index] = entry }
      return
    }
    let first = unsafe entries[code & (1 << primaryBits - 1)]
    let rest = length - primaryBits
    let entry = meaning.coded(rest)
    for index in stride(from: code >> primaryBits, to: 1 << Int(first.codeBits), by: 1 << rest) {
      unsafe entries[first.value + index] = entry
    }
  }

  /// Lets each beginning that longer codes share lead to a table that holds the longest of them.
  private func leadOn(_ lengths: Span<UInt8>, codes: InlineArray<16, Int>) -> Bool {
    var codes = codes
    var reach = InlineArray<2048, UInt8>(repeating: 0)
    for index in lengths.indices {
      let length = Int(lengths[index])
      guard length > 0 else { continue }
      let code = Int(DeflateCodes.reversed(UInt16(codes[length]), length))
      codes[length] += 1
      let beginning = code & (1 << primaryBits - 1)
      if length > primaryBits { reach[beginning] = max(reach[beginning], UInt8(length)) }
    }
    var end = 1 << primaryBits
    for beginning in 0..<(1 << primaryBits) where reach[beginning] > 0 {
      let bits = Int(reach[beginning]) - primaryBits
      guard end + 1 << bits <= capacity else { return false }
      let flags = Entry.exceptional | Entry.longer
      unsafe entries[beginning] = Entry(word: UInt32(end) << 16 | flags | UInt32(bits) << 8 | UInt32(primaryBits))
      end += 1 << bits
    }
    return true
  }
}
