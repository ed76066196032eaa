import Scoring

/// Splits places by highest averages (最高均数法): each place goes to the claim whose size, divided by the divisor of its next place,
/// is the greatest.
///
/// The divisors are 1, 2, 3 … (d'Hondt, Jefferson) or 1, 3, 5 … (Sainte-Laguë, Webster). Every claim begins with the minimum, as far as
/// its cap allows, and no claim gets more than its cap. Returns nil when the places do not suffice for the minimum of all.
func highestAverages(places: Int64, among claims: [Claim], minimum: Int64, divisor: (Int64) -> Int64) -> Split? {
  let floors = claims.map { min(minimum, $0.cap ?? minimum) }
  guard floors.reduce(0, +) <= places else { return nil }
  let all = claims.reduce(0) { $0 + Int128($1.size) }
  var split = Split(
    allotments: zip(claims, floors).map { claim, floor in
      Allotment(
        unit: claim.unit, exact: Fraction(Int128(places) * Int128(claim.size), over: all), whole: floor, places: floor)
    }, unsettled: [], unplaced: places - floors.reduce(0, +))
  var queue = QuotientQueue()
  func enqueue(_ index: Int) {
    let next = split.allotments[index].places
    guard claims[index].size > 0, next < claims[index].cap ?? .max else { return }
    queue.insert(Quotient(claim: index, size: claims[index].size, divisor: divisor(next)))
  }
  for index in claims.indices { enqueue(index) }
  while split.unplaced > 0, let equals = queue.popGreatest() {
    guard Int64(equals.count) <= split.unplaced else {
      split.unsettled = equals.map(\.claim).sorted().map { claims[$0].unit }
      break
    }
    for quotient in equals {
      split.allotments[quotient.claim].places += 1
      split.allotments[quotient.claim].quotient = Fraction(Int128(quotient.size), over: Int128(quotient.divisor))
      split.unplaced -= 1
      enqueue(quotient.claim)
    }
  }
  return split
}

/// A claim's size over the divisor of its next place.
private struct Quotient {
  let claim: Int
  let size: Int64
  let divisor: Int64

  func isGreater(than other: Quotient) -> Bool {
    Int128(size) * Int128(other.divisor) > Int128(other.size) * Int128(divisor)
  }
}

/// The next quotient of every claim, the greatest on top: a binary heap, since an award can have as many places as candidates.
private struct QuotientQueue {
  private var heap: [Quotient] = []

  mutating func insert(_ quotient: Quotient) {
    heap.append(quotient)
    var child = heap.count - 1
    while child > 0, heap[child].isGreater(than: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// All quotients that are equal to the greatest; nil when none is left.
  mutating func popGreatest() -> [Quotient]? {
    guard let first = pop() else { return nil }
    var equals = [first]
    while let next = heap.first, !first.isGreater(than: next) {
      equals.append(next)
      _ = pop()
    }
    return equals
  }

  private mutating func pop() -> Quotient? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let greater = children.max(by: { heap[$1].isGreater(than: heap[$0]) }),
        heap[greater].isGreater(than: heap[parent])
      else { return top }
      heap.swapAt(parent, greater)
      parent = greater
    }
  }
}
