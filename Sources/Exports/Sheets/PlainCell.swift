/// A cell as nearly every program writes it, such as `<c r="B3" s="1" t="s"><v>12</v></c>`, found in one pass over the
/// bytes; anything else is left to the scanner, which costs several times as much.
struct PlainCell {
  /// Counted from 0; nil for a cell without an address, which stands behind the one before it.
  private(set) var column: Int?
  private(set) var style = 0
  private(set) var type = CellType.number
  /// Where the value lies in the bytes; it holds no references.
  private(set) var value = 0..<0
  /// What was seen of the value.
  private(set) var text = StoredText.unknown
  /// Where the cell ends.
  private(set) var end = 0
  /// Whether the value is an inline string.
  private(set) var isInline = false
  /// Where what may be kept for the next row stands; nil when it was kept already, or the address does not come first.
  private(set) var tail: Range<Int>?

  /// Finds the cell that starts at a position; nil when it is not of this form, or not wholly in the bytes.
  ///
  /// `tails` are those of the columns in the rows before.
  init?(_ bytes: Span<UInt8>, at start: Int, tails: Span<CellTail>) {
    guard bytes.count - start > 8, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "c"),
      bytes[start + 2] == 0x20
    else { return nil }
    var position = start + 2
    var addressEnd: Int?
    if let behind = readAttribute(bytes, at: start + 3), let column {
      if column < tails.count, let first = tails[column].end(in: bytes, at: behind - 1) {
        (style, type, isInline) = (tails[column].style, tails[column].type, tails[column].isInline)
        guard let last = readValue(bytes, from: first) else { return nil }
        end = last
        return
      }
      (position, addressEnd) = (behind, behind - 1)
    }
    while bytes[position] == 0x20 {
      guard let next = readAttribute(bytes, at: position + 1) else { return nil }
      position = next
    }
    if bytes[position] == UInt8(ascii: "/") {
      guard bytes[position + 1] == UInt8(ascii: ">") else { return nil }
      value = position..<position
      end = position + 2
      return
    }
    guard bytes[position] == UInt8(ascii: ">") else { return nil }
    guard let first = valueStart(bytes, at: position + 1), let last = readValue(bytes, from: first) else { return nil }
    end = last
    tail = addressEnd.map { $0..<first }
  }

  /// Reads an attribute and answers where the next byte stands, behind which there is at least one more.
  private mutating func readAttribute(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard bytes.count - start > 4, bytes[start + 1] == UInt8(ascii: "="), bytes[start + 2] == UInt8(ascii: "\"") else {
      return nil
    }
    var position = start + 3
    switch bytes[start] {
    case UInt8(ascii: "r"):
      if self.column != nil { return nil }
      var column = 0
      while position < bytes.count, bytes[position] &- 0x41 < 26, column < 20_000 {
        column = column * 26 + Int(bytes[position] &- 0x40)
        position += 1
      }
      guard column > 0 else { return nil }
      self.column = column - 1
      while position < bytes.count, bytes[position] &- 0x30 <= 9 { position += 1 }
    case UInt8(ascii: "s"):
      style = 0
      while position < bytes.count, bytes[position] &- 0x30 <= 9, style < 1_000_000 {
        style = style * 10 + Int(bytes[position] &- 0x30)
        position += 1
      }
    case UInt8(ascii: "t"):
      while position < bytes.count, bytes[position] | 0x20 &- 0x61 < 26 { position += 1 }
      guard let known = CellType(bytes.extracting((start + 3)..<position)) else { return nil }
      type = known
    default: return nil
    }
    guard bytes.count - position > 2, bytes[position] == UInt8(ascii: "\"") else { return nil }
    return position + 1
  }

  /// Where the value starts behind `<v>`, or behind the plain form of an inline string.
  private mutating func valueStart(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    if bytes.count - start > 3, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "v"),
      bytes[start + 2] == UInt8(ascii: ">")
    {
      return start + 3
    }
    isInline = type == .text && bytes.holds("<is><t>", at: start)
    return isInline ? start + 7 : nil
  }

  /// Reads the value up to `</v></c>`, or to the end of an inline string, and answers where the cell ends.
  private mutating func readValue(_ bytes: Span<UInt8>, from first: Int) -> Int? {
    text = StoredText(bytes, from: first)
    value = first..<text.end
    if isInline { return bytes.holds("</t></is></c>", at: text.end) ? text.end + 13 : nil }
    return bytes.holds("</v></c>", at: text.end) ? text.end + 8 : nil
  }
}

/// What a cell says its value is.
enum CellType {
  case number
  case shared
  case text
  case boolean
  case error
  case date

  /// Reads the attribute `t`; nil for a type that no workbook knows.
  init?(_ name: Span<UInt8>) {
    switch name.count {
    case 1:
      switch name[0] {
      case UInt8(ascii: "s"): self = .shared
      case UInt8(ascii: "n"): self = .number
      case UInt8(ascii: "b"): self = .boolean
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .date
      default: return nil
      }
    case 3 where name[0] == UInt8(ascii: "s") && name[1] == UInt8(ascii: "t") && name[2] == UInt8(ascii: "r"):
      self = .text
    case 9 where name.holds("inlineStr", at: 0): self = .text
    default: return nil
    }
  }
}
