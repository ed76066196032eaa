import Workbook

/// A paper as a run of blocks, composed once and printed as Markdown and as HTML, so that the two cannot differ.
struct Paper: Sendable {
  /// What the paper is called: the title of the HTML document.
  let name: String
  let blocks: [PaperBlock]

  /// The charts in the order in which they stand.
  var charts: [ChartFile] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  /// Writes the paper into a folder that exists: as Markdown with its charts beside it, and as HTML.
  func write(into folder: String, as name: String) throws(ReportsError) {
    try writeText(markdown, to: "\(folder)/\(name).md")
    for chart in charts { try writeText(chart.document, to: "\(folder)/\(chart.path)") }
    try writeText(html, to: "\(folder)/\(name).html")
  }
}

/// A part of a paper that stands on lines of its own; all text is plain and is made safe where it is printed.
enum PaperBlock: Sendable {
  /// The name of a series in large type, its number, who issues it and when.
  case masthead(name: String, number: String, office: String, date: String)
  /// What the paper is about; `level` counts from 1.
  case title(String, level: Int)
  case heading(String, level: Int)
  case paragraph(String)
  /// What stands in the middle of the line under a title: who, and when.
  case byline(String)
  /// What only people can write: `【待填写：…】`.
  case slot(String)
  /// Numbers that a reader must see first; Markdown, whose lead sentence has them, leaves them out.
  case keyFigures([KeyFigure])
  case numbered([PaperItem])
  /// Remarks on what stands above, numbered and in small type.
  case notes([String])
  case table(PaperTable)
  case chart(ChartFile)
  /// What sets an annex apart.
  case rule
  /// Who signs, side by side.
  case signature([String])
}

/// One item of a numbered list.
struct PaperItem: Sendable {
  /// What the item is about, set off from the rest; empty when the sentence says it.
  let subject: String
  let sentence: String
  /// Why the item is in the list; empty for none.
  let condition: String
}
