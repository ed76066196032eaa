/// The characters of a cell up to the next tag, looked at eight bytes at a time.
struct StoredText {
  /// Where they end: at a tag, at a reference, or where the bytes end.
  let end: Int
  /// Whether they are ASCII, so that no character can be broken.
  let isASCII: Bool
  /// Whether they hold an underscore, with which an escape like `_x000D_` begins.
  let hasUnderscore: Bool

  /// Of characters that were not looked at, anything may be true.
  static let unknown = StoredText()

  private init() { (end, isASCII, hasUnderscore) = (0, false, true) }

  /// Looks from a position on.
  init(_ bytes: Span<UInt8>, from start: Int) {
    let raw = bytes.bytes
    var position = start
    var (high, underscores) = (0 as UInt64, 0 as UInt64)
    while position + 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let marks = Self.zeros(word ^ Self.all("<")) | Self.zeros(word ^ Self.all("&"))
      let length = marks.trailingZeroBitCount >> 3
      let seen = length == 8 ? word : word & (1 << UInt64(length * 8) - 1)
      high |= seen & Self.highBits
      underscores |= Self.zeros(seen ^ Self.all("_"))
      position += length
      if length < 8 {
        (end, isASCII, hasUnderscore) = (position, high == 0, underscores != 0)
        return
      }
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "<"), bytes[position] != UInt8(ascii: "&") {
      high |= UInt64(bytes[position] & 0x80)
      if bytes[position] == UInt8(ascii: "_") { underscores = 1 }
      position += 1
    }
    (end, isASCII, hasUnderscore) = (position, high == 0, underscores != 0)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// A word of eight times the same character.
  private static func all(_ character: Unicode.Scalar) -> UInt64 { UInt64(character.value) &* 0x0101_0101_0101_0101 }

  /// The high bit of the first byte that is zero, if one is; of later bytes, nothing may be concluded.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & highBits }
}

extension Span<UInt8> {
  /// Whether a mark of at least four bytes stands at a position.
  @inline(__always)
  func holds(_ mark: StaticString, at start: Int) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard self.count - start >= count else { return false }
    if count < 8 { return holds(mark, at: start, 0, UInt32.self) && holds(mark, at: start, count - 4, UInt32.self) }
    return holds(mark, at: start, 0, UInt64.self) && holds(mark, at: start, count - 8, UInt64.self)
      && (count <= 16 || (8..<(count - 8)).allSatisfy { self[start + $0] == mark.utf8Start[$0] })
  }

  /// Whether the word of a mark at an offset stands there.
  @inline(__always)
  private func holds<Word: FixedWidthInteger & BitwiseCopyable>(
    _ mark: StaticString, at start: Int, _ offset: Int, _ word: Word.Type
  ) -> Bool {
    let wanted = unsafe UnsafeRawPointer(mark.utf8Start).loadUnaligned(fromByteOffset: offset, as: word)
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + offset, as: word) == wanted
  }
}
