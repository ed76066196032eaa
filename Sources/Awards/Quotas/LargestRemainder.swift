import Scoring

/// Splits places by largest remainder (最大余数法): whole parts first, the rest one by one to the largest remainders.
///
/// A unit below `minimum` gets the minimum and takes no part in the remainders; what a capped unit cannot use is split
/// among the others. Returns nil when the places do not suffice for the minimum of every unit.
package func largestRemainder(places: Int64, among claims: [Claim], minimum: Int64 = 0) -> Split? {
  let floors = claims.map { min(minimum, $0.cap ?? minimum) }
  guard floors.reduce(0, +) <= places else { return nil }
  var round = Round(places: places, claims: claims)
  while true {
    let raised = round.open.filter { round.whole(at: $0) < floors[$0] }
    let wholes = claims.indices.map { index in
      round.fixed[index] ?? min(max(round.whole(at: index), floors[index]), claims[index].cap ?? .max)
    }
    if wholes.reduce(0, +) > places {
      for index in raised { round.hold(index, at: floors[index]) }
      continue
    }
    let full = round.open.filter { round.fills(claims[$0].cap, at: $0) }
    guard full.isEmpty else {
      for index in full { round.hold(index, at: claims[index].cap ?? 0) }
      continue
    }
    let rest = places - wholes.reduce(0, +)
    return round.split(wholes: wholes, rest: rest, among: round.open.filter { round.whole(at: $0) >= floors[$0] })
  }
}

/// One round of the split: units held at their minimum or cap, and the shares of the others in what is left.
private struct Round {
  let places: Int64
  let claims: [Claim]
  /// The places of the units that are held; nil for the others.
  private(set) var fixed: [Int64?]
  /// The places of the units that are not held, and their sizes together.
  private var free: Int128
  private var size: Int128

  init(places: Int64, claims: [Claim]) {
    (self.places, self.claims) = (places, claims)
    fixed = claims.map { _ in nil }
    free = Int128(places)
    size = claims.reduce(0) { $0 + Int128($1.size) }
  }

  var open: [Int] { claims.indices.filter { fixed[$0] == nil } }

  mutating func hold(_ index: Int, at places: Int64) {
    fixed[index] = places
    free -= Int128(places)
    size -= Int128(claims[index].size)
  }

  func whole(at index: Int) -> Int64 {
    size > 0 ? Int64(free * Int128(claims[index].size) / size) : 0
  }

  /// Whether the unit's share reaches its cap, so that a remainder would be lost on it.
  func fills(_ cap: Int64?, at index: Int) -> Bool {
    guard let cap, size > 0 else { return false }
    return free * Int128(claims[index].size) >= Int128(cap) * size
  }

  func split(wholes: [Int64], rest: Int64, among units: [Int]) -> Split {
    let remainders = units.map { (index: $0, parts: size > 0 ? free * Int128(claims[$0].size) % size : 0) }
      .filter { $0.parts > 0 }
      .sorted { ($1.parts, $0.index) < ($0.parts, $1.index) }
    var split = Split(allotments: allotments(wholes), unsettled: [], unplaced: rest)
    var start = 0
    while start < remainders.count {
      let equals = remainders[start...].prefix { $0.parts == remainders[start].parts }
      let isGiven = split.unsettled.isEmpty && split.unplaced >= equals.count
      if !isGiven, split.unsettled.isEmpty, split.unplaced > 0 {
        split.unsettled = equals.map { claims[$0.index].unit }
      }
      for (index, _) in equals {
        split.allotments[index].remainderRank = Int64(start + 1)
        if isGiven { split.allotments[index].places += 1 }
      }
      if isGiven { split.unplaced -= Int64(equals.count) }
      start = equals.endIndex
    }
    return split
  }

  private func allotments(_ wholes: [Int64]) -> [Allotment] {
    let all = claims.reduce(0) { $0 + Int128($1.size) }
    return zip(claims, wholes).map { claim, whole in
      Allotment(
        unit: claim.unit, exact: Fraction(Int128(places) * Int128(claim.size), over: all), whole: whole, places: whole)
    }
  }
}
