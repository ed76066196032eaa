import Archive

/// Walks the markup of one part of a workbook, token by token, through one buffer.
///
/// Knows elements, attributes, text, CDATA, the five entities and character references, which is all that spreadsheet
/// programs write. Document types are refused: they could make a small file unfold without end. Elements must be closed in the
/// order they were opened, so that a damaged tag is not taken for an unknown one.
struct XMLScanner: ~Copyable {
  /// What a call of `next` found.
  enum Token {
    /// A tag that opens an element, or stands for an empty one; see `name`, `attributes` and `isEmpty`.
    case start
    /// A tag that closes an element; see `name`.
    case end
    /// Characters between tags; see `text`.
    case text
    /// The end of the part, whose length and checksum have been proved.
    case finished
  }

  /// The local name of the element.
  private(set) var name = XMLName()
  /// Whether the opening tag closes itself.
  private(set) var isEmpty = false
  /// The bytes read last; ranges lie in it until the next call of `next`.
  private(set) var buffer: [UInt8]
  /// Where the attributes of the opening tag lie.
  private(set) var attributes = 0..<0
  /// Where the characters lie, with their references still to be resolved.
  private(set) var text = 0..<0
  /// Whether the characters hold references.
  private(set) var hasReferences = false
  /// What comments and instructions said since the last token; kept for those alone who ask for it.
  private(set) var passed: [String] = []
  /// Whether comments and instructions are kept.
  var keepsPassed = false

  /// Where the next token starts in the buffer, behind whose end at `end` nothing stands.
  private(set) var position: Int
  /// Where the bytes read so far end in the buffer.
  private(set) var end: Int

  private let origin: XMLOrigin
  private var source: MarkupSource
  private var isFinal = false
  /// The elements that are open, the innermost last.
  private var open: [XMLName] = []
  /// Whether the outermost element was closed; nothing may follow it.
  private var isClosed = false
  /// Whether walking started inside elements whose opening tags were not seen.
  private let startsInside: Bool

  /// Starts at the beginning of a part.
  init(_ part: consuming PartReader, origin: XMLOrigin) throws(ExportError) {
    try self.init(MarkupSource(part), origin: origin)
  }

