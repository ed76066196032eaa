extension JSON5.Parser {
  /// A bracket that is open.
  struct Bracket {
    /// Where it stands, or where it should.
    let offset: Int
    /// The bracket that closes it.
    let closing: Unicode.Scalar
    /// Whether it is missing in the document.
    let isImplied: Bool
  }

  /// Reports a fault of the brackets; only the first one, because any further one may be its consequence.
  mutating func reportBracket(at offset: Int, _ wording: Wording) {
    if isGuessing {
      isBalanced = false
      silence(at: offset)
    } else {
      isGuessing = true
      report(at: offset, wording)
    }
  }

  /// Reports that the document ends too early.
  mutating func reportEnd(_ wording: Wording) {
    reportBracket(at: offset, wording)
    isBalanced = false
  }

  /// Skips the space before an element, and the closing bracket if it comes instead.
  mutating func closes() -> Bool {
    skipSpace()
    guard let bracket = open.last else { return true }
    switch next {
    case nil:
      reportUnclosed(bracket)
      return true
    case bracket.closing:
      close(bracket)
      return true
    case "]", "}", "］", "｝":
      closeWrongly(bracket)
      return true
    case "{" where bracket.closing == "}" && open.dropLast().last?.closing == "]":
      reportMissingClosing()
      return true
    default:
      return false
    }
  }

  /// Reports what stands between elements; answers whether another element follows.
  mutating func separates(afterFault: Bool) -> Bool {
    guard let bracket = open.last else { return false }
    let isObject = bracket.closing == "}"
    var isResuming = afterFault
    while !closes() {
      guard let found = next else { return false }
      if found == "," || JSON5.Marks.commas.contains(found) {
        if found != "," { reportWrongMark(found, expected: ",") }
        offset += 1
        return !closes()
      }
      if !isResuming {
        let closing = bracket.closing.shown
        report(
          at: offset,
          Wording("found \(found.shown); expected ',' or \(closing)", "此处是 \(found.shown)；应为 ',' 或 \(closing)"))
        isGuessing = isGuessing || touchesQuote
        if isObject ? startsMember : startsElement { return true }
      } else if isObject, startsMember, isAfterLineBreak {
        return true
      } else if !isObject, isMemberBehindList {
        reportMissingClosing()
        return false
      }
      isResuming = true
      skipToSeparator()
    }
    return false
  }

  /// Whether a text ends right before the offset.
  ///
  /// A word there shows that a quotation mark is missing on the line, so that
  /// what was read as text and what as brackets may be the wrong way round.
  private var touchesQuote: Bool {
    offset > 0 && (source[offset - 1] == "'" || source[offset - 1] == "\"")
  }

  /// Whether a key stands here on a line that is not indented deeper than the line on which the list begins.
  var isMemberBehindList: Bool {
    guard let bracket = open.last, isAfterLineBreak else { return false }
    return source.indentation(of: offset) <= source.indentation(of: bracket.offset) && startsMember
  }

  /// What stands here belongs behind a closing bracket that is missing.
  ///
  /// How much of what was read before belongs there, too, cannot be told.
  mutating func reportMissingClosing() {
    guard let bracket = open.last else { return }
    reportBracket(at: offset, missing(bracket))
    isBalanced = false
  }

  private mutating func close(_ bracket: Bracket) {
    closed.append((bracket.offset, offset))
    offset += 1
  }

  /// A closing bracket of the wrong kind: a slip if it closes its own line or nothing else, else one is missing before it.
  private mutating func closeWrongly(_ bracket: Bracket) {
    guard let found = next else { return }
    let isOnLine = !bracket.isImplied && source.line(of: bracket.offset) == source.line(of: offset)
    let isSlip = isOnLine || found == "］" || found == "｝"
    let closesAnother = open.dropLast().contains { $0.closing == found }
    if isSlip {
      report(at: offset, missing(bracket))
    } else if !bracket.isImplied || !closesAnother {
      reportBracket(at: offset, missing(bracket))
    }
    if isSlip || !closesAnother { close(bracket) }
    isBalanced = isBalanced && isSlip
  }

  private func missing(_ bracket: Bracket) -> Wording {
    let found = next?.shown ?? ""
    let place = source.place(at: bracket.offset)
    return Wording(
      "found \(found); expected '\(bracket.closing)' for the bracket opened at \(place)",
      "此处是 \(found)；\(place) 处的括号应以 '\(bracket.closing)' 结束")
  }

  /// The document ends within brackets.
  ///
  /// Indentation, if it was kept, tells which of them is to blame.
  private mutating func reportUnclosed(_ bracket: Bracket) {
    isBalanced = false
    let suspect = closed.first { pair in
      source.isFirstOnLine(pair.closing)
        && source.indentation(of: pair.opening) != source.indentation(of: pair.closing)
    }
    guard let suspect else {
      reportBracket(
        at: bracket.offset,
        Wording("this bracket is never closed; expected '\(bracket.closing)'", "这个括号没有结束；应有 '\(bracket.closing)'"))
      return
    }
    let place = source.place(at: suspect.closing)
    reportBracket(
      at: suspect.opening,
      Wording(
        "a bracket is missing, probably for this one; the bracket at \(place), which closes it, is indented differently",
        "缺少一个括号，很可能属于此处；在 \(place) 与之配对的括号缩进不同"))
  }
}
