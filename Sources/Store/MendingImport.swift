import Exports
package import Programme
import SQLite

/// What came of a form that was filled in.
package struct MendingImport: Sendable {
  /// A row of the form that was not taken.
  package struct Refusal: Sendable {
    package let sheet: String
    package let row: Int
    /// What is wrong and what to do, without the place.
    package let wording: Wording
  }

  /// Rows that are read with a mended value from now on.
  package var mended = 0
  /// Rows that are left out from now on.
  package var void = 0
  /// Rows that stand as the platform exported them again, because the decision was taken back.
  package var takenBack = 0
  /// Rows that say what is known already.
  package var unchanged = 0
  /// Rows in which nothing was filled in.
  package var untouched = 0
  package var refusals: [Refusal] = []
}

/// A file that is no form of ours.
package struct NoMendingForm: Error, Sendable {
  package let path: String

  package var wording: Wording {
    Wording(
      "\(path): no sheet has the columns \(MendingForm.key) and \(MendingForm.value); import a workbook that jianbao rejects --export wrote",
      "\(path)：没有含“\(MendingForm.key)”“\(MendingForm.value)”列的工作表；请导入由 jianbao rejects --export 生成的工作簿")
  }
}

extension ProgrammeStore {
  /// Takes a filled-in form: what can be taken is kept with its author, the time and its place on the form; the rest is refused
  /// row by row.
  ///
  /// The next load reads the rows anew. A form may be imported again; what it says already holds is not touched.
  ///
  /// - Throws: `ExportError` for a file that cannot be read, `NoMendingForm` for one that is no form.
  package func importMendings(from path: String) throws -> MendingImport {
    let filled = try filledRows(path)
    guard !filled.isEmpty else { throw NoMendingForm(path: path) }
    return try database.transaction {
      var intake = try MendingIntake(self, workbook: path)
      for row in filled { try intake.take(row) }
      return intake.result
    }
  }

  /// Differs whenever a mending does, for the fingerprint of the load; empty when there is none.
  package func mendingFingerprint() throws -> String {
    try database.rows(
      "SELECT source, raw, column_name, value, mended_by, note, mended_at FROM mending WHERE held ORDER BY source, raw, column_name"
    ) { row throws(SQLiteError) in jsonList((0..<row.columnCount).map { row.optionalText($0) ?? "\u{0}" }) }
    .joined(separator: "\n")
  }
}

/// Takes the rows of one form in, within a transaction.
private struct MendingIntake {
  private let database: Database
  private let workbook: String
  private let check: MendingCheck
  /// Rows that can be decided upon, by their keys.
  private let open: [String: SentBackRow]
  /// Keys of rows of earlier loads, looked up when one is met that is not open.
  private let earlier: Set<String>
  private var decided: [String: String?] = [:]
  private(set) var result = MendingImport()

