import Exports
import Programme
import Scoring
import SQLite
import Store

extension Inquiry {
  /// What a unit has itself, tally by tally, down to the rows; and facts that no tally reads.
  func unitTallyAnswers(_ index: Int, _ units: Units) throws -> [Answer] {
    let unit = units.all[index]
    let sources = programme.sources.filter { $0.kind == .unitFact }
    guard !sources.isEmpty else { return [] }
    let tallies = try UnitTallies(store, units: units)
    return try sources.flatMap { source -> [Answer] in
      let facts = try unitFacts(of: source, unit.id)
      let own = tallies.positions.filter { programme.tallies[$0].source == source.id }
      guard !own.isEmpty else {
        guard !facts.isEmpty else { return [] }
        return [
          Answer(
            "unit_facts", Wording("\(source.title): \(facts.count)", "\(source.title)：\(facts.count)条"),
            ["count": .number(Int64(facts.count))], parts: lines(facts, source))
        ]
      }
      return own.map { position in
        let tally = programme.tallies[position]
        let taken = facts.filter { Omission(of: $0, from: tally) == nil }
        let value = tallies.own(position, of: index)
        let amount = value.map(tally.wording) ?? Wording("no record", "没有记录")
        let making = value == nil ? Wording("") : Wording(" = ", "＝") + tally.making(of: taken.count, source)
        return Answer(
          "unit_tally", Wording("\(tally.title) \(amount.english)", "\(tally.title)\(amount.chinese)") + making,
          fields: [
            ("tally", .text(tally.id.text)), ("unit", .text(tally.unit.rawValue)), ("value", .optional(value)),
          ], parts: lines(taken, source))
      }
    }
  }

  /// Where a learner's value of a unit tally comes from: the learner's unit, or the nearest above that has one.
  func unitOperand(_ position: Int, _ tally: Tally, _ source: Source, _ enrolment: Enrolment) throws -> [Answer] {
    let units = try Units(database)
    let key = try database.integer("SELECT unit FROM enrolment WHERE id = ?", .integer(enrolment.id))
    guard let own = key.flatMap({ units.index(of: $0) }),
      let giver = try UnitTallies(store, units: units).source(position, for: own)
    else {
      return [Answer("unit", Wording("neither the unit nor any above it has such facts", "本单位及以上各级单位均无此项记录"))]
    }
    let facts = try unitFacts(of: source, units.all[giver].id).filter { Omission(of: $0, from: tally) == nil }
    return [
      Answer(
        "unit",
        Wording("from \(units.path(of: giver)): ", "取自\(units.path(of: giver))：")
          + tally.making(of: facts.count, source),
        ["code": .text(units.all[giver].code), "name": .text(units.all[giver].name)], parts: lines(facts, source))
    ]
  }

  /// The checks that a unit does not pass.
  func unitCheckAnswers(_ unit: Unit, _ night: Night) throws -> [Answer] {
    try programme.checks.flatMap { check in
      try database.rows(
        "SELECT found, found_en, demanded, demanded_en FROM unit_finding WHERE night = ? AND check_id = ? AND unit = ?",
        .integer(night.id), .text(check.id.text), .integer(unit.id)
      ) { row throws(SQLiteError) in failure(of: check, row, kind: "unit_check") }
    }
  }

  private func lines(_ facts: [Fact], _ source: Source) -> [Answer] {
    var lines = facts.prefix(shown(20)).map { fact in
      Answer("fact", source.wording(fact) + fact.place.arrow, fields: [("item", .text(fact.item))] + fact.place.fields)
    }
    if facts.count > shown(20) { lines.append(more(facts.count - shown(20))) }
    return lines
  }

  private func unitFacts(of source: Source, _ unit: Int64) throws -> [Fact] {
    try database.rows(
      """
      SELECT \(Self.unitFactColumns) FROM unit_fact m LEFT JOIN source_file f ON f.id = m.file
      WHERE m.source = (SELECT id FROM fact_source WHERE source = ?) AND m.unit = ? ORDER BY m.item
      """, .text(source.id.text), .integer(unit)
    ) { row throws(SQLiteError) in Fact(unitFact: row, at: 0) }
  }

  /// The columns that `Fact.init(unitFact:at:)` reads, of `unit_fact m` beside its `source_file f`.
  static var unitFactColumns: String {
    "m.item, m.category, m.value, m.at, m.flag, m.missing, f.path, f.sheet, m.row"
  }
}

extension Fact {
  /// Reads a fact about a unit from a row of `Inquiry.unitFactColumns`.
  init(unitFact row: borrowing Statement, at column: Int) {
    self.init(
      item: row.text(column), category: row.text(column + 1), value: row.optionalInteger(column + 2), full: nil,
      at: row.optionalInteger(column + 3), flag: row.integer(column + 4) == 1,
      missing: row.optionalText(column + 5).flatMap(MissingReason.init(rawValue:)),
      place: SourcePlace(row, at: column + 6))
  }
}
