/// The range of the contents without white space at both ends.
///
/// White space is what hides in exported cells: ASCII blanks and control characters, the ideographic space U+3000, the
/// no-break space, zero-width characters and a stray byte order mark.
package func trimmed(_ text: Span<UInt8>) -> Range<Int> {
  var start = 0
  var end = text.count
  while start < end {
    let width = spaceWidth(text, at: start, before: end)
    if width == 0 { break }
    start += width
  }
  while end > start {
    let width = spaceWidth(text, endingAt: end, after: start)
    if width == 0 { break }
    end -= width
  }
  return start..<end
}

/// How many bytes of white space stand at a position: 0 to 3.
private func spaceWidth(_ text: Span<UInt8>, at position: Int, before end: Int) -> Int {
  let first = text[position]
  if first <= 0x20 { return 1 }
  if first < 0xC2 { return 0 }
  if first == 0xC2 { return position + 1 < end && text[position + 1] == 0xA0 ? 2 : 0 }
  guard position + 2 < end else { return 0 }
  return isWideSpace(first, text[position + 1], text[position + 2]) ? 3 : 0
}

private func spaceWidth(_ text: Span<UInt8>, endingAt end: Int, after start: Int) -> Int {
  let last = text[end - 1]
  if last <= 0x20 { return 1 }
  if last < 0x80 { return 0 }
  if end - start >= 2, last == 0xA0, text[end - 2] == 0xC2 { return 2 }
  guard end - start >= 3 else { return 0 }
  return isWideSpace(text[end - 3], text[end - 2], last) ? 3 : 0
}

/// U+3000, U+200B to U+200D, U+2060 and U+FEFF in UTF-8.
private func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second, third) {
  case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): true
  default: false
  }
}
