extension JSON5.Parser {
  /// The text in quotes that begins here; `nil` if it has a fault, which is reported.
  mutating func string() -> String? {
    let opening = offset
    guard let quote = next else { return nil }
    var text = String.UnicodeScalarView()
    var isSound = true
    offset += 1
    while let scalar = next, scalar != "\n", scalar != "\r" {
      if scalar == quote {
        offset += 1
        return isSound ? String(text) : nil
      }
      if scalar == "\\" {
        isSound = escape(into: &text) && isSound
      } else {
        text.append(scalar)
        offset += 1
      }
    }
    report(
      at: opening,
      Wording("this text is not closed on its line; expected \(quote.shown)", "这个文本在本行没有结束；应有 \(quote.shown)"))
    // A bracket behind the missing quote would be missed later.
    let swallowed = source.scalars[opening..<offset]
    isGuessing = isGuessing || swallowed.contains { "{}[]".unicodeScalars.contains($0) }
    return nil
  }

  /// Reads an escape sequence; answers whether it is a good one.
  private mutating func escape(into text: inout String.UnicodeScalarView) -> Bool {
    let backslash = offset
    offset += 1
    guard let scalar = next else { return true }
    offset += 1
    switch scalar {
    case "b": text.append("\u{08}")
    case "f": text.append("\u{0C}")
    case "n": text.append("\n")
    case "r": text.append("\r")
    case "t": text.append("\t")
    case "v": text.append("\u{0B}")
    case "\r":
      if next == "\n" { offset += 1 }
    case "\n", "\u{2028}", "\u{2029}": break
    case "x", "u":
      offset = backslash
      guard let escaped = hexEscape() else { return false }
      text.append(escaped)
    case "0" where !isDigit(next): text.append("\0")
    case "0"..."9":
      report(
        at: backslash,
        Wording(
          "a digit may not follow '\\'; expected a hexadecimal escape such as '\\x41'",
          "'\\' 之后不能是数字；应为十六进制转义，如 '\\x41'"))
      return false
    default: text.append(scalar)
    }
    return true
  }

  /// The scalar of `\xHH`, `\uHHHH` or a surrogate pair of the latter, which begins here; `nil` if it is none.
  mutating func hexEscape() -> Unicode.Scalar? {
    let backslash = offset
    guard let first = codeUnit() else {
      report(
        at: backslash,
        Wording(
          "a bad escape in a text; expected '\\xHH' or '\\uHHHH' in hexadecimal digits",
          "转义有误；应为 '\\xHH' 或 '\\uHHHH'（十六进制）"))
      return nil
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let behindFirst = offset
    if UTF16.isLeadSurrogate(first), source[offset] == "\\", source[offset + 1] == "u",
      let second = codeUnit(), UTF16.isTrailSurrogate(second)
    {
      return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }
    offset = behindFirst
    report(
      at: backslash,
      Wording("half of a character; expected a second '\\uHHHH' that completes it", "半个字符；应有第二个 '\\uHHHH' 与之组成一个字符"))
    return nil
  }

  /// The number behind `\x` or `\u`; `nil`, standing behind the letter, if it has too few digits.
  private mutating func codeUnit() -> UInt16? {
    let count = source[offset + 1] == "x" ? 2 : 4
    offset += 2
    let end = min(offset + count, source.scalars.count)
    let digits = source.text(offset..<end)
    guard end == offset + count, digits.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit })
    else { return nil }
    offset = end
    return UInt16(digits, radix: 16)
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }
}
