/// The four rules around a cell.
package struct Borders: Hashable, Sendable {
  /// One rule.
  package struct Line: Hashable, Sendable {
    /// How heavy a rule is.
    package enum Weight: Hashable, Sendable {
      case hair, thin, medium, thick
    }

    /// How heavy the rule is.
    package var weight: Weight
    /// The colour of the rule.
    package var colour: Colour

    /// Makes a rule.
    package init(_ weight: Weight, _ colour: Colour) {
      self.weight = weight
      self.colour = colour
    }

    /// The rule between the cells of a table.
    package static let cell = Line(.thin, .rule)
    /// The rule under a header and over a total.
    package static let strong = Line(.medium, .ink)
    /// The rule over a band that divides an award list, about 2 points.
    package static let award = Line(.thick, .accent)
    /// The rule under a masthead.
    package static let masthead = Line(.medium, .mastheadRed)
  }

  /// The rule on the left.
  package var left: Line?
  /// The rule on the right.
  package var right: Line?
  /// The rule above.
  package var top: Line?
  /// The rule below.
  package var bottom: Line?

  /// Makes the rules of a cell; a side not named has none.
  package init(left: Line? = nil, right: Line? = nil, top: Line? = nil, bottom: Line? = nil) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// The same rule on every side.
  package static func all(_ line: Line) -> Borders {
    Borders(left: line, right: line, top: line, bottom: line)
  }
}
