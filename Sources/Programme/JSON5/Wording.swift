/// The languages in which the program speaks to its users.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// The same sentence or phrase in both languages.
///
/// Both are written side by side, so that neither can be forgotten.
package struct Wording: Hashable, Sendable {
  /// The English wording.
  package let english: String
  /// The Chinese wording.
  package let chinese: String

  /// A wording in both languages.
  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The wording in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// What a value is or should be, as it stands in a sentence: "a text", "a list of texts".
package struct Noun: Hashable, Sendable {
  /// "a text" and its Chinese counterpart.
  package let one: Wording
  /// "texts" and its Chinese counterpart.
  package let many: Wording

  /// A noun with its article, its plural, and the Chinese word, which serves for both.
  package init(_ one: String, many: String, _ chinese: String) {
    self.one = Wording(one, chinese)
    self.many = Wording(many, chinese)
  }

  /// The noun that allows one or the other.
  func or(_ other: Noun) -> Noun {
    Noun(
      "\(one.english) or \(other.one.english)", many: "\(many.english) or \(other.many.english)",
      "\(one.chinese)或\(other.one.chinese)")
  }
}

/// A count with its English noun: `1 row`, `2 rows`; `many` for a noun that takes more than an s.
package func counted(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
