import Archive

/// The texts that the cells of a workbook share, one after the other in one block of bytes.
struct SharedStrings {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Strings whose bytes are no characters.
  private var broken: Set<Int> = []

  /// No strings, for a workbook without the part.
  init() {}

  /// Reads the part; runs of rich text are joined, phonetic readings are left out.
  init(_ workbook: WorkbookParts, limit: Int) throws(ExportError) {
    guard let part = workbook.sharedStrings else { return }
    let origin = XMLOrigin(path: workbook.path, sheet: nil, part: part.name)
    bytes.reserveCapacity(min(part.claimedSize, limit))
    var scanner = try workbook.scanner(part)
    guard try scanner.nextElement() == XMLName("sst") else { throw origin.damaged }
    while true {
      let token = try scanner.next()
      if token == .finished { return }
      guard token == .start, scanner.name == XMLName("si") else { continue }
      let start = bytes.count
      if !scanner.isEmpty { try appendCellText(&scanner, until: XMLName("si"), to: &bytes, origin: origin) }
      guard bytes.count <= limit, ends.count < Int(UInt32.max) else { throw origin.tooLarge(limit) }
      resolveEscapes(&bytes, from: start)
      if !isUTF8(bytes.span.extracting(start..<bytes.count)) { broken.insert(ends.count) }
      ends.append(UInt32(bytes.count))
    }
  }

  /// How many strings there are.
  var count: Int { ends.count }

  /// Where a string lies in `bytes`.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Whether the bytes of a string are characters.
  func isSound(_ index: Int) -> Bool {
    broken.isEmpty || !broken.contains(index)
  }
}

/// Appends the text of a rich or plain string up to its closing tag.
func appendCellText(
  _ scanner: inout XMLScanner, until end: XMLName, to bytes: inout [UInt8], origin: XMLOrigin
) throws(ExportError) {
  var isText = false
  while true {
    switch try scanner.next() {
    case .finished: throw origin.damaged
    case .text:
      if isText { try scanner.appendText(to: &bytes) }
    case .end:
      if scanner.name == end { return }
      isText = false
    case .start:
      if scanner.name == XMLName("rPh") {
        try scanner.skipElement()
      } else {
        isText = scanner.name == XMLName("t") && !scanner.isEmpty
      }
    }
  }
}

/// Resolves the escapes by which workbooks write characters that XML cannot hold: `_x000D_` is a carriage return.
func resolveEscapes(_ bytes: inout [UInt8], from start: Int) {
  guard bytes.count - start >= 7 else { return }
  var source = start
  var target = start
  while source < bytes.count {
    if bytes[source] == UInt8(ascii: "_"), let scalar = escapedScalar(bytes, at: source) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes[target] = byte
        target += 1
      }
      source += 7
    } else {
      bytes[target] = bytes[source]
      (source, target) = (source + 1, target + 1)
    }
  }
  bytes.removeLast(source - target)
}

private func escapedScalar(_ bytes: [UInt8], at position: Int) -> Unicode.Scalar? {
  guard position + 7 <= bytes.count, bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_")
  else { return nil }
  let digits = String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self)
  return UInt32(digits, radix: 16).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
}