  /// Starts at the beginning of a part, or of a file that is nothing but markup.
  init(_ source: consuming MarkupSource, origin: XMLOrigin) throws(ExportError) {
    self.init(
      source, origin: origin, buffer: [UInt8](repeating: 0, count: 64 << 10), position: 0, end: 0, startsInside: false)
    try refill()
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) { throw origin.damaged }
  }

  /// Goes on in the middle of a part, whose next bytes lie in the buffer.
  init(
    _ source: consuming MarkupSource, origin: XMLOrigin, buffer: [UInt8], position: Int, end: Int,
    startsInside: Bool = true
  ) {
    self.source = source
    self.origin = origin
    self.buffer = buffer
    self.position = position
    self.end = end
    self.startsInside = startsInside
  }

  /// Goes to the next token.
  mutating func next() throws(ExportError) -> Token {
    while true {
      if position == end {
        if isFinal {
          guard open.isEmpty, isClosed || startsInside else { throw origin.damaged }
          return .finished
        }
      } else if buffer[position] == UInt8(ascii: "<") {
        if let token = try markup() { return token }
        continue
      } else if let token = characters() {
        return token
      } else if isFinal {
        position = end
        continue
      }
      try refill()
    }
  }

  /// Takes what comments and instructions said.
  mutating func takePassed() -> [String] {
    defer { passed = [] }
    return passed
  }

  /// Goes on at a position in the buffer, having read the whole elements before it by other means.
  mutating func resume(at position: Int) { self.position = position }

  /// Goes to the next opening tag and answers its name; nil at the end of the part.
  mutating func nextElement() throws(ExportError) -> XMLName? {
    while true {
      switch try next() {
      case .start: return name
      case .finished: return nil
      default: break
      }
    }
  }

  /// Passes over the element just opened with everything in it.
  mutating func skipElement() throws(ExportError) {
    guard !isEmpty else { return }
    let outside = open.count - 1
    while open.count > outside {
      if try next() == .finished { throw origin.damaged }
    }
  }

  /// The next attribute of the opening tag from `cursor` on, which begins as `attributes.lowerBound`.
  func nextAttribute(_ cursor: inout Int) -> (name: XMLName, value: Range<Int>)? {
    let limit = attributes.upperBound
    while cursor < limit, buffer[cursor] <= 0x20 { cursor += 1 }
    guard cursor < limit else { return nil }
    var name = XMLName()
    while cursor < limit, buffer[cursor] != UInt8(ascii: "="), buffer[cursor] > 0x20 {
      if buffer[cursor] == UInt8(ascii: ":") { name = XMLName() } else { name.append(buffer[cursor]) }
      cursor += 1
    }
    while cursor < limit, buffer[cursor] != UInt8(ascii: "\""), buffer[cursor] != UInt8(ascii: "'") { cursor += 1 }
    guard cursor < limit else { return nil }
    let quote = buffer[cursor]
    let start = cursor + 1
    cursor = start
    while cursor < limit, buffer[cursor] != quote { cursor += 1 }
    guard cursor < limit else { return nil }
    cursor += 1
    return (name, start..<(cursor - 1))
  }

  /// The value of an attribute of the opening tag, with its references resolved.
  func attribute(_ wanted: XMLName) throws(ExportError) -> String? {
    var cursor = attributes.lowerBound
    while let (name, value) = nextAttribute(&cursor) {
      guard name == wanted else { continue }
      return try resolved(value)
    }
    return nil
  }

  /// A range of the buffer as a text, with its references resolved.
  func resolved(_ range: Range<Int>) throws(ExportError) -> String {
    var bytes: [UInt8] = []
    try appendResolved(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the characters found last, with their references resolved.
  func appendText(to bytes: inout [UInt8]) throws(ExportError) {
    if hasReferences {
      try appendResolved(text, to: &bytes)
    } else {
      bytes.append(contentsOf: buffer[text])
    }
  }

  private func appendResolved(_ range: Range<Int>, to bytes: inout [UInt8]) throws(ExportError) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard buffer[index] == UInt8(ascii: "&") else {
        bytes.append(buffer[index])
        index += 1
        continue
      }
      guard let end = buffer[index..<min(index + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";")),
        let scalar = resolvedReference(buffer[(index + 1)..<end])
      else { throw origin.damaged }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      index = end + 1
    }
  }

  /// Characters up to the next tag; nil when their end is not in the buffer.
  private mutating func characters() -> Token? {
    var index = position
    var references = false
    while index < end, buffer[index] != UInt8(ascii: "<") {
      if buffer[index] == UInt8(ascii: "&") { references = true }
      index += 1
    }
    guard index < end else { return nil }
    text = position..<index
    hasReferences = references
    position = index
    return .text
  }

  /// A tag or other markup; nil when nothing worth telling was passed, or more bytes were fetched.
  private mutating func markup() throws(ExportError) -> Token? {
    guard position + 1 < end else { return try needMore() }
    switch buffer[position + 1] {
    case UInt8(ascii: "?"): return try pass(until: "?>", from: position + 2)
    case UInt8(ascii: "!"): return try declaration()
    case UInt8(ascii: "/"): return try closingTag()
    default: return try openingTag()
    }
  }

  private mutating func openingTag() throws(ExportError) -> Token? {
    var index = position + 1
    var name = XMLName()
    while index < end, !isNameEnd(buffer[index]) {
      if buffer[index] == UInt8(ascii: ":") { name = XMLName() } else { name.append(buffer[index]) }
      index += 1
    }
    let first = index
    var quote: UInt8 = 0
    while index < end {
      let byte = buffer[index]
      if byte == UInt8(ascii: "<") { throw origin.damaged }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    guard index < end else { return try needMore() }
    isEmpty = buffer[index - 1] == UInt8(ascii: "/")
    attributes = first..<max(first, isEmpty ? index - 1 : index)
    self.name = name
    guard !isClosed else { throw origin.damaged }
    if !isEmpty { open.append(name) } else if open.isEmpty, !startsInside { isClosed = true }
    position = index + 1
    return .start
  }

  private mutating func closingTag() throws(ExportError) -> Token? {
    var index = position + 2
    var name = XMLName()
    while index < end, !isNameEnd(buffer[index]) {
      if buffer[index] == UInt8(ascii: ":") { name = XMLName() } else { name.append(buffer[index]) }
      index += 1
    }
    while index < end, buffer[index] != UInt8(ascii: ">") { index += 1 }
    guard index < end else { return try needMore() }
    self.name = name
    isEmpty = false
    if let last = open.popLast() {
      guard last == name else { throw origin.damaged }
      isClosed = open.isEmpty && !startsInside
    } else if !startsInside {
      throw origin.damaged
    }
    position = index + 1
    return .end
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func declaration() throws(ExportError) -> Token? {
    guard position + 9 <= end else { return try needMore() }
    let beginning = buffer[position..<(position + 9)]
    if beginning.starts(with: "<!--".utf8) { return try pass(until: "-->", from: position + 4) }
    if beginning.starts(with: "<!DOCTYPE".utf8) { throw origin.documentType }
    guard beginning.starts(with: "<![CDATA[".utf8) else { throw origin.damaged }
    let start = position + 9
    guard let close = firstIndex(of: "]]>", from: start) else { return try needMore() }
    text = start..<close
    hasReferences = false
    position = close + 3
    return .text
  }

  private mutating func pass(until mark: StaticString, from start: Int) throws(ExportError) -> Token? {
    guard let found = firstIndex(of: mark, from: start) else { return try needMore() }
    if keepsPassed { passed.append(String(decoding: buffer[start..<found], as: UTF8.self)) }
    position = found + mark.utf8CodeUnitCount
    return nil
  }

  private func firstIndex(of mark: StaticString, from start: Int) -> Int? {
    mark.withUTF8Buffer { bytes in
      let wanted = Array(bytes)
      guard start + wanted.count <= end else { return nil }
      return (start...(end - wanted.count)).first { index in
        buffer[index] == wanted[0] && buffer[index..<(index + wanted.count)].elementsEqual(wanted)
      }
    }
  }

  private mutating func needMore() throws(ExportError) -> Token? {
    if isFinal { throw origin.damaged }
    try refill()
    return nil
  }

  private mutating func refill() throws(ExportError) {
    let kept = end - position
    if position > 0 {
      for index in 0..<kept { buffer[index] = buffer[position + index] }
    } else if kept == buffer.count {
      guard buffer.count < XMLOrigin.longestToken else { throw origin.damaged }
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    (position, end) = (0, kept)
    do throws(ArchiveReadError) {
      end += try source.read(into: &buffer, from: kept)
    } catch {
      throw origin.error(error)
    }
    isFinal = end < buffer.count
  }
}

/// The character that a reference between `&` and `;` stands for; nil for one that XML does not know.
func resolvedReference(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard name.first == UInt8(ascii: "#") else {
    let entities: [(StaticString, Unicode.Scalar)] = [
      ("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'"),
    ]
    return entities.first { entity, _ in entity.withUTF8Buffer { name.elementsEqual($0) } }?.1
  }
  let isHexadecimal = name.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
  let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
  guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number != 0 else { return nil }
  return Unicode.Scalar(number)
}
