package import Programme

/// What is known of a part of a split for the case that its claim equals others' and places are too few.
package struct EqualClaim: Hashable, Sendable {
  /// Whether a person gave the part one of the places.
  package var isDecided: Bool
  /// The part's lot, where lots decide.
  package var lot: Lot

  /// A part's word on equal claims.
  package init(isDecided: Bool = false, lot: Lot = Lot(number: 0)) {
    self.isDecided = isDecided
    self.lot = lot
  }
}

extension Split {
  /// Gives the places that equal claims compete for, as far as the rule settles them; the others stay with `unsettled`.
  ///
  /// `claims` and `words` are in the order of the allotments. Units are never told apart by their code or name.
  package mutating func settle(by rule: SplitEquals, claims: [Claim], words: [EqualClaim]) {
    let equals = allotments.indices.filter { unsettled.contains(allotments[$0].unit) }
    guard !equals.isEmpty else { return }
    let chosen: [Int]
    switch rule {
    case .person:
      let named = equals.filter { words[$0].isDecided }
      chosen = Int64(named.count) <= unplaced ? named : []
    case .larger: chosen = Self.first(unplaced, of: equals) { -Int128(claims[$0].size) }
    case .lot: chosen = Self.first(unplaced, of: equals) { Int128(words[$0].lot.number) }
    }
    for index in chosen {
      allotments[index].places += 1
      unplaced -= 1
    }
    unsettled = unplaced == 0 ? [] : equals.filter { !chosen.contains($0) }.map { allotments[$0].unit }
  }

  /// The first few by a number of which less is better; of equals at the end none.
  private static func first(_ count: Int64, of equals: [Int], by number: (Int) -> Int128) -> [Int] {
    equals.filter { index in equals.count { number($0) <= number(index) } <= count }
  }
}
