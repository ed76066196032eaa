import Programme
import SQLite

extension Night {
  /// Lets units keep their place that stand in tonight's list under another code, as after schools were numbered anew: the same
  /// name at the same level under the same unit, and nothing else that it could be.
  func keepPlaces(_ rows: [UnitRow]) throws {
    struct Place: Hashable {
      let name: String
      let level: Int
      let parent: String?
    }
    let stated = Set(rows.map(\.code))
    let known = try database.rows(
      "SELECT u.id, u.code, u.name, u.level, p.code FROM unit u LEFT JOIN unit p ON p.id = u.parent ORDER BY u.level, u.id"
    ) { row throws(SQLiteError) in
      (
        id: row.integer(0), code: row.text(1), name: row.text(2), level: Int(row.integer(3)),
        parent: row.optionalText(4)
      )
    }
    let knownCodes = Set(known.map(\.code))
    let fresh = Dictionary(grouping: rows.filter { !knownCodes.contains($0.code) }) {
      Place(name: Units.key($0.name), level: $0.level, parent: $0.parent)
    }
    guard !fresh.isEmpty else { return }
    // Whoever stood under a unit that has a new code now stands under that code.
    var codeNow: [String: String] = [:]
    let gone = known.filter { !stated.contains($0.code) }
    for level in Set(gone.map(\.level)).sorted() {
      let places = Dictionary(grouping: gone.filter { $0.level == level }) { unit in
        Place(name: Units.key(unit.name), level: level, parent: unit.parent.map { codeNow[$0] ?? $0 })
      }
      for (place, units) in places.sorted(by: { ($0.value[0].id) < ($1.value[0].id) }) {
        guard let rows = fresh[place], rows.count == 1, units.count == 1 else { continue }
        try database.run("UPDATE unit SET code = ? WHERE id = ?", .text(rows[0].code), .integer(units[0].id))
        codeNow[units[0].code] = rows[0].code
        try notice(
          file: rows[0].file, row: rows[0].row, code: "renumbered_unit",
          Wording(
            "“\(rows[0].name)” had the code \(units[0].code) and has \(rows[0].code) now; it is taken for the same",
            "“\(rows[0].name)”的编码由 \(units[0].code) 改为 \(rows[0].code)，按同一单位计"))
      }
    }
  }

  /// Keeps units that tonight's list has no more, for what was counted for them, out of the names that exports may mean.
  func listUnits(_ rows: [UnitRow]) throws {
    let stated = Set(rows.map(\.code))
    for unit in try database.rows(
      "SELECT id, code, listed FROM unit ORDER BY id",
      decode: { row throws(SQLiteError) in
        (id: row.integer(0), code: row.text(1), isListed: row.integer(2) == 1)
      }) where unit.isListed != stated.contains(unit.code)
    {
      try database.run(
        "UPDATE unit SET listed = ? WHERE id = ?", .integer(unit.isListed ? 0 : 1), .integer(unit.id))
    }
    units = try Units(database)
  }
}
