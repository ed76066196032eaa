/// The integer by which an item (a course, an assignment, a post) is kept.
///
/// Codes of up to eleven capital letters, digits, `-` and `_` are packed into the integer itself, so that half a million post
/// codes need no table; any other code becomes a term of the database and its key is negative.
package enum ItemKey {
  /// Packs a code; nil when it has other characters or is too long.
  package static func packed(_ code: Span<UInt8>) -> Int64? {
    guard !code.isEmpty, code.count <= 11 else { return nil }
    var key: Int64 = 0
    for index in code.indices {
      guard let digit = digit(code[index]) else { return nil }
      key = key * 39 + digit
    }
    return key
  }

  /// The code that a packed key stands for.
  package static func code(_ key: Int64) -> String {
    var rest = key
    var bytes: [UInt8] = []
    while rest > 0 {
      bytes.append(byte(rest % 39))
      rest /= 39
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    switch byte {
    case 0x30...0x39: Int64(byte) - 0x30 + 1
    case 0x41...0x5A: Int64(byte) - 0x41 + 11
    case 0x2D: 37
    case 0x5F: 38
    default: nil
    }
  }

  private static func byte(_ digit: Int64) -> UInt8 {
    switch digit {
    case 1...10: UInt8(digit - 1 + 0x30)
    case 11...36: UInt8(digit - 11 + 0x41)
    case 37: 0x2D
    default: 0x5F
    }
  }
}
