/// What escaping may make of one byte at most: Excel's `_x000D_`.
private let longestEscape = 7

extension ByteBuffer {
  /// Appends text as it stands inside a `<t>` element, making room for it.
  ///
  /// Markup is escaped, characters that XML 1.0 forbids are left out, a carriage return becomes Excel's `_x000D_` (a raw
  /// one would be read as a line feed) and ill-formed UTF-8 becomes U+FFFD, for it would make the whole file unreadable.
  mutating func append(escaping source: UnsafeBufferPointer<UInt8>) {
    reserve(source.count * longestEscape)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        appendASCII(byte, in: source, at: index)
        index += 1
      } else if let length = wellFormedLength(in: source, at: index) {
        if !isForbidden(in: source, at: index, length: length) {
          for offset in 0..<length { append(source[index + offset]) }
        }
        index += length
      } else {
        append(replacement)
        index += 1
      }
    }
  }

  private mutating func appendASCII(_ byte: UInt8, in source: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch byte {
    case UInt8(ascii: "&"): append(ampersand)
    case UInt8(ascii: "<"): append(lessThan)
    case UInt8(ascii: ">"): append(greaterThan)
    case 0x0D: append(carriageReturn)
    case UInt8(ascii: "_"):
      append(looksLikeEscape(in: source, at: index) ? underscore : singleUnderscore)
    case 0x09, 0x0A: append(byte)
    case 0..<0x20: break
    default: append(byte)
    }
  }

  private mutating func append(_ escape: Escape) {
    append(escape.word, length: escape.length)
  }
}

/// A short replacement held in one word.
private struct Escape {
  let word: UInt64
  let length: Int

  init(_ text: String) {
    word = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    length = text.utf8.count
  }
}

private let ampersand = Escape("&amp;")
private let lessThan = Escape("&lt;")
private let greaterThan = Escape("&gt;")
private let carriageReturn = Escape("_x000D_")
private let underscore = Escape("_x005F_")
private let singleUnderscore = Escape("_")
private let replacement = Escape("\u{FFFD}")

/// Whether an underscore begins what Excel would read as an escape, `_xHHHH_`.
private func looksLikeEscape(in source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  guard index + 6 < source.count, source[index + 1] == UInt8(ascii: "x"), source[index + 6] == UInt8(ascii: "_")
  else { return false }
  return (2...5).allSatisfy { Unicode.Scalar(source[index + $0]).properties.isASCIIHexDigit }
}

/// The length of the well-formed UTF-8 sequence at `index`, which is not ASCII; nil when it is ill-formed.
private func wellFormedLength(in source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
  let lead = source[index]
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard lead >= 0xC2, lead <= 0xF4, index + length <= source.count else { return nil }
  let second = source[index + 1]
  let allowed: ClosedRange<UInt8> =
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  guard allowed.contains(second) else { return nil }
  for offset in 2..<max(2, length) where source[index + offset] & 0xC0 != 0x80 { return nil }
  return length
}

/// Whether the character is U+FFFE or U+FFFF, which XML 1.0 forbids.
private func isForbidden(in source: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
  length == 3 && source[index] == 0xEF && source[index + 1] == 0xBF && source[index + 2] >= 0xBE
}
