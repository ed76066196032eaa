/// The looks of everything on a page outside its tables.
extension Style {
  static let title = Style().with {
    $0.size = 20
    $0.isBold = true
    $0.alignment = .centre
  }
  static let subtitle = title.with { $0.size = 16 }
  static let secondRow = Style().with {
    $0.size = 10.5
    $0.alignment = .left
  }
  static let secondRowRight = secondRow.with { $0.alignment = .right }
  static let heading = Style().with {
    $0.font = .hei
    $0.size = 13
    $0.alignment = .left
  }
  static let prose = Style().with {
    $0.font = .fang
    $0.size = 12.5
    $0.alignment = .left
    $0.wraps = true
  }
  static let lead = secondRow.with { $0.wraps = true }
  static let key = Style().with {
    $0.size = 10.5
    $0.alignment = .centre
  }
  static let note = Style().with {
    $0.size = 9.5
    $0.alignment = .left
    $0.verticalAlignment = .top
    $0.wraps = true
  }
  static let signature = Style().with { $0.alignment = .left }
  static let mastheadName = title.with {
    $0.size = 34
    $0.colour = .mastheadRed
  }
  static let mastheadIssue = Style().with {
    $0.font = .fang
    $0.size = 13
    $0.alignment = .centre
  }
  static let mastheadLine = Style().with {
    $0.font = .fang
    $0.size = 13
    $0.alignment = .left
    $0.borders = Borders(bottom: .masthead)
  }
  static let mastheadLineRight = mastheadLine.with { $0.alignment = .right }

  /// A line of a key figure: 0 its name, 1 the figure, 2 its change.
  static func figure(line: Int, isHeadline: Bool, isFirst: Bool) -> Style {
    Style().with {
      $0.alignment = .centre
      $0.size = [10.5, 18, 10][line]
      if line == 0 { $0.font = .hei }
      $0.isBold = line == 1
      if line == 2 { $0.colour = .secondInk }
      if line < 2, isHeadline { $0.colour = .accent }
      $0.borders = Borders(
        left: isFirst ? nil : Borders.Line(.thin, .hairline), top: line == 0 ? .strong : nil,
        bottom: line == 2 ? .strong : nil)
    }
  }
}
