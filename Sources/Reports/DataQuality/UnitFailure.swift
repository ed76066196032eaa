import Programme
import SQLite

/// A unit that does not meet a check of the pipeline file.
package struct UnitFailure: Sendable {
  /// The check's identifier.
  package let check: String
  package let title: String
  /// The clause behind the check; empty where none is named.
  package let cite: String
  /// The level whose units are checked, as the pipeline file names it.
  package let level: String
  /// The names of the units above and of the unit itself, without the whole.
  package let path: [String]
  /// The unit as people write it: 云麓县实验初级中学, and not 云麓县云麓县实验初级中学.
  package let written: String
  /// What the unit has, and what it should have, as phrases.
  package let found: String
  package let demanded: String

  /// The failures of an edition's night, check by check in the order of the pipeline file.
  static func read(_ edition: Edition, from database: Database) throws -> [UnitFailure] {
    let checks = edition.programme.checks
    guard !checks.isEmpty else { return [] }
    let paths = try UnitPaths(from: database)
    let directory = try UnitDirectory.read(database)
    return try checks.flatMap { check -> [UnitFailure] in
      guard let level = check.condition.level else { return [] }
      return try database.rows(
        """
        SELECT f.unit, f.found, f.demanded FROM unit_finding f JOIN unit u ON u.id = f.unit
        WHERE f.night = ? AND f.check_id = ? AND \(edition.holds("f.unit")) ORDER BY u.position, u.id
        """, .integer(edition.night), .text(check.id.text)
      ) { row throws(SQLiteError) in
        UnitFailure(
          check: check.id.text, title: check.title, cite: check.cite ?? "", level: level.text,
          path: paths.path(of: row.integer(0)), written: directory.path(of: row.integer(0)).written, found: row.text(1),
          demanded: row.text(2))
      }
    }
  }
}

extension CheckCondition {
  /// The level whose units are checked; nil for a check of the night as a whole.
  fileprivate var level: Identifier<UnitLevel>? {
    switch self {
    case .coverage, .dayChange, .people: nil
    case .units(let selection, _, _): selection.level
    case .staff(let selection, _, _, _): selection.level
    case .figure(let selection, _, _): selection.level
    }
  }
}
