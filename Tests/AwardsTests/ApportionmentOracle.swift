import Awards
import Programme

/// A division of places taken word for word from the methods' definitions, in time that only small cases can afford.
struct ApportionmentOracle {
  let places: Int64
  let sizes: [Int64]
  let caps: [Int64?]
  let method: SplitMethod

  init(places: Int64, sizes: [Int64], caps: [Int64?], method: SplitMethod) {
    (self.places, self.sizes, self.caps, self.method) = (places, sizes, caps, method)
  }

  /// What each gets, and who waits for a person because claims are equal; nil where the minimum of all is more than there is.
  func divided(minimum: Int64) -> (places: [Int64], waiting: Set<Int>)? {
    let floors = caps.map { min(minimum, $0 ?? minimum) }
    guard floors.reduce(0, +) <= places else { return nil }
    return method == .largestRemainder ? byRemainders(floors) : byQuotients(floors)
  }

  /// One place after another to whoever no other has a greater quotient than; equals all or none.
  private func byQuotients(_ floors: [Int64]) -> (places: [Int64], waiting: Set<Int>) {
    var given = floors
    while given.reduce(0, +) < places {
      let open = sizes.indices.filter { sizes[$0] > 0 && given[$0] < caps[$0] ?? .max }
      func divisor(_ index: Int) -> Int64 { method == .dhondt ? given[index] + 1 : 2 * given[index] + 1 }
      let best = open.filter { one in open.allSatisfy { sizes[one] * divisor($0) >= sizes[$0] * divisor(one) } }
      if best.isEmpty { break }
      guard given.reduce(0, +) + Int64(best.count) <= places else { return (given, Set(best)) }
      for index in best { given[index] += 1 }
    }
    return (given, [])
  }

  /// Whoever falls short of the minimum, or would exceed a cap, is set there and leaves; the others share what is left.
  private func byRemainders(_ floors: [Int64]) -> (places: [Int64], waiting: Set<Int>) {
    var set: [Int: Int64] = [:]
    while true {
      let open = sizes.indices.filter { set[$0] == nil }
      let free = places - set.values.reduce(0, +)
      let size = open.reduce(0) { $0 + sizes[$1] }
      func whole(_ index: Int) -> Int64 { size > 0 ? free * sizes[index] / size : 0 }
      let wholes = sizes.indices.map { index in
        set[index] ?? min(max(whole(index), floors[index]), caps[index] ?? .max)
      }
      if wholes.reduce(0, +) > places {
        for index in open where whole(index) < floors[index] { set[index] = floors[index] }
        continue
      }
      let full = open.filter { index in size > 0 && caps[index].map { free * sizes[index] >= $0 * size } ?? false }
      if !full.isEmpty {
        for index in full { set[index] = caps[index] ?? 0 }
        continue
      }
      return withRemainders(wholes, open.filter { size > 0 && whole($0) >= floors[$0] }) { free * sizes[$0] % size }
    }
  }

  private func withRemainders(
    _ wholes: [Int64], _ claimants: [Int], _ remainder: (Int) -> Int64
  ) -> (places: [Int64], waiting: Set<Int>) {
    var given = wholes
    var rest = places - wholes.reduce(0, +)
    var left = claimants.filter { remainder($0) > 0 }
    while rest > 0, let greatest = left.map(remainder).max() {
      let equals = left.filter { remainder($0) == greatest }
      guard Int64(equals.count) <= rest else { return (given, Set(equals)) }
      for index in equals { given[index] += 1 }
      rest -= Int64(equals.count)
      left.removeAll { remainder($0) == greatest }
    }
    return (given, [])
  }
}
