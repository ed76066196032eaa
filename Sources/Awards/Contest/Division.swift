package import Programme

/// How the places of a contest are divided between its sections, each of which has its own ranking and its own line.
package struct Division: Sendable {
  package var method: SplitMethod
  package var minimum: Int64
  package var equals: SplitEquals
  package var sections: [Section]

  /// A division into sections.
  package init(method: SplitMethod, minimum: Int64 = 0, equals: SplitEquals = .person, sections: [Section]) {
    self.method = method
    self.minimum = minimum
    self.equals = equals
    self.sections = sections
  }
}

/// One section: a unit, a project, a subject or a cohort.
package struct Section: Sendable, Hashable {
  /// What its share goes by; nil for the number of its ranked candidates.
  package var size: Int64?
  package var word: EqualClaim

  /// A section of a size.
  package init(size: Int64?, word: EqualClaim = EqualClaim()) {
    self.size = size
    self.word = word
  }
}

extension Division {
  /// Splits places between the sections, none of which gets more than it has candidates.
  ///
  /// Where the places do not suffice for the minimum of all, there is no minimum for anybody: who would get it is not for the
  /// program to say. What the equals at the end of a split cannot have stays unplaced.
  func split(_ places: Int64, candidates: [Int64]) -> (split: Split, keepsMinimum: Bool) {
    let claims = self.claims(candidates: candidates, taken: nil)
    let kept = apportion(places, among: claims, minimum: minimum, by: method)
    var split =
      kept ?? apportion(places, among: claims, by: method) ?? Split(allotments: [], unsettled: [], unplaced: places)
    split.settle(by: equals, claims: claims, words: sections.map(\.word))
    return (split, kept != nil)
  }

  /// Passes on the places that sections have and can no longer use, by the same method among those that can; nil when there are none.
  func passOn(_ split: Split, candidates: [Int64]) -> Split? {
    var next = split
    var freed: Int64 = 0
    for index in next.allotments.indices where next.allotments[index].places > candidates[index] {
      let idle = next.allotments[index].places - candidates[index]
      freed += idle
      next.allotments[index].places -= idle
      next.allotments[index].passedOn -= idle
    }
    guard freed > 0 else { return nil }
    let claims = self.claims(candidates: candidates, taken: next.allotments.map(\.places))
    guard var second = apportion(freed, among: claims, by: method) else { return next }
    second.settle(by: equals, claims: claims, words: sections.map(\.word))
    for (index, allotment) in second.allotments.enumerated() {
      next.allotments[index].places += allotment.places
      next.allotments[index].passedOn += allotment.places
    }
    next.unplaced += second.unplaced
    next.unsettled += second.unsettled.filter { !next.unsettled.contains($0) }
    return next
  }

  private func claims(candidates: [Int64], taken: [Int64]?) -> [Claim] {
    sections.indices.map { index in
      Claim(
        unit: Int64(index), size: sections[index].size ?? candidates[index],
        cap: candidates[index] - (taken?[index] ?? 0))
    }
  }
}
