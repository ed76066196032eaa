import Programme
package import SQLite

/// An office or school.
package struct Unit: Sendable {
  package let id: Int64
  package let code: String
  package let name: String
  /// Position of its level in the programme, 0 is the widest.
  package let level: Int
  /// Index of the unit above among all units; nil for the widest.
  package let parent: Int?
}

/// Every unit of the programme, found by code, name or alias.
package struct Units: Sendable {
  package private(set) var all: [Unit] = []
  private var indexOfID: [Int64: Int] = [:]
  private var byName: [String: [Int]] = [:]

  package init() {}

  /// Reads the units in their organisational order.
  package init(_ database: Database) throws {
    let rows = try database.rows("SELECT id, code, name, level, parent, listed FROM unit ORDER BY position, id") {
      row throws(SQLiteError) in
      (row.integer(0), row.text(1), row.text(2), Int(row.integer(3)), row.optionalInteger(4), row.integer(5) == 1)
    }
    for (index, row) in rows.enumerated() { indexOfID[row.0] = index }
    for row in rows {
      all.append(Unit(id: row.0, code: row.1, name: row.2, level: row.3, parent: row.4.flatMap { indexOfID[$0] }))
    }
    // A unit that was struck off the list is nobody's name any more.
    for (index, unit) in all.enumerated() where rows[index].5 {
      byName[Self.key(unit.code), default: []].append(index)
      if Self.key(unit.name) != Self.key(unit.code) { byName[Self.key(unit.name), default: []].append(index) }
    }
    let aliases = try database.rows("SELECT unit, alias FROM unit_alias ORDER BY alias, unit") {
      row throws(SQLiteError) in
      (row.integer(0), row.text(1))
    }
    for (id, alias) in aliases {
      guard let index = indexOfID[id], rows[index].5 else { continue }
      let key = Self.key(alias)
      if byName[key]?.contains(index) != true { byName[key, default: []].append(index) }
    }
  }

  package func index(of id: Int64) -> Int? { indexOfID[id] }

  /// The units that a text names, at one level when it is given.
  package func named(_ text: String, level: Int? = nil) -> [Int] {
    (byName[Self.key(text)] ?? []).filter { level == nil || all[$0].level == level }
  }

  /// The unit at a level that another one belongs to; itself when it is of that level.
  package func ancestor(of index: Int, at level: Int) -> Int? {
    var current: Int? = index
    while let unit = current, all[unit].level > level { current = all[unit].parent }
    return current.flatMap { all[$0].level == level ? $0 : nil }
  }

  /// Whether one unit is another or lies below it.
  package func isWithin(_ index: Int, _ above: Int) -> Bool {
    ancestor(of: index, at: all[above].level) == above
  }

  /// Names of a level that resemble a text, the nearest first; a suggestion, never a match.
  package func nearest(to text: String, level: Int?, limit: Int = 3) -> [String] {
    let wanted = Set(Self.key(text))
    let scored = all.filter { level == nil || $0.level == level }.map { unit -> (Int, String) in
      let name = Set(Self.key(unit.name))
      return (2 * name.intersection(wanted).count - name.symmetricDifference(wanted).count, unit.name)
    }
    return scored.filter { $0.0 > 0 }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(limit).map(\.1)
  }

  /// Brackets, spaces and width do not tell units apart.
  static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0xA0, 0x09, 0x0A, 0x0D, 0x200B...0x200D, 0xFEFF: continue
      case 0xFF01...0xFF5E: key.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: key.append(scalar)
      }
    }
    return String(key)
  }
}
