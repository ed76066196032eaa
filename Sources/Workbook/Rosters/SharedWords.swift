/// The words of a book's repeating columns, each written once and named by its number: cities, schools and outcomes stand in a
/// hundred thousand rows, and a number takes a third of the room of the word.
final class SharedWords {
  private var numbers: [String: Int64] = [:]
  private var words: [String] = []
  /// How many words are kept; a column that turns out not to repeat goes on with words written in full.
  private static let limit = 65_536

  /// The number of a word as it is written into the sheet; nil when it has to be written in full.
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let word = String(decoding: bytes, as: UTF8.self)
    if let known = numbers[word] { return known }
    guard words.count < Self.limit else { return nil }
    numbers[word] = Int64(words.count)
    words.append(word)
    return Int64(words.count - 1)
  }

  /// The part of the book that holds the words.
  var part: String {
    var buffer = ByteBuffer(capacity: 1 << 16)
    for word in words {
      var word = word
      buffer.append("<si><t xml:space=\"preserve\">")
      word.withUTF8 { bytes in
        buffer.reserve(bytes.count * 8)
        buffer.append(escaping: bytes)
      }
      buffer.append("</t></si>")
    }
    var items = ""
    buffer.drain { items = String(decoding: $0, as: UTF8.self) }
    return XMLPart.declaration
      + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"\(words.count)\">"
      + items + "</sst>"
  }
}
