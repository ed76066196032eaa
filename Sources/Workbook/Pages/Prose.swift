/// How many lines a text takes in a cell, and how high the cell must be.
///
/// Joined cells never grow by themselves in any program, so the height is always computed and always set.
package enum Prose {
  /// How many lines a text takes in a cell `pixels` wide; breaks in the text count, and one line in 25 is spare.
  package static func lines(_ text: String, size: Double, pixels: Int) -> Int {
    let width = max(2, 2 * Int((Double(pixels) - 8) / (size * 4 / 3)))
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, paragraph in
      let needed = TextWidth.halfWidths(paragraph) * 26
      return lines + max(1, (needed + 25 * width - 1) / (25 * width))
    }
  }

  /// The height in points of a cell that holds so many lines; `spacing` is 1.55 for prose, 1.45 for footnotes.
  package static func height(lines: Int, size: Double, spacing: Double = 1.55) -> Double {
    Double(lines) * size * spacing + 4
  }
}
