import Programme

/// Takes one line of a template apart; columns count Unicode scalars.
struct TemplateLineScanner {
  private let line: Int
  private let scalars: [Unicode.Scalar]
  private let faults: FaultCollector
  private var position = 0
  /// Whether a text that was not closed has taken the rest of the line.
  private var isQuoteOpen = false

  init(_ scalars: some Sequence<Unicode.Scalar>, line: Int, _ faults: FaultCollector) {
    (self.scalars, self.line, self.faults) = (Array(scalars), line, faults)
  }

  /// The parts of the line, without blanks around it.
  mutating func segments() -> [TemplateSegment] {
    var segments: [TemplateSegment] = []
    var text = ""
    var start = 0
    func flush(_ segments: inout [TemplateSegment]) {
      if !text.isEmpty { segments.append(.text(text, place(start))) }
      text = ""
    }
    while position < scalars.count {
      let opening = position
      guard let mark = mark(among: Self.openings) else {
        if tellStray() { continue }
        if text.isEmpty { start = position }
        text.unicodeScalars.append(scalars[position])
        position += 1
        continue
      }
      flush(&segments)
      position += 2
      guard let tokens = tokens(of: mark, from: opening) else { continue }
      segments.append(mark.isValue ? .value(tokens, place(opening)) : .instruction(tokens, place(opening)))
    }
    flush(&segments)
    return segments.trimmed
  }

  /// Two signs that open or close a value or an instruction.
  private struct Mark {
    let isValue: Bool
    /// Whether one of them is full-width, as input methods write them.
    let isWide: Bool
    let written: String

    var opening: String { isValue ? "{{" : "{%" }
    var closing: String { isValue ? "}}" : "%}" }
  }

  private static let openings: [Mark] = marks("{{", "｛{", "{｛", "｛｛") + marks("{%", "｛%", "{％", "｛％", isValue: false)
  private static let closings: [Mark] = marks("}}", "｝}", "}｝", "｝｝") + marks("%}", "％}", "%｝", "％｝", isValue: false)

  private static func marks(_ narrow: String, _ wide: String..., isValue: Bool = true) -> [Mark] {
    [Mark(isValue: isValue, isWide: false, written: narrow)]
      + wide.map { Mark(isValue: isValue, isWide: true, written: $0) }
  }

  private func mark(among marks: [Mark]) -> Mark? {
    switch scalars[position] {
    case "{", "｛", "}", "｝", "%", "％": marks.first { starts($0.written) }
    default: nil
    }
  }

  /// Tells of a sign that means nothing where it stands, and passes over it; false where there is none.
  private mutating func tellStray() -> Bool {
    guard "{#}｝%％".unicodeScalars.contains(scalars[position]) else { return false }
    let remark = ["{#", "#}"].first(where: starts)
    guard let sign = remark ?? mark(among: Self.closings)?.written else { return false }
    faults.refuse(
      place(position),
      remark != nil
        ? Wording("a remark stands on lines of its own: {# … #}", "注释应单独占行：{# …… #}")
        : Wording(
          "'\(sign)' opens or closes nothing; instructions are written {% … %} and values {{ … }}, in half-width signs",
          "“\(sign)”没有对应的另一半；指令应写作 {% …… %}，值应写作 {{ …… }}，用半角符号"))
    position += 2
    return true
  }

  /// The tokens up to the closing signs; nil, with the fault told, where there are none in the line.
  private mutating func tokens(of opening: Mark, from start: Int) -> [TemplateToken]? {
    var tokens: [TemplateToken] = []
    isQuoteOpen = false
    while position < scalars.count, mark(among: Self.openings) == nil {
      if let closing = mark(among: Self.closings) {
        tell(closing, of: opening, from: start)
        position += 2
        return tokens
      }
      if scalars[position].properties.isWhitespace {
        position += 1
      } else if let token = token() {
        tokens.append(token)
      }
    }
    guard !isQuoteOpen else { return nil }
    faults.refuse(
      place(start),
      Wording(
        "'\(opening.written)' is not closed in its line; write '\(opening.closing)' behind it",
        "“\(opening.written)”没有在本行内结束；请在其后写“\(opening.closing)”"))
    return nil
  }

