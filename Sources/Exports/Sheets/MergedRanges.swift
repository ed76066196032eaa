import Archive

/// A block of cells that a sheet shows as one; only its first cell holds contents.
struct MergedRange: Equatable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    (self.rows, self.columns) = (rows, columns)
  }

  /// Reads `A1:B3`; nil for anything else and for single cells.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":").map { CellReference(Array($0.utf8)[...]) }
    guard corners.count == 2, let first = corners[0], let last = corners[1] else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
    if rows.count == 1, columns.count == 1 { return nil }
  }
}

/// A cell's address; the column counts from 0, the row from 1.
struct CellReference: Equatable {
  let column: Int
  let row: Int

  /// Reads `B3` or `$B$3`.
  init?(_ text: ArraySlice<UInt8>) {
    var column = 0
    var row = 0
    for byte in text where byte != UInt8(ascii: "$") {
      let letter = (byte | 0x20) &- 0x61
      let digit = byte &- 0x30
      if letter < 26, row == 0, column < 20_000 {
        column = column * 26 + Int(letter) + 1
      } else if digit <= 9, column > 0, row < 100_000_000 {
        row = row * 10 + Int(digit)
      } else {
        return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column - 1, row)
  }
}

/// Reads the merged ranges of a sheet in the order of their first rows.
///
/// They stand behind the rows, so the part is unpacked once beforehand and searched for their tag without looking at
/// the cells; a sheet without merged ranges costs no more than that.
func mergedRanges(_ workbook: WorkbookParts, sheet: Int, limit: Int) throws(ExportError) -> [MergedRange] {
  let (name, part) = (workbook.sheets[sheet].name.name, workbook.sheets[sheet].part)
  let origin = XMLOrigin(path: workbook.path, sheet: name, part: part.name)
  var search = TagSearch(try workbook.search(part, sheet: name), origin: origin)
  guard try search.find() else { return [] }
  var scanner = search.scanner()
  var ranges: [MergedRange] = []
  while true {
    let token = try scanner.next()
    if token == .finished || token == .end && scanner.name == XMLName("mergeCells") { break }
    guard token == .start, scanner.name == XMLName("mergeCell") else { continue }
    guard let range = MergedRange(try scanner.attribute(XMLName("ref")) ?? "") else { continue }
    guard ranges.count < limit else {
      throw ExportError(path: workbook.path, sheet: name, cause: .tooManyMerges(limit: limit))
    }
    ranges.append(range)
  }
  return ranges.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
}

/// Looks for the tag `mergeCells` in unpacked bytes, skipping as far as the last byte of each window allows.
private struct TagSearch: ~Copyable {
  private var part: PartReader
  private let origin: XMLOrigin
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)
  private var position = 0
  private var end = 0

  private static let tag = Array("mergeCells".utf8)

  /// How far the window may move when it ends in a byte.
  private static let skips: [Int] = {
    var skips = [Int](repeating: tag.count, count: 256)
    for (index, byte) in tag.dropLast().enumerated() { skips[Int(byte)] = tag.count - 1 - index }
    return skips
  }()

  init(_ part: consuming PartReader, origin: XMLOrigin) {
    self.part = part
    self.origin = origin
  }

  /// Moves to the opening tag; false when the part has none.
  mutating func find() throws(ExportError) -> Bool {
    let (tag, skips) = (Self.tag, Self.skips)
    while true {
      while position + tag.count <= end {
        let last = buffer[position + tag.count - 1]
        if last == tag[tag.count - 1], isTag(at: position) { return true }
        position += skips[Int(last)]
      }
      // The byte before the tag must stay in the buffer.
      let start = max(0, min(position, end) - 1)
      let kept = end - start
      for index in 0..<kept { buffer[index] = buffer[start + index] }
      position -= start
      let count: Int
      do throws(ArchiveReadError) {
        count = try part.read(into: &buffer, from: kept)
      } catch {
        throw origin.error(error)
      }
      end = kept + count
      if count == 0 { return false }
    }
  }

  private func isTag(at position: Int) -> Bool {
    guard position > 0, buffer[position - 1] == UInt8(ascii: "<") || buffer[position - 1] == UInt8(ascii: ":") else {
      return false
    }
    return buffer[position..<(position + Self.tag.count)].elementsEqual(Self.tag)
  }

  /// Goes on behind the tag's name, token by token.
  consuming func scanner() -> XMLScanner {
    XMLScanner(MarkupSource(part), origin: origin, buffer: buffer, position: position, end: end)
  }
}
