import Awards
import Programme
import SQLite

extension Outcome {
  /// Whether candidates of this outcome stand on either side of the line, in the order of their ranks; the others are listed after them.
  var isAtLine: Bool { cameWithin || self == .reserve || self == .below }

  /// The word of the papers; who is in is a candidate until an approval says otherwise.
  func title(at stage: Stage) -> String { wording(at: stage).chinese }

  /// The order in which papers count outcomes: from the best to those who never took part.
  static let listed: [Outcome] = [
    .in, .reserve, .tied, .below, .notRecommended, .rejected, .excluded, .belowEntry, .ineligible, .notFiled,
    .withdrawn,
  ]
}

extension Stage {
  /// Whether an approval stands behind it, without which nothing may be headed 公示 or 表彰.
  var isApproved: Bool { self >= .approved }
}

extension Decider {
  /// Who decided, as the decision list says it.
  var title: String { wording.chinese }
}

/// A word that the database keeps as the raw value of an enumeration.
///
/// A word that this version does not know is an error: a paper must not guess an outcome.
func known<Word: RawRepresentable>(
  _ text: String, as word: Word.Type = Word.self
) throws(SQLiteError) -> Word where Word.RawValue == String {
  guard let known = Word(rawValue: text) else {
    throw SQLiteError(code: 20, message: "\"\(text)\" is no \(word)", statement: "reading decisions")
  }
  return known
}
