import Archive
import Glibc

/// Reads the records of a text file through one buffer.
struct TextRows: ~Copyable {
  private var source: TextSource
  private let scanner: RecordScanner
  private let path: String
  private let rowLimit: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var isFinal = false
  private var line = 1
  /// Where the next quote and the next carriage return stand in the buffer, or its end; looked for again once they are passed.
  private var quote = -1
  private var carriageReturn = -1

  init(path: String, layout: TextLayout, limits: ExportLimits) throws(ExportError) {
    do throws(ArchiveReadError) {
      source = try TextSource(path: path, encoding: layout.encoding)
    } catch {
      throw ExportError(path: path, error)
    }
    self.path = path
    scanner = RecordScanner(delimiter: layout.delimiter, isDecoded: layout.encoding.isDecoded)
    rowLimit = limits.rowBytes
    buffer = [UInt8](repeating: 0, count: max(limits.bufferBytes, 2 * TextSource.leastRoom))
  }

  /// Reads the next record; false at the end.
  mutating func next(_ row: inout Row) throws(ExportError) -> Bool {
    while true {
      if start == end {
        if isFinal { return false }
      } else {
        row.clear(number: line)
        let isCut = !isFinal && end - start >= rowLimit
        let outcome = scanner.scan(
          buffer.span.extracting(0..<end), from: start, isFinal: isFinal || isCut, into: &row)
        if case .record(let next, let lines) = outcome {
          row.bytes.append(contentsOf: buffer[start..<next])
          if row.hasDoubledQuotes { row.undoubleQuotes() }
          start = next
          line += lines
          if isCut, start == end { try cutOff(&row) }
          return true
        }
      }
      try refill()
    }
  }

  /// Reads the next record unless it is known by its digest.
  ///
  /// Most records are one line without quotes; the end of such a line is found at the speed of memory.
  mutating func next(_ row: inout Row, unlessKnown known: (UInt64) throws -> Bool) throws -> RowReader.Step {
    while true {
      if start == end, isFinal { return .end }
      if let next = plainLine() {
        if try known(RowDigest.of(buffer.span.extracting(start..<next))) {
          row.number = line
          start = next
          line += 1
          return .known
        }
        return try self.next(&row) ? .row : .end
      }
      // Without a whole line at hand there may be more to come; a record with quotes is taken apart first.
      if !isFinal, find(UInt8(ascii: "\n"), in: start..<end) == nil, end - start < rowLimit {
        try refill()
        continue
      }
      guard try self.next(&row) else { return .end }
      return try known(RowDigest.of(row.bytes.span)) ? .known : .row
    }
  }

  /// Passes over the next record; false at the end.
  mutating func pass(_ row: inout Row) throws(ExportError) -> Bool {
    while true {
      if start == end, isFinal { return false }
      if let next = plainLine() {
        start = next
        line += 1
        return true
      }
      if !isFinal, find(UInt8(ascii: "\n"), in: start..<end) == nil, end - start < rowLimit {
        try refill()
        continue
      }
      return try next(&row)
    }
  }

  /// Where the line behind this record begins, when the record is one line without quotes; nil when that is not sure.
  private mutating func plainLine() -> Int? {
    guard let feed = find(UInt8(ascii: "\n"), in: start..<end), feed - start < rowLimit else { return nil }
    if quote < start { quote = find(RecordScanner.quote, in: start..<end) ?? end }
    guard quote > feed else { return nil }
    if carriageReturn < start { carriageReturn = find(UInt8(ascii: "\r"), in: start..<end) ?? end }
    return carriageReturn >= feed - 1 ? feed + 1 : nil
  }

  private func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Makes room behind the record that is being read and fills it.
  private mutating func refill() throws(ExportError) {
    let kept = end - start
    if start > 0 {
      for index in 0..<kept { buffer[index] = buffer[start + index] }
    }
    if buffer.count - kept < TextSource.leastRoom {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    (start, end, quote, carriageReturn) = (0, kept, -1, -1)
    do throws(ArchiveReadError) {
      let count = try source.read(into: &buffer, from: kept)
      isFinal = count == 0
      end += count
    } catch {
      throw ExportError(path: path, error)
    }
  }

  /// Marks a record that is longer than a row may be, and goes on behind the line where the limit was reached.
  private mutating func cutOff(_ row: inout Row) throws(ExportError) {
    row.fault = .tooLong
    while true {
      while start < end {
        let byte = buffer[start]
        start += 1
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, start < end, buffer[start] == 0x0A { start += 1 }
          return
        }
      }
      if isFinal { return }
      try refill()
    }
  }
}

extension Row {
  /// Makes one quote of every doubled quote inside the quoted cells.
  fileprivate mutating func undoubleQuotes() {
    for index in cells.indices {
      let cell = cells[index]
      guard cell.start > 0, bytes[Int(cell.start) - 1] == RecordScanner.quote else { continue }
      var target = Int(cell.start)
      var source = target
      while source < Int(cell.end) {
        let byte = bytes[source]
        bytes[target] = byte
        target += 1
        source += byte == RecordScanner.quote ? 2 : 1
      }
      cells[index].end = Int32(target)
    }
  }
}
