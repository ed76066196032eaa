/// The competition within one section, or the whole of a contest that is not divided.
struct Heat {
  let ranking: Ranking
  let line: Line
  /// The equals across the line before the tie policy was asked.
  var equals: [Int] { Array(ranking.order[line.across]) }
}

/// The heats of a contest after places were divided, and what the division came to.
struct Heats {
  var heats: [Heat]
  var split: Split?
  var sizes: [Int64] = []
  var keepsMinimum = true
  var refusals: [Refusal] = []
}

extension Contest {
  /// Ranks every section, draws its line and settles its tie, until no holder wins twice and no place waits that a section can use.
  ///
  /// A holder who wins keeps the best winning entry, and those that are worse leave their sections: their places fall to the next, and
  /// they tie with nobody. Entries that are better stay, since they may yet win. An entry that is out stays out and a section that is
  /// short never gets more, so this comes to an end.
  func run(_ decisions: inout [Decision], recommendation: Hearing, approval: Hearing) -> Heats {
    guard let division, let places else {
      return heats(
        &decisions, places: [places], isDivided: false, recommendation: recommendation, approval: approval)
    }
    let candidates = competitors(decisions)
    var (split, keepsMinimum) = division.split(places, candidates: candidates)
    while true {
      var decided = decisions
      var result = heats(
        &decided, places: split.allotments.map(\.places), isDivided: true, recommendation: recommendation,
        approval: approval)
      let needless = oncePerUnit ? needlessEntries(decisions, decided) : []
      for (index, better) in needless {
        decisions[index].other = self.candidates[better].key
        decisions[index].end(.excluded, because: .sameUnit)
      }
      guard needless.isEmpty else { continue }
      guard let next = division.passOn(split, candidates: competitors(decisions)) else {
        decisions = decided
        (result.split, result.keepsMinimum) = (split, keepsMinimum)
        result.sizes = zip(division.sections, candidates).map { $0.size ?? $1 }
        return result
      }
      split = next
    }
  }

  private func heats(
    _ decisions: inout [Decision], places: [Int64?], isDivided: Bool, recommendation: Hearing, approval: Hearing
  ) -> Heats {
    var result = Heats(heats: [])
    var members = [[Int]](repeating: [], count: places.count)
    for index in decisions.indices where decisions[index].outcome == .in {
      members[isDivided ? Int(candidates[index].section) : 0].append(index)
    }
    for (own, places) in zip(members, places) {
      let ranking = Ranking(own, by: order, keys: { candidates[$0].keys }, isListedBefore: isListedBefore)
      let heat = Heat(ranking: ranking, line: Line(places: places, across: ranking, of: candidates))
      place(&decisions, of: self, ranking: ranking, line: heat.line)
      result.refusals += settleTie(
        &decisions, of: self, equals: heat.equals, left: heat.line.left, recommendation: recommendation,
        approval: approval)
      listReserves(&decisions, of: self, ranking: ranking, line: heat.line)
      result.heats.append(heat)
    }
    return result
  }

  /// How many compete in each section.
  private func competitors(_ decisions: [Decision]) -> [Int64] {
    var counts = [Int64](repeating: 0, count: division?.sections.count ?? 0)
    for index in decisions.indices where decisions[index].outcome == .in {
      counts[Int(candidates[index].section)] += 1
    }
    return counts
  }

  /// Entries that still compete though a better one of the same holder wins, each with that one.
  private func needlessEntries(_ decisions: [Decision], _ decided: [Decision]) -> [(index: Int, better: Int)] {
    var best: [Int64: Int] = [:]
    for index in decided.indices where decided[index].outcome == .in {
      let holder = candidates[index].unit
      if let other = best[holder], !isBetterEntry(index, than: other) { continue }
      best[holder] = index
    }
    return decisions.indices.compactMap { index in
      guard decisions[index].outcome == .in, let winner = best[candidates[index].unit], winner != index,
        isBetterEntry(winner, than: index)
      else { return nil }
      return (index, winner)
    }
  }
}
