import Awards
import Programme
import SQLite
package import Store

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

/// Decides every candidate of every award and writes quotas, decisions, refusals and open ties, for which the papers of nominees
/// wait: the award stage.
package func award(
  _ store: ProgrammeStore, _ learners: Learners, _ scores: Scores, _ measures: UnitMeasures
) throws {
  let database = store.database
  try database.execute(
    """
    DELETE FROM quota_step; DELETE FROM quota_share; DELETE FROM vacancy; DELETE FROM decision; DELETE FROM refusal;
    DELETE FROM open_tie; DROP INDEX IF EXISTS decision_candidate; DROP INDEX IF EXISTS decision_rank
    """)
  let field = try CandidateField(store, learners, scores, measures)
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
    try writeOpenTie(ruling, award, entrants, database)
  }
  // Made at once when all rows are in, which costs a third of what it takes row by row; `explain` finds a candidate by the one and a line
  // by the other.
  try database.execute(
    """
    CREATE UNIQUE INDEX decision_candidate ON decision (candidate, award);
    CREATE INDEX decision_rank ON decision (award, section, rank, position)
    """)
}

private func writeDecisions(
  _ ruling: Ruling, _ award: Award, _ entrants: Entrants, _ sections: AwardSections, _ words: ReasonWords,
  _ field: CandidateField, _ database: Database
) throws {
  let insert = try database.prepare(
    """
    INSERT OR FAIL INTO decision (award, listing, candidate, kind, project, subject, unit, position, rank, keys, outcome, stage, reason,
      reason_en, gap, tied, decided_by, section, shown_rank, reserve, batch, lot, gap_key, gap_text, gap_text_en)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  let texts = DecisionTexts(
    award: award, programme: field.programme, words: words, ruling: ruling, entrants: entrants,
    sections: sections.sections.map(\.title), order: ListingOrder(ruling, entrants.candidates).indices)
  var listing: Int64 = 0
  // A statement keeps what it is bound to: what seldom changes from row to row is bound when it does.
  try insert.bind(1, award.id.text)
  try insert.bind(4, entrants.kind)
  var last: Decision?
  try forEachPiece(texts.pieces, make: texts.piece) { piece in
    for text in piece {
      let decision = ruling.decisions[text.index]
      let candidate = entrants.candidates[text.index]
      listing += 1
      try insert.bind(2, listing)
      try insert.bind(3, decision.candidate)
      try insert.bind(5, candidate.project ?? 0)
      try insert.bind(6, entrants.subjects[text.index])
      try insert.bind(7, entrants.unit(text.index).map { field.unitKey($0) })
      try insert.bind(8, candidate.listing)
      try insert.bind(9, decision.rank)
      try insert.bind(10, text.keys)
      if last?.outcome != decision.outcome { try insert.bind(11, decision.outcome.rawValue) }
      if last?.stage != decision.stage { try insert.bind(12, decision.stage.rawValue) }
      try insert.bind(13, text.reason.chinese)
      try insert.bind(14, text.reason.english)
      try insert.bind(15, text.gap)
      try insert.bind(16, decision.tied)
      if last?.decidedBy != decision.decidedBy { try insert.bind(17, decision.decidedBy.rawValue) }
      try insert.bind(18, ruling.split == nil ? 0 : Int64(candidate.section) + 1)
      try insert.bind(19, decision.shownRank)
      try insert.bind(20, decision.reserve)
      try insert.bind(21, decision.batch.map(Int64.init))
      if award.ties == .lot { try insert.bind(22, candidate.lot.text) }
      try insert.bind(23, text.gapKey.map(Int64.init))
      try insert.bind(24, text.distance?.chinese)
      try insert.bind(25, text.distance?.english)
      try insert.run()
      last = decision
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

private func writeOpenTie(_ ruling: Ruling, _ award: Award, _ entrants: Entrants, _ database: Database) throws {
  let open = Set(ruling.unsettled)
  for candidate in entrants.candidates where open.contains(candidate.key) {
    try database.run(
      "INSERT INTO open_tie VALUES (?, ?, ?)", .text(award.id.text), .integer(candidate.key),
      .integer(ruling.line(of: candidate).left))
  }
}
