import Programme

/// A word, number, text or sign inside `{{ }}` and `{% %}`.
struct TemplateToken {
  enum Kind: Hashable {
    case word(String)
    case number(TemplateNumber)
    case text(String)
    /// `.`, a bracket or a comparison.
    case sign(String)
  }

  let kind: Kind
  let place: Place

  /// As it was written, for messages.
  var written: String {
    switch kind {
    case .word(let word): word
    case .number(let number): "\(number.units)"
    case .text(let text): "\"\(text)\""
    case .sign(let sign): sign
    }
  }

  /// What to do about full-width punctuation in a word, which is part of the name there; nil for words without.
  var widePunctuation: Wording? {
    guard case .word(let word) = kind else { return nil }
    return Self.widePunctuation(in: word)
  }

  /// The same of a name that nobody knows.
  static func widePunctuation(in word: String) -> Wording? {
    if word.contains(where: { "（）".contains($0) }) {
      return Wording("brackets are half-width here: ( and )", "此处的括号用半角：( 和 )")
    }
    guard word.contains(where: { "，、；：。！？,;:?".contains($0) }) else { return nil }
    return Wording("words stand apart by blanks, without punctuation", "词与词之间只用空格隔开，不加标点")
  }

  func isWord(_ word: String) -> Bool { kind == .word(word) }
}

/// A part of a line: plain text, a value or an instruction.
enum TemplateSegment {
  case text(String, Place)
  case value([TemplateToken], Place)
  case instruction([TemplateToken], Place)

  var place: Place {
    switch self {
    case .text(_, let place), .value(_, let place), .instruction(_, let place): place
    }
  }

  /// The text; nil of anything else.
  var text: String? { if case .text(let text, _) = self { text } else { nil } }
}
