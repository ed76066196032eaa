/// A piece of a page, as wide as the page.
package enum Block: Sendable {
  /// The red name of a bulletin with its issue, office and date over a red line.
  case masthead(Masthead)
  /// A second title in bold 宋体 16, under a masthead.
  case subtitle(String)
  /// A section head, `一、总体情况`.
  case heading(String)
  /// A paragraph of running text, its first line moved in by two characters.
  case prose(String)
  /// A sentence that leads into the table under it, in the size of the second row.
  case lead(String)
  /// A centred line of text in several looks: the key of a chart.
  case key([CellValue.Run])
  /// The figures that a reader should take away.
  case figures([KeyFigure])
  /// A table.
  case table(Table)
  /// A chart.
  case chart(Chart)
  /// Footnotes; the first begins with 注：.
  case notes([String])
  /// Lines to sign on, each with its parts side by side: `填表人：`, `审核人：`, `单位负责人（盖章）：`.
  case signatures([[String]])
  /// Room of so many points.
  case space(Double)

  /// The signature line of every table that leaves the office. The seal is pressed by hand, never drawn.
  package static let signature = Block.signatures([["填表人：", "审核人：", "单位负责人（盖章）："]])
}

/// The head of a bulletin.
package struct Masthead: Hashable, Sendable {
  /// The name of the bulletin; its characters are spaced.
  package var name: String
  /// The issue, `第18期（总第18期）`.
  package var issue: String
  /// The office that issues it.
  package var office: String
  /// The date of issue, `2026年8月18日`.
  package var date: String

  /// Describes the head of a bulletin.
  package init(name: String, issue: String, office: String, date: String) {
    self.name = name
    self.issue = issue
    self.office = office
    self.date = date
  }
}

/// A figure that a reader should take away, between its name and its change.
package struct KeyFigure: Hashable, Sendable {
  /// What the figure is.
  package var label: String
  /// The figure as text, `61.14%`.
  package var figure: String
  /// What it is out of, or how it has changed.
  package var change: String
  /// Whether the paper is about this figure.
  package var isHeadline: Bool

  /// Describes a figure.
  package init(label: String, figure: String, change: String, isHeadline: Bool = false) {
    self.label = label
    self.figure = figure
    self.change = change
    self.isHeadline = isHeadline
  }
}
