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
    "DELETE FROM quota_step; DELETE FROM quota_share; DELETE FROM vacancy; DELETE FROM refusal; DELETE FROM open_tie")
  let field = try CandidateField(store, learners, scores, measures)
  var writer = try DecisionWriter(field)
  try field.forEachAward { decided in
    let (award, ruling, entrants, sections) = (decided.award, decided.ruling, decided.entrants, decided.sections)
    if let step = decided.step, let quota = award.quota {
      try writeQuota(step, award, field.programme.title(of: quota.base), database)
    }
    try writeShares(ruling, award, sections, database)
    try writeVacancies(ruling, award, database)
    try writer.write(decided)
    try store.keepOutcomes(ruling, of: award)
    try writeRefusals(ruling, award, decided.offices, database)
    try writeOpenTie(ruling, award, entrants, database)
  }
}

private func writeRefusals(_ ruling: Ruling, _ award: Award, _ offices: OfficeFiles, _ database: Database) throws {
  let insert = try database.prepare(
    "INSERT INTO refusal (award, nomination, code, message, message_en) VALUES (?, ?, ?, ?, ?)")
  let all = offices.refused + ruling.refusals.map { ($0.row, $0.rule.rawValue, $0.rule.sentence) }
  let used = offices.usedRows(ruling.refusals)
  for (row, code, wording) in all.filter({ !used.contains($0.row) }).sorted(by: {
    ($0.row, $0.code) < ($1.row, $1.code)
  }) {
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
