package import Programme

/// Looks at every condition on learners: those that nobody can meet, and requirements and vetoes that decide nothing.
func lintConditions(_ programme: Programme, _ scorer: Scorer, _ faults: FaultCollector) {
  let reading = ConditionReading(programme, scorer)
  for clause in programme.scoring.requirements {
    if let obstacle = reading.obstacle(clause.conditions, at: clause.place) {
      faults.refuse(
        obstacle.place,
        Wording(
          "nobody can pass, since no learner can meet this requirement: \(obstacle.why.english); correct the amount",
          "无人能够合格，因为此项要求无人能够达到：\(obstacle.why.chinese)；请核对数值"))
    } else if reading.alwaysHolds(clause.conditions, at: clause.place) {
      faults.warn(
        clause.place,
        Wording(
          "requirement '\(clause.id)' is met by everybody and decides nothing; raise the amount or remove it",
          "要求 '\(clause.id)' 人人都能达到，不起作用；请提高数值或删去"))
    }
  }
  for clause in programme.scoring.vetoes {
    if let obstacle = reading.obstacle(clause.conditions, at: clause.place) {
      warnVain("veto '\(clause.id)' can never strike", "否决 '\(clause.id)' 永远不会成立", obstacle, faults)
    } else if reading.alwaysHolds(clause.conditions, at: clause.place) {
      faults.refuse(
        clause.place,
        Wording(
          "nobody can pass, since veto '\(clause.id)' strikes everybody; correct the amount",
          "无人能够合格，因为否决 '\(clause.id)' 对人人成立；请核对数值"))
    }
  }
  for clause in programme.scoring.flags {
    guard let obstacle = reading.obstacle(clause.conditions, at: clause.place) else { continue }
    warnVain("flag '\(clause.id)' can never be raised", "提示 '\(clause.id)' 永远不会出现", obstacle, faults)
  }
  for award in programme.awards {
    guard let obstacle = reading.obstacle(award.eligible, at: award.place) else { continue }
    warnVain("nobody can win award '\(award.id)'", "奖项 '\(award.id)' 无人能够获得", obstacle, faults)
  }
}

private func warnVain(
  _ english: String, _ chinese: String, _ obstacle: ConditionObstacle, _ faults: FaultCollector
) {
  faults.warn(
    obstacle.place,
    Wording("\(english): \(obstacle.why.english); correct the condition", "\(chinese)：\(obstacle.why.chinese)；请核对条件"))
}

/// Why no learner can meet some conditions together.
package struct ConditionObstacle: Sendable {
  /// The first condition that cannot be met beside those before it.
  package let place: Place
  package let why: Wording

  package init(place: Place, why: Wording) {
    self.place = place
    self.why = why
  }
}

/// Follows conditions through the numbers that are possible.
package struct ConditionReading: Sendable {
  private let scope: ConditionScope
  private let reaches: [TallyReach]
  private let scorer: Scorer

  package init(_ programme: Programme, _ scorer: Scorer) {
    scope = programme.conditionScope
    reaches = LintScope(programme).reaches
    self.scorer = scorer
  }

  private func read(_ conditions: [LearnerCondition], at place: Place) -> [(written: LearnerCondition, read: Condition)]
  {
    let unheard = FaultCollector()
    return conditions.compactMap { written in
      Condition(written, scope, at: place, faults: unheard).map { (written, $0) }
    }
  }

  /// Why no learner meets all of them; nil when one may.
  package func obstacle(_ conditions: [LearnerCondition], at place: Place) -> ConditionObstacle? {
    var possible = PossibleLearner(scorer, reaches)
    for (written, condition) in read(conditions, at: place) {
      if let why = possible.admit(condition) { return ConditionObstacle(place: written.place ?? place, why: why) }
    }
    return nil
  }

  /// Whether every learner meets all of them.
  func alwaysHolds(_ conditions: [LearnerCondition], at place: Place) -> Bool {
    let all = read(conditions, at: place)
    return !all.isEmpty && all.count == conditions.count
      && all.allSatisfy { pair in
        guard let index = pair.read.test.tallies.first, !reaches[index].canBeAbsent else { return false }
        let (lowest, highest) = (reaches[index].lowest, reaches[index].highest)
        return switch pair.read.test {
        case .above(_, let limit): lowest.map { $0 > limit } ?? false
        case .atLeast(_, let limit): lowest.map { $0 >= limit } ?? false
        case .atMost(_, let limit): highest.map { $0 <= limit } ?? false
        case .below(_, let limit): highest.map { $0 < limit } ?? false
        case .before, .after, .passed, .totalAtLeast, .grade, .spared: false
        }
      }
  }
}

extension LearnerCondition {
  /// Where the file states what it compares with; nil for a condition without an amount.
  var place: Place? {
    switch self {
    case .above(_, let amount), .atLeast(_, let amount), .atMost(_, let amount), .below(_, let amount): amount.place
    case .before(_, let other), .after(_, let other): other.place
    case .grade(let grade): grade.place
    case .passed, .totalAtLeast: nil
    }
  }
}
