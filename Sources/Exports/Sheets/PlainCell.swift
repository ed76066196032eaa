/// A cell as nearly every program writes it, such as `<c r="B3" s="1" t="s"><v>12</v></c>`, found in one pass over the
/// bytes; anything else is left to the scanner, which costs several times as much.
struct PlainCell {
  /// Counted from 0; nil for a cell without an address, which stands behind the one before it.
  private(set) var column: Int?
  private(set) var style = 0
  private(set) var type = CellType.number
  /// Where the value lies in the bytes; it holds no references.
  private(set) var value = 0..<0
  /// Where the cell ends.
  private(set) var end = 0

  /// Finds the cell that starts at a position; nil when it is not of this form, or not wholly in the bytes.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    guard bytes.count - start > 8, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "c"),
      bytes[start + 2] == 0x20
    else { return nil }
    var position = start + 2
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
    guard let last = readValue(bytes, at: position + 1) else { return nil }
    end = last
  }

  /// Reads an attribute and answers where the next byte stands, behind which there is at least one more.
  private mutating func readAttribute(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard bytes.count - start > 4, bytes[start + 1] == UInt8(ascii: "="), bytes[start + 2] == UInt8(ascii: "\"") else {
      return nil
    }
    var position = start + 3
    switch bytes[start] {
    case UInt8(ascii: "r"):
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

  /// Reads `<v>…</v></c>`, or the plain form of an inline string, and answers where the cell ends.
  private mutating func readValue(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    var first = start
    var isInline = false
    if bytes.count - start > 3, bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "v"),
      bytes[start + 2] == UInt8(ascii: ">")
    {
      first += 3
    } else if type == .text, matches("<is><t>", bytes, at: start) {
      isInline = true
      first += 7
    } else {
      return nil
    }
    var position = first
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      if bytes[position] == UInt8(ascii: "&") { return nil }
      position += 1
    }
    value = first..<position
    if isInline { return matches("</t></is></c>", bytes, at: position) ? position + 13 : nil }
    return isCellEnd(bytes, at: position) ? position + 8 : nil
  }

  /// Whether `</v></c>` stands at a position.
  private func isCellEnd(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard bytes.count - start >= 8 else { return false }
    return bytes[start + 1] == UInt8(ascii: "/") && bytes[start + 2] == UInt8(ascii: "v")
      && bytes[start + 3] == UInt8(ascii: ">") && bytes[start + 4] == UInt8(ascii: "<")
      && bytes[start + 5] == UInt8(ascii: "/") && bytes[start + 6] == UInt8(ascii: "c")
      && bytes[start + 7] == UInt8(ascii: ">")
  }

  private func matches(_ mark: StaticString, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard bytes.count - start >= mark.utf8CodeUnitCount else { return false }
    return mark.withUTF8Buffer { mark in
      for index in mark.indices where bytes[start + index] != mark[index] { return false }
      return true
    }
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
    let types: [(StaticString, CellType)] = [
      ("s", .shared), ("n", .number), ("str", .text), ("inlineStr", .text), ("b", .boolean), ("e", .error),
      ("d", .date),
    ]
    if name.count == 1, name[0] == UInt8(ascii: "s") {
      self = .shared
      return
    }
    let spelling = [UInt8](name)
    guard let type = types.first(where: { $0.0.withUTF8Buffer { spelling.elementsEqual($0) } })?.1 else { return nil }
    self = type
  }
}
