package import SQLite

/// Writes the summary of a term into a folder that exists: `summary.md` with its charts, `summary.html` and
/// `summary.xlsx`.
///
/// Figures, tables and charts are filled; what only people can write is left as a marked slot.
package func writeSummary(_ edition: Edition, from database: Database, into folder: String) throws {
  let contents = try SummaryContents.read(edition, from: database)
  let wording = contents.wording
  let paper = Paper(
    name: wording.title,
    blocks: try PaperTemplate.summary.blocks(of: .summary(edition.programme), contents, in: edition.programme))
  try paper.write(into: folder, as: "summary")
  try writeCreditLedger(edition, from: database, into: folder)
  try SummaryWorkbook(wording: wording).write(to: folder + "/summary.xlsx")
}

extension SummaryContents {
  /// What a summary says, read once.
  static func read(_ edition: Edition, from database: Database) throws -> SummaryContents {
    let figures = try SummaryFigures.read(database, edition)
    let wording = SummaryWording(figures: figures, programme: edition.programme)
    return SummaryContents(wording: wording, charts: SummaryCharts(figures: figures, wording: wording))
  }
}
