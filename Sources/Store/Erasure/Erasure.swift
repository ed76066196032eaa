import Exports
import Foundation
package import Programme
import SQLite

/// Erases the names, identity numbers and telephones of people whose every term ended before a day and is closed.
///
/// What is left are internal keys, codes, facts and figures: no result changes, and the chain of corrections holds, since it covers keys
/// and digests alone. A code that is itself somebody's identity number or telephone is replaced. Everything happens in one transaction;
/// `compact` then takes the bytes out of the file.
package struct Erasure {
  /// What stands in place of a name.
  package static let mark = "已清除"
  /// Where a database keeps when people were erased.
  private static let tables = """
    CREATE TABLE IF NOT EXISTS erasure (
      id INTEGER PRIMARY KEY, before TEXT NOT NULL, at TEXT NOT NULL, people INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS erased_person (person INTEGER PRIMARY KEY, erasure INTEGER NOT NULL) STRICT;
    """

  private let store: ProgrammeStore
  private let before: CalendarDate
  private var database: Database { store.database }

  package init(_ store: ProgrammeStore, before: CalendarDate) {
    (self.store, self.before) = (store, before)
  }

  /// Erases, to be called in a transaction, and says what was taken away.
  package func run() throws -> ErasureCount {
    let newest = try database.text("SELECT max(as_of) FROM night") ?? ""
    let over = store.programme.cohorts.filter { $0.to < before && $0.closing(asOf: newest) != nil }
    var count = ErasureCount(terms: over.map(\.title))
    try database.execute(Self.tables)
    try database.execute(
      """
      CREATE TEMP TABLE leaving (person INTEGER PRIMARY KEY);
      CREATE TEMP TABLE leaving_enrolment (enrolment INTEGER PRIMARY KEY);
      CREATE TEMP TABLE over (cohort INTEGER PRIMARY KEY);
      """)
    for cohort in over {
      try database.run("INSERT INTO temp.over SELECT id FROM cohort WHERE code = ?", .text(cohort.id.text))
    }
    try database.execute(
      """
      INSERT INTO temp.leaving SELECT DISTINCT e.person FROM enrolment e
      WHERE e.cohort IN (SELECT cohort FROM temp.over)
        AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.person = e.person AND o.cohort NOT IN (SELECT cohort FROM temp.over))
        AND e.person NOT IN (SELECT person FROM erased_person);
      INSERT INTO temp.leaving_enrolment SELECT id FROM enrolment WHERE person IN (SELECT person FROM temp.leaving);
      """)
    let isOver = !over.isEmpty && over.count == store.programme.cohorts.count
    let tokens = try tokens(withStaff: isOver)
    try withoutTriggers {
      try erasePeople(&count)
      if isOver { try eraseStaff(&count) }
      if !count.isEmpty { try eraseQuotations(of: tokens, &count) }
    }
    if !count.isEmpty { try eraseWords(tokens, &count) }
    try keep(count)
    try database.execute("DROP TABLE temp.leaving; DROP TABLE temp.leaving_enrolment; DROP TABLE temp.over")
    return count
  }

  /// Takes what was erased out of the file itself, and the marks of rows beside it.
  package func compact() throws {
    try database.execute("VACUUM")
    let folder = URL(filePath: store.path).deletingLastPathComponent().path(percentEncoded: false)
    try? FileManager.default.removeItem(atPath: "\(folder)/.rows")
  }

  /// What is looked for in texts: names, numbers and telephones as they are and as they once were.
  private func tokens(withStaff: Bool) throws -> PersonalTokens {
    var tokens = PersonalTokens()
    let staff =
      withStaff
      ? " UNION SELECT name FROM staff UNION SELECT name FROM staff_past UNION SELECT phone FROM staff UNION SELECT phone FROM staff_past"
      : ""
    let found = try database.rows(
      """
      SELECT name FROM person WHERE id IN (SELECT person FROM temp.leaving)
      UNION SELECT id_card FROM person WHERE id IN (SELECT person FROM temp.leaving)
      UNION SELECT phone FROM person WHERE id IN (SELECT person FROM temp.leaving)
      UNION SELECT name FROM person_past WHERE id IN (SELECT person FROM temp.leaving)
      UNION SELECT id_card FROM person_past WHERE id IN (SELECT person FROM temp.leaving)
      UNION SELECT phone FROM person_past WHERE id IN (SELECT person FROM temp.leaving)\(staff) ORDER BY 1
      """
    ) { row throws(SQLiteError) in row.text(0) }
    for text in found where text != Self.mark { tokens.add(text) }
    return tokens
  }

  private func erasePeople(_ count: inout ErasureCount) throws {
    let leaving = "id IN (SELECT person FROM temp.leaving)"
    func number(_ condition: String) throws -> Int {
      Int(try database.integer("SELECT count(*) FROM person WHERE \(leaving) AND \(condition)") ?? 0)
    }
    (count.people, count.identities, count.phones) = (
      try number("1"), try number("id_card <> ''"), try number("phone <> ''")
    )
    count.past += Int(try database.integer("SELECT count(*) FROM person_past WHERE \(leaving)") ?? 0)
    let codes = try database.rows(
      "SELECT id, code FROM person WHERE \(leaving) AND (code = id_card OR code = phone OR length(code) IN (11, 15, 18)) ORDER BY id"
    ) { row throws(SQLiteError) in (row.integer(0), row.text(1)) }
    for (id, code) in codes where try isPersonal(code, of: id) {
      for table in ["person", "person_past"] {
        try database.run("UPDATE \(table) SET code = ? WHERE id = ?", .text("erased-\(id)"), .integer(id))
      }
      try database.run("UPDATE fact_change SET subject = ? WHERE subject = ?", .text("erased-\(id)"), .text(code))
      for table in ["nomination", "nomination_past"] {
        try database.run("UPDATE \(table) SET candidate = ? WHERE candidate = ?", .text("erased-\(id)"), .text(code))
      }
    }
    let kept = try database.rows("SELECT code FROM person WHERE \(leaving) ORDER BY code") {
      row throws(SQLiteError) in row.text(0)
    }
    for table in ["person", "person_past"] {
      try database.run(
        "UPDATE \(table) SET name = ?, sex = '', id_card = '', phone = '' WHERE \(leaving)", .text(Self.mark))
    }
    for table in ["nomination", "nomination_past"] {
      for code in kept {
        try database.run("UPDATE \(table) SET name = ?, reason = '' WHERE candidate = ?", .text(Self.mark), .text(code))
        count.nominations += Int(try database.integer("SELECT changes()") ?? 0)
      }
    }
  }

  /// Whether a code is the person's own number, or looks like an identity number or a mobile.
  private func isPersonal(_ code: String, of person: Int64) throws -> Bool {
    if IdentityNumber(code) != nil { return true }
    if code.count == 11, code.hasPrefix("1"), code.allSatisfy(\.isNumber) { return true }
    return try database.integer(
      "SELECT 1 FROM person WHERE id = ? AND (code = id_card OR code = phone)", .integer(person)) != nil
  }

  private func eraseStaff(_ count: inout ErasureCount) throws {
    count.staff = Int(try database.integer("SELECT count(*) FROM staff WHERE name <> ?", .text(Self.mark)) ?? 0)
    count.past += Int(try database.integer("SELECT count(*) FROM staff_past WHERE name <> ?", .text(Self.mark)) ?? 0)
    for table in ["staff", "staff_past"] {
      try database.run("UPDATE \(table) SET name = ?, born = NULL, phone = ''", .text(Self.mark))
    }
    for table in ["nomination", "nomination_past"] {
      try database.run(
        "UPDATE \(table) SET name = ?, reason = '' WHERE candidate IN (SELECT code FROM staff)", .text(Self.mark))
    }
  }

  /// Texts that quote people: raw rows are emptied, sentences lose the name alone.
  private func eraseQuotations(of tokens: PersonalTokens, _ count: inout ErasureCount) throws {
    let rejects = try database.rows("SELECT id, found, message, message_en, raw FROM reject ORDER BY id") {
      row throws(SQLiteError) in (row.integer(0), (1...4).map { row.text($0) })
    }
    for (id, texts) in rejects where texts.contains(where: tokens.occur) {
      try database.run(
        "UPDATE reject SET found = '', message = ?, message_en = 'erased', raw = '[]' WHERE id = ?", .text(Self.mark),
        .integer(id))
      count.rejects += 1
    }
    let mendings = try database.rows("SELECT id, raw, coalesce(value, ''), note, workbook FROM mending ORDER BY id") {
      row throws(SQLiteError) in (row.integer(0), (1...4).map { row.text($0) })
    }
    for (id, texts) in mendings where texts.contains(where: tokens.occur) {
      try database.run(
        """
        UPDATE mending SET raw = ?, value = CASE WHEN value IS NULL THEN NULL ELSE '' END, note = '', workbook = '' WHERE id = ?
        """, .text("erased-\(id)"), .integer(id))
      count.mendings += 1
    }
    for (table, columns) in [
      ("fact_change", ["subject", "item", "before", "after"]), ("nomination", ["name", "reason"]),
      ("nomination_past", ["name", "reason"]), ("brief", ["title"]), ("brief_past", ["title"]),
    ] {
      for column in columns { count.changes += try replace(tokens, in: table, column) }
    }
    for (table, columns) in [
      ("notice", ["message", "message_en"]), ("decision", ["reason", "reason_en", "keys", "gap_text", "gap_text_en"]),
      ("refusal", ["message", "message_en"]), ("vacancy", ["message", "message_en"]),
      ("quota_step", ["arithmetic", "note"]),
      ("blockage", ["message", "message_en"]), ("unit_finding", ["found", "found_en"]), ("source_file", ["mapping"]),
    ] {
      for column in columns { count.sentences += try replace(tokens, in: table, column) }
    }
  }

  private func replace(_ tokens: PersonalTokens, in table: String, _ column: String) throws -> Int {
    let texts = try database.rows(
      "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) <> '' ORDER BY 1"
    ) { row throws(SQLiteError) in row.text(0) }
    var count = 0
    for text in texts {
      guard let erased = tokens.erased(text, with: Self.mark) else { continue }
      try database.run("UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", .text(erased), .text(text))
      count += Int(try database.integer("SELECT changes()") ?? 0)
    }
    return count
  }

  /// The words of corrections that are about people who leave, or quote them; the entries and their digests stay.
  private func eraseWords(_ tokens: PersonalTokens, _ count: inout ErasureCount) throws {
    let ofLearners = store.programme.awards.filter { if case .learners = $0.pool { true } else { false } }.map(
      \.id.text)
    let leaving = Set(
      try database.rows("SELECT enrolment FROM temp.leaving_enrolment ORDER BY enrolment") {
        row throws(SQLiteError) in row.integer(0)
      })
    let entries = try database.rows(
      """
      SELECT w.entry, c.award, c.candidate, w.reason, w.evidence, w.asked_by, w.approved_by
      FROM chronicle_words w JOIN chronicle c ON c.id = w.entry WHERE w.salt <> '' ORDER BY w.entry
      """
    ) { row throws(SQLiteError) in
      (
        entry: row.integer(0), award: row.text(1), candidate: row.optionalInteger(2),
        texts: (3...6).map { row.text($0) }
      )
    }
    for entry in entries {
      let isOwn = ofLearners.contains(entry.award) && entry.candidate.map(leaving.contains) ?? false
      guard isOwn || entry.texts.contains(where: tokens.occur) else { continue }
      try database.run(
        "UPDATE chronicle_words SET salt = '', reason = '', evidence = '', asked_by = '', approved_by = '' WHERE entry = ?",
        .integer(entry.entry))
      count.words += 1
    }
  }

  /// Notes who was erased and when, by keys alone.
  private func keep(_ count: ErasureCount) throws {
    guard !count.isEmpty else { return }
    try database.run(
      "INSERT INTO erasure (before, at, people) VALUES (?, datetime('now', 'localtime'), ?)", .text(before.description),
      .integer(Int64(count.people)))
    try database.run(
      "INSERT INTO erased_person SELECT person, ? FROM temp.leaving", .integer(database.lastInsertedRow))
  }

  /// Runs without the triggers that keep the past, which would keep what is to be erased.
  private func withoutTriggers(_ body: () throws -> Void) throws {
    let triggers = try database.rows(
      """
      SELECT name, sql FROM sqlite_master WHERE type = 'trigger'
        AND tbl_name IN ('person', 'staff', 'nomination', 'brief') ORDER BY name
      """
    ) { row throws(SQLiteError) in (row.text(0), row.text(1)) }
    for (name, _) in triggers { try database.execute("DROP TRIGGER \(name)") }
    try body()
    for (_, sql) in triggers { try database.execute(sql) }
  }
}

extension ProgrammeStore {
  /// One erasure that was carried out.
  package struct ErasureNote: Sendable {
    package let before: String
    package let at: String
    package let people: Int64
  }

  /// What was erased so far, the earliest first.
  package func erasures() throws -> [ErasureNote] {
    guard try hasErasures() else { return [] }
    return try database.rows("SELECT before, at, people FROM erasure ORDER BY id") { row throws(SQLiteError) in
      ErasureNote(before: row.text(0), at: row.text(1), people: row.integer(2))
    }
  }

  /// When a person was erased; nil for one who was not.
  package func erasure(of person: Int64) throws -> String? {
    guard try hasErasures() else { return nil }
    return try database.text(
      "SELECT e.at FROM erased_person p JOIN erasure e ON e.id = p.erasure WHERE p.person = ?", .integer(person))
  }

  private func hasErasures() throws -> Bool {
    try database.integer("SELECT 1 FROM sqlite_master WHERE name = 'erasure'") != nil
  }
}