  /// Tells once of signs around a value or an instruction that are not the right ones.
  private func tell(_ closing: Mark, of opening: Mark, from start: Int) {
    guard opening.isWide || closing.isWide || opening.isValue != closing.isValue else { return }
    if opening.isWide {
      return faults.refuse(
        place(start),
        Wording(
          "'\(opening.written)' is full-width; write '\(opening.opening)' and '\(opening.closing)' in half-width signs",
          "“\(opening.written)”是全角符号；请用半角的“\(opening.opening)”和“\(opening.closing)”"))
    }
    faults.refuse(
      place(position),
      closing.isWide
        ? Wording(
          "'\(closing.written)' is full-width; write '\(opening.closing)'",
          "“\(closing.written)”是全角符号；请写半角的“\(opening.closing)”")
        : Wording(
          "'\(opening.opening)' is closed by '\(opening.closing)', not by '\(closing.written)'",
          "“\(opening.opening)”应以“\(opening.closing)”结束，而不是“\(closing.written)”"))
  }

  private mutating func token() -> TemplateToken? {
    let start = position
    let scalar = scalars[position]
    if let closing = Self.quotes[scalar] { return quoted(closing, from: start) }
    if let closings = Self.otherQuotes[scalar] { return otherwiseQuoted(closings, from: start) }
    if let sign = sign() { return TemplateToken(kind: .sign(sign), place: place(start)) }
    if let number = number() { return TemplateToken(kind: .number(number), place: place(start)) }
    var word = ""
    while position < scalars.count, Self.isOfName(scalars[position]) {
      word.unicodeScalars.append(scalars[position])
      position += 1
    }
    guard word.isEmpty else { return TemplateToken(kind: .word(word), place: place(start)) }
    position += 1
    faults.refuse(
      place(start),
      Wording("'\(scalar)' has no meaning here; take it out", "此处不能写“\(scalar)”；请删去"))
    return nil
  }

  /// A text in quotation marks, or a name in 「」 that could not be written without.
  private mutating func quoted(_ closing: Unicode.Scalar, from start: Int) -> TemplateToken? {
    let rest = scalars[(start + 1)...]
    guard let end = rest.firstIndex(of: closing) ?? rest.firstIndex(where: Self.doubleQuotes.contains) else {
      position = scalars.count
      isQuoteOpen = true
      faults.refuse(
        place(start), Wording("the text is not closed; write '\(closing)' behind it", "文字没有结束；请在其后写\(closing)"))
      return nil
    }
    if scalars[end] != closing {
      faults.refuse(
        place(end),
        Wording(
          "a text that begins with \(scalars[start]) ends with \(closing), not with \(scalars[end])",
          "以\(scalars[start])开头的文字应以\(closing)结束，而不是\(scalars[end])"))
    }
    return TemplateToken(
      kind: closing == "」" ? .word(taken(start, end)) : .text(taken(start, end)), place: place(start))
  }

  /// A text in quotation marks of another kind, which is told, and read as what was meant.
  private mutating func otherwiseQuoted(_ closings: Set<Unicode.Scalar>, from start: Int) -> TemplateToken {
    faults.refuse(
      place(start),
      Wording(
        "a text stands between “ and ”, or between two \", not behind \(scalars[start])",
        "文字应写在“”或两个\"之间，不能以\(scalars[start])开头"))
    let end = scalars[(start + 1)...].firstIndex(where: closings.contains) ?? start
    guard end > start else {
      position = start + 1
      return TemplateToken(kind: .text(""), place: place(start))
    }
    return TemplateToken(kind: .text(taken(start, end)), place: place(start))
  }

