package import SQLite
import Workbook

/// Writes the bulletin (学情通报) of an edition into a folder that exists: `bulletin.md` with its charts,
/// `bulletin.html` and `bulletin.xlsx`, and reminders for the offices in `reminders`.
///
/// - Throws: `ReportsError` when figures are missing or a file cannot be written, `WorkbookError`, `SQLiteError`.
package func writeBulletin(_ edition: Edition, from database: Database, into folder: String) throws {
  let figures = try BulletinFigures.read(edition, from: database)
  let paper = Paper(
    name: "\(figures.issue.title) \(figures.issue.numberText)",
    blocks: try PaperTemplate.bulletin.blocks(of: .bulletin(edition.programme), figures, in: edition.programme))
  try paper.write(into: folder, as: "bulletin")
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
  try book.add(
    figures.pages, left: issue.programmeTitle + "学情", right: "统计时间：截至\(issue.cutOff.text)", hasCover: true)
  try book.close()
}

extension BulletinFigures {
  /// The sheets of the workbook in their order.
  fileprivate var pages: [NamedPage] {
    var pages = [NamedPage("概览", overviewPage)]
    for level in levels where !level.isLast {
      pages += rankingPages(level).map { NamedPage(sheetName($0.name), $0.page) }
    }
    if levels.contains(where: { !$0.isLast }) { pages.append(NamedPage("监测指标", indicatorPage)) }
    if projects.count > 1 { pages += projectPages.map { NamedPage($0.name, $0.page) } }
    if let last = levels.last, last.isLast { pages.append(NamedPage(sheetName(last.title), listPage(last))) }
    return pages + [NamedPage("需要关注", concernPage), NamedPage("口径与数据质量", definitionPage)]
  }
}
