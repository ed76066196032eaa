package import SQLite

/// Writes the summary of a term into a folder that exists: `summary.md`, `summary.xlsx` and the charts that the Markdown
/// shows.
///
/// Figures, tables and charts are filled; what only people can write is left as a marked slot.
package func writeSummary(_ edition: Edition, from database: Database, into folder: String) throws {
  let figures = try SummaryFigures.read(database, edition)
  let wording = SummaryWording(figures: figures, programme: edition.programme)
  let charts = SummaryCharts(figures: figures, wording: wording)
  for chart in charts.files {
    try writeText(chart.document, to: "\(folder)/charts/\(chart.name).svg")
  }
  try writeText(SummaryText(wording: wording, charts: charts).markdown, to: folder + "/summary.md")
  try writeCreditLedger(edition, from: database, into: folder)
  try SummaryWorkbook(wording: wording).write(to: folder + "/summary.xlsx")
}
