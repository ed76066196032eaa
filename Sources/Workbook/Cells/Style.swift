/// How a cell looks: one value that a workbook turns into one format record, however often it is used.
package struct Style: Hashable, Sendable {
  /// Where text stands between the left and the right rule.
  package enum Alignment: Hashable, Sendable {
    case general, left, centre, right
  }

  /// Where text stands between the upper and the lower rule.
  package enum VerticalAlignment: Hashable, Sendable {
    case top, centre, bottom
  }

  /// The font of the text.
  package var font = Font.song
  /// The size of the text in points.
  package var size = 11.0
  /// Whether the text is bold.
  package var isBold = false
  /// Whether a line stands under the text, as under links.
  package var isUnderlined = false
  /// The colour of the text.
  package var colour = Colour.ink
  /// The colour behind the text, or none.
  package var fill: Colour?
  /// The rules around the cell.
  package var borders = Borders()
  /// Where the text stands from left to right.
  package var alignment = Alignment.general
  /// Where the text stands from top to bottom.
  package var verticalAlignment = VerticalAlignment.centre
  /// How many steps the text is moved in from its side.
  package var indent = 0
  /// Whether long text continues on a new line in the cell.
  package var wraps = false
  /// How a number is printed.
  package var format = NumberFormat.general
  /// Whether a protected sheet refuses changes to the cell.
  package var isLocked = true

  /// Makes the style of a plain cell: 宋体 11, no rules.
  package init() {}

  /// Returns this style after `change`, so that a paper can say only what differs.
  package func with(_ change: (inout Style) -> Void) -> Style {
    var style = self
    change(&style)
    return style
  }
}
