import Programme
package import SQLite

/// The facts about units as they hold tonight.
package struct UnitFacts: Sendable {
  /// In the order of source, unit and item; `source` and `unit` are keys of the database.
  package let all: [(source: Int64, unit: Int64, fact: UnitFact)]

  package init(_ database: Database) throws {
    all = try database.rows(
      """
      SELECT source, unit, item, category, value, at, flag, missing, file, row FROM unit_fact ORDER BY source, unit, item
      """
    ) { row throws(SQLiteError) in
      (
        source: row.integer(0), unit: row.integer(1),
        fact: UnitFact(
          item: row.text(2), category: row.text(3), value: row.optionalInteger(4), at: row.optionalInteger(5),
          flag: row.integer(6) == 1, missing: row.optionalText(7), file: row.integer(8), row: row.integer(9))
      )
    }
  }
}

/// The unit tallies of every unit: one integer per unit and tally, or none where the unit has no facts for it.
package struct UnitTallies: Sendable {
  private let tallies: [Tally]
  private let units: Units
  /// The places of the unit tallies among all tallies.
  package let positions: [Int]
  /// By place among `positions` and index of the unit; `Tally.absent` for none.
  private var values: [[Int64]]

  /// The tallies as the last load left them.
  package init(_ store: ProgrammeStore, units: Units) throws {
    tallies = store.programme.tallies
    self.units = units
    positions = tallies.indices.filter { store.programme.tallies[$0].subject == .unit }
    values = positions.map { _ in [Int64](repeating: Tally.absent, count: units.all.count) }
    guard !positions.isEmpty else { return }
    let slots = Dictionary(
      positions.enumerated().map { (store.programme.tallies[$0.element].id.text, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let rows = try store.database.prepare("SELECT tally, unit, value FROM unit_tally ORDER BY tally, unit")
    while try rows.step() {
      guard let slot = slots[rows.text(0)], let unit = units.index(of: rows.integer(1)) else { continue }
      values[slot][unit] = rows.integer(2)
    }
  }

  /// A unit's own row, in the order of the pipeline file; a sum or a count of no facts is zero, and learners' tallies are absent.
  package func row(of unit: Int) -> [Int64] {
    var row = [Int64](repeating: Tally.absent, count: tallies.count)
    for (slot, position) in positions.enumerated() {
      let value = values[slot][unit]
      row[position] = value == Tally.absent ? tallies[position].empty : value
    }
    return row
  }

  /// The row of every unit with the sums and counts of all units below it added; other tallies are the unit's own.
  package func pooledRows() -> [[Int64]] {
    var rows = units.all.indices.map(row)
    for unit in units.all.indices {
      let own = row(of: unit)
      var above = units.all[unit].parent
      while let index = above {
        for position in positions where tallies[position].empty == 0 { rows[index][position] += own[position] }
        above = units.all[index].parent
      }
    }
    return rows
  }

  /// A unit's own value of the tally at a place among all tallies; nil when it has none.
  package func own(_ position: Int, of unit: Int) -> Int64? {
    guard let slot = positions.firstIndex(of: position) else { return nil }
    let value = values[slot][unit]
    return value == Tally.absent ? nil : value
  }

  /// The unit whose value holds for those in a unit: itself, or the nearest above that has one.
  package func source(_ position: Int, for unit: Int) -> Int? {
    var current: Int? = unit
    while let index = current {
      if own(position, of: index) != nil { return index }
      current = units.all[index].parent
    }
    return nil
  }

  /// For each unit what its learners' rows have at a place: the value of the nearest unit that has one.
  func inherited(_ position: Int) -> [Int64] {
    units.all.indices.map { unit in
      source(position, for: unit).flatMap { own(position, of: $0) } ?? tallies[position].empty
    }
  }
}

extension UnitTallies {
  /// Writes into every learner's row what holds for the learner's unit; `units` is the index of the unit of each enrolment.
  func write(into table: inout TallyTable, units: [Int?]) {
    let width = table.tallies.count
    for position in positions {
      let inherited = inherited(position)
      for (enrolment, unit) in units.enumerated() {
        table.values[enrolment * width + position] = unit.map { inherited[$0] } ?? table.tallies[position].empty
      }
    }
  }
}

extension ProgrammeStore {
  /// Folds the facts about units into unit tallies, in place of those that were there.
  func writeUnitTallies() throws {
    let ofUnits = programme.tallies.filter { $0.subject == .unit }
    try database.execute("DELETE FROM unit_tally")
    guard !ofUnits.isEmpty else { return }
    let sources = try database.rows("SELECT id, source FROM fact_source") { row throws(SQLiteError) in
      (row.text(1), row.integer(0))
    }
    let key = Dictionary(sources, uniquingKeysWith: { first, _ in first })
    let facts = Dictionary(grouping: try UnitFacts(database).all, by: \.source)
    let insert = try database.prepare("INSERT INTO unit_tally (tally, unit, value) VALUES (?, ?, ?)")
    for tally in ofUnits {
      let own = key[tally.source.text].flatMap { facts[$0] } ?? []
      for (unit, facts) in Dictionary(grouping: own, by: \.unit).sorted(by: { $0.key < $1.key }) {
        guard let value = tally.folded(facts.map(\.fact)) else { continue }
        try insert.bind([.text(tally.id.text), .integer(unit), .integer(value)])
        try insert.run()
      }
    }
  }
}

extension Night {
  /// Folds the facts about units into unit tallies, and writes into every learner's row what holds for the learner's unit.
  func tallyUnits(into table: inout TallyTable) throws {
    try store.writeUnitTallies()
    guard programme.tallies.contains(where: { $0.subject == .unit }) else { return }
    let enrolled = (0..<enrolments.count).map { units.index(of: Int64(enrolments.unit[$0])) }
    try UnitTallies(store, units: units).write(into: &table, units: enrolled)
  }
}
