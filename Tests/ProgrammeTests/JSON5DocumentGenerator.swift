import Programme
import TestSupport

/// Writes random valid JSON5 in every spelling that the grammar allows, and notes what it wrote and where.
struct JSON5DocumentGenerator {
  private var random: SeededGenerator
  private var written = String.UnicodeScalarView()
  private var line = 1
  private var column = 1
  /// One line for every key and value, as `JSON5Outline` would print them.
  private(set) var outline: [String] = []

  /// What the document may hold.
  enum Dialect {
    /// All that the grammar allows.
    case full
    /// What Foundation reads, too. It crashes on a number that CR, a vertical tab, a comment or the end of the document
    /// touches, refuses spaces beyond ASCII, `\0`, `\v`, `\q` and `0e3`, keeps the line break of a continued line, and
    /// leaves escapes in keys as they are.
    case foundation
  }

  private let isFull: Bool

  /// A generator of one document.
  init(seed: UInt64, _ dialect: Dialect) {
    random = SeededGenerator(seed: seed)
    isFull = dialect == .full
  }

  /// The text of the document.
  var text: String { String(written) }

  /// Writes the document.
  mutating func write() {
    space()
    value(depth: 0)
    space()
    if !isFull { put("\n") }
  }

  private mutating func put(_ text: String) {
    for scalar in text.unicodeScalars {
      let isByteOrderMark = scalar == "\u{FEFF}" && written.isEmpty
      written.append(scalar)
      if isByteOrderMark { continue }
      if scalar == "\n" {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
    }
  }

  private mutating func note(_ what: String) { outline.append("\(line):\(column) \(what)") }

  private mutating func value(depth: Int) {
    switch Int.random(in: 0..<(depth < 4 ? 9 : 6), using: &random) {
    case 0, 1: number()
    case 2, 3: string()
    case 4: literal(["true", "false"].randomElement(using: &random) ?? "true")
    case 5: literal("null")
    case 6: array(depth: depth)
    default: object(depth: depth)
    }
  }

  private mutating func literal(_ word: String) {
    note(word)
    put(word)
  }

  private mutating func array(depth: Int) {
    note("array")
    put("[")
    let count = Int.random(in: 0...4, using: &random)
    for index in 0..<count {
      space()
      value(depth: depth + 1)
      space()
      if index + 1 < count || random.oneIn(2) { put(",") }
    }
    space()
    put("]")
  }

  private mutating func object(depth: Int) {
    note("object")
    put("{")
    let count = Int.random(in: 0...4, using: &random)
    for index in 0..<count {
      space()
      key(number: index)
      space()
      put(":")
      space()
      value(depth: depth + 1)
      space()
      if index + 1 < count || random.oneIn(2) { put(",") }
    }
    space()
    put("}")
  }

  private mutating func key(number: Int) {
    let names = ["a", "$", "_id", "points", "学员编号", "été", "null", "true", "Infinity", "x2", "ⅷ", "a\u{200C}b"]
    let name = (random.pick(names) ?? "a") + "\(number)"
    note("key \(name)")
    switch Int.random(in: 0..<(isFull ? 4 : 3), using: &random) {
    case 0: put(quoted(name))
    case 3: put(name.utf16.map { "\\u" + padded(String($0, radix: 16), 4) }.joined())
    default: put(name)
    }
  }

  private mutating func string() {
    let pieces =
      ["a", "学时", "'", "\"", "\\", "\n", "\t", "\u{08}", "/", "//", "/*", "🦉", "e\u{301}", "{", "，", " "]
      + (isFull ? ["\u{0}", "\u{0B}", "\u{2028}"] : [])
    let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(pieces) ?? "" }.joined()
    note("text \(text.debugDescription)")
    put(quoted(text))
  }

