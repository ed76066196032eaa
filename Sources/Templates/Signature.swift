package import Programme

/// What a template can say of something: the names it may use, and what each of them is.
///
/// It is known as soon as the pipeline file is read, so that a template is checked before anything runs.
package struct Signature: Sendable {
  /// What a value is compared with.
  package enum ValueKind: Sendable {
    case text, number, percent, truth
  }

  /// What a name stands for.
  package indirect enum Shape: Sendable {
    /// Something with fields, which may itself be a value: `合格率`, and `合格率.上期`.
    case thing(Signature)
    /// What a loop goes over; only some lists have ranks to be taken by.
    case list(Signature, isRanked: Bool)
    case part(TemplatePart)
  }

  /// A name with what it means.
  package struct Member: Sendable {
    /// The name, and others for the same.
    package let names: [String]
    package let meaning: Wording
    package let shape: Shape

    package init(_ names: [String], _ meaning: Wording, _ shape: Shape) {
      (self.names, self.meaning, self.shape) = (names, meaning, shape)
    }
  }

  /// What such things are called where their fields are explained; empty for a paper, and for what has no fields.
  package let kind: String
  /// What it is as a value; nil where it has fields only.
  package let value: ValueKind?
  package let members: [Member]

  package init(_ kind: String = "", value: ValueKind?, members: [Member]) {
    (self.kind, self.value, self.members) = (kind, value, members)
  }

  /// A value without fields.
  package static func value(_ kind: ValueKind) -> Shape { .thing(Signature(value: kind, members: [])) }

  package func member(_ name: String) -> Member? { members.first { $0.names.contains(name) } }

  /// What every item of a list has besides its own fields.
  package static let ofItems: [Member] = [
    Member(["次序"], Wording("its place in the loop, from 1", "在循环中的次序，从1起"), value(.number)),
    Member(["首个"], Wording("whether it is the first", "是否第一个"), value(.truth)),
    Member(["末个"], Wording("whether it is the last", "是否最后一个"), value(.truth)),
  ]

  /// The same with what items of lists have besides.
  var asItem: Signature { Signature(kind, value: value, members: members + Self.ofItems) }
}
