import Foundation
package import Programme
package import Store
import Workbook

/// Writes the form for mending rows that were sent back: one sheet for each source, or for each kind of header where a source's
/// files differ.
///
/// It is the one paper that carries raw rows unmasked, made only on request; its owner alone can read the file.
///
/// - Throws: `ReportsError`, `WorkbookError`.
package func writeRejectForm(
  _ rows: [SentBackRow], of programme: Programme, asOf: String, to path: String
) throws {
  let cutOff = try CutOff(asOf)
  let draft = path + ".partial"
  defer { try? FileManager.default.removeItem(atPath: draft) }
  let book = try Workbook(
    path: draft,
    properties: DocumentProperties(
      title: "退回数据", subject: "截至\(cutOff.text)", office: programme.office, category: "内部资料", created: cutOff.civilTime)
  )
  for (name, sheet) in named(sheets(of: rows)) {
    try book.add(sheet.page(programme, cutOff), named: name)
  }
  try book.close()
  do {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
    try FileManager.default.moveItem(atPath: draft, toPath: path)
  } catch {
    throw ReportsError.unwritable(path: path, reason: error.localizedDescription)
  }
}

/// The rows of one source whose files have the same headers.
private struct RejectFormSheet {
  let headers: [String]
  var rows: [SentBackRow]
}

private func sheets(of rows: [SentBackRow]) -> [RejectFormSheet] {
  var sheets: [RejectFormSheet] = []
  for row in rows {
    if let known = sheets.firstIndex(where: { $0.rows.first?.source == row.source && $0.headers == row.headers }) {
      sheets[known].rows.append(row)
    } else {
      sheets.append(RejectFormSheet(headers: row.headers, rows: [row]))
    }
  }
  return sheets
}

/// Each sheet with a name of its own: the title of the source, numbered from the second on.
private func named(_ sheets: [RejectFormSheet]) -> [(String, RejectFormSheet)] {
  var known: [String: Int] = [:]
  return sheets.map { sheet in
    let title = String(sheetName(sheet.rows.first?.title ?? "").prefix(26))
    known[title, default: 0] += 1
    let count = known[title] ?? 1
    return (count == 1 ? title : "\(title)（\(count)）", sheet)
  }
}

extension RejectFormSheet {
  fileprivate func page(_ programme: Programme, _ cutOff: CutOff) -> Page {
    Page(
      title: "退回数据：\(rows.first?.title ?? "")", left: "\(programme.title)，共\(grouped(Int64(rows.count)))行",
      right: "统计时间：截至\(cutOff.text)", isForm: true,
      blocks: [
        .lead(
          "粗框灰底为有问题的单元格。请在该行“\(MendingForm.value)”列填写正确内容，或在“\(MendingForm.decision)”列选“\(MendingForm.void)”，并在“\(MendingForm.by)”列写明姓名；其余各列请勿改动。填好后运行 jianbao rejects 流程文件 --import 本文件，再运行 jianbao run。"
        ),
        .table(
          Table(
            columns: formColumns(headers, rows.map(\.cells), files: rows.map(\.file), width: width),
            rows: rows.map(formRow))),
        .notes([
          "修正以整行原值为准：平台再次导出同一行时继续有效，平台改动该行后即失效。修正值按该列的格式重新校验，不合格的不予导入。",
          "本表含未遮蔽的原始数据，仅限数据处理人员使用，用后请删除。",
        ]),
      ])
  }

  /// As many as the widest row has, the sheet's headers or not.
  private var width: Int { max(headers.count, rows.map(\.cells.count).max() ?? 0) }

  private func formRow(_ row: SentBackRow) -> Table.Row {
    let faulty = row.headers.firstIndex(of: row.column)
    let cells = (0..<width).map { index in
      let cell = Cell.text(index < row.cells.count ? fitting(row.cells[index]) : "")
      return index == faulty ? cell.faulty : cell
    }
    let place: [Cell] = [
      .text(row.key), .text(row.file), .text(row.sheet.isEmpty ? "—" : row.sheet), .integer(row.row),
    ]
    let fault: [Cell] = [.text(row.column.isEmpty ? "整行" : row.column), .text(fitting(row.reason))]
    return .cells(place + cells + fault + row.filled)
  }
}

extension SentBackRow {
  /// What was decided before, in the cells to fill in; blanks where nobody has decided.
  fileprivate var filled: [Cell] {
    guard let decision else { return [.blank, .blank, .blank, .blank] }
    return [
      .text(decision.value == nil ? MendingForm.void : MendingForm.mend), .text(decision.value ?? ""),
      .text(decision.by),
      .text(decision.note),
    ]
  }

  /// `“3(异常)”不是时长；请核对后填分钟数`.
  fileprivate var reason: String {
    let message = wording[.chinese]
    return found.isEmpty || message.contains(found) ? message : "“\(found)”\(message)"
  }
}
