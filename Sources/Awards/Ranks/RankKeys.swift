/// The figures by which one candidate is ranked, the strongest first; nil is no figure.
///
/// Two figures, as most awards have, lie in the value itself: with a million candidates an array for each would be most of the
/// memory that an award takes.
package struct RankKeys: Hashable, Sendable {
  private var first: Int64 = 0
  private var second: Int64 = 0
  private var rest: [Int64] = []
  private var size: UInt8 = 0
  /// A bit for each key without a figure, whose number above is 0; an award has at most 32 keys.
  private var missing: UInt32 = 0

  /// The figures in their order.
  package init(_ figures: some Sequence<Int64?>) {
    for figure in figures { append(figure) }
  }

  /// Adds a weaker key.
  package mutating func append(_ figure: Int64?) {
    precondition(size < 32)
    if size > 1 { rest.append(0) }
    size += 1
    self[Int(size) - 1] = figure
  }
}

extension RankKeys: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { Int(size) }

  package subscript(position: Int) -> Int64? {
    get {
      precondition(position < size)
      if missing >> UInt32(position) & 1 == 1 { return nil }
      return position == 0 ? first : position == 1 ? second : rest[position - 2]
    }
    set {
      precondition(position < size)
      let value = newValue ?? 0
      if newValue == nil { missing |= 1 << UInt32(position) } else { missing &= ~(1 << UInt32(position)) }
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
