import Exports
import Programme
import SQLite

/// What a person decided about a row that was sent back: another value for one of its cells, or to leave the row out.
package struct Mending: Sendable {
  /// The database key.
  package let id: Int64
  /// The header of the mended column as the file has it.
  package let column: String
  /// What the cell is read as; nil leaves the row out.
  package let value: String?
  /// Who decided.
  package let by: String
}

/// Every mending of a programme, found by the cells of the row that it was made for.
///
/// The cells are the row's identity: the next night's snapshot has the same row and is mended the same way, and a row that the
/// platform has changed since is read as it stands.
struct Mendings: Sendable {
  private var ofSource: [String: [String: [Mending]]] = [:]

  init() {}

  init(_ database: Database) throws {
    let rows = try database.rows(
      "SELECT source, raw, id, column_name, value, mended_by FROM mending WHERE held ORDER BY source, raw, column_name"
    ) { row throws(SQLiteError) in
      (
        row.text(0), row.text(1),
        Mending(id: row.integer(2), column: row.text(3), value: row.optionalText(4), by: row.text(5))
      )
    }
    for (source, raw, mending) in rows { ofSource[source, default: [:]][raw, default: []].append(mending) }
  }

  /// The mendings of one source by the cells of the row, as `Row.raw` gives them.
  func of(_ source: Identifier<Source>) -> [String: [Mending]] { ofSource[source.text] ?? [:] }
}

extension Row {
  /// The cells as a JSON list, as they stand: what a rejected row is kept as.
  var raw: String { jsonList(texts) }
}
