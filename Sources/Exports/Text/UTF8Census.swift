/// Counts the multi-byte sequences of a block that are whole in UTF-8, those that are not, and what the end cuts off.
struct UTF8Census {
  private(set) var sound = 0
  private(set) var broken = 0
  /// Bytes at the end that begin a sequence whose rest may stand in the next block.
  private(set) var unfinished = 0

  init(_ bytes: Span<UInt8>) {
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let width = sequenceWidth(bytes, at: position)
      if width > 0 {
        sound += 1
        position += width
      } else if bytes.count - position < 4, isBeginning(bytes, at: position) {
        unfinished = bytes.count - position
        return
      } else {
        broken += 1
        position += 1
      }
    }
  }

  /// Whether the bytes up to the end could begin a sequence.
  private func isBeginning(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let wanted = expectedWidth(bytes[position])
    guard wanted > bytes.count - position else { return false }
    for index in (position + 1)..<bytes.count where bytes[index] & 0xC0 != 0x80 { return false }
    return true
  }
}

/// Whether every multi-byte sequence is whole and names a character.
func isUTF8(_ bytes: Span<UInt8>) -> Bool {
  var position = 0
  while position < bytes.count {
    let first = bytes[position]
    if first < 0x80 {
      position += 1
    } else if first > 0xE0, first < 0xED, position + 2 < bytes.count {
      // Nearly all Chinese characters: three bytes, of which the last two need no closer look.
      guard bytes[position + 1] & 0xC0 == 0x80, bytes[position + 2] & 0xC0 == 0x80 else { return false }
      position += 3
    } else {
      let width = sequenceWidth(bytes, at: position)
      if width == 0 { return false }
      position += width
    }
  }
  return true
}

/// The width of the whole sequence at a byte of 0x80 or above, or 0 where there is none; overlong forms, surrogates and
/// numbers beyond U+10FFFF are none.
func sequenceWidth(_ bytes: Span<UInt8>, at position: Int) -> Int {
  let first = bytes[position]
  let width = expectedWidth(first)
  guard width > 1, position + width <= bytes.count else { return 0 }
  let second = bytes[position + 1]
  guard second & 0xC0 == 0x80 else { return 0 }
  if width == 2 { return 2 }
  switch first {
  case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
  default: break
  }
  guard bytes[position + 2] & 0xC0 == 0x80 else { return 0 }
  if width == 3 { return 3 }
  return bytes[position + 3] & 0xC0 == 0x80 ? 4 : 0
}

/// The width that a first byte announces; 1 for bytes that begin nothing.
func expectedWidth(_ first: UInt8) -> Int {
  switch first {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}
