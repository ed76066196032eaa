package import Programme

/// One statement of an answer with what it rests on: a tree that is printed as text or as JSON.
///
/// Both forms are made from the same nodes, so that what a program reads and what a person reads never differ.
package struct Answer: Sendable {
  /// What the statement is about, a stable English word for programs: `component`, `fact`, `decision`.
  package let kind: String
  package let text: Wording
  /// The figures of the statement by stable names, in the order of the JSON form.
  package let fields: [(name: String, value: AnswerValue)]
  /// What it rests on.
  package var parts: [Answer]

  package init(
    _ kind: String, _ text: Wording, _ fields: KeyValuePairs<String, AnswerValue> = [:], parts: [Answer] = []
  ) {
    self.init(kind, text, fields: fields.map { (name: $0.key, value: $0.value) }, parts: parts)
  }

  init(_ kind: String, _ text: Wording, fields: [(name: String, value: AnswerValue)], parts: [Answer] = []) {
    self.kind = kind
    self.text = text
    self.fields = fields
    self.parts = parts
  }
}

/// A figure as programs read it; decimals are texts, since JSON numbers are read as binary floating point.
package enum AnswerValue: Sendable, Hashable {
  case text(String)
  case number(Int64)
  case truth(Bool)
  case list([String])
  case none

  static func optional(_ text: String?) -> AnswerValue { text.map(AnswerValue.text) ?? .none }

  static func optional(_ number: Int64?) -> AnswerValue { number.map(AnswerValue.number) ?? .none }
}

extension Wording {
  /// The same in both languages, as names and codes are.
  init(_ same: String) { self.init(same, same) }

  /// One phrase behind the other.
  static func + (left: Wording, right: Wording) -> Wording {
    Wording(left.english + right.english, left.chinese + right.chinese)
  }
}

extension [Wording] {
  /// The phrases in one, a sign of each language between them.
  func joined(by separator: Wording) -> Wording {
    Wording(
      map(\.english).joined(separator: separator.english), map(\.chinese).joined(separator: separator.chinese))
  }
}
