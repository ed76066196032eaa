package import SQLite
import Workbook

/// Writes the bulletin (学情通报) of an edition into a folder that exists: `bulletin.md` with its charts,
/// `bulletin.html` and `bulletin.xlsx`, and reminders for the offices in `reminders`.
///
/// - Throws: `ReportsError` when figures are missing or a file cannot be written, `WorkbookError`, `SQLiteError`.
package func writeBulletin(_ edition: Edition, from database: Database, into folder: String) throws {
  let figures = try BulletinFigures.read(edition, from: database)
  try BulletinPaper(figures).paper.write(into: folder, as: "bulletin")
  try writeReminders(figures, edition, from: database, into: folder + "/reminders")
  try writeWorkbook(figures, to: folder + "/bulletin.xlsx")
}

private func writeWorkbook(_ figures: BulletinFigures, to path: String) throws {
  let issue = figures.issue
  let book = try Workbook(
    path: path,
    properties: DocumentProperties(
      title: "\(issue.title) \(issue.numberText)", subject: "截至\(issue.cutOff.text)", office: issue.office,
      created: issue.cutOff.civilTime))
  try book.add(figures.overviewPage, named: "概览")
  for level in figures.levels where !level.isLast {
    for (name, page) in figures.rankingPages(level) { try book.add(page, named: sheetName(name)) }
  }
  if figures.levels.contains(where: { !$0.isLast }) { try book.add(figures.indicatorPage, named: "监测指标") }
  if figures.projects.count > 1 {
    for (name, page) in figures.projectPages { try book.add(page, named: name) }
  }
  if let last = figures.levels.last, last.isLast { try book.add(figures.listPage(last), named: sheetName(last.title)) }
  try book.add(figures.concernPage, named: "需要关注")
  try book.add(figures.definitionPage, named: "口径与数据质量")
  try book.close()
}
