import Awards
package import Programme
import SQLite
package import Store

/// What people corrected about candidates of one award: the last word on each of them.
struct Corrections {
  private let last: [Int64: ChronicleEffect]

  init(_ store: ProgrammeStore, _ award: Award) throws {
    let rows = try store.database.rows(
      "SELECT candidate, effect FROM chronicle WHERE award = ? AND candidate IS NOT NULL ORDER BY id",
      .text(award.id.text)
    ) { row throws(SQLiteError) in (row.integer(0), ChronicleEffect(rawValue: row.text(1)) ?? .restore) }
    last = Dictionary(rows, uniquingKeysWith: { _, later in later })
  }

  func apply(to entrants: inout Entrants) {
    guard !last.isEmpty else { return }
    for index in entrants.candidates.indices {
      switch last[entrants.candidates[index].key] {
      case .withdraw: entrants.candidates[index].hasWithdrawn = true
      case .disqualify: entrants.candidates[index].bar = .disqualified
      case .restore, .freeze, .value, .exported, nil: continue
      }
    }
  }
}

/// One candidate whose decision is another one than before.
package struct Movement: Sendable {
  package let award: String
  package let code: String
  package let name: String
  /// Raw values of outcomes; empty where there was no such candidate, or is none any more.
  package let before: String
  package let after: String
  /// Raw values of the stages reached.
  package let stageBefore: String
  package let stageAfter: String
  package let reason: Wording
}

extension ProgrammeStore {
  /// What moved since awards were last frozen, award by award.
  package func movementsSinceFrozen() throws -> [Movement] {
    try movements(
      """
      SELECT m.award, coalesce(v.code, ''), coalesce(v.name, ''), m.before, m.after, m.stage_before, m.stage_after, m.reason_en, m.reason
      FROM award_movement m LEFT JOIN award_decision v ON v.award = m.award AND v.candidate = m.candidate
      ORDER BY m.award, v.position, m.candidate
      """)
  }

  /// Keeps the decisions aside, so that `movementsFromKept` can tell what a change makes of them.
  package func keepDecisions() throws {
    try database.execute(
      """
      DROP TABLE IF EXISTS temp.kept_decision;
      CREATE TEMP TABLE kept_decision AS SELECT award, candidate, outcome, stage FROM decision;
      CREATE UNIQUE INDEX temp.kept_decision_key ON kept_decision (award, candidate);
      """)
  }

  /// What moved since the decisions were kept aside.
  package func movementsFromKept() throws -> [Movement] {
    try movements(
      """
      SELECT v.award, v.code, v.name, coalesce(k.outcome, ''), v.outcome, coalesce(k.stage, ''), v.stage, v.reason_en, v.reason
      FROM award_decision v LEFT JOIN temp.kept_decision k ON k.award = v.award AND k.candidate = v.candidate
      WHERE k.outcome IS NULL OR k.outcome <> v.outcome OR k.stage <> v.stage
      ORDER BY v.award, v.position, v.candidate
      """)
  }

  private func movements(_ query: String) throws -> [Movement] {
    try database.rows(query) { row throws(SQLiteError) in
      Movement(
        award: row.text(0), code: row.text(1), name: row.text(2), before: row.text(3), after: row.text(4),
        stageBefore: row.text(5), stageAfter: row.text(6), reason: Wording(row.text(7), row.text(8)))
    }
  }
}
