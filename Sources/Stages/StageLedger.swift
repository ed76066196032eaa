import Exports
package import Programme
import SQLite
package import Store

/// The stages that leave something in the database.
package enum StageName: String, Sendable, CaseIterable {
  case load, score, measure, award

  /// What the stage is called in sentences.
  package var title: Wording {
    switch self {
    case .load: Wording("load", "导入")
    case .score: Wording("score", "评分")
    case .measure: Wording("measure", "统计")
    case .award: Wording("award", "评优")
    }
  }
}

/// What each stage last finished with; a stage whose fingerprint is the same again has nothing to do.
package struct StageLedger {
  private let store: ProgrammeStore

  package init(_ store: ProgrammeStore) {
    self.store = store
  }

  /// The night that a stage finished with this fingerprint, or nil when it has to run.
  package func night(of stage: StageName, fingerprint: String) throws -> Int64? {
    try store.database.integer(
      "SELECT night FROM stage_state WHERE stage = ? AND fingerprint = ?", .text(stage.rawValue), .text(fingerprint))
  }

  /// Whether a stage was ever finished for an as-of; if not, there is no need to wait for a fingerprint.
  package func hasFinished(_ stage: StageName, asOf: String) throws -> Bool {
    try store.database.integer(
      "SELECT count(*) FROM stage_state s JOIN night n ON n.id = s.night WHERE s.stage = ? AND n.as_of = ?",
      .text(stage.rawValue), .text(asOf)) != 0
  }

  /// Records, in the stage's own transaction, what it finished with.
  package func finish(_ stage: StageName, night: Int64, fingerprint: String) throws {
    try store.database.run(
      """
      INSERT INTO stage_state VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET night = excluded.night, fingerprint = excluded.fingerprint
      """, .text(stage.rawValue), .integer(night), .text(fingerprint))
  }
}

/// The SHA-256 digest of texts, in hexadecimal.
package func digest(of texts: [String]) -> String {
  var digest = SHA256()
  for text in texts {
    digest.update(Array(text.utf8).span)
    digest.update([UInt8](arrayLiteral: 0).span)
  }
  return digest.finish().map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}

/// The SHA-256 digest of a file, in hexadecimal.
package func digest(ofFile path: String) throws -> String {
  try SHA256.hexadecimal(ofFile: path)
}
