/// The figures by which one candidate is ranked, the strongest first; nil is no figure.
///
/// Two figures, as most awards have, lie in the value itself: with a million candidates an array for each would be most of the
/// memory that an award takes.
package struct RankKeys: Hashable, Sendable {
  private var first = absent
  private var second = absent
  private var rest: [Int64] = []
  private var size: UInt8 = 0

  /// Stands for no figure: no printed figure comes near it.
  private static let absent = Int64.min

  /// The figures in their order.
  package init(_ figures: some Sequence<Int64?>) {
    for figure in figures { append(figure) }
  }

  /// Adds a weaker key.
  package mutating func append(_ figure: Int64?) {
    let value = figure ?? Self.absent
    switch size {
    case 0: first = value
    case 1: second = value
    default: rest.append(value)
    }
    size += 1
  }
}

extension RankKeys: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { Int(size) }

  package subscript(position: Int) -> Int64? {
    get {
      precondition(position < size)
      let value = position == 0 ? first : position == 1 ? second : rest[position - 2]
      return value == Self.absent ? nil : value
    }
    set {
      precondition(position < size)
      let value = newValue ?? Self.absent
      switch position {
      case 0: first = value
      case 1: second = value
      default: rest[position - 2] = value
      }
    }
  }
}

extension RankKeys: ExpressibleByArrayLiteral {
  package init(arrayLiteral figures: Int64?...) {
    self.init(figures)
  }
}
