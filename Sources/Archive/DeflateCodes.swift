/// What the symbols of a deflated stream mean (RFC 1951, 3.2.5 to 3.2.7).
enum DeflateCodes {
  /// Bytes, the end of a block, and lengths from 3 to 258.
  static let literals: [HuffmanTable.Entry] =
    (0...255).map { .literal($0) } + [.end]
    + (0..<28).map { .base(3 + step($0, every: 4), extraBits: extra($0, every: 4)) } + [.base(258), .none, .none]
  /// Distances from 1 to 32,768.
  static let distances: [HuffmanTable.Entry] =
    (0..<30).map { .base(1 + step($0, every: 2), extraBits: extra($0, every: 2)) } + [.none, .none]
  /// The lengths of codes, and how they are repeated.
  static let lengths: [HuffmanTable.Entry] = (0..<19).map { .base($0) }
  /// The order in which the lengths of the codes of lengths stand.
  static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  /// The codes of blocks that bring none.
  static let fixedLiterals: [UInt8] = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  static let fixedDistances = [UInt8](repeating: 5, count: 32)

  /// The bits that stand behind a code: none at first, one more with every so many codes.
  private static func extra(_ index: Int, every count: Int) -> Int { max(0, index / count - 1) }

  /// How many values the codes before this one cover.
  private static func step(_ index: Int, every count: Int) -> Int {
    (0..<index).reduce(0) { $0 + 1 << extra($1, every: count) }
  }

  /// A code with its first bit lowest, as it stands in a stream.
  static func reversed(_ code: UInt16, _ length: Int) -> UInt16 {
    var (code, reversed) = (code, 0 as UInt16)
    for _ in 0..<length {
      reversed = reversed << 1 | code & 1
      code >>= 1
    }
    return reversed
  }

  /// The symbol of a length from 3 to 258, counted from the first.
  @inline(__always)
  static func lengthSymbol(_ length: Int) -> Int {
    length == 258 ? 28 : symbol(length &- 3, bits: 2)
  }

  /// The symbol of a distance from 1 to 32,768.
  @inline(__always)
  static func distanceSymbol(_ distance: Int) -> Int { symbol(distance &- 1, bits: 1) }

  /// Symbols of which 2 to the power of `bits` share a width: the highest bits of the value say which.
  @inline(__always)
  private static func symbol(_ value: Int, bits: Int) -> Int {
    if value < 1 &<< (bits &+ 1) { return value }
    let width = (Int.bitWidth &- 1 &- value.leadingZeroBitCount) &- bits
    return width &<< bits &+ (value &>> width)
  }
}
