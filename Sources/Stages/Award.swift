import Awards
import Programme
import SQLite
package import Store

/// What the award stage came to.
package struct AwardOutcome: Sendable {
  /// Ties that a person has to settle, award by award: the papers of nominees wait for them.
  package var openTies: [OpenTie] = []
}

/// Equals at the line whom a person must decide about, or parts of a split with equal claims.
package struct OpenTie: Sendable {
  package let award: String
  package let title: String
  package let places: Int64
  /// Codes and names of the tied.
  package let candidates: [(code: String, name: String)]
  /// Whether the tied are parts of a split: a person names the parts that get the places under `decided`.
  package var isOfParts = false
}

/// Decides every candidate of every award and writes quotas, decisions, refusals and open ties: the award stage.
package func award(
  _ store: ProgrammeStore, _ learners: Learners, _ scores: Scores, _ measures: UnitMeasures
) throws -> AwardOutcome {
  let database = store.database
  try database.execute(
    """
    DROP INDEX IF EXISTS decision_rank; DELETE FROM quota_step; DELETE FROM quota_share; DELETE FROM vacancy; DELETE FROM decision; DELETE FROM refusal;
    DELETE FROM open_tie
    """)
  let field = try CandidateField(store, learners, scores, measures)
  var outcome = AwardOutcome()
  try field.forEachAward { decided in
    let (award, ruling, entrants, sections) = (decided.award, decided.ruling, decided.entrants, decided.sections)
    if let step = decided.step, let quota = award.quota {
      try writeQuota(step, award, field.programme.title(of: quota.base), database)
    }
    try writeShares(ruling, award, sections, database)
    try writeVacancies(ruling, award, database)
    try writeDecisions(ruling, award, entrants, sections, decided.words, field, database)
    try store.keepOutcomes(ruling, of: award)
    try writeRefusals(ruling, award, decided.offices, database)
    if let split = ruling.split, !split.unsettled.isEmpty {
      let parts = split.unsettled.map { sections.sections[Int($0)] }
      outcome.openTies.append(
        OpenTie(
          award: award.id.text, title: award.title, places: split.unplaced,
          candidates: parts.map { (code: $0.code, name: $0.title) }, isOfParts: true))
    }
    if !ruling.unsettled.isEmpty {
      outcome.openTies.append(try writeOpenTie(ruling, award, entrants, field, database))
    }
  }
  // Made when all rows are in, which costs less than keeping it in order; questions about a line and a rank are answered from it.
  try database.execute("CREATE INDEX decision_rank ON decision (award, section, rank, position)")
  return outcome
}

private func writeDecisions(
  _ ruling: Ruling, _ award: Award, _ entrants: Entrants, _ sections: AwardSections, _ words: ReasonWords,
  _ field: CandidateField, _ database: Database
) throws {
  let insert = try database.prepare(
    """
    INSERT INTO decision (award, candidate, kind, project, subject, unit, position, rank, keys, outcome, stage, reason, reason_en,
      gap, tied, decided_by, section, shown_rank, reserve, batch, lot, gap_key, gap_text, gap_text_en)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  let texts = DecisionTexts(
    award: award, programme: field.programme, words: words, ruling: ruling, entrants: entrants,
    sections: sections.sections.map(\.title))
  try forEachPiece(texts.pieces, make: texts.piece) { piece in
    for text in piece {
      let decision = ruling.decisions[text.index]
      let candidate = entrants.candidates[text.index]
      try insert.bind(1, award.id.text)
      try insert.bind(2, decision.candidate)
      try insert.bind(3, entrants.kind)
      try insert.bind(4, candidate.project ?? 0)
      try insert.bind(5, entrants.subjects[text.index])
      try insert.bind(6, entrants.unit(text.index).map { field.unitKey($0) })
      try insert.bind(7, candidate.listing)
      try insert.bind(8, decision.rank)
      try insert.bind(9, text.keys)
      try insert.bind(10, decision.outcome.rawValue)
      try insert.bind(11, decision.stage.rawValue)
      try insert.bind(12, text.reason.chinese)
      try insert.bind(13, text.reason.english)
      try insert.bind(14, text.gap)
      try insert.bind(15, decision.tied)
      try insert.bind(16, decision.decidedBy.rawValue)
      try insert.bind(17, ruling.split == nil ? 0 : Int64(candidate.section) + 1)
      try insert.bind(18, decision.shownRank)
      try insert.bind(19, decision.reserve)
      try insert.bind(20, decision.batch.map(Int64.init))
      try insert.bind(21, award.ties == .lot ? candidate.lot.text : nil)
      try insert.bind(22, text.gapKey.map(Int64.init))
      try insert.bind(23, text.distance?.chinese)
      try insert.bind(24, text.distance?.english)
      try insert.run()
    }
  }
}

private func writeRefusals(_ ruling: Ruling, _ award: Award, _ offices: OfficeFiles, _ database: Database) throws {
  let insert = try database.prepare(
    "INSERT INTO refusal (award, nomination, code, message, message_en) VALUES (?, ?, ?, ?, ?)")
  var all = offices.refused
  all += ruling.refusals.map { ($0.row, $0.rule.rawValue, $0.rule.sentence) }
  for (row, code, wording) in all.sorted(by: { ($0.row, $0.code) < ($1.row, $1.code) }) {
    try insert.bind([
      .text(award.id.text), .integer(row), .text(code), .text(wording.chinese), .text(wording.english),
    ])
    try insert.run()
  }
}

private func writeOpenTie(
  _ ruling: Ruling, _ award: Award, _ entrants: Entrants, _ field: CandidateField, _ database: Database
) throws -> OpenTie {
  let open = Set(ruling.unsettled)
  let waiting = entrants.candidates.filter { open.contains($0.key) }
  let tied = waiting.map(\.key)
  let lines = Dictionary(uniqueKeysWithValues: waiting.map { ($0.key, ruling.line(of: $0)) })
  for key in tied {
    try database.run(
      "INSERT INTO open_tie VALUES (?, ?, ?)", .text(award.id.text), .integer(key), .integer(lines[key]?.left ?? 0))
  }
  let names = try tied.map { key in
    let row = try database.rows(
      "SELECT code, name FROM award_decision WHERE award = ? AND candidate = ?", .text(award.id.text),
      .integer(key)
    ) { row throws(SQLiteError) in (code: row.text(0), name: row.text(1)) }
    return row.first ?? (code: "", name: "")
  }
  return OpenTie(award: award.id.text, title: award.title, places: ruling.leftForTied, candidates: names)
}
