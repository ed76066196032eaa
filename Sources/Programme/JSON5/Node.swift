/// A value of a JSON5 document and the place where it begins.
package struct Node: Hashable, Sendable {
  /// Where the value begins.
  package let place: Place
  /// The value.
  package let value: Value

  /// A value at a place.
  package init(_ place: Place, _ value: Value) {
    self.place = place
    self.value = value
  }

  /// What a JSON5 document can hold.
  package enum Value: Hashable, Sendable {
    case object(Members)
    case array([Node])
    case string(String)
    case number(ExactDecimal)
    /// `Infinity` or `NaN` as it was written: valid JSON5, but no value of a pipeline file.
    case nonFinite(String)
    case boolean(Bool)
    case null
    /// The text here broke the grammar and its fault is already reported.
    case unreadable
  }

  /// The members of an object in the order of the file; no key occurs twice.
  package struct Members: Hashable, Sendable {
    /// The members that could be read.
    package let list: [Member]
    /// Whether every member could be read; if not, a key that seems missing may be among the lost.
    package let areWhole: Bool
  }

  /// One key of an object with its value.
  package struct Member: Hashable, Sendable {
    /// The key, its quotes and escapes resolved.
    package let key: String
    /// Where the key begins.
    package let keyPlace: Place
    /// The value.
    package let node: Node
  }

  /// What the value is called in a message; `nil` if it could not be read.
  var noun: Noun? {
    switch value {
    case .object: .object
    case .array: Noun("a list", many: "lists", "列表")
    case .string: .text
    case .number: .number
    case .nonFinite(let spelling): Noun(spelling, many: spelling, spelling)
    case .boolean: .boolean
    case .null: Noun("null", many: "nulls", "null")
    case .unreadable: nil
    }
  }
}

extension Noun {
  static let object = Noun("an object", many: "objects", "对象")
  static let text = Noun("a text", many: "texts", "文本")
  static let number = Noun("a number", many: "numbers", "数字")
  static let boolean = Noun("true or false", many: "trues and falses", "true 或 false")
}
