import Archive

/// The bytes that a markup scanner walks, as UTF-8: a part of a workbook, or a file that is nothing but markup.
struct MarkupSource: ~Copyable {
  /// Of these two, one is there.
  private var part: PartReader?
  private var text: TextSource?
  /// Decoded bytes that found no room yet; unused where nothing is decoded.
  private var waiting: [UInt8] = []
  private var start = 0
  private var end = 0

  init(_ part: consuming PartReader) {
    self.part = consume part
    text = nil
  }

  init(path: String, encoding: TextEncoding) throws(ArchiveReadError) {
    text = try TextSource(path: path, encoding: encoding)
    part = nil
    if encoding.isDecoded { waiting = [UInt8](repeating: 0, count: 64 << 10) }
  }

  /// Fills the buffer from `filled` on and answers how many bytes came; fewer than there is room for mean the end.
  mutating func read(into buffer: inout [UInt8], from filled: Int) throws(ArchiveReadError) -> Int {
    if let count = try part?.read(into: &buffer, from: filled) { return count }
    var reached = filled
    while reached < buffer.count {
      if waiting.isEmpty {
        let count = try text?.read(into: &buffer, from: reached) ?? 0
        if count == 0 { break }
        reached += count
        continue
      }
      if start == end {
        (start, end) = (0, try text?.read(into: &waiting, from: 0) ?? 0)
        if end == 0 { break }
      }
      let count = min(end - start, buffer.count - reached)
      for index in 0..<count { buffer[reached + index] = waiting[start + index] }
      reached += count
      start += count
    }
    return reached - filled
  }
}
