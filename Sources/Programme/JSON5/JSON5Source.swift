extension JSON5 {
  /// The characters of a document and their places.
  struct Source {
    /// The Unicode scalars of the document, without a leading byte order mark.
    let scalars: [Unicode.Scalar]
    private let lineStarts: [Int]
    /// The number that the places of the document bear.
    private let text: Int

    /// Decodes a document; where the bytes are not UTF-8, `notUnicode` is the place and decoding ends there.
    static func decode(_ bytes: [UInt8], text: Int = 0) -> (source: Source, notUnicode: Place?) {
      var scalars: [Unicode.Scalar] = []
      scalars.reserveCapacity(bytes.count)
      var codec = UTF8()
      var iterator = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).makeIterator()
      while true {
        switch codec.decode(&iterator) {
        case .scalarValue(let scalar):
          scalars.append(scalar)
        case .emptyInput:
          return (Source(scalars, text), nil)
        case .error:
          let source = Source(scalars, text)
          return (source, source.place(at: scalars.count))
        }
      }
    }

    private init(_ scalars: [Unicode.Scalar], _ text: Int) {
      self.scalars = scalars
      self.text = text
      let breaks = scalars.indices.filter { offset in
        scalars[offset] == "\n" || scalars[offset] == "\r" && !scalars[(offset + 1)...].starts(with: ["\n"])
      }
      lineStarts = [0] + breaks.map { $0 + 1 }
    }

    /// The scalar at an offset; `nil` at the end.
    subscript(offset: Int) -> Unicode.Scalar? {
      offset < scalars.count ? scalars[offset] : nil
    }

    /// The text between two offsets.
    func text(_ range: Range<Int>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      return String(text)
    }

    /// The place of an offset; the end of the document is one column behind its last scalar.
    func place(at offset: Int) -> Place {
      let line = line(of: offset)
      return Place(line: line, column: offset - lineStarts[line - 1] + 1, text: text)
    }

    /// The number of the line of an offset.
    func line(of offset: Int) -> Int {
      var low = 0
      var high = lineStarts.count
      while low + 1 < high {
        let middle = (low + high) / 2
        if lineStarts[middle] <= offset { low = middle } else { high = middle }
      }
      return low + 1
    }

    /// How many blanks the line of an offset begins with.
    func indentation(of offset: Int) -> Int {
      let start = lineStarts[line(of: offset) - 1]
      return scalars[start...].prefix { $0 == " " || $0 == "\t" }.count
    }

    /// Whether only blanks stand before an offset on its line.
    func isFirstOnLine(_ offset: Int) -> Bool {
      lineStarts[line(of: offset) - 1] + indentation(of: offset) == offset
    }
  }
}

extension Unicode.Scalar {
  /// Whether the grammar ends a line here: LF, CR, and the two Unicode separators.
  var isLineTerminator: Bool {
    self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}"
  }

  /// Whether the grammar skips the scalar between tokens, the ideographic space among them.
  var isJSON5Space: Bool {
    switch self {
    case "\t", "\u{0B}", "\u{0C}", " ", "\u{FEFF}": true
    default: isLineTerminator || !isASCII && properties.generalCategory == .spaceSeparator
    }
  }

  /// The scalar as a message shows it: itself in quotes, or its code if it cannot be seen.
  var shown: String {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .spaceSeparator:
      let hex = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    default: return "'\(self)'"
    }
  }
}
