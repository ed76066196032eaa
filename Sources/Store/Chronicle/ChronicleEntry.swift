import Exports

/// What an entry of the chronicle does.
package enum ChronicleEffect: String, Sendable, CaseIterable {
  /// The candidate gives the candidacy up; the next one moves up.
  case withdraw
  /// The candidate is found not to qualify after all.
  case disqualify
  /// An earlier correction of the candidate is taken back.
  case restore
  /// The results of the award are held fast as they stand.
  case freeze
  /// A value of a fact is another one than the export says.
  case value
  /// An earlier correction of the fact is taken back.
  case exported
}

/// Why an entry was made, and who stands for it.
package struct ChronicleWords: Hashable, Sendable {
  package var reason: String
  /// Where the proof lies: a file number, a letter, a page.
  package var evidence: String
  package var askedBy: String
  package var approvedBy: String

  /// Words of an entry; a reason and an approval are never empty.
  package init(reason: String, evidence: String = "", askedBy: String = "", approvedBy: String) {
    self.reason = reason
    self.evidence = evidence
    self.askedBy = askedBy
    self.approvedBy = approvedBy
  }

  /// The digest by which the chain covers the words; the salt keeps short words from being guessed once they are erased.
  func digest(salt: String) -> String { chainDigest([salt, reason, evidence, askedBy, approvedBy]) }
}

/// One entry of the chronicle, without its words.
package struct ChronicleEntry: Hashable, Sendable {
  package let id: Int64
  package let award: String
  package let effect: ChronicleEffect
  /// The candidate's key within the award, or the key of the enrolment whose fact is corrected; nil for a freeze.
  package let candidate: Int64?
  package let night: Int64
  package let enteredAt: String
  package let wordsDigest: String
  package let decisionsDigest: String
  package let previous: String

  /// An entry with all its fields.
  package init(
    id: Int64, award: String, effect: ChronicleEffect, candidate: Int64?, night: Int64, enteredAt: String,
    wordsDigest: String, decisionsDigest: String, previous: String
  ) {
    (self.id, self.award, self.effect, self.candidate) = (id, award, effect, candidate)
    (self.night, self.enteredAt, self.wordsDigest) = (night, enteredAt, wordsDigest)
    (self.decisionsDigest, self.previous) = (decisionsDigest, previous)
  }

  /// What the chain holds of the entry: all of it, and the entry before.
  package var digest: String {
    chainDigest([
      previous, "\(id)", award, effect.rawValue, candidate.map { "\($0)" } ?? "", "\(night)", enteredAt, wordsDigest,
      decisionsDigest,
    ])
  }
}

/// The SHA-256 digest of texts, each preceded by its length, so that no two lists of texts are digested alike.
func chainDigest(_ texts: [String]) -> String {
  var digest = SHA256()
  for text in texts {
    let bytes = Array(text.utf8)
    digest.update(Array("\(bytes.count):".utf8).span)
    digest.update(bytes.span)
  }
  return digest.finish().map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
