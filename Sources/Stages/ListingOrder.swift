import Awards

/// The order in which the papers list the candidates of an award: by rank whoever was ranked, whatever an office said afterwards, then
/// everybody else; in a divided award those within the places of all sections first, section by section.
struct ListingOrder {
  /// Places among the decisions of the ruling, the one listed first before all others.
  let indices: [Int32]

  private struct Key {
    /// Whether the candidate was ranked in the end, came within the places, the section and the rank, from the most telling bits to the least.
    let rank: UInt64
    let position: Int64
    let candidate: Int64
    let index: Int32
  }

  /// `candidates` are those of the ruling's contest, in the same order as its decisions.
  init(_ ruling: Ruling, _ candidates: [Candidate]) {
    var keys: [Key] = []
    keys.reserveCapacity(candidates.count)
    let (decisions, isDivided) = (ruling.decisions, ruling.split != nil)
    for index in decisions.indices {
      let section = isDivided ? UInt64(candidates[index].section) + 1 : 0
      let outcome = decisions[index].outcome
      let isWithin = outcome.cameWithin
      let isListed = isWithin || outcome == .reserve || outcome == .below
      var rank = min(decisions[index].rank.map { UInt64(clamping: $0) } ?? Self.last, Self.last) | section << 40
      if !isListed { rank |= 1 << 63 }
      if section > 0, !isWithin { rank |= 1 << 62 }
      keys.append(
        Key(
          rank: rank, position: candidates[index].listing, candidate: decisions[index].candidate, index: Int32(index)))
    }
    keys.sort { ($0.rank, $0.position, $0.candidate) < ($1.rank, $1.position, $1.candidate) }
    indices = keys.map(\.index)
  }

  /// The rank of whoever has none.
  private static let last: UInt64 = (1 << 40) - 1
}