  init(_ store: ProgrammeStore, workbook: String) throws {
    database = store.database
    self.workbook = workbook.split(separator: "/").last.map(String.init) ?? workbook
    check = try MendingCheck(store)
    open = Dictionary(
      (try store.sentBackRows() + store.mendedRows()).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    earlier = Set(try store.everSentBack().map(\.key))
  }

  mutating func take(_ filled: FilledRow) throws {
    guard !filled.isUntouched else {
      result.untouched += 1
      return
    }
    if let wording = try refusal(of: filled) {
      result.refusals.append(MendingImport.Refusal(sheet: filled.sheet, row: filled.row, wording: wording))
    } else if let sentBack = open[filled.key] {
      try keep(filled, for: sentBack)
    }
  }

  /// Why a row of the form cannot be taken; nil when it can.
  private func refusal(of filled: FilledRow) throws -> Wording? {
    guard let sentBack = open[filled.key] else {
      return earlier.contains(filled.key)
        ? Wording(
          "the newest load sends this row back no more: the platform has changed it, or it can be used as it stands; export the rejects again",
          "最新一次导入已不再退回该行：平台已更改此行，或该行已可采用；请重新导出退回数据")
        : Wording(
          "\(MendingForm.key) “\(filled.key)” is of no row of this programme; import the form of this programme, and leave that column as it was",
          "\(MendingForm.key)“\(filled.key)”不属于本项目的任何一行；请导入本项目的表，且不要改动该列")
    }
    guard filled.cells.map(\.letters).joined() == sentBack.cells.map(\.letters).joined() else {
      return Wording(
        "the cells of the export differ from those that were sent back, as after sorting or typing over them; write the value under \(MendingForm.value) on a new form",
        "原表各列与被退回的行不同（可能被排序或改写）；请重新导出，并把内容填在“\(MendingForm.value)”列")
    }
    if let wording = contradiction(in: filled) { return wording }
    if let other = decided[filled.key], other != decision(of: filled) {
      return Wording(
        "the form decides differently on the same row further up; leave one of the two", "本表前面对同一行另有处理；请只保留一处")
    }
    return filled.isVoid || filled.isTakenBack ? nil : try check.fault(of: filled.value, for: sentBack)
  }

  /// What the cells of the form leave open or say twice.
  private func contradiction(in filled: FilledRow) -> Wording? {
    let decisions = MendingForm.decisions
    if !filled.decision.isEmpty, !decisions.contains(filled.decision) {
      return Wording(
        "\(MendingForm.decision) “\(filled.decision)” is none of \(decisions.joined(separator: ", ")); choose one of them",
        "\(MendingForm.decision)“\(filled.decision)”应为“\(decisions.joined(separator: "”“"))”之一")
    }
    if filled.isVoid, !filled.value.isEmpty {
      return Wording(
        "作废 is chosen and a value is given; keep one of them", "既选“作废”又填了“\(MendingForm.value)”；请只保留一项")
    }
    if !filled.isVoid, !filled.isTakenBack, filled.value.isEmpty {
      return Wording(
        "修正 is chosen and no value is given; fill in \(MendingForm.value)", "选了“修正”但未填“\(MendingForm.value)”；请填写")
    }
    guard filled.by.isEmpty else { return nil }
    return Wording(
      "nobody answers for it; write a name under \(MendingForm.by)", "未写明由谁修正；请填写“\(MendingForm.by)”")
  }

  private func decision(of filled: FilledRow) -> String? {
    filled.isVoid ? nil : filled.isTakenBack ? filled.decision : filled.value
  }

  private mutating func keep(_ filled: FilledRow, for sentBack: SentBackRow) throws {
    guard !filled.isTakenBack else { return try takeBack(filled, sentBack) }
    let column = filled.isVoid ? "" : sentBack.column
    let value = decision(of: filled)
    let known = try database.rows(
      "SELECT value, mended_by, note FROM mending WHERE held AND source = ? AND raw = ? AND column_name = ?",
      .text(sentBack.source), .text(sentBack.raw), .text(column)
    ) { row throws(SQLiteError) in [row.optionalText(0), row.text(1), row.text(2)] }
    guard decided.updateValue(value, forKey: filled.key) == nil, known.first != [value, filled.by, filled.note] else {
      result.unchanged += 1
      return
    }
    // A row is either mended, in one cell or several, or left out.
    try database.run(
      "UPDATE mending SET held = 0 WHERE source = ? AND raw = ? AND (column_name = '') <> ?", .text(sentBack.source),
      .text(sentBack.raw), .integer(filled.isVoid ? 1 : 0))
    try database.run(
      """
      INSERT INTO mending (source, raw, column_name, value, mended_by, note, mended_at, workbook, sheet, workbook_row, reject)
      VALUES (?, ?, ?, ?, ?, ?, datetime('now', 'localtime'), ?, ?, ?, ?)
      ON CONFLICT (source, raw, column_name) DO UPDATE SET value = excluded.value, mended_by = excluded.mended_by,
        note = excluded.note, mended_at = excluded.mended_at, workbook = excluded.workbook, sheet = excluded.sheet,
        workbook_row = excluded.workbook_row, reject = excluded.reject, held = 1
      """, .text(sentBack.source), .text(sentBack.raw), .text(column), .optional(value), .text(filled.by),
      .text(filled.note), .text(workbook), .text(filled.sheet), .integer(Int64(filled.row)), .integer(sentBack.reject))
    try mark(sentBack, filled.isVoid ? .void : .mended)
    if filled.isVoid { result.void += 1 } else { result.mended += 1 }
  }

  /// Lets go of whatever was decided about the row or its faulty cell.
  private mutating func takeBack(_ filled: FilledRow, _ sentBack: SentBackRow) throws {
    try database.run(
      "UPDATE mending SET held = 0 WHERE held AND source = ? AND raw = ? AND column_name IN ('', ?)",
      .text(sentBack.source), .text(sentBack.raw), .text(sentBack.column))
    guard try database.integer("SELECT changes()") != 0 else {
      result.unchanged += 1
      return
    }
    decided[filled.key] = decision(of: filled)
    try mark(sentBack, .open)
    result.takenBack += 1
  }

  /// Tells what was decided in the newest load's own account.
  private func mark(_ sentBack: SentBackRow, _ state: SentBackRow.State) throws {
    try database.run(
      """
      UPDATE reject SET state = ? WHERE raw = ? AND file IN (
        SELECT id FROM source_file WHERE source = ? AND current AND night = (SELECT max(id) FROM night))
      """, .text(state.rawValue), .text(sentBack.raw), .text(sentBack.source))
  }
}

extension FilledRow {
  fileprivate var isVoid: Bool { decision == MendingForm.void }
  fileprivate var isTakenBack: Bool { decision == MendingForm.takeBack }
}

extension String {
  /// Letters and digits alone: what a spreadsheet program leaves of a text in any case.
  fileprivate var letters: String {
    String(
      String.UnicodeScalarView(unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    )
  }
}
