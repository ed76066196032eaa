import Programme
import SQLite
package import Store

/// What earlier runs left in the database for later ones.
extension ProgrammeStore {
  /// Sources that could not be loaded for a night.
  package func blockages(night: Int64) throws -> [Blockage] {
    try database.rows(
      "SELECT source, code, message_en, message FROM blockage WHERE night = ? ORDER BY source, code", .integer(night)
    ) { row throws(SQLiteError) in
      Blockage(source: Identifier(row.text(0)), code: row.text(1), wording: Wording(row.text(2), row.text(3)))
    }
  }

  /// Ties that wait for a person.
  package func openTies() throws -> [OpenTie] {
    try openSplits()
      + programme.awards.compactMap { award in
        let tied = try database.integer("SELECT count(*) FROM open_tie WHERE award = ?", .text(award.id.text))
        guard let tied, tied > 0 else { return nil }
        let rows = try database.rows(
          """
          SELECT t.places, d.code, d.name, d.section
          FROM award_decision d JOIN open_tie t ON t.award = d.award AND t.candidate = d.candidate
          WHERE d.award = ? AND d.outcome = 'tied' ORDER BY d.position
          """, .text(award.id.text)
        ) { row throws(SQLiteError) in (row.integer(0), row.text(1), row.text(2), row.text(3)) }
        let bySection = Dictionary(rows.map { ($0.3, $0.0) }, uniquingKeysWith: { first, _ in first })
        return OpenTie(
          award: award.id.text, title: award.title, places: bySection.values.reduce(0, +),
          candidates: rows.map { (code: $0.1, name: $0.2) })
      }
  }

  /// Parts with equal claims to too few places of an award.
  private func openSplits() throws -> [OpenTie] {
    try programme.awards.compactMap { award in
      let parts = try database.rows(
        "SELECT code, title FROM quota_share WHERE award = ? AND open = 1 ORDER BY section", .text(award.id.text)
      ) { row throws(SQLiteError) in (code: row.text(0), name: row.text(1)) }
      guard !parts.isEmpty else { return nil }
      let places = try database.integer(
        "SELECT places FROM vacancy WHERE award = ? AND cause = 'split_open'", .text(award.id.text))
      return OpenTie(
        award: award.id.text, title: award.title, places: places ?? 0, candidates: parts, isOfParts: true)
    }
  }

  /// The newest night that was loaded.
  package func newestNight() throws -> String? {
    try database.text("SELECT max(as_of) FROM night")
  }

  /// One line of the account of a file and sheet.
  package struct AccountLine: Sendable {
    package let title: String
    package let file: String
    package let sheet: String
    package let encoding: String
    package let read: Int64
    package let accepted: Int64
    package let duplicates: Int64
    package let rejected: Int64
    package let nonData: Int64
  }

  /// The accounts of a night, in the order in which its files were read.
  package func accounts(asOf: String) throws -> [AccountLine] {
    try database.rows(
      """
      SELECT title, file, sheet, encoding, rows_read, accepted, duplicates, rejected, non_data
      FROM account WHERE as_of = ? ORDER BY source_file
      """, .text(asOf)
    ) { row throws(SQLiteError) in
      AccountLine(
        title: row.text(0), file: row.text(1), sheet: row.text(2), encoding: row.text(3), read: row.integer(4),
        accepted: row.integer(5), duplicates: row.integer(6), rejected: row.integer(7), nonData: row.integer(8))
    }
  }
}
