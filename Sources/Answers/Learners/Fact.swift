import Exports
import Programme
import SQLite
import Store

/// A fact of one enrolment as it holds tonight, with the row where it was first seen.
struct Fact: Sendable {
  let item: String
  /// The category in the programme's own word; empty where the row states none.
  let category: String
  private(set) var value: Int64?
  let full: Int64?
  let at: Int64?
  let flag: Bool
  /// Why there is no value, where the export says so.
  private(set) var missing: MissingReason?
  let place: SourcePlace?
  /// The entry of the chronicle by which the value is another one than the export's, and the export's.
  private(set) var correction: (entry: Int64, exported: Int64?)?

  init(
    item: String, category: String, value: Int64?, full: Int64?, at: Int64?, flag: Bool, missing: MissingReason?,
    place: SourcePlace?
  ) {
    (self.item, self.category, self.value, self.full) = (item, category, value, full)
    (self.at, self.flag, self.missing, self.place) = (at, flag, missing, place)
  }

  /// What the fact states, as corrections are bound to it.
  var stated: String {
    FactCorrection.stated(
      category: category, value: value, full: full, at: at, flag: flag, missing: missing?.rawValue)
  }

  /// The fact with another value; `entry` is what gives it, nil for one that is only tried.
  func corrected(to value: Int64, by entry: Int64?) -> Fact {
    var fact = self
    if let entry { fact.correction = (entry, self.value) }
    (fact.value, fact.missing) = (value, nil)
    return fact
  }

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
  /// The facts of a source about one enrolment as they count, corrections included, in the order of the items' keys.
  func facts(of source: Source, _ enrolment: Int64) throws -> [Fact] {
    let facts = try exportedFacts(of: source, enrolment)
    let corrections = try store.factCorrections().filter {
      $0.correction.enrolment == enrolment && $0.correction.source == source.id.text
    }
    guard !corrections.isEmpty else { return facts }
    return facts.map { fact in
      guard let (entry, correction) = corrections.first(where: { $0.correction.item == fact.item }),
        let value = correction.value, correction.stated == fact.stated
      else { return fact }
      return fact.corrected(to: value, by: entry)
    }
  }

  /// The facts of a source about one enrolment as the exports state them, by primary key, in the order of the items' keys.
  func exportedFacts(of source: Source, _ enrolment: Int64) throws -> [Fact] {
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
