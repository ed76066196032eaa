import Programme

/// The learners that are possible after some conditions: ranges of their tallies and their total.
struct PossibleLearner {
  private let scorer: Scorer
  private let reaches: [TallyReach]
  private var lowest: [Int64?]
  private var highest: [Int64?]
  private var leastTotal: Int64 = 0
  private var passed: Bool?
  private var grade: Int?

  init(_ scorer: Scorer, _ reaches: [TallyReach]) {
    self.scorer = scorer
    self.reaches = reaches
    lowest = reaches.map(\.lowest)
    highest = reaches.map(\.highest)
  }

  /// Narrows the learners to those who meet a condition; says why none is left.
  mutating func admit(_ condition: Condition) -> Wording? {
    switch condition.test {
    case .above(let tally, let limit): raise(tally, to: limit + 1)
    case .atLeast(let tally, let limit): raise(tally, to: limit)
    case .atMost(let tally, let limit): lower(tally, to: limit)
    case .below(let tally, let limit): lower(tally, to: limit - 1)
    case .before(let tally, _), .after(let tally, _):
      if reaches[tally].isVain { return never(condition) }
      return nil
    case .passed(let demanded):
      if let passed, passed != demanded { return contradiction(condition) }
      passed = demanded
      if demanded { leastTotal = max(leastTotal, scorer.passLine) }
    case .totalAtLeast(let limit): leastTotal = max(leastTotal, limit)
    case .grade(let grade):
      if let other = self.grade, other != grade { return contradiction(condition) }
      self.grade = grade
      leastTotal = max(leastTotal, scorer.grades[grade].from)
      if scorer.grades[grade].from >= scorer.passLine {
        if passed == false { return contradiction(condition) }
        passed = true
      }
    case .spared: return nil
    }
    if let tally = condition.test.tallies.first { return obstacle(tally, condition) }
    if leastTotal > scorer.highest {
      let most = Points(scorer.highest, decimals: scorer.decimals).short
      return Wording(
        "\(condition.wording.english), but no total is above \(most)", "\(condition.wording.chinese)，但总成绩至多\(most)分")
    }
    if leastTotal > mostTotal { return contradiction(condition) }
    let isDecidedByTotal = scorer.requirements.isEmpty && scorer.vetoes.isEmpty
    if passed == false, isDecidedByTotal, leastTotal >= scorer.passLine { return contradiction(condition) }
    return nil
  }

  /// A grade ends where the next higher one begins; for those who fail, only where that one is theirs to have.
  private var mostTotal: Int64 {
    guard let grade, grade > 0 else { return scorer.highest }
    let next = scorer.grades[grade - 1].from
    return passed == true || next < scorer.passLine ? next - 1 : scorer.highest
  }

  private mutating func raise(_ tally: Int, to least: Int64) { lowest[tally] = max(lowest[tally] ?? least, least) }

  private mutating func lower(_ tally: Int, to most: Int64) { highest[tally] = min(highest[tally] ?? most, most) }

  private func obstacle(_ tally: Int, _ condition: Condition) -> Wording? {
    let reach = reaches[tally]
    if reach.isVain, reach.canBeAbsent { return never(condition) }
    guard let low = lowest[tally], let high = highest[tally], low > high else { return nil }
    if reach.isVain { return never(condition) }
    let isOutOfReach = (reach.highest.map { low > $0 } ?? false) || (reach.lowest.map { high < $0 } ?? false)
    guard isOutOfReach else { return contradiction(condition) }
    return Wording(
      "\(condition.wording.english) is beyond the bounds of its column", "“\(condition.wording.chinese)”超出该列的取值范围")
  }

  private func never(_ condition: Condition) -> Wording {
    Wording(
      "\(condition.wording.english), but no fact can ever count for it", "“\(condition.wording.chinese)”，但没有任何记录能计入")
  }

  private func contradiction(_ condition: Condition) -> Wording {
    Wording(
      "\(condition.wording.english) contradicts the conditions before it", "“\(condition.wording.chinese)”与前面的条件矛盾")
  }
}
