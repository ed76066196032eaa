/// The bytes before a cell's value in one column, ready to be stored as whole words.
struct CellHead {
  /// `<c r="AB`, before the number of the row.
  let before: Snippet
  /// `" s="5" t="inlineStr"><is><t`, before text.
  let text: Snippet
  /// `" s="5" t="s"><v>`, before the number of a shared word.
  let shared: Snippet
  /// `" s="5"><v>`, before a number.
  let number: Snippet
  /// `" s="5"/>`, the rest of an empty cell.
  let blank: Snippet

  init(column: Int, style: Int) {
    before = Snippet("<c r=\"" + columnName(column))
    text = Snippet("\" s=\"\(style)\" t=\"inlineStr\"><is><t")
    shared = Snippet("\" s=\"\(style)\" t=\"s\"><v>")
    number = Snippet("\" s=\"\(style)\"><v>")
    blank = Snippet("\" s=\"\(style)\"/>")
  }

  /// The end of a cell of text.
  static let textEnd = Snippet("</t></is></c>")
  /// The end of a cell with a number.
  static let numberEnd = Snippet("</v></c>")
}

/// At most 32 bytes that are stored at once, whatever their length.
struct Snippet {
  let word: SIMD32<UInt8>
  let length: Int

  init(_ text: String) {
    var word = SIMD32<UInt8>()
    for (index, byte) in text.utf8.enumerated() { word[index] = byte }
    self.word = word
    length = text.utf8.count
  }
}
