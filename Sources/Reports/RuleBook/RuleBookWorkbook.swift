import Foundation
import Programme
import Workbook

import struct Workbook.Column

extension RuleBook {
  /// Writes the book as a workbook, a sheet for each chapter; a file of that name is replaced.
  ///
  /// - Throws: `ReportsError`, `WorkbookError`.
  package func writeWorkbook(to path: String) throws {
    let draft = path + ".partial"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let book = try Workbook(
      path: draft,
      properties: DocumentProperties(
        title: title, subject: "\(programme.year)年度", office: programme.office, category: "考核与评优细则", created: firstDay))
    try book.add(
      chapters.enumerated().map { NamedPage(sheetName($1.title), page(of: $1, $0 + 1)) }, left: programme.office,
      right: "\(programme.year)年度")
    try book.close()
    do {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      throw ReportsError.unwritable(path: path, reason: error.localizedDescription)
    }
  }

  private func page(of chapter: Chapter, _ number: Int) -> Page {
    let isFirst = number == 1
    return Page(
      title: isFirst ? title : "\(chineseOrdinal(number))、\(chapter.title)", left: programme.office,
      right: "\(programme.year)年度",
      blocks: (isFirst ? [.lead(lead), .heading("\(chineseOrdinal(number))、\(chapter.title)")] : [])
        + [.table(table(of: chapter))] + (isFirst ? [.notes(basics)] : []) + [.signature])
  }

  /// One table, its sections divided by bands, so that the header is repeated on every page.
  private func table(of chapter: Chapter) -> Table {
    let cites = chapter.sections.contains { hasClauses($0.rules) }
    let columns: [Column] = [
      .rank("序号"), .sentence("项目").with { $0.minimumUnits = 16 },
      .sentence("规定").with { $0.minimumUnits = cites ? 50 : 86 },
    ]
    let rows = chapter.sections.flatMap { section -> [Table.Row] in
      let band: [Table.Row] = section.title.isEmpty ? [] : [.band(section.title, isLine: false)]
      let clause = section.cite.map { [Rule("cite", "依据", $0)] } ?? []
      return band
        + (clause + section.rules).enumerated().map { index, rule in
          .cells(
            [.integer(index + 1), .text(rule.subject), .text(rule.text)] + (cites ? [.text(rule.cite ?? "—")] : []))
        }
    }
    return Table(
      columns: columns + (cites ? [.sentence("依据").with { $0.minimumUnits = 26 }] : []), rows: rows)
  }

  /// The first day of training, or of the year: a book has no night, and the clock is no part of it.
  private var firstDay: CivilTime {
    let day = programme.cohorts.map(\.from).min()
    return CivilTime(year: day?.year ?? programme.year, month: day?.month ?? 1, day: day?.day ?? 1)
  }
}
