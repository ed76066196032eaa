import Exports
import Programme
import SQLite

extension Night {
  /// Merges the rows of a source about units with what the last night left, and records what changed.
  func landUnitFacts(_ source: Source, _ files: [SourceFile]) throws {
    let landing = UnitFactLanding(self, source)
    try read(source, files) { row, sheet in landing.land(row, sheet) }
    try landing.finish()
  }
}

/// Lands the facts about units of one source.
private final class UnitFactLanding {
  private let night: Night
  private let source: Source
  private var facts: [Key: UnitFact] = [:]

  private struct Key: Hashable, Comparable {
    /// The unit's key in the database.
    let unit: Int64
    let item: String

    static func < (left: Key, right: Key) -> Bool { (left.unit, left.item) < (right.unit, right.item) }
  }

  init(_ night: Night, _ source: Source) {
    self.night = night
    self.source = source
  }

  func land(_ row: Row, _ sheet: SheetColumns) -> RowOutcome {
    guard let unitCell = sheet["unit"] else { return .nonData }
    let fields = RowFields(night, row, sheet)
    let unit = fields.unit("unit", level: nil, within: ["county", "city"])
    var fact = UnitFact(
      item: fields.text("item", required: source.column("item")?.required ?? false) ?? "",
      category: fields.text("category") ?? "", value: nil, at: nil, flag: fields.number("flag") == 1, missing: nil,
      file: night.key(ofFile: sheet.file), row: Int64(row.number))
    if let cell = sheet["value"] {
      switch cell.number(row) {
      case .value(let value): fact.value = value
      case .missing(let reason): fact.missing = reason.rawValue
      case .rejected(let rejection): return .rejected(fields.rejection ?? rejection)
      }
    }
    fact.at = fields.number("at")
    if let rejection = fields.rejection { return .rejected(rejection) }
    if let at = fact.at, at >= night.end, let cell = sheet["at"] {
      return .rejected(
        cell.rejection(
          row, "after_as_of",
          Wording("is later than the as-of \(night.asOf); check the export", "晚于统计时点 \(night.asOf)；请核对导出文件")))
    }
    guard let unit else { return .rejected(unitCell.missing(row)) }
    let key = Key(unit: night.units.all[unit].id, item: fact.item)
    guard let known = facts[key] else {
      facts[key] = fact
      return .accepted
    }
    facts[key] = merge(fact, into: known)
    return .duplicate
  }

  /// Two rows about one unit and item become one, by the rules of the source.
  private func merge(_ later: UnitFact, into first: UnitFact) -> UnitFact {
    var kept = first
    switch source.duplicates["value"] ?? .first {
    case .first: break
    case .last: kept = later
    case .max: if let value = later.value, first.value.map({ value > $0 }) ?? true { kept = later }
    case .min: if let value = later.value, first.value.map({ value < $0 }) ?? true { kept = later }
    case .sum:
      if first.value == nil { kept = later }
      if let one = first.value, let other = later.value { kept.value = one + other }
    }
    let times = [first.at, later.at].compactMap(\.self)
    switch source.duplicates["at"] ?? .first {
    case .max: kept.at = times.max()
    case .min: kept.at = times.min()
    case .last: kept.at = later.at
    case .first, .sum: break
    }
    return kept
  }

  /// Writes what differs from the last night's facts; a full snapshot takes away what it no longer has.
  func finish() throws {
    let database = night.database
    let isKnown =
      try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text)) != nil
    try database.run("INSERT INTO fact_source (source) VALUES (?) ON CONFLICT DO NOTHING", .text(source.id.text))
    let place = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text)) ?? 0
    let old = try stored(place)
    let gone = source.mode == .fullSnapshot ? old.keys.filter { facts[$0] == nil }.sorted() : []
    if let limit = source.maxShrink, Int64(gone.count) * 1_000_000 > limit * Int64(old.count) {
      throw BlockedSource.shrunk(source, missing: gone.count, of: old.count, limit: limit)
    }
    let put = try database.prepare(
      """
      INSERT INTO unit_fact (source, unit, item, category, value, at, flag, missing, file, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET category = excluded.category, value = excluded.value, at = excluded.at, flag = excluded.flag,
        missing = excluded.missing, file = excluded.file, row = excluded.row
      """)
    for (key, fact) in facts.sorted(by: { $0.key < $1.key }) {
      let before = old[key]
      if let before, before.states(sameAs: fact) { continue }
      try put.bind([
        .integer(place), .integer(key.unit), .text(key.item), .text(fact.category), .optional(fact.value),
        .optional(fact.at), .integer(fact.flag ? 1 : 0), .optional(fact.missing), .integer(fact.file),
        .integer(fact.row),
      ])
      try put.run()
      if isKnown { try note(key, before: before, after: fact) }
    }
    for key in gone {
      try database.run(
        "DELETE FROM unit_fact WHERE source = ? AND unit = ? AND item = ?", .integer(place), .integer(key.unit),
        .text(key.item))
      try note(key, before: old[key], after: nil)
    }
  }

  private func note(_ key: Key, before: UnitFact?, after: UnitFact?) throws {
    let unit = night.units.index(of: key.unit).map { night.units.all[$0].code } ?? ""
    try night.change(
      kind: source.id.text, enrolment: nil, subject: unit, item: key.item, before: before?.described,
      after: after?.described, file: after?.file, row: after?.row)
  }

  private func stored(_ place: Int64) throws -> [Key: UnitFact] {
    let facts = try UnitFacts(night.database).all.filter { $0.source == place }
    return Dictionary(facts.map { (Key(unit: $0.unit, item: $0.fact.item), $0.fact) }, uniquingKeysWith: { $1 })
  }
}
