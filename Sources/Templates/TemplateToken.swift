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
