/// One entry of a dictionary of the file.
package struct Entry<Value> {
  /// The key.
  package let key: String
  /// Where the key begins.
  package let place: Place
  /// The value.
  package let value: Value
}

extension Entry: Equatable where Value: Equatable {}
extension Entry: Hashable where Value: Hashable {}
extension Entry: Sendable where Value: Sendable {}

extension Form {
  /// An object, read by an initialiser that asks for its keys; a key that it did not ask for is refused.
  ///
  /// The stand-in is read from an object without keys. A type that contains itself must therefore ask for itself with
  /// `optional`, or only behind a key that it found.
  package static func object(_ read: @escaping (Fields) -> Value) -> Form {
    Form(
      .object, standIn: read(.silent),
      admits: { if case .object = $0 { true } else { false } }
    ) { node, faults in
      guard case .object(let members) = node.value else { return nil }
      let fields = Fields(members, at: node.place, faults)
      let value = read(fields)
      fields.finish()
      return value
    }
  }

  /// A value written in one of two forms of different type, such as `'none'` or an object.
  package static func either(_ first: Form, _ second: Form) -> Form {
    Form(
      first.noun.or(second.noun), standIn: first.standIn(),
      admits: { first.admits($0) || second.admits($0) }
    ) { node, faults in
      (first.admits(node.value) ? first : second).read(node, faults)
    }
  }

  /// A list of values of one form; faulty elements are left out.
  package static func list<Element>(of element: Form<Element>, atLeast least: Int = 0) -> Form
  where Value == [Element] {
    Form(
      Noun(
        "a list of \(element.noun.many.english)", many: "lists of \(element.noun.many.english)",
        "\(element.noun.many.chinese)的列表"),
      standIn: [], admits: { if case .array = $0 { true } else { false } }
    ) { node, faults in
      guard case .array(let nodes) = node.value else { return nil }
      if nodes.count < least {
        faults.refuse(
          node.place,
          Wording(
            "the list has \(nodes.count) elements; expected at least \(least)", "列表有 \(nodes.count) 项；至少应有 \(least) 项"))
      }
      return nodes.compactMap { element.read($0, faults) }
    }
  }

  /// A list, or one value that stands for a list of one.
  package static func oneOrMany<Element>(_ element: Form<Element>) -> Form where Value == [Element] {
    .either(element.map { [$0] }, .list(of: element, atLeast: 1))
  }

  /// An object whose keys are the writer's own, in the order of the file; faulty values are left out.
  package static func dictionary<Element>(of element: Form<Element>) -> Form where Value == [Entry<Element>] {
    Form(
      Noun(
        "an object of \(element.noun.many.english)", many: "objects of \(element.noun.many.english)",
        "由\(element.noun.many.chinese)组成的对象"),
      standIn: [], admits: { if case .object = $0 { true } else { false } }
    ) { node, faults in
      guard case .object(let members) = node.value else { return nil }
      return members.list.compactMap { member in
        element.read(member.node, faults).map { Entry(key: member.key, place: member.keyPlace, value: $0) }
      }
    }
  }

  /// An object of one of several kinds, named by one of its keys; each kind has its own further keys.
  ///
  /// With a missing or unknown kind the other keys are not judged. The first kind gives the stand-in.
  package static func variant(
    by key: String, of kinds: KeyValuePairs<String, (Fields) -> Value>
  ) -> Form {
    .object { fields in
      let name = fields.requiredUnlessFaulty(key, .word(among: kinds.map(\.key)))
      guard let kind = kinds.first(where: { $0.key == name }) else {
        fields.ignoreOtherKeys()
        return kinds[0].value(.silent)
      }
      return kind.value(fields)
    }
  }
}
