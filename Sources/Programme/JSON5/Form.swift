/// What a value of the pipeline file must look like, and how it is read.
///
/// Forms are combined as the file is: `.list(of: .object(Cohort.init))` is a list of objects read by `Cohort.init`. A target
/// that knows more values adds forms of its own in an extension.
package struct Form<Value> {
  /// What a message says was expected.
  package let noun: Noun
  /// Stands in for a required value that cannot be read.
  ///
  /// It lets the reading go on, so that further faults are found; the refused tree takes it along.
  let standIn: () -> Value
  /// Whether a value is of the right type, before anything about it is judged.
  let admits: (Node.Value) -> Bool
  private let decode: (Node, FaultCollector) -> Value?

  /// A form from its parts; `decode` adds a fault and gives `nil` for a value of the right type that is wrong otherwise.
  init(
    _ noun: Noun,
    standIn: @autoclosure @escaping () -> Value,
    admits: @escaping (Node.Value) -> Bool,
    decode: @escaping (Node, FaultCollector) -> Value?
  ) {
    self.noun = noun
    self.standIn = standIn
    self.admits = admits
    self.decode = decode
  }

  /// Reads a value; `nil`, or the value that was probably meant, if it has a fault, which is then among the faults.
  package func read(_ node: Node, _ faults: FaultCollector) -> Value? {
    guard let found = node.noun else { return nil }
    guard admits(node.value) else {
      faults.refuse(node.place, .found(found.one, expected: noun))
      return nil
    }
    return decode(node, faults)
  }

  /// The same form, its values turned into others.
  package func map<Other>(_ transform: @escaping (Value) -> Other) -> Form<Other> {
    Form<Other>(noun, standIn: transform(standIn()), admits: admits) { node, faults in
      read(node, faults).map(transform)
    }
  }

  /// A narrower form: what `transform` turns down is refused, and the message says that `noun` was expected.
  package func narrowed<Other>(
    to noun: Noun, standIn: @autoclosure @escaping () -> Other, _ transform: @escaping (Value) -> Other?
  ) -> Form<Other> {
    Form<Other>(noun, standIn: standIn(), admits: admits) { node, faults in
      guard let value = decode(node, faults) else { return nil }
      guard let narrowed = transform(value) else {
        faults.refuse(node.place, .found(node.quoted, expected: noun))
        return nil
      }
      return narrowed
    }
  }

  /// A form with the place kept beside the value, for checks that come after the reading.
  package static func placed<Element>(_ element: Form<Element>) -> Form where Value == Placed<Element> {
    Form(
      element.noun, standIn: Placed(place: .beginning, value: element.standIn()), admits: element.admits
    ) { node, faults in
      element.read(node, faults).map { Placed(place: node.place, value: $0) }
    }
  }
}

/// A value and the place where the file says it.
package struct Placed<Value> {
  /// Where the value begins.
  package let place: Place
  /// The value.
  package let value: Value

  /// A value that a file says at a place.
  package init(place: Place, value: Value) {
    self.place = place
    self.value = value
  }
}

extension Placed: Equatable where Value: Equatable {}
extension Placed: Hashable where Value: Hashable {}
extension Placed: Sendable where Value: Sendable {}

extension Wording {
  static func found(_ found: Wording, expected: Noun) -> Wording {
    Wording("found \(found.english); expected \(expected.one.english)", "此处是\(found.chinese)；应为\(expected.one.chinese)")
  }
}

extension Node {
  /// The value as the writer would recognise it: the text in quotes, the number, or else its type.
  fileprivate var quoted: Wording {
    switch value {
    case .string(let text): Wording("'\(text)'", " '\(text)'")
    case .number(let number): Wording("\(number)", " \(number)")
    default: noun?.one ?? Wording("nothing", "空")
    }
  }
}
