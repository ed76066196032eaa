import Foundation
package import Programme
package import SQLite

/// The database of one programme: opened, made when new, and fitted with the tables its pipeline file asks for.
package struct ProgrammeStore {
  package let database: Database
  package let programme: Programme
  /// Where the database lies.
  package let path: String

  /// The version of `schema.sql` that this program writes.
  package static let schemaVersion: Int64 = 3

  /// Opens the database below the output folder, makes it when there is none, brings one of an earlier program up to date, and
  /// refuses one of a newer program.
  package init(programme: Programme, folder: String, readOnly: Bool = false) throws {
    self.programme = programme
    path = "\(folder)/\(programme.id).sqlite"
    if !readOnly, !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    database = try Database(path: path, readOnly: readOnly)
    let cache = readOnly ? 4_096 : 16_384
    try database.execute("PRAGMA busy_timeout = 5000; PRAGMA cache_size = -\(cache); PRAGMA temp_store = MEMORY")
    if !readOnly {
      try database.execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
    }
    let version = try database.integer("PRAGMA user_version") ?? 0
    guard version <= Self.schemaVersion else { throw StoreError.newerSchema(path: path, version: version) }
    if version == 0 {
      guard !readOnly else { throw StoreError.empty(path: path) }
      // Facts are written and read in long runs; larger pages carry them with fewer steps.
      try database.execute("PRAGMA page_size = 16384; VACUUM")
      try database.transaction { try database.execute(Self.schema(after: 0)) }
    } else if version < Self.schemaVersion {
      guard !readOnly else { throw StoreError.olderSchema(path: path, version: version) }
      try database.transaction { try database.execute(Self.schema(after: version)) }
    }
  }

  /// What a database of an earlier version lacks: the schema behind the line that gives it that version.
  private static func schema(after version: Int64) -> String {
    let schema = String(decoding: PackageResources.schema_sql, as: UTF8.self)
    return schema.range(of: "PRAGMA user_version = \(version);").map { String(schema[$0.upperBound...]) } ?? schema
  }

  /// Makes the wide tables of tallies and scores, anew when the pipeline file's columns are others than before.
  ///
  /// Answers whether they were made anew, so that everything has to be folded and scored again.
  package func makeWideTables() throws -> Bool {
    let tallies = programme.tallies.map(\.id.text)
    let components = programme.scoring.components.map(\.id.text)
    guard try database.text("SELECT value FROM setting WHERE name = 'shape'") != shape else { return false }
    try database.execute(
      """
      DROP VIEW IF EXISTS component_score; DROP VIEW IF EXISTS learner_score;
      DROP TABLE IF EXISTS tally; DROP TABLE IF EXISTS score;
      CREATE TABLE tally (
        enrolment INTEGER PRIMARY KEY, touched INTEGER NOT NULL\(tallies.map { ", \"\($0)\" INTEGER" }.joined())
      ) STRICT;
      CREATE TABLE score (
        enrolment INTEGER PRIMARY KEY, total INTEGER NOT NULL CHECK (total >= 0), passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
        rank INTEGER\(components.map { ", \"\($0)\" INTEGER NOT NULL CHECK (\"\($0)\" >= 0), \"\($0)_reason\" INTEGER NOT NULL" }.joined())
      ) STRICT;
      """)
    try database.execute(scoreViews)
    try database.run(
      "INSERT INTO setting VALUES ('shape', ?) ON CONFLICT DO UPDATE SET value = excluded.value", .text(shape))
    return true
  }

  /// The columns that the pipeline file asks of the wide tables; the database keeps those that it was made with.
  package var shape: String {
    let tallies = programme.tallies.map(\.id.text).joined(separator: " ")
    let components = programme.scoring.components.map(\.id.text).joined(separator: " ")
    return "tally \(tallies); score \(components)"
  }

  private var scoreViews: String {
    let parts = programme.scoring.components.map { component in
      """
      SELECT p.name AS project, c.title AS cohort, e.code AS person, '\(component.id)' AS component,
        printf('%d.%02d', s."\(component.id)" / 100, s."\(component.id)" % 100) AS points,
        '\(component.points / 100).\(component.points % 100 < 10 ? "0" : "")\(component.points % 100)' AS max_points,
        s."\(component.id)_reason" AS reason
      FROM score s JOIN enrolment n ON n.id = s.enrolment JOIN person e ON e.id = n.person
      JOIN project p ON p.id = n.project JOIN cohort c ON c.id = n.cohort
      """
    }
    return """
      CREATE VIEW component_score AS \(parts.joined(separator: "\nUNION ALL\n"));
      CREATE VIEW learner_score AS
      SELECT p.name AS project, c.title AS cohort, e.code AS person, e.name,
        coalesce(city.name, '') AS city, coalesce(county.name, '') AS county, u.name AS school,
        printf('%d.%02d', s.total / 100, s.total % 100) AS total, s.passed, '' AS band,
        CASE WHEN s.passed THEN '' ELSE 'total' END AS unmet, NULL AS credit_hours, n.status, s.rank
      FROM score s JOIN enrolment n ON n.id = s.enrolment JOIN person e ON e.id = n.person
      JOIN project p ON p.id = n.project JOIN cohort c ON c.id = n.cohort
      JOIN unit u ON u.id = n.unit LEFT JOIN unit county ON county.id = u.parent LEFT JOIN unit city ON city.id = county.parent;
      """
  }
}

/// Why a database cannot be used.
package enum StoreError: Error, Sendable {
  case newerSchema(path: String, version: Int64)
  case olderSchema(path: String, version: Int64)
  case empty(path: String)

  package func message(in language: Language) -> String {
    switch self {
    case .newerSchema(let path, let version):
      Wording(
        "\(path): the database is of schema \(version), newer than this program's \(ProgrammeStore.schemaVersion); install the newer jianbao",
        "\(path)：数据库版本为 \(version)，高于本程序支持的 \(ProgrammeStore.schemaVersion)；请安装较新的 jianbao")[language]
    case .olderSchema(let path, let version):
      Wording(
        "\(path): the database is of schema \(version), older than this program's \(ProgrammeStore.schemaVersion); run the programme once, and it is brought up to date",
        "\(path)：数据库版本为 \(version)，低于本程序的 \(ProgrammeStore.schemaVersion)；请先运行一次 jianbao run，数据库会自动升级")[language]
    case .empty(let path):
      Wording("\(path): nothing has been loaded yet; run the programme first", "\(path)：尚未导入任何数据；请先运行 jianbao run")[
        language]
    }
  }
}

/// Small facts that a later run needs to know.
extension ProgrammeStore {
  /// What was set under a name.
  package func setting(_ name: String) throws -> String? {
    try database.text("SELECT value FROM setting WHERE name = ?", .text(name))
  }

  /// Keeps a text under a name, in place of what was there.
  package func set(_ name: String, _ value: String) throws {
    try database.run(
      "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", .text(name), .text(value))
  }
}
