/// The words of a book's repeating columns, each written once and named by its number: cities, schools and outcomes stand in a
/// hundred thousand rows, and a number takes a third of the room of the word.
///
/// Words are told apart by their bytes; a String would be normalised for every cell before it is compared.
final class SharedWords {
  /// All words one behind the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Open-addressed: the number of a word plus one; 0 is an empty slot.
  private var slots = [Int32](repeating: 0, count: 1 << 10)
  /// How many words are kept; a column that turns out not to repeat goes on with words written in full.
  private static let limit = 65_536

  private var count: Int { ends.count - 1 }

  /// The number of a word as it is written into the sheet; nil when it has to be written in full.
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int64? {
    var place = Self.hash(word) & (slots.count - 1)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if self[number].elementsEqual(word) { return Int64(number) }
      place = (place + 1) & (slots.count - 1)
    }
    guard count < Self.limit else { return nil }
    bytes += word
    ends.append(bytes.count)
    slots[place] = Int32(count)
    if count * 2 > slots.count { grow() }
    return Int64(count - 1)
  }

  private subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

  private func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var place = self[number].withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(number + 1)
    }
  }

  /// FNV-1a with its high bits folded in.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7fff_ffff)
  }

  /// The part of the book that holds the words.
  var part: String {
    var buffer = ByteBuffer(capacity: 1 << 16)
    for number in 0..<count {
      buffer.append("<si><t xml:space=\"preserve\">")
      self[number].withUnsafeBufferPointer { word in
        buffer.reserve(word.count * 8)
        buffer.append(escaping: word)
      }
      buffer.append("</t></si>")
    }
    var items = ""
    buffer.drain { items = String(decoding: $0, as: UTF8.self) }
    return XMLPart.declaration
      + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"\(count)\">"
      + items + "</sst>"
  }
}
