extension JSON5.Parser {
  /// The number, `true`, `false` or `null` that begins here.
  mutating func word() -> Node.Value {
    let start = offset
    let end = max(wordEnd, start + 1)
    let word = source.text(start..<end)
    skipWord()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "Infinity", "+Infinity", "-Infinity", "NaN", "+NaN", "-NaN": return .nonFinite(word)
    default: break
    }
    switch JSON5.number(word) {
    case .number(let number): return .number(number)
    case .tooGreat:
      report(
        at: start,
        Wording("the number \(word) is out of range; expected at most 18 digits", "数字 \(word) 超出范围；至多 18 位"))
    case .malformed: report(at: start, .malformed(word))
    }
    return .unreadable
  }

  /// The key that begins here; `nil` if there is none, which is reported.
  mutating func key() -> String? {
    let start = offset
    guard let first = next else { return nil }
    if first == "'" || first == "\"" { return string() }
    if JSON5.Marks.quotes.contains(first) {
      skipWrongQuotes()
      return nil
    }
    let end = wordEnd
    guard end > start else {
      let wording = Wording("found \(first.shown); expected a key", "此处是 \(first.shown)；应为键")
      if first == "{" || first == "[" { reportBracket(at: start, wording) } else { report(at: start, wording) }
      return nil
    }
    return identifier(end: end)
  }

  /// A key without quotes.
  ///
  /// One that needs quotes is reported and read as if it had them.
  private mutating func identifier(end: Int) -> String? {
    let start = offset
    var name = String.UnicodeScalarView()
    while offset < end, let scalar = next {
      if scalar == "\\" {
        guard source[offset + 1] == "u", let escaped = hexEscape() else {
          report(at: start, Wording("a bad escape in a key; expected '\\uHHHH'", "键中的转义有误；应为 '\\uHHHH'"))
          offset = end
          return nil
        }
        name.append(escaped)
      } else {
        name.append(scalar)
        offset += 1
      }
    }
    let key = String(name)
    let isIdentifier = name.first.map(\.startsIdentifier) ?? false && name.allSatisfy(\.continuesIdentifier)
    if !isIdentifier {
      report(at: start, Wording("this key needs quotes; expected '\(key)' in quotes", "这个键需要引号；应写作带引号的 '\(key)'"))
    }
    return key
  }
}

extension Unicode.Scalar {
  /// Whether a key without quotes may begin with the scalar.
  fileprivate var startsIdentifier: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber: true
    default: self == "$" || self == "_"
    }
  }

  /// Whether a key without quotes may have the scalar behind its first.
  fileprivate var continuesIdentifier: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: true
    default: startsIdentifier || self == "\u{200C}" || self == "\u{200D}"
    }
  }
}

extension Wording {
  /// Words as other languages or other formats write them deserve a better answer than "not a number".
  fileprivate static func malformed(_ word: String) -> Wording {
    let isNumeric = word.unicodeScalars.first.map { "+-.0123456789".unicodeScalars.contains($0) } ?? false
    if isNumeric {
      return Wording(
        "'\(word)' is not a number; expected a number, or quotes around a text", "'\(word)' 不是数字；应为数字，文本应加引号")
    }
    if let guess = Spelling.nearest(to: word, among: ["true", "false", "null"]) {
      return Wording("'\(word)' is not a value; did you mean \(guess)?", "'\(word)' 不是值；是否想写 \(guess)？")
    }
    return Wording("'\(word)' is not a value; expected quotes around a text", "'\(word)' 不是值；文本应加引号")
  }
}
