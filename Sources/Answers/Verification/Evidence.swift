/// What the results of a programme rest on and what they come to, so that anybody who has the exports can reckon them again.
///
/// People stand in it by their codes alone. Values are texts as the database has them, so that two evidences differ where the results do.
package struct Evidence: Codable, Sendable, Equatable {
  /// The version of the form.
  package var format = 1
  package var programme: String
  /// The newest night, whose results these are.
  package var asOf: String
  /// The program that reckoned.
  package var version: String
  /// The digest of the rules, whatever their comments and line breaks.
  package var pipeline: String
  /// The seeds that lots were drawn with, by award.
  package var seeds: [String: String]
  package var nights: [Night]
  package var chain: [ChainEntry]
  package var mendings: [Mending]

  /// The exports of one night.
  package struct Night: Codable, Sendable, Equatable {
    package var asOf: String
    package var inputs: [Input]
  }

  /// One export below the folder of the exports.
  package struct Input: Codable, Sendable, Equatable {
    package var path: String
    package var sha256: String
  }

  /// One entry of the chronicle of corrections, by whose fields anybody can repeat its digest; its words are not in it.
  package struct ChainEntry: Codable, Sendable, Equatable {
    package var id: Int64
    package var award: String
    package var effect: String
    package var candidate: Int64?
    /// The candidate as the exports know it: kind, code, project, cohort.
    package var subject: [String]
    /// The fact that is corrected: source, item, value (empty where the export's stands again) and what the export stated.
    package var fact: [String]?
    package var night: Int64
    package var enteredAt: String
    package var wordsDigest: String
    package var decisionsDigest: String
    package var previous: String
    package var digest: String
  }

  /// What somebody filled in for a cell of a row that was sent back, or the row left out; `raw` are the row's cells.
  package struct Mending: Codable, Sendable, Equatable {
    package var source: String
    package var raw: String
    package var column: String
    package var value: String?
  }
}

/// The results themselves: what is compared line by line.
package struct Results: Sendable, Equatable {
  package var scores: [ResultLine]
  package var decisions: [ResultLine]
  package var figures: [ResultLine]

  package init(scores: [ResultLine], decisions: [ResultLine], figures: [ResultLine]) {
    (self.scores, self.decisions, self.figures) = (scores, decisions, figures)
  }
}

/// One line of results: what it is about, and its values by their names.
package struct ResultLine: Codable, Sendable, Equatable {
  package var key: [String]
  package var values: [String: String]

  package init(key: [String], values: [String: String]) {
    (self.key, self.values) = (key, values)
  }
}
