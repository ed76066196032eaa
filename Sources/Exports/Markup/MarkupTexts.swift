package import Archive

/// Every text of a piece of markup, for those who must know all that a file says, wherever it hides: characters between tags, the
/// values of attributes, comments and instructions.
///
/// Characters that formatting cuts into pieces are put together again, as far as the paragraph or the shared string that holds them.
package enum MarkupTexts {
  /// Walks a part of a workbook. The rows of a sheet are left out: `Export` reads their cells.
  package static func each(
    in part: ArchivePart, of archive: ArchiveReader, limits: ExportLimits = .default, _ body: (String) -> Void
  ) throws(ExportError) {
    let origin = XMLOrigin(path: archive.path, sheet: nil, part: part.name)
    let source: MarkupSource
    do throws(ArchiveReadError) {
      source = MarkupSource(try archive.open(part, limits: limits.inflation))
    } catch {
      throw origin.error(error)
    }
    try walk(source, origin, body)
  }

  /// Walks a file that is nothing but markup, in UTF-8.
  package static func each(inFile path: String, _ body: (String) -> Void) throws(ExportError) {
    let origin = XMLOrigin(path: path, sheet: nil, part: path)
    let source: MarkupSource
    do throws(ArchiveReadError) {
      source = try MarkupSource(path: path, encoding: .utf8)
    } catch {
      throw origin.error(error)
    }
    try walk(source, origin, body)
  }

  /// The elements whose characters belong together, whatever formatting lies between them.
  private static let wholes: [XMLName] = [
    XMLName("si"), XMLName("is"), XMLName("p"), XMLName("comment"), XMLName("text"),
  ]

  private static func walk(
    _ source: consuming MarkupSource, _ origin: XMLOrigin, _ body: (String) -> Void
  ) throws(ExportError) {
    var scanner = try XMLScanner(source, origin: origin)
    scanner.keepsPassed = true
    var open = 0
    var bytes: [UInt8] = []
    while true {
      let token = try scanner.next()
      for text in scanner.takePassed() { body(text) }
      switch token {
      case .start:
        var cursor = scanner.attributes.lowerBound
        while let (_, value) = scanner.nextAttribute(&cursor) { body(try scanner.resolved(value)) }
        guard !scanner.isEmpty else { continue }
        if scanner.name == XMLName("sheetData") {
          try scanner.skipElement()
        } else if wholes.contains(scanner.name) {
          open += 1
        }
      case .text: try scanner.appendText(to: &bytes)
      case .end: if wholes.contains(scanner.name) { open -= 1 }
      case .finished: break
      }
      if open == 0, !bytes.isEmpty {
        body(String(decoding: bytes, as: UTF8.self))
        bytes = []
      }
      if token == .finished { return }
    }
  }
}
