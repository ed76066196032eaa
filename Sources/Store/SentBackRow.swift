import Exports
import Foundation
package import Programme
import SQLite

/// A row that the newest load sent back, with everything that mending it needs; nothing is masked.
package struct SentBackRow: Sendable {
  /// What became of a row that was sent back.
  package enum State: String, Sendable {
    /// Nobody has decided yet.
    case open
    /// A value was filled in; the next load reads the row with it.
    case mended
    /// Left out for good.
    case void
  }

  package let reject: Int64
  package let source: String
  package let title: String
  package let file: String
  /// Empty for a text file.
  package let sheet: String
  package let row: Int64
  /// The header of the faulty column; empty when the row as a whole is damaged.
  package let column: String
  package let code: String
  package let found: String
  package let wording: Wording
  package let state: State
  /// The headers of the sheet as the file has them.
  package let headers: [String]
  /// The place of each column of the pipeline file.
  let columns: [String: Int]
  /// The cells as they stand.
  package let cells: [String]
  /// The cells as the database keeps them: the identity of the row.
  let raw: String
  /// What holds for the faulty cell or the row; nil while nobody has decided.
  package var decision: Decision?

  /// What somebody decided, as the form shows it again.
  package struct Decision: Sendable {
    /// nil leaves the row out.
    package let value: String?
    package let by: String
    package let note: String
  }

  /// A short text that stands for the row and its faulty column on a form, and for no other one.
  package var key: String {
    var digest = SHA256()
    for text in [source, column, raw] {
      digest.update(Array(text.utf8).span)
      digest.update([UInt8](arrayLiteral: 0).span)
    }
    return digest.finish().prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension ProgrammeStore {
  /// The rows that the newest load sent back, in the order of its files.
  package func sentBackRows() throws -> [SentBackRow] {
    try sentBackRows("f.current AND f.night = (SELECT max(id) FROM night)")
  }

  /// The rows that any load ever sent back.
  func everSentBack() throws -> [SentBackRow] { try sentBackRows("1") }

  /// The rows that the newest load could use only because of a mending, as they were when they were sent back.
  func mendedRows() throws -> [SentBackRow] {
    try sentBackRows(
      """
      r.id IN (SELECT m.reject FROM mended_row w JOIN mending m ON m.id = w.mending JOIN source_file g ON g.id = w.file
        WHERE g.current AND g.night = (SELECT max(id) FROM night))
      """)
  }

  /// The rows of the newest load that somebody has decided upon, with what holds.
  package func decidedRows() throws -> [SentBackRow] {
    let held = try database.rows("SELECT source, raw, column_name, value, mended_by, note FROM mending WHERE held") {
      row throws(SQLiteError) in
      (
        [row.text(0), row.text(1), row.text(2)],
        SentBackRow.Decision(value: row.optionalText(3), by: row.text(4), note: row.text(5))
      )
    }
    let decisions = Dictionary(held, uniquingKeysWith: { first, _ in first })
    var known: Set<String> = []
    return (try sentBackRows() + mendedRows()).compactMap { row in
      var row = row
      row.decision = decisions[[row.source, row.raw, ""]] ?? decisions[[row.source, row.raw, row.column]]
      return row.decision != nil && known.insert(row.key).inserted ? row : nil
    }
  }

  private func sentBackRows(_ condition: String) throws -> [SentBackRow] {
    var mappings: [String: SheetMapping] = [:]
    return try database.rows(
      """
      SELECT r.id, f.source, f.title, f.path, f.sheet, r.row, r.column_name, r.code, r.found, r.message_en, r.message, r.state, r.raw,
        f.mapping
      FROM reject r JOIN source_file f ON f.id = r.file WHERE \(condition) ORDER BY f.id, r.row, r.id
      """
    ) { row throws(SQLiteError) in
      let text = row.text(13)
      let mapping = mappings[text] ?? SheetMapping(text)
      mappings[text] = mapping
      return SentBackRow(
        reject: row.integer(0), source: row.text(1), title: row.text(2), file: row.text(3), sheet: row.text(4),
        row: row.integer(5), column: row.text(6), code: row.text(7), found: row.text(8),
        wording: Wording(row.text(9), row.text(10)), state: SentBackRow.State(rawValue: row.text(11)) ?? .open,
        headers: mapping?.headers ?? [], columns: mapping?.columns ?? [:], cells: textList(row.text(12)),
        raw: row.text(12))
    }
  }
}

/// What was recognised in a sheet, as `source_file.mapping` keeps it.
struct SheetMapping: Decodable {
  let headers: [String]
  /// The place of each column of the pipeline file.
  let columns: [String: Int]

  init?(_ json: String) {
    guard let mapping = try? JSONDecoder().decode(SheetMapping.self, from: Data(json.utf8)) else { return nil }
    self = mapping
  }
}

/// A JSON list of texts; a text that is no such list is one cell.
private func textList(_ json: String) -> [String] {
  (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? [json]
}
