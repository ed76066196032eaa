import Archive

/// The characters of a text file as UTF-8, block by block; the byte order mark is taken off.
struct TextSource: ~Copyable {
  private let file: InputFile
  private let encoding: TextEncoding
  /// Bytes as the file has them, waiting to be decoded; unused for UTF-8.
  private var raw: [UInt8] = []
  private var start = 0
  private var end = 0
  private var isFinal = false

  /// The room that decoding one character may take, in bytes.
  static let leastRoom = 4

  init(path: String, encoding: TextEncoding) throws(ArchiveReadError) {
    let file = try InputFile(path: path)
    var mark = [UInt8](repeating: 0, count: encoding.markLength)
    if !mark.isEmpty { _ = try file.read(into: &mark, from: 0) }
    self.file = file
    self.encoding = encoding
    if encoding.isDecoded { raw = [UInt8](repeating: 0, count: 256 << 10) }
  }

  /// Fills the buffer from `filled` on, at least in part, and answers how many bytes came; none mean the end.
  ///
  /// The buffer must have `leastRoom` left.
  mutating func read(into buffer: inout [UInt8], from filled: Int) throws(ArchiveReadError) -> Int {
    guard !raw.isEmpty else { return try file.read(into: &buffer, from: filled) }
    var reached = filled
    while reached + Self.leastRoom <= buffer.count {
      if start == end {
        guard !isFinal else { break }
        try refill(keeping: 0)
      }
      let next = decode(into: &buffer, at: &reached)
      if next == start, !isFinal {
        try refill(keeping: end - start)
      } else {
        start = next
      }
    }
    return reached - filled
  }

  private func decode(into buffer: inout [UInt8], at reached: inout Int) -> Int {
    let input = raw.span.extracting(0..<end)
    var output = buffer.mutableSpan
    if encoding == .gb18030 {
      return GB18030.table.decode(input, from: start, isFinal: isFinal, into: &output, at: &reached)
    }
    let decoder = UTF16Decoder(isHighByteFirst: encoding == .utf16BE)
    return decoder.decode(input, from: start, isFinal: isFinal, into: &output, at: &reached)
  }

  private mutating func refill(keeping kept: Int) throws(ArchiveReadError) {
    for index in 0..<kept { raw[index] = raw[end - kept + index] }
    let count = try file.read(into: &raw, from: kept)
    (start, end) = (0, kept + count)
    isFinal = end < raw.count
  }
}
