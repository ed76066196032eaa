import Exports
import Programme
import SQLite

/// What tells the forms of one respondent from another's, without saying who that is: digests of what the person wrote and of the
/// address that the form came from.
struct RespondentMarks {
  let person: String?
  let address: String?

  init(_ fields: RowFields, _ programme: String) {
    person = fields.text("person").map { Self.digest($0, "\(programme) person") }
    address = fields.text("address").map { Self.digest($0, "\(programme) address") }
  }

  /// The first 128 bits of a SHA-256, one salt for all waves of a programme, so that they can be paired.
  private static func digest(_ text: String, _ salt: String) -> String {
    var digest = SHA256()
    digest.update(Array("\(salt):\(text)".utf8).span)
    return SHA256.hexadecimal(Array(digest.finish().prefix(16)))
  }

  /// Numbers by which a change shows.
  var words: [UInt64] {
    [person, address].compactMap(\.self).flatMap { mark in
      [mark.prefix(16), mark.suffix(16)].compactMap { UInt64($0, radix: 16) }
    }
  }
}

extension ProgrammeStore {
  /// Whether some survey of the programme ever told respondents apart.
  package var hasRespondents: Bool {
    get throws { try database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'respondent'") == 1 }
  }

  /// Makes the table of what tells respondents apart, where the survey has a column for it.
  func makeRespondents(_ source: Source) throws {
    guard source.column("person") != nil || source.column("address") != nil else { return }
    try database.execute(
      """
      CREATE TABLE IF NOT EXISTS respondent (response INTEGER PRIMARY KEY, person TEXT, address TEXT) STRICT;
      -- It says something about a response and goes with it.
      CREATE TRIGGER IF NOT EXISTS respondent_deleted AFTER DELETE ON response BEGIN
        DELETE FROM respondent WHERE response = OLD.id;
      END;
      """)
  }
}
