import Exports
import Programme
import SQLite
import Store

/// A fact of one enrolment as it holds tonight, with the row where it was first seen.
struct Fact: Sendable {
  let item: String
  /// The category in the programme's own word; empty where the row states none.
  let category: String
  let value: Int64?
  let full: Int64?
  let at: Int64?
  let flag: Bool
  /// Why there is no value, where the export says so.
  let missing: MissingReason?
  let place: SourcePlace?

  /// Whether the item was handed in, as the tallies see it: it has a time or a mark.
  var isSubmitted: Bool { at != nil || value != nil }

  /// The number that a tally folds; nil where this fact gives it none.
  func amount(for tally: Tally) -> Int64? {
    if tally.operation == .count { return 1 }
    return switch tally.column {
    case .at: at
    case .full: full
    case .value, nil: value
    }
  }
}

extension Inquiry {
  /// The facts of a source about one enrolment, by primary key, in the order of the items' keys.
  func facts(of source: Source, _ enrolment: Int64) throws -> [Fact] {
    let columns =
      switch source.kind {
      case .item: "m.value, m.full, m.at, m.flag, m.missing"
      case .event: "NULL, NULL, m.at, 0, NULL"
      default: "m.value, NULL, m.at, 0, NULL"
      }
    let key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text))
    guard source.kind.isFact, let key else { return [] }
    let categories = try database.rows(
      "SELECT text FROM term WHERE source = ? AND kind = 'category' ORDER BY id", .text(source.id.text)
    ) { row throws(SQLiteError) in row.text(0) }
    return try database.rows(
      """
      SELECT m.item, t.text, m.category, \(columns), f.path, f.sheet, m.row
      FROM \(source.kind.rawValue) m LEFT JOIN term t ON t.id = -m.item LEFT JOIN source_file f ON f.id = m.file
      WHERE m.source = ? AND m.enrolment = ? ORDER BY m.item
      """, .integer(key), .integer(enrolment)
    ) { row throws(SQLiteError) in
      let category = Int(row.optionalInteger(2) ?? 0)
      return Fact(
        item: row.optionalText(1) ?? ItemKey.code(row.integer(0)),
        category: categories.indices.contains(category - 1) ? categories[category - 1] : "",
        value: row.optionalInteger(3), full: row.optionalInteger(4), at: row.optionalInteger(5),
        flag: row.integer(6) == 1,
        missing: row.optionalText(7).flatMap(MissingReason.init(rawValue:)), place: SourcePlace(row, at: 8))
    }
  }
}
