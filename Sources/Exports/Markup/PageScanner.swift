import Archive

/// Walks the markup of a web page, token by token, through one buffer, and forgives what browsers forgive.
///
/// Comments, declarations, scripts and style sheets are passed over. Unlike `XMLScanner` it knows nothing of nesting:
/// pages leave tags open as they like.
struct PageScanner: ~Copyable {
  /// What a call of `next` found.
  enum Token {
    /// A tag that opens an element; see `name` and `attribute`.
    case start
    /// A tag that closes an element; see `name`.
    case end
    /// Characters between tags, maybe not all of them; see `text`.
    case text
    /// The end of the page.
    case finished
  }

  /// The name of the element in small letters, with its prefix.
  private(set) var name = XMLName()
  /// The bytes read last; ranges lie in it until the next call of `next`.
  private(set) var buffer = [UInt8](repeating: 0, count: 64 << 10)
  /// Where the characters lie, with their references still to be resolved.
  private(set) var text = 0..<0

  private var attributes = 0..<0
  private var source: MarkupSource
  private let origin: XMLOrigin
  private var position = 0
  private var end = 0
  private var isFinal = false

  init(_ source: consuming MarkupSource, origin: XMLOrigin) {
    self.source = source
    self.origin = origin
  }

  /// Goes to the next token.
  mutating func next() throws(ExportError) -> Token {
    while true {
      if position == end {
        if isFinal { return .finished }
        try refill()
      } else if buffer[position] == UInt8(ascii: "<") {
        if let token = try markup() { return token }
      } else if characters() {
        return .text
      } else {
        try refill()
      }
    }
  }

  /// The value of an attribute of the opening tag, as it is written; empty for one without a value, nil for none.
  func attribute(_ wanted: XMLName) -> ArraySlice<UInt8>? {
    var cursor = attributes.lowerBound
    while let (name, value) = nextAttribute(&cursor) {
      if name == wanted { return buffer[value] }
    }
    return nil
  }

  private func nextAttribute(_ cursor: inout Int) -> (name: XMLName, value: Range<Int>)? {
    let limit = attributes.upperBound
    while cursor < limit, buffer[cursor] <= 0x20 || buffer[cursor] == UInt8(ascii: "/") { cursor += 1 }
    guard cursor < limit else { return nil }
    var name = XMLName()
    repeat {
      name.append(small(buffer[cursor]))
      cursor += 1
    } while cursor < limit && buffer[cursor] > 0x20 && buffer[cursor] != UInt8(ascii: "=")
    while cursor < limit, buffer[cursor] <= 0x20 { cursor += 1 }
    guard cursor < limit, buffer[cursor] == UInt8(ascii: "=") else { return (name, cursor..<cursor) }
    repeat { cursor += 1 } while cursor < limit && buffer[cursor] <= 0x20
    guard cursor < limit else { return (name, cursor..<cursor) }
    let quote = buffer[cursor]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? cursor + 1 : cursor
    cursor = start
    while cursor < limit, isQuoted ? buffer[cursor] != quote : buffer[cursor] > 0x20 { cursor += 1 }
    let value = start..<cursor
    if isQuoted, cursor < limit { cursor += 1 }
    return (name, value)
  }

  /// Characters up to the next tag or the end of the buffer; false when a reference might be cut off there.
  private mutating func characters() -> Bool {
    var index = position
    while index < end, buffer[index] != UInt8(ascii: "<") { index += 1 }
    if index == end, !isFinal {
      let tail = max(position, end - CharacterReference.longest)
      if let start = buffer[tail..<end].lastIndex(of: UInt8(ascii: "&")) { index = start }
    }
    guard index > position else { return false }
    text = position..<index
    position = index
    return true
  }

  /// A tag or other markup; nil when nothing worth telling was passed, or more bytes were fetched.
  private mutating func markup() throws(ExportError) -> Token? {
    guard position + 4 <= end || isFinal else { return try fetch() }
    let rest = buffer[position..<min(position + 4, end)]
    let second = rest.dropFirst().first ?? 0
    if rest.elementsEqual("<!--".utf8) {
      try pass(behind: "-->", from: position + 2)
    } else if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
      try pass(behind: ">", from: position + 1)
    } else if isLetter(second) {
      return try openingTag()
    } else if second == UInt8(ascii: "/") {
      guard let third = rest.dropFirst(2).first, isLetter(third) else {
        try pass(behind: ">", from: position + 1)
        return nil
      }
      return try closingTag()
    } else {
      // A mark that opens no tag is a character: 成绩<60.
      text = position..<(position + 1)
      position += 1
      return .text
    }
    return nil
  }

  private mutating func openingTag() throws(ExportError) -> Token? {
    guard let close = tagEnd() else { return try fetch() }
    let first = readName(from: position + 1, before: close)
    attributes = first..<close
    position = close + 1
    if name == XMLName("script") || name == XMLName("style") {
      attributes = 0..<0
      try passElement(name)
    }
    return .start
  }

  private mutating func closingTag() throws(ExportError) -> Token? {
    guard let close = tagEnd() else { return try fetch() }
    _ = readName(from: position + 2, before: close)
    attributes = close..<close
    position = close + 1
    return .end
  }

  /// Reads the name of a tag and answers where it ends.
  private mutating func readName(from start: Int, before close: Int) -> Int {
    name = XMLName()
    var index = start
    while index < close, buffer[index] > 0x20, buffer[index] != UInt8(ascii: "/") {
      name.append(small(buffer[index]))
      index += 1
    }
    return index
  }

  /// Where the tag at the position ends; marks inside quoted values of attributes do not count.
  private func tagEnd() -> Int? {
    var quote: UInt8 = 0
    var isBehindEquals = false
    for index in position..<end {
      let byte = buffer[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if isBehindEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        (quote, isBehindEquals) = (byte, false)
      } else if byte > 0x20 {
        isBehindEquals = byte == UInt8(ascii: "=")
      }
    }
    return nil
  }

  /// Passes over a script or style sheet, in which marks mean nothing, up to its closing tag.
  private mutating func passElement(_ element: XMLName) throws(ExportError) {
    while position < end || !isFinal {
      try pass(behind: "</", from: position)
      while end - position < 16, !isFinal { try refill() }
      let start = position
      _ = readName(from: start, before: (start..<end).first { buffer[$0] == UInt8(ascii: ">") } ?? end)
      guard name == element else { continue }
      try pass(behind: ">", from: start)
      return
    }
  }

  /// Goes behind the next such mark, or to the end of the page, keeping no more than a buffer.
  private mutating func pass(behind mark: StaticString, from start: Int) throws(ExportError) {
    let wanted = mark.withUTF8Buffer { Array($0) }
    position = min(start, end)
    while true {
      if let found = buffer[position..<end].firstIndex(ofBytes: wanted) {
        position = found + wanted.count
        return
      }
      // The beginning of the mark may stand at the very end.
      position = isFinal ? end : max(position, end - wanted.count + 1)
      if isFinal { return }
      try refill()
    }
  }

  /// Gets more bytes behind an unfinished tag; a page that ends in one ends there.
  private mutating func fetch() throws(ExportError) -> Token? {
    if isFinal { position = end } else { try refill() }
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

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
