package import Programme

/// The least that a learner would have to add to one tally to reach more points.
package struct Improvement: Hashable, Sendable {
  package let operand: Operand
  /// What is added, in the tally's unit.
  package let amount: Int64
  /// The component's points after it.
  package let points: Points
  /// How many points more that is.
  package let gain: Points

  /// `学习时长再增加12秒，可得45.01分（增加0.01分）`.
  package var wording: Wording {
    let more = operand.unit.wording(amount)
    return Wording(
      "\(operand.title): \(amount == 1 && operand.unit == .items ? "one" : more.english) more would give "
        + "\(points.text) points (\(gain.text) more)",
      "\(operand.title)再增加\(more.chinese)，可得\(points.text)分（增加\(gain.text)分）")
  }
}

extension ScoredComponent {
  /// The smallest change that gives any more points; nil when no amount does.
  package func smallestImprovement(_ tallies: [Int64]) -> Improvement? {
    improvement(tallies, reaching: points(tallies) + 1)
  }

  /// The smallest change that gives all points; nil when they are given, or out of reach.
  package func improvementToFull(_ tallies: [Int64]) -> Improvement? {
    points(tallies) < maximum.units ? improvement(tallies, reaching: maximum.units) : nil
  }

  private func points(_ tallies: [Int64]) -> Int64 {
    rule.outcome(tallies.span, maximum: maximum.units).points
  }

  /// The operand named first counts where several would do.
  private func improvement(_ tallies: [Int64], reaching goal: Int64) -> Improvement? {
    for operand in rule.operands {
      guard let amount = leastAddition(to: operand, of: tallies, reaching: goal) else { continue }
      let reached = points(raised(tallies, at: operand, by: amount))
      return Improvement(
        operand: operand, amount: amount, points: Points(reached, decimals: maximum.decimals),
        gain: Points(reached - points(tallies), decimals: maximum.decimals))
    }
    return nil
  }

  /// Doubles, then halves: points never fall when a tally grows.
  private func leastAddition(to operand: Operand, of tallies: [Int64], reaching goal: Int64) -> Int64? {
    var enough: Int64 = 1
    while points(raised(tallies, at: operand, by: enough)) < goal {
      guard enough < Int64.max / 4 else { return nil }
      enough *= 2
    }
    var tooLittle = enough / 2
    while enough - tooLittle > 1 {
      let middle = tooLittle + (enough - tooLittle) / 2
      if points(raised(tallies, at: operand, by: middle)) < goal { tooLittle = middle } else { enough = middle }
    }
    return enough
  }

  private func raised(_ tallies: [Int64], at operand: Operand, by amount: Int64) -> [Int64] {
    var raised = tallies
    let (sum, overflows) = max(0, tallies[operand.index]).addingReportingOverflow(amount)
    raised[operand.index] = overflows ? Int64.max : sum
    return raised
  }
}
