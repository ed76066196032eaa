import Exports
package import Programme
import SQLite

/// A programme as it stood at the end of an earlier night, for whoever reckons that night again.
///
/// A connection of its own, on which what awards rest on is that of the night under the names that stages ask for: stages run on it
/// unchanged. Nothing is written to the file.
package struct EarlierNight {
  package let store: ProgrammeStore
  private let night: History.Night

  /// Opens the database below the folder and turns it back to the night.
  package init(_ night: History.Night, programme: Programme, folder: String) throws {
    store = try ProgrammeStore(programme: programme, folder: folder, readOnly: true)
    self.night = night
    let history = History(store.database)
    try history.rebuild(night, suffix: "_then")
    // Lists that are looked through by code are laid out once; facts, of which few are asked for, are looked up.
    for (table, index) in Self.lists {
      try store.database.execute("CREATE TEMP TABLE \(table) AS SELECT * FROM \(table)_then")
      try store.database.execute("CREATE INDEX temp.\(table)_then_\(index) ON \(table) (\(index))")
    }
    for table in Self.facts {
      try store.database.execute("CREATE TEMP VIEW \(table) AS SELECT * FROM \(table)_then")
    }
    try layOutPeople()
    try store.database.execute(
      """
      CREATE TEMP VIEW enrolment AS SELECT * FROM enrolment_then;
      CREATE TEMP VIEW tally AS SELECT * FROM main.tally WHERE enrolment <= (SELECT coalesce(max(id), 0) FROM enrolment_then);
      CREATE TEMP VIEW chronicle AS SELECT * FROM main.chronicle WHERE night <= \(night.id);
      CREATE TEMP TABLE unit_tally (tally TEXT NOT NULL, unit INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (tally, unit));
      CREATE TEMP TABLE closed_cohort (cohort INTEGER PRIMARY KEY, counts INTEGER NOT NULL);
      """)
    for cohort in programme.cohorts {
      guard let closed = cohort.closing(asOf: night.asOf) else { continue }
      try store.database.run(
        "INSERT INTO temp.closed_cohort SELECT id, ? FROM cohort WHERE code = ?", .integer(closed == .counted ? 1 : 0),
        .text(cohort.id.text))
    }
    try store.writeUnitTallies()
  }

  private static let lists = [
    ("unit", "id"), ("unit_alias", "unit"), ("project", "id"), ("staff", "code"), ("brief", "unit"),
    ("nomination", "award"),
  ]
  private static let facts = ["measure", "item", "event", "unit_fact", "response", "answer"]

  /// People by their keys: whoever came later stands among them too, and is in no list of the night.
  private func layOutPeople() throws {
    let columns = "id, code, name, sex, id_card, phone"
    try store.database.execute(
      """
      CREATE TEMP TABLE person (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL, id_card TEXT NOT NULL, phone TEXT NOT NULL);
      INSERT INTO temp.person SELECT \(columns) FROM main.person;
      INSERT OR REPLACE INTO temp.person SELECT \(columns) FROM main.person_past t WHERE t.rowid = (
        SELECT min(p.rowid) FROM main.person_past p WHERE p.id = t.id AND p.until > \(night.id));
      CREATE INDEX temp.person_then_code ON person (code);
      """)
  }

  /// The tallies of every enrolment: those of the last load, and folded again for everybody of whom a fact was another one.
  package func tallies() throws -> TallyTable {
    let database = store.database
    let count = Int(try database.integer("SELECT count(*) FROM enrolment") ?? 0)
    var table = try TallyTable(stored: store, enrolments: count)
    let cohorts = try database.rows("SELECT cohort FROM enrolment ORDER BY id") { row throws(SQLiteError) in
      Int32(row.integer(0))
    }
    for (position, source) in store.programme.sources.enumerated() where source.kind.isFact {
      try fold(source, position, cohorts, into: &table)
    }
    try store.foldExported(into: &table, cohorts: cohorts)
    try store.foldCorrected(into: &table, cohorts: cohorts)
    let units = try Units(database)
    let enrolled = try database.rows("SELECT unit FROM enrolment ORDER BY id") { row throws(SQLiteError) in
      units.index(of: row.integer(0))
    }
    try UnitTallies(store, units: units).write(into: &table, units: enrolled)
    return table
  }

  private func fold(_ source: Source, _ position: Int, _ cohorts: [Int32], into table: inout TallyTable) throws {
    let database = store.database
    let key = try database.integer("SELECT id FROM fact_source WHERE source = ?", .text(source.id.text))
    // Files are numbered as they are loaded, so every row of a later night bears a number from here on.
    let later = try database.integer("SELECT min(id) FROM source_file WHERE night > ?", .integer(night.id))
    guard let key, let later else { return }
    let facts = try StoredFacts(store, source, position: position, tallies: table.tallies, cohorts: cohorts)
    guard !facts.isEmpty else { return }
    let name = source.kind.rawValue
    let touched = try database.rows(
      """
      SELECT enrolment FROM main.\(name) WHERE source = ?1 AND file >= ?2
      UNION SELECT enrolment FROM main.\(name)_past WHERE source = ?1 AND until > ?3 ORDER BY 1
      """, .integer(key), .integer(later), .integer(night.id)
    ) { row throws(SQLiteError) in Int32(row.integer(0)) }
    for enrolment in touched where Int(enrolment) <= cohorts.count { try facts.fold(enrolment, into: &table) }
  }
}
