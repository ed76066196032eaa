/// A colour of the papers, as red, green and blue in one number.
///
/// The named ones are the whole palette. No colour carries a meaning alone: every difference survives a black-and-white
/// printer through lightness, weight, a pattern or a word.
package struct Colour: Hashable, Sendable {
  /// The three bytes as `0xRRGGBB`.
  package let rgb: UInt32

  /// Makes a colour from `0xRRGGBB`.
  package init(rgb: UInt32) {
    self.rgb = rgb
  }

  /// Text.
  package static let ink = Colour(rgb: 0x000000)
  /// Paper.
  package static let paper = Colour(rgb: 0xFFFFFF)
  /// Conditions, axis labels and the change line: text that stands back.
  package static let secondInk = Colour(rgb: 0x595959)
  /// The headline metric, bars at or above the reference, the award line.
  package static let accent = Colour(rgb: 0x1F4E79)
  /// The second step of a scale.
  package static let accentMid = Colour(rgb: 0x8FAFCB)
  /// Bars below the reference.
  package static let accentPale = Colour(rgb: 0xB7C6D6)
  /// The bar behind a ranked rate.
  package static let dataBar = Colour(rgb: 0xC9D8E8)
  /// A cell that someone fills in, and a tie at the line.
  package static let toFill = Colour(rgb: 0xE6EEF6)
  /// Header cells.
  package static let headerFill = Colour(rgb: 0xEDEDED)
  /// A tie that changes nothing.
  package static let harmlessTie = Colour(rgb: 0xF5F5F5)
  /// A cell that was found faulty.
  package static let fault = Colour(rgb: 0xD9D9D9)
  /// The middle answer of a satisfaction scale.
  package static let neutral = Colour(rgb: 0xE3E3E3)
  /// The lines of a pattern that stands for dissatisfaction.
  package static let pattern = Colour(rgb: 0x404040)
  /// The rule around a cell.
  package static let rule = Colour(rgb: 0x7F7F7F)
  /// A rule between things that belong together.
  package static let hairline = Colour(rgb: 0xBFBFBF)
  /// The lines behind a chart.
  package static let gridline = Colour(rgb: 0xD9D9D9)
  /// The masthead and the line under it, nowhere else.
  package static let mastheadRed = Colour(rgb: 0xC00000)
}
