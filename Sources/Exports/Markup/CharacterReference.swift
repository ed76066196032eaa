/// A character written by name or number in a web page: `&nbsp;`, `&#24352;`, `&#x5F20;`.
struct CharacterReference {
  let scalar: Unicode.Scalar
  /// How many bytes the reference takes, the `&` included.
  let length: Int

  /// The longest reference that is looked for, in bytes.
  static let longest = 32

  /// Reads the reference at the `&` that the bytes begin with; nil for one that pages do not know, which stands for itself.
  ///
  /// The semicolon may be missing, as programs that write pages by hand forget it.
  init?(_ bytes: ArraySlice<UInt8>) {
    let inner = bytes.dropFirst().prefix(Self.longest - 2)
    if inner.first == UInt8(ascii: "#") {
      guard let number = Self.number(inner.dropFirst()) else { return nil }
      (scalar, length) = (
        number.scalar, 2 + number.digits + (Self.isClosed(inner.dropFirst(1 + number.digits)) ? 1 : 0)
      )
      return
    }
    let name = inner.prefix { ($0 | 0x20) &- 0x61 < 26 }
    guard let known = characters[String(decoding: name, as: UTF8.self)] else { return nil }
    let isClosed = Self.isClosed(inner.dropFirst(name.count))
    guard isClosed || known.value < 0x100 else { return nil }
    (scalar, length) = (known, 1 + name.count + (isClosed ? 1 : 0))
  }

  private static func isClosed(_ rest: ArraySlice<UInt8>) -> Bool { rest.first == UInt8(ascii: ";") }

  /// The character that the digits name, and how many bytes they take with the `x` before them.
  private static func number(_ text: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, digits: Int)? {
    let isHexadecimal = text.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = text.dropFirst(isHexadecimal ? 1 : 0).prefix { byte in
      byte &- 0x30 <= 9 || isHexadecimal && (byte | 0x20) &- 0x61 < 6
    }
    guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10), number != 0,
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (scalar, digits.count + (isHexadecimal ? 1 : 0))
  }
}

/// The names that platforms write; others are left as they stand.
private let characters: [String: Unicode.Scalar] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "middot": "·", "times": "×",
  "divide": "÷", "deg": "°", "plusmn": "±", "copy": "©", "reg": "®", "yen": "¥", "sect": "§", "laquo": "«",
  "raquo": "»", "shy": "\u{AD}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
  "zwj": "\u{200D}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
  "hellip": "…", "bull": "•", "permil": "‰", "radic": "√", "le": "≤", "ge": "≥", "ne": "≠", "minus": "−",
  "larr": "←", "rarr": "→", "trade": "™",
]
