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
  package static let schemaVersion: Int64 = 7

  /// Opens the database below the output folder, makes it when there is none, brings one of an earlier program up to date, and
  /// refuses one of a newer program.
  package init(programme: Programme, folder: String, readOnly: Bool = false) throws {
    self.programme = programme
    path = "\(folder)/\(programme.id).sqlite"
    if !readOnly, !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    database = try Database(path: path, readOnly: readOnly)
    let version = try Self.begin(database, path: path, readOnly: readOnly)
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

  /// Fits a connection for its work, and answers the version of the database.
  private static func begin(_ database: Database, path: String, readOnly: Bool) throws -> Int64 {
    let cache = readOnly ? 4_096 : 16_384
    // Papers are read while a stage is written, which lets nobody read while it writes to the file; the writer waits for whoever reads.
    let patience = readOnly ? 600_000 : 60_000
    do {
      try database.execute(
        "PRAGMA busy_timeout = \(patience); PRAGMA cache_size = -\(cache); PRAGMA temp_store = MEMORY")
      if !readOnly { try database.execute("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL") }
      return try database.integer("PRAGMA user_version") ?? 0
    } catch {
      if error.isOfDamage { throw StoreError.damaged(path: path) }
      throw error
    }
  }

  /// Whether up to 64 MiB of what a transaction writes stay in memory until it is committed.
  ///
  /// To write to the file earlier shuts out whoever reads, and each time what stood there has to be durable elsewhere first.
  package func holdChanges(_ isHeld: Bool) throws {
    try database.execute("PRAGMA cache_spill = \(isHeld ? 4_096 : 1)")
  }

  /// Copies the database as it stands into another folder, in which the programme's store can then be opened.
  package func copy(toFolder folder: String) throws {
    try database.run("VACUUM INTO ?", .text("\(folder)/\(programme.id).sqlite"))
  }

  /// What a database of an earlier version lacks: the schema behind the line that gives it that version.
  private static func schema(after version: Int64) -> String {
    let schema = String(decoding: PackageResources.schema_sql, as: UTF8.self)
    return schema.range(of: "PRAGMA user_version = \(version);").map { String(schema[$0.upperBound...]) } ?? schema
  }
}

/// Why a database cannot be used.
package enum StoreError: Error, Sendable {
  case newerSchema(path: String, version: Int64)
  case olderSchema(path: String, version: Int64)
  case empty(path: String)
  /// Not a database at all, or one whose pages are damaged.
  case damaged(path: String)

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
    case .damaged(let path):
      Wording(
        "\(path): no database, or a damaged one; put a copy of it back, or move it away and load all nights again",
        "\(path)：不是数据库，或已损坏；请恢复备份，或移走该文件后重新导入各期数据")[language]
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
