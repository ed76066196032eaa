import Archive

/// How a text file is laid out: found from its first block and, for the encoding, from the first block that is not ASCII.
struct TextLayout {
  let encoding: TextEncoding
  let delimiter: Delimiter

  /// Looks into the file for its encoding and separator.
  static func of(_ path: String) throws(ExportError) -> TextLayout {
    do {
      let encoding = try encoding(of: path)
      var source = try TextSource(path: path, encoding: encoding)
      var sample = [UInt8](repeating: 0, count: 64 << 10)
      let count = try source.read(into: &sample, from: 0)
      guard count > 0 else { throw ExportError(path: path, cause: .empty) }
      guard isText(sample.span.extracting(0..<count)) else { throw ExportError(path: path, cause: .notText) }
      return TextLayout(encoding: encoding, delimiter: Delimiter(sample: sample.span.extracting(0..<count)))
    } catch let error as ArchiveReadError {
      throw ExportError(path: path, error)
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(path: path, cause: .unreadable("\(error)"))
    }
  }

  /// Decides how the characters of a file are written: by its mark, or by its bytes and what it declares of them.
  static func encoding(of path: String, declared: TextEncoding? = nil) throws(ArchiveReadError) -> TextEncoding {
    let file = try InputFile(path: path)
    var block = [UInt8](repeating: 0, count: 1 << 20)
    var kept = 0
    var isFirst = true
    while true {
      let count = kept + (try file.read(into: &block, from: kept))
      if isFirst, let marked = TextEncoding(mark: block.span.extracting(0..<count)) { return marked }
      isFirst = false
      let census = UTF8Census(block.span.extracting(0..<count))
      if census.sound + census.broken > 0 {
        return TextEncoding(sound: census.sound, broken: census.broken, declared: declared)
      }
      if count < block.count {
        return TextEncoding(sound: 0, broken: census.unfinished > 0 ? 1 : 0, declared: declared)
      }
      kept = census.unfinished
      for index in 0..<kept { block[index] = block[count - kept + index] }
    }
  }

  /// Whether a sample looks like text: hardly any control characters besides tabs and line ends.
  private static func isText(_ sample: Span<UInt8>) -> Bool {
    var controls = 0
    for index in sample.indices where sample[index] < 0x20 {
      let byte = sample[index]
      if byte != 0x09, byte != 0x0A, byte != 0x0D { controls += 1 }
    }
    return controls * 10 <= sample.count
  }
}
