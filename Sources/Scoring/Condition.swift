package import Programme

/// A condition on one learner, its tally found in the learner's row.
package struct Condition: Hashable, Sendable {
  /// What is compared, by itself, for loops over many learners.
  package let test: Test
  /// The condition as a phrase: `总成绩不低于90分`.
  package let wording: Wording

  /// A comparison; a tally is named by its place in the row.
  package enum Test: Hashable, Sendable, BitwiseCopyable {
    /// Strictly above, in the tally's unit.
    case above(tally: Int, Int64)
    case atLeast(tally: Int, Int64)
    case passed(Bool)
    /// In units of 10^-decimals, on the printed total.
    case totalAtLeast(Int64)

    /// Whether a learner meets it; a tally without facts meets no demand.
    package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
      switch self {
      case .above(let tally, let limit): tallies[tally] > limit && tallies[tally] != Tally.absent
      case .atLeast(let tally, let limit): tallies[tally] >= limit && tallies[tally] != Tally.absent
      case .passed(let demanded): marks.passed == demanded
      case .totalAtLeast(let limit): marks.total >= limit
      }
    }
  }

  /// Whether a learner meets it.
  package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    test.holds(tallies, marks)
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
      let amount = operand.unit.wording(limit)
      test = .above(tally: operand.index, limit)
      wording = Wording(
        "\(operand.title) above \(amount.english)", "\(operand.title)多于\(amount.chinese)")
    case .atLeast(let id, let limit):
      guard let operand = Operand(id, among: tallies, at: place, faults) else { return nil }
      let amount = operand.unit.wording(limit)
      test = .atLeast(tally: operand.index, limit)
      wording = Wording("\(operand.title) of at least \(amount.english)", "\(operand.title)不少于\(amount.chinese)")
    case .passed(let demanded):
      test = .passed(demanded)
      wording = demanded ? Wording("passed", "考核合格") : Wording("not passed", "考核不合格")
    case .totalAtLeast(let limit):
      let line = Points(limit, decimals: decimals).short
      test = .totalAtLeast(limit)
      wording = Wording("a total of at least \(line)", "总成绩不低于\(line)分")
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
