package import Programme

/// A condition on one learner, its tally found in the learner's row.
package enum Condition: Hashable, Sendable {
  /// Strictly above, in the tally's unit.
  case above(Operand, Int64)
  case atLeast(Operand, Int64)
  case passed(Bool)
  /// In units of 10^-decimals, on the printed total.
  case totalAtLeast(Points)

  /// Whether a learner meets it; a tally without facts meets no demand.
  package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    switch self {
    case .above(let operand, let limit): tallies[operand.index] > limit
    case .atLeast(let operand, let limit): tallies[operand.index] >= limit
    case .passed(let demanded): marks.passed == demanded
    case .totalAtLeast(let limit): marks.total >= limit.units
    }
  }

  /// The condition as a phrase: `总成绩不低于90分`.
  package var wording: Wording {
    switch self {
    case .above(let operand, let limit):
      Wording(
        "\(operand.title) above \(operand.unit.wording(limit).english)",
        "\(operand.title)多于\(operand.unit.wording(limit).chinese)")
    case .atLeast(let operand, let limit):
      Wording(
        "\(operand.title) of at least \(operand.unit.wording(limit).english)",
        "\(operand.title)不少于\(operand.unit.wording(limit).chinese)")
    case .passed(true): Wording("passed", "考核合格")
    case .passed(false): Wording("not passed", "考核不合格")
    case .totalAtLeast(let limit):
      Wording("a total of at least \(limit.short)", "总成绩不低于\(limit.short)分")
    }
  }
}

extension Condition {
  /// Looks the tally up; nil, and a fault at the place, when the programme has none of that name.
  package init?(
    _ condition: LearnerCondition, tallies: [Tally], decimals: Int, at place: Place, faults: FaultCollector
  ) {
    switch condition {
    case .above(let id, let limit):
      guard let operand = Operand(id, among: tallies, at: place, faults) else { return nil }
      self = .above(operand, limit)
    case .atLeast(let id, let limit):
      guard let operand = Operand(id, among: tallies, at: place, faults) else { return nil }
      self = .atLeast(operand, limit)
    case .passed(let demanded): self = .passed(demanded)
    case .totalAtLeast(let limit): self = .totalAtLeast(Points(limit, decimals: decimals))
    }
  }
}

extension Operand {
  /// The tally of that name; nil, and a fault at the place, when the programme has none.
  package init?(_ id: Identifier<Tally>, among tallies: [Tally], at place: Place, _ faults: FaultCollector) {
    guard let index = tallies.firstIndex(where: { $0.id == id }) else {
      let hint = Spelling.hint(for: id.text, among: tallies.map(\.id.text))
      faults.refuse(
        place, Wording("unknown tally '\(id)'; \(hint.english)", "未知的统计量 '\(id)'；\(hint.chinese)"))
      return nil
    }
    self.init(tallies[index], at: index)
  }
}

extension Collection<Condition> {
  /// Whether a learner meets all of them.
  package func allHold(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    for condition in self where !condition.holds(tallies, marks) { return false }
    return true
  }
}
