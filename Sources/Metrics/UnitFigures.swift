/// The sums of every unit, a row of addends for each.
package struct UnitFigures: Sendable {
  private var sums: [Int64]
  private let addends: Int
  /// Whether a sum left the range in which it is exact; then no figure may be printed.
  package private(set) var overflowed = false

  /// Highest sum, so that it can still be multiplied by the factor of a metric.
  static let limit = (Int64.max / Term.highestFactor).magnitude

  init(units: Int, addends: Int) {
    sums = Array(repeating: 0, count: units * addends)
    self.addends = addends
  }

  mutating func add(_ value: Int64, to unit: Int, _ addend: Int) {
    let sum = sums[unit * addends + addend] &+ value
    if sum.magnitude > Self.limit { overflowed = true }
    sums[unit * addends + addend] = overflowed ? 0 : sum
  }

  func sum(of unit: Int, _ addend: Int) -> Int64 {
    sums[unit * addends + addend]
  }

  /// Adds figures of the same units, folded elsewhere.
  package mutating func add(_ other: UnitFigures) {
    for index in sums.indices {
      add(other.sums[index], to: index / addends, index % addends)
    }
    overflowed = overflowed || other.overflowed
  }

  /// The figures with every unit's own added to all units above it.
  ///
  /// `parents` holds for each unit the place of the unit above it, nil for the topmost.
  package func rolledUp(parents: [Int?]) -> UnitFigures {
    var totals = self
    for unit in parents.indices {
      var above = parents[unit]
      // A chain is never longer than the units are many; the count ends a chain that bites its own tail.
      for _ in parents.indices {
        guard let parent = above else { break }
        for addend in 0..<addends { totals.add(sum(of: unit, addend), to: parent, addend) }
        above = parents[parent]
      }
    }
    return totals
  }
}
