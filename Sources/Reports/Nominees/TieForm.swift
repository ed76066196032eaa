import Foundation
import Programme
package import Stages
package import Store
import SQLite
import Workbook

import struct Workbook.Column

/// Writes the form by which a person settles open ties, `ties.xlsx`: a sheet for each award with the question and the tied, to be filled in
/// and put among the exports as a file of the office that decides.
///
/// Its headers are those of that office's source, so that it is read as one of its files. Answers false, and writes nothing, where no
/// award has an office whose file could be read back.
///
/// - Throws: `ReportsError`, `WorkbookError`, `SQLiteError`.
package func writeTieForm(_ ties: [OpenTie], from store: ProgrammeStore, asOf: String, to path: String) throws -> Bool {
  let forms = try ties.compactMap { try TieForm($0, store) }
  guard !forms.isEmpty else { return false }
  let cutOff = try CutOff(asOf)
  let draft = path + ".partial"
  defer { try? FileManager.default.removeItem(atPath: draft) }
  let book = try Workbook(
    path: draft,
    properties: DocumentProperties(
      title: "并列待定", subject: "截至\(cutOff.text)", office: store.programme.office, category: "内部资料",
      created: cutOff.civilTime))
  for form in forms { try book.add(form.page(cutOff), named: sheetName(form.tie.title)) }
  try book.close()
  do {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: draft, toPath: path)
  } catch {
    throw ReportsError.unwritable(path: path, reason: error.localizedDescription)
  }
  return true
}

/// One open tie with the source in which the answer comes back.
private struct TieForm {
  let tie: OpenTie
  private let award: Award
  private let source: Source
  private let rows: [Row]

  private struct Row {
    let office: String
    let candidate: String
    let name: String
    let project: String
    let unit: String
    let rank: Int64
    let reason: String
  }

  init?(_ tie: OpenTie, _ store: ProgrammeStore) throws {
    let programme = store.programme
    guard !tie.isOfParts, let award = programme.awards.first(where: { $0.id.text == tie.award }),
      let stage = award.settlingStage, let level = award.level(at: stage),
      let source = programme.sources.first(where: { $0.kind == .nomination && $0.stage == stage })
    else { return nil }
    (self.tie, self.award, self.source) = (tie, award, source)
    let units = try Units(store.database)
    let position = programme.levels.firstIndex { $0.id == level } ?? 0
    rows = try store.database.rows(
      """
      SELECT d.code, d.name, d.project, d.unit, coalesce(d.shown_rank, d.rank, 0), d.reason, x.unit
      FROM award_decision d JOIN decision x ON x.award = d.award AND x.id = d.decision
      WHERE d.award = ? AND d.outcome = 'tied' ORDER BY d.section, d.position
      """, .text(tie.award)
    ) { row throws(SQLiteError) in
      let own = row.optionalInteger(6).flatMap { units.index(of: $0) }
      let office = own.flatMap { units.ancestor(of: $0, at: position) } ?? units.all.firstIndex { $0.level == position }
      return Row(
        office: office.map { units.all[$0].name } ?? "", candidate: row.text(0), name: row.text(1),
        project: row.text(2), unit: row.text(3), rank: row.integer(4), reason: row.text(5))
    }
  }

  func page(_ cutOff: CutOff) -> Page {
    Page(
      title: "\(award.title)：并列待定", left: "内部资料", right: "统计时间：截至\(cutOff.text)",
      // A locked row cannot be taken out, which is the answer where there is no column for one.
      isForm: source.header("verdict") != nil,
      blocks: [.lead(question), .table(Table(columns: columns.map(\.column), rows: tableRows))])
  }

  private var question: String {
    let counted = if case .units = award.pool { "个" } else { "人" }
    let verdict = source.header("verdict").map { header in
      let words = source.verdicts
      return words.isEmpty ? "填写结论" : "在“\(header)”列逐行填“\(words.joined(separator: "”或“"))”"
    }
    return "下列\(rows.count)\(counted)排序值全同，余\(tie.places)个名额。请\(verdict ?? "删去未选中的行")，选中的不得多于\(tie.places)\(counted)；"
      + "填好后将本表存为\(source.title)文件（\(source.files)），再运行 jianbao run。未填完的不作数，名单继续等待。"
  }

  /// A column of the form with what it shows of the tied; nil is left to be filled in.
  private struct Field {
    let column: Column
    let value: (Row) -> String?
  }

  private var columns: [Field] {
    var fields: [Field] = []
    for (id, value) in contents {
      guard let header = source.header(id) else { continue }
      fields.append(Field(column: .identifier(header), value: value))
    }
    for id in ["verdict", "reason", "at"] {
      guard let header = source.header(id) else { continue }
      let words = id == "verdict" ? source.verdicts : []
      let column = Column.input(
        header, words.isEmpty ? .text(limit: 200) : .list(words, isStrict: true), minimumUnits: words.isEmpty ? 14 : 9)
      fields.append(Field(column: column.with { $0.format = .text }, value: { _ in nil }))
    }
    fields.append(Field(column: .name("所在单位"), value: \.unit))
    fields.append(Field(column: .rank("名次"), value: { "\($0.rank)" }))
    fields.append(Field(column: .sentence("情况").with { $0.minimumUnits = 36 }, value: \.reason))
    return fields
  }

  private var contents: KeyValuePairs<String, (Row) -> String?> {
    [
      "by": { $0.office }, "award": { _ in award.title }, "candidate": { $0.candidate }, "name": { $0.name },
      "project": { $0.project },
    ]
  }

  private var tableRows: [Table.Row] {
    let fields = columns
    return rows.map { row in .cells(fields.map { $0.value(row).map { .text($0) } ?? .blank }) }
  }
}
