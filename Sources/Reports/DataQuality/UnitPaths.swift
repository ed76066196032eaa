import SQLite

/// The names of the units above each unit, from the widest below the whole down to the unit itself.
struct UnitPaths {
  private var names: [Int64: [String]] = [:]

  init(from database: Database) throws {
    let rows = try database.rows("SELECT id, name, parent FROM unit ORDER BY level, position, id") {
      row throws(SQLiteError) in (id: row.integer(0), name: row.text(1), parent: row.optionalInteger(2))
    }
    for row in rows {
      names[row.id] = row.parent.map { (names[$0] ?? []) + [row.name] } ?? []
    }
  }

  /// `[荻洲市, 秋水县, 秋水第一小学]`; empty for the whole.
  func path(of unit: Int64) -> [String] { names[unit] ?? [] }
}