  /// What stands between two quotation marks; the position is behind the second then.
  private mutating func taken(_ start: Int, _ end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[(start + 1)..<end])
    position = end + 1
    return String(text)
  }

  private mutating func sign() -> String? {
    for (written, sign) in Self.signs where starts(written) {
      position += written.unicodeScalars.count
      return sign
    }
    return nil
  }

  /// A number such as `90`, `62.5`, `90%` or `-1`; nil for a word that begins with a digit.
  private mutating func number() -> TemplateNumber? {
    let start = position
    var (digits, decimals) = ("", 0)
    let isNegative = ["-", "−", "－"].contains(scalars[start])
    let first = isNegative ? start + 1 : start
    var end = first
    func digit(_ index: Int) -> Character? { index < scalars.count ? Self.digit(scalars[index]) : nil }
    while let digit = digit(end) {
      digits.append(digit)
      end += 1
    }
    if end > first, end < scalars.count, scalars[end] == "." || scalars[end] == "．", digit(end + 1) != nil {
      end += 1
      while let digit = digit(end) {
        digits.append(digit)
        (end, decimals) = (end + 1, decimals + 1)
      }
    }
    let isLast = end + 1 >= scalars.count || scalars[end + 1] != "}" && scalars[end + 1] != "｝"
    let isPercent = end < scalars.count && isLast && (scalars[end] == "%" || scalars[end] == "％")
    if isPercent { end += 1 }
    guard end > first, digits.count <= 15, let units = Int64(digits),
      end == scalars.count || !Self.isOfName(scalars[end])
    else { return nil }
    position = end
    return TemplateNumber(units: isNegative ? -units : units, decimals: decimals, isPercent: isPercent)
  }

  /// `7`, written in half or full width.
  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "0"..."9": Character(scalar)
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
    default: nil
    }
  }

  private func starts(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    return scalars.count - position >= wanted.count && scalars[position...].starts(with: wanted)
  }

  private func place(_ index: Int) -> Place { Place(line: line, column: index + 1) }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "「": "」"]
  private static let doubleQuotes: Set<Unicode.Scalar> = ["\"", "“", "”", "＂"]
  /// Marks that texts do not begin with, and what people close them by.
  private static let otherQuotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "”": doubleQuotes, "＂": doubleQuotes, "'": ["'", "’"], "‘": ["'", "’"], "’": ["‘", "’"], "『": ["』"],
  ]

  private static let signs: [(String, String)] = [
    (">=", ">="), ("<=", "<="), ("!=", "!="), ("==", "="), ("≥", ">="), ("≤", "<="), ("≠", "!="), ("＞＝", ">="),
    ("＞=", ">="), (">＝", ">="), ("＜＝", "<="), ("＜=", "<="), ("<＝", "<="), ("！＝", "!="), ("！=", "!="), ("!＝", "!="),
    ("＝＝", "="), (">", ">"), ("＞", ">"), ("<", "<"), ("＜", "<"), ("=", "="), ("＝", "="), (".", "."), ("．", "."),
    ("(", "("), (")", ")"),
  ]

  private static let reserved = Set("\"“”＂「」.．()=<>!！≥≤≠＞＜＝{}｛｝%％".unicodeScalars)

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && !reserved.contains(scalar)
  }
}

extension [TemplateSegment] {
  /// The same parts without blanks before the first and behind the last; wide blanks of Chinese text stay.
  var trimmed: [TemplateSegment] {
    var segments = self
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    while case .text(let text, let place) = segments.first {
      let rest = text.drop(while: isBlank)
      let column = place.column + text.unicodeScalars.count - rest.unicodeScalars.count
      segments.removeFirst()
      guard rest.isEmpty else {
        segments.insert(.text(String(rest), Place(line: place.line, column: column)), at: 0)
        break
      }
    }
    while case .text(var text, let place) = segments.last {
      while text.last.map(isBlank) == true { text.removeLast() }
      segments.removeLast()
      guard text.isEmpty else {
        segments.append(.text(text, place))
        break
      }
    }
    return segments
  }
}
