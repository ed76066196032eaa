/// The contents of a cell as characters, made plain: half-width, without guards, trimmed.
///
/// The slow way in for every form, taken when the bytes are not plain ASCII of the expected shape.
struct FoldedText {
  /// The characters that are left.
  private(set) var scalars: [Unicode.Scalar] = []
  /// What was taken off or changed.
  private(set) var flags: ValueFlags = []
  /// Whether the bytes were characters at all.
  private(set) var isSound = true

  init(_ text: Span<UInt8>) {
    let range = trimmed(text)
    guard isUTF8(text.extracting(range)) else {
      isSound = false
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(text[index]) }
    scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { fold($0) }
    if range.lowerBound > 0, text[0] == 0x09 { flags.insert(.guarded) }
    removeGuards()
  }

  /// Half-width form of a character; nil for one that takes no room.
  private mutating func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      flags.insert(.fullWidth)
      return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000, 0xA0: return " "
    case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD: return nil
    case 0x2212: return "-"
    default: return scalar
    }
  }

  /// Takes off a leading apostrophe and `="…"`.
  private mutating func removeGuards() {
    if scalars.count >= 3, scalars[0] == "=", scalars[1] == "\"", scalars.last == "\"" {
      scalars = Array(scalars[2..<(scalars.count - 1)])
      flags.insert(.guarded)
    }
    if let first = scalars.first, first == "'" || first == "\u{2018}" || first == "`" {
      scalars.removeFirst()
      flags.insert(.guarded)
    }
    scalars = Array(scalars.drop { $0 == " " || $0 == "\t" })
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
  }

  /// The characters as a string.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The characters without any white space, for values in which it never means anything.
  var withoutSpace: [Unicode.Scalar] {
    scalars.filter { !$0.properties.isWhitespace }
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit.
  var digit: Int? {
    (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil
  }
}
