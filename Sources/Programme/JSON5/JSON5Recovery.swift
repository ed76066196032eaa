extension JSON5 {
  /// Punctuation that stands for itself, and what a Chinese keyboard puts in its place.
  enum Marks {
    static let commas: Set<Unicode.Scalar> = ["，", "、", ";", "；"]
    /// What ends an element of an object or list.
    static let separators: Set<Unicode.Scalar> = [",", "，", "}", "]", "｝", "］"]
    static let colons: Set<Unicode.Scalar> = ["：", "="]
    static let quotes: Set<Unicode.Scalar> = ["“", "”", "‘", "’", "＂", "＇", "`"]
    static let brackets: Set<Unicode.Scalar> = ["｛", "｝", "［", "］"]
    /// What ends a word without quotes, besides space and comments.
    static let endWord: Set<Unicode.Scalar> =
      Set([",", ":", "[", "]", "{", "}", "\"", "'"]).union(commas).union(colons).union(quotes).union(brackets)
  }
}

extension JSON5.Parser {
  /// Skips space and comments.
  mutating func skipSpace() {
    while let scalar = next {
      if scalar.isJSON5Space {
        offset += 1
      } else if !skipComment() {
        return
      }
    }
  }

  /// Whether a comment begins at an offset.
  func isComment(at offset: Int) -> Bool {
    source[offset] == "/" && (source[offset + 1] == "/" || source[offset + 1] == "*")
  }

  private mutating func skipComment() -> Bool {
    guard isComment(at: offset) else { return false }
    let opening = offset
    let isBlock = source[offset + 1] == "*"
    offset += 2
    while let scalar = next {
      if !isBlock, scalar.isLineTerminator { return true }
      if isBlock, scalar == "*", source[offset + 1] == "/" {
        offset += 2
        return true
      }
      offset += 1
    }
    if isBlock {
      report(at: opening, Wording("this comment is never closed; expected '*/'", "这个注释没有结束；应有 '*/'"))
      isGuessing = true
    }
    return true
  }

  /// Reports punctuation that looks right but is not, as a Chinese keyboard or another language writes it.
  mutating func reportWrongMark(_ found: Unicode.Scalar, expected: Unicode.Scalar) {
    report(at: offset, Wording("found \(found.shown); expected '\(expected)'", "此处是 \(found.shown)；应为 '\(expected)'"))
  }

  /// Reports quotation marks of the wrong kind and skips what they enclose on this line.
  mutating func skipWrongQuotes() {
    guard let found = next else { return }
    report(
      at: offset,
      Wording("found the quotation mark \(found.shown); expected ' or \"", "此处是引号 \(found.shown)；应为英文引号 ' 或 \""))
    offset += 1
    while let scalar = next, !scalar.isLineTerminator {
      offset += 1
      if JSON5.Marks.quotes.contains(scalar) { return }
    }
  }

  /// The colon behind a key; what looks like one is reported and taken for it.
  ///
  /// Behind a faulty key its lack is no news.
  mutating func isColon(after key: String?) -> Bool {
    guard let found = next else {
      reportEnd(Wording("the file ends here; expected ':' and a value", "文件到此结束；应有 ':' 和值"))
      return false
    }
    if found == ":" {
      offset += 1
      return true
    }
    if JSON5.Marks.colons.contains(found) {
      reportWrongMark(found, expected: ":")
      offset += 1
      return true
    }
    guard let key else { return false }
    report(
      at: offset,
      Wording("found \(found.shown); expected ':' after the key '\(key)'", "此处是 \(found.shown)；键 '\(key)' 之后应为 ':'"))
    return startsElement && !isAfterLineBreak
  }

  /// Whether a value can begin here.
  var startsElement: Bool {
    guard let next else { return false }
    return next == "{" || next == "[" || next == "'" || next == "\"" || !JSON5.Marks.endWord.contains(next)
  }

  /// Whether a key and a colon stand here.
  var startsMember: Bool {
    var ahead = self
    guard let first = next else { return false }
    if first == "'" || first == "\"" {
      ahead.skipQuoted()
    } else {
      ahead.offset = ahead.wordEnd
    }
    guard ahead.offset > offset else { return false }
    while let scalar = ahead.next, scalar.isJSON5Space { ahead.offset += 1 }
    return ahead.next == ":" || ahead.next == "："
  }

  /// Whether nothing but space stands before the offset on its line.
  var isAfterLineBreak: Bool { source.isFirstOnLine(offset) }

  /// The offset where the word that begins here ends.
  var wordEnd: Int {
    var end = offset
    while let scalar = source[end], !scalar.isJSON5Space, !JSON5.Marks.endWord.contains(scalar), !isComment(at: end) {
      end += 1
    }
    return end
  }

  /// Skips to the next comma or closing bracket, or to a line that begins with a member.
  mutating func skipToSeparator() {
    while let scalar = next, !JSON5.Marks.separators.contains(scalar) {
      hasSkipped = true
      switch scalar {
      case "{", "[", "｛", "［": skipNested()
      case "'", "\"": skipQuoted()
      default: skipWord()
      }
      skipSpace()
      if isAfterLineBreak, startsMember { return }
    }
  }

  /// Skips a word or mark, and with it the quotation mark that touches it: the text has lost its other one.
  mutating func skipWord() {
    offset = max(wordEnd, offset + 1)
    if next == "'" || next == "\"" { offset += 1 }
  }

  /// Skips a bracket and all that it encloses without judging it.
  mutating func skipNested() {
    var depth = 0
    while let scalar = next {
      switch scalar {
      case "{", "[", "｛", "［":
        depth += 1
        offset += 1
      case "}", "]", "｝", "］":
        depth -= 1
        offset += 1
        if depth == 0 { return }
      case "'", "\"": skipQuoted()
      default: offset += 1
      }
      skipSpace()
    }
  }

  /// Skips a text in quotes without judging it; only the quotation mark if its line has no second one.
  mutating func skipQuoted() {
    let quote = next
    let opening = offset
    offset += 1
    while let scalar = next, scalar != "\n", scalar != "\r" {
      offset += scalar == "\\" && source[offset + 1] != nil ? 2 : 1
      if scalar == quote { return }
    }
    offset = opening + 1
  }
}
