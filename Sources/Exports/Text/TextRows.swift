import Archive

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

  /// Makes room behind the record that is being read and fills it.
  private mutating func refill() throws(ExportError) {
    let kept = end - start
    if start > 0 {
      for index in 0..<kept { buffer[index] = buffer[start + index] }
    }
    if buffer.count - kept < TextSource.leastRoom {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    (start, end) = (0, kept)
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
