import SQLite

/// What people decided about results: read, continued, and looked through for damage.
extension ProgrammeStore {
  /// All entries in their order.
  package func chronicle() throws -> [ChronicleEntry] {
    try database.rows(
      """
      SELECT id, award, effect, candidate, night, entered_at, words_digest, decisions_digest, previous
      FROM chronicle ORDER BY id
      """
    ) { row throws(SQLiteError) in
      ChronicleEntry(
        id: row.integer(0), award: row.text(1), effect: ChronicleEffect(rawValue: row.text(2)) ?? .restore,
        candidate: row.optionalInteger(3), night: row.integer(4), enteredAt: row.text(5), wordsDigest: row.text(6),
        decisionsDigest: row.text(7), previous: row.text(8))
    }
  }

  /// The digest of the last entry, which stands for all of them; empty where there is none.
  package func chronicleHead() throws -> String {
    try database.text("SELECT digest FROM chronicle ORDER BY id DESC LIMIT 1") ?? ""
  }

  /// The last entry about one candidate of an award; nil where nobody corrected it.
  package func lastEntry(_ award: String, candidate: Int64) throws -> ChronicleEntry? {
    try chronicle().last { $0.award == award && $0.candidate == candidate }
  }

  /// The entry by which an award is frozen as it stands tonight; nil where none froze it, or anything moved since.
  package func holdingFreeze(_ award: String) throws -> ChronicleEntry? {
    guard let last = try chronicle().last(where: { $0.award == award && $0.effect == .freeze }) else { return nil }
    let decisions = try frozenText("SELECT candidate, outcome, stage, rank FROM decision WHERE award = ?", .text(award))
    return chainDigest(decisions) == last.decisionsDigest ? last : nil
  }

  /// Adds a correction of one candidate of an award; its night is the newest.
  package func correct(
    _ award: String, candidate: Int64, _ effect: ChronicleEffect, _ words: ChronicleWords
  ) throws {
    try append(award, effect, candidate: candidate, words, decisionsDigest: "")
  }

  /// Adds a correction of a fact, and what the learner's tallies come to with it.
  package func correct(_ correction: FactCorrection, _ words: ChronicleWords) throws {
    try append(
      "", correction.value == nil ? .exported : .value, candidate: correction.enrolment, words,
      decisionsDigest: correction.digest)
    try keep(correction)
    try foldCorrections()
  }

  /// Holds the decisions of an award fast as they stand.
  package func freeze(_ award: String, _ words: ChronicleWords) throws {
    let decisions = try frozenText("SELECT candidate, outcome, stage, rank FROM decision WHERE award = ?", .text(award))
    try append(award, .freeze, candidate: nil, words, decisionsDigest: chainDigest(decisions))
    try database.run(
      """
      INSERT INTO frozen_decision SELECT (SELECT max(id) FROM chronicle), candidate, outcome, stage, rank
      FROM decision WHERE award = ?
      """, .text(award))
  }

  /// The first entry that is not as it was made, or that does not follow the one before; nil where the chain holds.
  ///
  /// Words that were erased are no damage; changed ones are.
  package func brokenEntry() throws -> Int64? {
    var previous = ""
    for (position, entry) in try chronicle().enumerated() {
      guard entry.id == Int64(position + 1), entry.previous == previous, try isWhole(entry) else {
        return Int64(position + 1)
      }
      previous = entry.digest
    }
    let count = try database.integer("SELECT coalesce(max(id), 0) FROM chronicle") ?? 0
    let kept = try setting(Self.chronicleLength).flatMap { Int64($0) } ?? 0
    return count < kept ? count + 1 : nil
  }

  /// Where the number of entries is kept, so that the end of the chain cannot be cut off unseen.
  private static let chronicleLength = "chronicle_length"

  private func isWhole(_ entry: ChronicleEntry) throws -> Bool {
    guard try database.text("SELECT digest FROM chronicle WHERE id = ?", .integer(entry.id)) == entry.digest else {
      return false
    }
    if entry.effect == .freeze {
      let frozen = try frozenText(
        "SELECT candidate, outcome, stage, rank FROM frozen_decision WHERE entry = ?", .integer(entry.id))
      guard chainDigest(frozen) == entry.decisionsDigest else { return false }
    }
    if entry.effect == .value || entry.effect == .exported {
      guard try factCorrection(ofEntry: entry.id)?.digest == entry.decisionsDigest else { return false }
    }
    let words = try database.rows(
      "SELECT salt, reason, evidence, asked_by, approved_by FROM chronicle_words WHERE entry = ?", .integer(entry.id)
    ) { row throws(SQLiteError) in
      (
        salt: row.text(0),
        words: ChronicleWords(
          reason: row.text(1), evidence: row.text(2), askedBy: row.text(3), approvedBy: row.text(4))
      )
    }.first
    guard let words else { return false }
    return words.salt.isEmpty || words.words.digest(salt: words.salt) == entry.wordsDigest
  }

  private func append(
    _ award: String, _ effect: ChronicleEffect, candidate: Int64?, _ words: ChronicleWords, decisionsDigest: String
  ) throws {
    let id = (try database.integer("SELECT max(id) FROM chronicle") ?? 0) + 1
    let night = try database.integer("SELECT max(id) FROM night") ?? 0
    let now = try database.text("SELECT datetime('now', 'localtime')") ?? ""
    let salt = try database.text("SELECT lower(hex(randomblob(16)))") ?? ""
    let entry = ChronicleEntry(
      id: id, award: award, effect: effect, candidate: candidate, night: night, enteredAt: now,
      wordsDigest: words.digest(salt: salt), decisionsDigest: decisionsDigest, previous: try chronicleHead())
    try database.run(
      "INSERT INTO chronicle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(id), .text(award),
      .text(effect.rawValue), .optional(candidate), .integer(night), .text(now), .text(entry.wordsDigest),
      .text(decisionsDigest), .text(entry.previous), .text(entry.digest))
    try database.run(
      "INSERT INTO chronicle_words VALUES (?, ?, ?, ?, ?, ?)", .integer(id), .text(salt), .text(words.reason),
      .text(words.evidence), .text(words.askedBy), .text(words.approvedBy))
    try set(Self.chronicleLength, "\(id)")
  }

  /// Decisions as texts for a digest, in the order of their candidates.
  private func frozenText(_ query: String, _ value: Value) throws -> [String] {
    try database.rows("\(query) ORDER BY candidate", value) { row throws(SQLiteError) in
      "\(row.integer(0)) \(row.text(1)) \(row.text(2)) \(row.optionalInteger(3).map { "\($0)" } ?? "-")"
    }
  }
}