  /// The text in either kind of quotes, its scalars escaped in one of the ways that fit.
  private mutating func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar = random.oneIn(2) ? "'" : "\""
    var quoted = String(quote)
    for scalar in text.unicodeScalars {
      if isFull, random.oneIn(12) { quoted += random.pick(["\\\n", "\\\r\n", "\\\u{2028}"]) ?? "" }
      quoted += escaped(scalar, in: quote)
    }
    return quoted + String(quote)
  }

  private mutating func escaped(_ scalar: Unicode.Scalar, in quote: Unicode.Scalar) -> String {
    let short: [Unicode.Scalar: String] = [
      "\n": "\\n", "\t": "\\t", "\u{08}": "\\b", "\\": "\\\\", "'": "\\'", "\"": "\\\"",
    ]
    let needsEscape = scalar == quote || scalar == "\\" || scalar.value < 0x20
    guard needsEscape || random.oneIn(8) else { return String(scalar) }
    if let short = short[scalar], random.oneIn(2) { return short }
    if isFull, scalar == "\u{0B}", random.oneIn(2) { return "\\v" }
    if isFull, scalar == "a" || scalar == "/" || scalar == "时", random.oneIn(2) { return "\\\(scalar)" }
    if scalar.value < 0x100, random.oneIn(2) { return "\\x" + padded(String(scalar.value, radix: 16), 2) }
    return scalar.utf16.map { "\\u" + padded(String($0, radix: 16, uppercase: random.oneIn(2)), 4) }.joined()
  }

  private mutating func number() {
    let digits = Int64.random(in: (isFull ? 0 : 1)...(random.oneIn(3) ? 9 : 99_999_999), using: &random)
    let decimals = Int.random(in: -3...6, using: &random)
    let isNegative = random.oneIn(3)
    let sign = isNegative ? "-" : ""
    if random.oneIn(6) {
      note("number \(ExactDecimal(isNegative ? -digits : digits))")
      put("\(sign)0\(random.oneIn(2) ? "x" : "X")\(String(digits, radix: 16, uppercase: random.oneIn(2)))")
    } else {
      note("number \(ExactDecimal(isNegative ? -digits : digits, exponent: -decimals))")
      put(sign + spelled(digits, decimals: decimals))
    }
  }

  private mutating func spelled(_ digits: Int64, decimals: Int) -> String {
    guard decimals > 0 else {
      if decimals < 0 { return "\(digits)\(random.pick(["e", "E", "e+", ".e", ".0e", ".00E+"]) ?? "e")\(-decimals)" }
      return "\(digits)" + (random.pick(["", "", ".", ".0", "e0", "E-0"]) ?? "")
    }
    if random.oneIn(4) { return "\(digits)e-\(decimals)" }
    let all = padded(String(digits), decimals + 1)
    let whole = all.dropLast(decimals)
    return (whole == "0" && random.oneIn(2) ? "" : whole) + "." + all.suffix(decimals)
  }

  private mutating func space() {
    let comments = ["// 注释 {\n", "/* a\n * b */", "/***/", "//\n"]
    let spaces =
      [" ", "\n", "\t"]
      + (isFull
        ? comments + ["\r\n", "\u{0B}", "\u{0C}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{2029}", "//\u{2028}"]
        : comments.map { " " + $0 })
    while random.oneIn(3) { put(random.pick(spaces) ?? " ") }
  }

  private func padded(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Prints a tree as one line for every key and value, each with its place.
enum JSON5Outline {
  static func lines(_ node: Node) -> [String] {
    switch node.value {
    case .object(let members):
      ["\(node.place) object"] + members.list.flatMap { ["\($0.keyPlace) key \($0.key)"] + lines($0.node) }
    case .array(let nodes): ["\(node.place) array"] + nodes.flatMap(lines)
    case .string(let text): ["\(node.place) text \(text.debugDescription)"]
    case .number(let number): ["\(node.place) number \(number)"]
    case .nonFinite(let spelling): ["\(node.place) \(spelling)"]
    case .boolean(let boolean): ["\(node.place) \(boolean)"]
    case .null: ["\(node.place) null"]
    case .unreadable: ["\(node.place) unreadable"]
    }
  }
}
