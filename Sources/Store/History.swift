package import SQLite

/// The nights of a programme, and its state at the end of each, rebuilt exactly.
///
/// A row of facts holds from the night of its file until the night that changed it or took it away; the latter kind lies in the
/// tables of the past. A state is therefore a question to the database and not a replay of changes.
package struct History {
  private let database: Database

  package init(_ database: Database) {
    self.database = database
  }

  /// A night that was loaded.
  package struct Night: Hashable, Sendable {
    package let id: Int64
    package let asOf: String
  }

  /// The tables that can be rebuilt.
  package static let tables =
    facts.map(\.table) + ["enrolment", "enrolment_history", "person", "unit", "project", "unit_alias"]

  /// Every night that was loaded, the earliest first.
  package func nights() throws -> [Night] {
    try database.rows("SELECT id, as_of FROM night ORDER BY id") { row throws(SQLiteError) in
      Night(id: row.integer(0), asOf: row.text(1))
    }
  }

  /// The earliest night whose state can be told: the past is kept since the database was made, or brought up to schema 2.
  package func earliest() throws -> Night? {
    let since = try database.text("SELECT value FROM setting WHERE name = 'past_since'").flatMap(Int64.init) ?? 0
    return try nights().first { $0.id >= since }
  }

  /// The earliest night whose units, projects, people in office, nominations and answers can be told: kept since schema 3.
  package func earliestOfOffices() throws -> Night? {
    let since =
      try database.text("SELECT value FROM setting WHERE name = 'offices_past_since'").flatMap(Int64.init) ?? 0
    let earliest = try earliest()?.id ?? 0
    return try nights().first { $0.id >= max(since, earliest) }
  }

  /// Makes temporary views of every table as it stood at the end of a night, named as the table with `suffix` behind it.
  ///
  /// The columns, and for facts the file and row where the value was first seen, are those that the table had then.
  package func rebuild(_ night: Night, suffix: String) throws {
    for (table, columns) in Self.facts {
      try view(
        table + suffix,
        """
        SELECT \(columns) FROM (
          SELECT \(columns), NULL AS until FROM main.\(table) UNION ALL SELECT \(columns), until FROM main.\(table)_past
        ) t WHERE (until IS NULL OR until > \(night.id))
          AND (SELECT f.night FROM main.source_file f WHERE f.id = t.file) <= \(night.id)
        """)
    }
    try rebuildOffices(night, suffix)
    let began = "EXISTS (SELECT 1 FROM main.night n WHERE n.as_of = since AND n.id <= \(night.id))"
    try view("enrolment" + suffix, versions(of: "enrolment", Self.enrolmentColumns, at: night, where: began))
    try view(
      "person" + suffix,
      versions(
        of: "person", Self.personColumns, at: night,
        where: """
          EXISTS (SELECT 1 FROM main.enrolment o JOIN main.night n ON n.as_of = o.since WHERE o.person = t.id AND n.id <= \(night.id))
          """))
    try view(
      "enrolment_history" + suffix,
      """
      SELECT h.* FROM main.enrolment_history h JOIN main.night n ON n.as_of = h.as_of WHERE n.id <= \(night.id)
      """)
  }

  private static let facts = [
    (table: "measure", columns: "source, enrolment, item, category, value, at, file, row"),
    (table: "item", columns: "source, enrolment, item, category, value, full, at, flag, missing, file, row"),
    (table: "event", columns: "source, enrolment, item, category, at, file, row"),
    (table: "unit_fact", columns: "source, unit, item, category, value, at, flag, missing, file, row"),
    (
      table: "staff",
      columns:
        "id, source, role, code, name, level, unit, project, chief, score, online, briefs, born, phone, file, row, duty"
    ),
    (table: "brief", columns: "id, source, code, unit, title, at, file, row"),
    (
      table: "nomination",
      columns: "id, source, stage, award, by_unit, candidate, name, project, verdict, reason, at, file, row"
    ),
    (table: "response", columns: "id, source, code, at, seconds, unit, project, person, file, row"),
    (table: "answer", columns: "response, question, code, file, row"),
  ]
  private static let enrolmentColumns = "id, person, project, cohort, unit, status, since, digest, file, row"
  private static let personColumns = "id, code, name, sex, id_card, phone"

  /// Units and projects keep their keys and are never taken away; what no export named has always been there.
  private func rebuildOffices(_ night: Night, _ suffix: String) throws {
    let began =
      "coalesce((SELECT f.night FROM main.source_file f WHERE f.id = t.file), 0) <= \(night.id)"
    try view("unit" + suffix, versions(of: "unit", Self.unitColumns, at: night, where: began))
    try view("project" + suffix, versions(of: "project", Self.projectColumns, at: night, where: began))
    try view(
      "unit_alias" + suffix,
      """
      SELECT unit, alias, since FROM (
        SELECT unit, alias, since, NULL AS until FROM main.unit_alias
        UNION ALL SELECT unit, alias, since, until FROM main.unit_alias_past)
      WHERE since <= \(night.id) AND (until IS NULL OR until > \(night.id))
      """)
    guard try database.integer("SELECT count(*) FROM main.sqlite_schema WHERE name = 'choice_past'") == 1 else {
      return
    }
    try view(
      "choice" + suffix,
      """
      SELECT response, question, option FROM (
        SELECT c.response, c.question, c.option, r.file, NULL AS until FROM main.choice c JOIN main.response r ON r.id = c.response
        UNION ALL SELECT response, question, option, file, until FROM main.choice_past) t
      WHERE (until IS NULL OR until > \(night.id)) AND (SELECT f.night FROM main.source_file f WHERE f.id = t.file) <= \(night.id)
      """)
  }

  private static let unitColumns = "id, code, name, level, parent, position, file, row, listed"
  private static let projectColumns = "id, code, name, stage, subject, file, row"

  /// Rows that keep their key: as the first change after the night found them, or as they stand where there was none.
  private func versions(of table: String, _ columns: String, at night: Night, where began: String) -> String {
    """
    SELECT \(columns) FROM main.\(table)_past t WHERE \(began) AND t.rowid = (
      SELECT min(p.rowid) FROM main.\(table)_past p WHERE p.id = t.id AND p.until > \(night.id))
    UNION ALL
    SELECT \(columns) FROM main.\(table) t WHERE \(began) AND NOT EXISTS (
      SELECT 1 FROM main.\(table)_past p WHERE p.id = t.id AND p.until > \(night.id))
    """
  }

  private func view(_ name: String, _ select: String) throws {
    try database.execute("DROP VIEW IF EXISTS temp.\(name); CREATE TEMP VIEW \(name) AS \(select)")
  }
}
