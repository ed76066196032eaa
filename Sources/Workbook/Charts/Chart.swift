/// A chart on a page: what it shows, how it is drawn, and the words for those who cannot see it.
package struct Chart: Sendable {
  /// The figures along an axis or of a series, and where they stand.
  package enum Values: Sendable {
    /// A column of the table on the same page that bears the identifier, without its total.
    case column(Int, table: String)
    /// A row of that table, from a column on.
    case row(Int, table: String, from: Int)
    /// Figures that no table shows; they go on the hidden sheet 图表数据 under `heading`.
    case listed([CellValue], heading: String, format: NumberFormat)
  }

  /// The kind of drawing.
  package enum Form: Sendable {
    /// Ranked bars, one per category, those below the reference pale.
    case ranking(Ranking)
    /// Lines over time, the headline strong.
    case trend(Trend)
    /// Columns of equal bins, those below the pass line pale.
    case distribution(Distribution)
    /// Bars of shares on both sides of a middle.
    case diverging(Diverging)
    /// Estimates with their lower and upper bounds.
    case intervals(Intervals)
    /// Bars of parts that make a whole.
    case stacked(Stacked)
  }

  /// The title over the drawing, which also names the reference and what is pale.
  package var title: String
  /// What the chart says, for screen readers.
  package var description: String
  /// The names along the category axis.
  package var categories: Values
  /// The kind of drawing with its series.
  package var form: Form
  /// The height in pixels; its width is the page's.
  package var height: Int

  /// Describes a chart.
  package init(title: String, description: String, categories: Values, form: Form, height: Int) {
    self.title = title
    self.description = description
    self.categories = categories
    self.form = form
    self.height = height
  }

  /// The height at which so many bars stand well under a title; below that of four, names of bars are left out.
  package static func height(bars: Int) -> Int {
    60 + 28 * max(4, bars)
  }
}
