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

/// Why a tally does not count a fact.
enum Omission: Hashable, Sendable {
  case category(String)
  case submitted(Bool)
  case flag(Bool)
  /// Nothing to add up, with the reason that the export gives and whether the item was handed in.
  case noValue(MissingReason?, submitted: Bool)

  /// The first part of the filter that the fact does not meet, as the tallies test it; nil for one that counts.
  init?(of fact: Fact, from tally: Tally) {
    if let wanted = tally.filter.category, wanted != fact.category {
      self = .category(wanted)
    } else if let wanted = tally.filter.submitted, wanted != fact.isSubmitted {
      self = .submitted(wanted)
    } else if let wanted = tally.filter.flag, wanted != fact.flag {
      self = .flag(wanted)
    } else if fact.amount(for: tally) == nil {
      self = .noValue(fact.missing, submitted: fact.isSubmitted)
    } else {
      return nil
    }
  }
}

extension Tally {
  /// The tally made again from single facts, as the load folds them: the check on what the database keeps.
  func folded(_ facts: [Fact]) -> Int64 {
    facts.filter { Omission(of: $0, from: self) == nil }.compactMap { $0.amount(for: self) }.reduce(empty) {
      sum, amount in
      switch operation {
      case .sum, .count: sum + amount
      case .max: Swift.max(sum, amount)
      case .min: sum == Self.absent ? amount : Swift.min(sum, amount)
      }
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
