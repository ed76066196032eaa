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
      guard starts("{{") || starts("{%") else {
        if tellStray() { continue }
        if text.isEmpty { start = position }
        text.unicodeScalars.append(scalars[position])
        position += 1
        continue
      }
      flush(&segments)
      let isValue = starts("{{")
      position += 2
      guard let tokens = tokens(until: isValue ? "}}" : "%}", from: opening) else { continue }
      segments.append(isValue ? .value(tokens, place(opening)) : .instruction(tokens, place(opening)))
    }
    flush(&segments)
    return segments.trimmed
  }

  /// Tells of a sign that means nothing where it stands, and passes over it; false where there is none.
  private mutating func tellStray() -> Bool {
    guard let sign = Self.strays.first(where: starts) else { return false }
    faults.refuse(
      place(position),
      sign == "{#" || sign == "#}"
        ? Wording("a remark stands on lines of its own: {# … #}", "注释应单独占行：{# …… #}")
        : Wording(
          "'\(sign)' opens or closes nothing; instructions are written {% … %} and values {{ … }}, in half-width signs",
          "“\(sign)”没有对应的另一半；指令应写作 {% …… %}，值应写作 {{ …… }}，用半角符号"))
    position += sign.unicodeScalars.count
    return true
  }

  private static let strays = ["}}", "%}", "{#", "#}", "｛｛", "｝｝", "{％", "％}", "｛%", "%｝", "｛％", "％｝"]

  /// The tokens up to a closing sign; nil, with the fault told, where there is none in the line.
  private mutating func tokens(until closing: String, from opening: Int) -> [TemplateToken]? {
    var tokens: [TemplateToken] = []
    isQuoteOpen = false
    while position < scalars.count, !starts("{{"), !starts("{%") {
      if starts(closing) {
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
    let mark = closing == "}}" ? "{{" : "{%"
    faults.refuse(
      place(opening),
      Wording(
        "'\(mark)' is not closed in its line; write '\(closing)' behind it", "“\(mark)”没有在本行内结束；请在其后写“\(closing)”"))
    return nil
  }

  private mutating func token() -> TemplateToken? {
    let start = position
    let scalar = scalars[position]
    if let closing = Self.quotes[scalar] { return quoted(closing, from: start) }
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
    guard let end = scalars[(start + 1)...].firstIndex(of: closing) else {
      position = scalars.count
      isQuoteOpen = true
      faults.refuse(
        place(start), Wording("the text is not closed; write '\(closing)' behind it", "文字没有结束；请在其后写“\(closing)”"))
      return nil
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[(start + 1)..<end])
    position = end + 1
    return TemplateToken(kind: closing == "」" ? .word(String(text)) : .text(String(text)), place: place(start))
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
    func isDigit(_ index: Int) -> Bool { index < scalars.count && ("0"..."9").contains(scalars[index]) }
    while isDigit(end) {
      digits.unicodeScalars.append(scalars[end])
      end += 1
    }
    if end > first, end < scalars.count, scalars[end] == ".", isDigit(end + 1) {
      end += 1
      while isDigit(end) {
        digits.unicodeScalars.append(scalars[end])
        (end, decimals) = (end + 1, decimals + 1)
      }
    }
    let isLast = end + 1 >= scalars.count || scalars[end + 1] != "}"
    let isPercent = end < scalars.count && (scalars[end] == "%" && isLast || scalars[end] == "％")
    if isPercent { end += 1 }
    guard end > first, digits.count <= 15, let units = Int64(digits),
      end == scalars.count || !Self.isOfName(scalars[end])
    else { return nil }
    position = end
    return TemplateNumber(units: isNegative ? -units : units, decimals: decimals, isPercent: isPercent)
  }

  private func starts(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    return scalars.count - position >= wanted.count && scalars[position...].starts(with: wanted)
  }

  private func place(_ index: Int) -> Place { Place(line: line, column: index + 1) }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”", "「": "」"]

  private static let signs: [(String, String)] = [
    (">=", ">="), ("<=", "<="), ("!=", "!="), ("==", "="), ("≥", ">="), ("≤", "<="), ("≠", "!="), (">", ">"),
    ("＞", ">"),
    ("<", "<"), ("＜", "<"), ("=", "="), ("＝", "="), (".", "."), ("(", "("), (")", ")"),
  ]

  private static let reserved = Set("\"“”「」.()=<>!≥≤≠＞＜＝{}%％".unicodeScalars)

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
