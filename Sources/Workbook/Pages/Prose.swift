/// How many lines a text takes in a cell, and how high the cell must be.
///
/// Joined cells never grow by themselves in any program, so the height is always computed and always set.
package enum Prose {
  /// How many lines a text takes in a cell `pixels` wide; breaks in the text count, and one part in 26 of each line is kept free.
  ///
  /// Lines are broken as spreadsheet programs break them: between Chinese characters, not within a word or number, which goes to the next
  /// line whole where it finds room there, and not before a closing mark or behind an opening one.
  package static func lines(_ text: String, size: Double, pixels: Int) -> Int {
    let width = max(2, 2 * Int((Double(pixels) - 8) / (size * 4 / 3)))
    let room = max(2, width * 25 / 26)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + lines(of: $1, room: room) }
  }

  /// How many lines a text takes in a cell of a table; none more where the cell is as wide as a column is made for it.
  ///
  /// A thirteenth of each line is kept free, for fonts that are wider than 宋体.
  static func lines(inCell text: String, size: Double, pixels: Int, isIndented: Bool) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, paragraph in
      let units = TextWidth.units(paragraph, size: size) + ColumnWidth.padding(isIndented: isIndented)
      guard ColumnWidth.pixels(units: units) > pixels else { return lines + 1 }
      let room = Double(pixels - (isIndented ? 9 : 0) - 8) / (size * 2 / 3) * 12 / 13
      return lines + self.lines(of: paragraph, room: max(2, Int(room)))
    }
  }

  /// The height in points of a cell that holds so many lines; `spacing` is 1.55 for prose, 1.45 for footnotes.
  package static func height(lines: Int, size: Double, spacing: Double = 1.55) -> Double {
    Double(lines) * size * spacing + 4
  }

  /// How many lines of `room` half-width characters a text without breaks takes.
  private static func lines(of paragraph: Substring, room: Int) -> Int {
    var line = Line(room: room)
    for scalar in paragraph.unicodeScalars {
      let width = TextWidth.halfWidths(scalar)
      switch scalar {
      case " ": line.space()
      case _ where closing.contains(scalar): line.add(width, mayBegin: false, mayEnd: true)
      case _ where opening.contains(scalar): line.add(width, mayBegin: true, mayEnd: false)
      default: line.add(width, mayBegin: width > 1 || line.endsWide, mayEnd: true)
      }
      line.endsWide = width > 1
    }
    return line.finish()
  }

  /// Marks that no line begins with, and those that none ends with.
  private static let closing = Set("，。、；：？！）》」』】”’％%,.;:?!)]}".unicodeScalars)
  private static let opening = Set("（《「『【“‘([{".unicodeScalars)

  /// Lines being filled, in half-width characters.
  private struct Line {
    let room: Int
    /// Whether the last character is a wide one, behind which a line may end.
    var endsWide = true
    private var lines = 1
    private var used = 0
    /// What cannot be parted and has no place yet.
    private var word = 0
    private var wordMayEnd = true

    init(room: Int) { self.room = room }

    mutating func add(_ width: Int, mayBegin: Bool, mayEnd: Bool) {
      if mayBegin, wordMayEnd { place() }
      word += width
      wordMayEnd = mayEnd
    }

    /// A space at the end of a line takes no room.
    mutating func space() {
      place()
      used = min(room, used + 1)
      wordMayEnd = true
    }

    mutating func finish() -> Int {
      place()
      return lines
    }

    private mutating func place() {
      if used + word > room, used > 0 { (lines, used) = (lines + 1, 0) }
      while word > room { (lines, word) = (lines + 1, word - room) }
      (used, word) = (used + word, 0)
    }
  }
}
