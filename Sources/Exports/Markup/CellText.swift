/// Gathers the text of one cell of a web page as a browser shows it: white space collapsed, lines broken by `<br>` and
/// between blocks.
struct CellText {
  private var isEmpty = true
  private var hasSpace = false
  private var breaks = 0

  /// Starts the next cell.
  mutating func clear() {
    (isEmpty, hasSpace, breaks) = (true, false, 0)
  }

  /// Begins another line, whatever stands on this one.
  mutating func breakLine() {
    breaks += 1
    hasSpace = false
  }

  /// Begins another line unless that was just done.
  mutating func beginBlock() {
    if breaks == 0 { breakLine() }
  }

  /// Appends characters of the page to the bytes of the cell, resolving their references.
  mutating func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0x20 || byte &- 0x09 <= 1 || byte == 0x0C || byte == 0x0D {
        hasSpace = true
        index += 1
        continue
      }
      flush(&bytes)
      if byte == UInt8(ascii: "&"), let reference = CharacterReference(text[index...]) {
        bytes.append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
        index += reference.length
      } else {
        bytes.append(byte)
        index += 1
      }
    }
  }

  /// Writes the space or line breaks that stand between what was written and what follows.
  private mutating func flush(_ bytes: inout [UInt8]) {
    if !isEmpty {
      if breaks > 0 {
        for _ in 0..<breaks { bytes.append(0x0A) }
      } else if hasSpace {
        bytes.append(0x20)
      }
    }
    (isEmpty, hasSpace, breaks) = (false, false, 0)
  }
}
