package import SQLite
import Workbook

/// Writes the data-quality workbook (数据质量) of an edition's night into a folder that exists: `data-quality.xlsx`.
///
/// - Throws: `ReportsError`, `WorkbookError`, `SQLiteError`.
package func writeDataQuality(_ edition: Edition, from database: Database, into folder: String) throws {
  let figures = try DataQualityFigures.read(edition, from: database)
  let book = try Workbook(
    path: folder + "/data-quality.xlsx",
    properties: DocumentProperties(
      title: "数据质量", subject: "截至\(figures.cutOff.text)", office: figures.office, category: "内部资料",
      created: figures.cutOff.civilTime))
  let details = figures.detailPages
  try book.add(figures.accountPage(details), named: "行数核对")
  for detail in details { try book.add(detail.page, named: sheetName(detail.name)) }
  try book.close()
}
