import Programme
import Scoring

/// The numerator or the denominator of a metric: which sum, times what, in which unit.
struct Term: Hashable, Sendable {
  /// The place of the sum among the addends.
  let addend: Int
  let times: Int64
  /// How many stored units make one: 100 for marks, 10^decimals for points, 1 for counts and seconds.
  let scale: Int64

  /// Highest factor; with `UnitFigures.limit` it keeps every figure within 64 bits.
  static let highestFactor: Int64 = 10_000

  /// Finds the sum among the addends or appends it; nil, and a fault at the place, when the quantity cannot be read.
  init?(
    _ quantity: Quantity, _ scope: MetricScope, _ place: Place, _ addends: inout [Addend], _ faults: FaultCollector
  ) {
    guard let addend = Addend(quantity.source, scope, at: place, faults) else { return nil }
    guard (1...Self.highestFactor).contains(quantity.times) else {
      faults.refuse(
        place,
        Wording(
          "a quantity is taken times \(quantity.times); expected a factor from 1 to \(Self.highestFactor)",
          "数量的倍数为 \(quantity.times)；应在 1 到 \(Self.highestFactor) 之间"))
      return nil
    }
    scale =
      switch addend {
      case .enrolled, .learners, .units, .responses: 1
      case .tally(let index), .unitTally(let index): Int64(powerOfTen(scope.tallies[index].unit.decimals))
      case .points, .total: Int64(powerOfTen(scope.decimals))
      }
    times = quantity.times
    if let known = addends.firstIndex(of: addend) {
      self.addend = known
    } else {
      self.addend = addends.count
      addends.append(addend)
    }
  }
}
