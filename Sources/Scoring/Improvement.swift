package import Programme

/// One tally that grows, or falls, by an amount.
package struct Change: Hashable, Sendable {
  package let operand: Operand
  /// What is added or taken away, in the tally's unit.
  package let amount: Int64
  /// Whether it is taken away, as an absence that did not happen.
  package let falls: Bool

  init(_ operand: Operand, by amount: Int64, falls: Bool = false) {
    self.operand = operand
    self.amount = amount
    self.falls = falls
  }

  /// `学习时长再增加12秒`, `迟交减少1次`.
  package var wording: Wording {
    guard operand.unit != .moment else { return shift }
    let size = operand.wording(amount)
    let english = amount == 1 && operand.unit == .items ? "one" : size.english
    guard falls else {
      return Wording("\(operand.title): \(english) more", "\(operand.title)再增加\(size.chinese)")
    }
    let less = operand.unit == .items ? "fewer" : "less"
    return Wording("\(operand.title): \(english) \(less)", "\(operand.title)减少\(size.chinese)")
  }

  /// A moment comes earlier or later, by a length of time.
  private var shift: Wording {
    let length = TallyUnit.seconds.wording(amount)
    return falls
      ? Wording("\(operand.title): \(length.english) earlier", "\(operand.title)提前\(length.chinese)")
      : Wording("\(operand.title): \(length.english) later", "\(operand.title)推迟\(length.chinese)")
  }

  /// The learner's row after it.
  func applied(to tallies: [Int64]) -> [Int64] {
    var changed = tallies
    let value = max(0, tallies[operand.index])
    let (sum, overflows) = value.addingReportingOverflow(falls ? -amount : amount)
    changed[operand.index] = overflows ? Int64.max : max(0, sum)
    return changed
  }
}

/// The least that would have to be different for more points: mostly one tally, several where no single one is enough.
package struct Improvement: Hashable, Sendable {
  package let changes: [Change]
  /// The component's points after it.
  package let points: Points
  /// How many points more that is.
  package let gain: Points

  /// The first tally that changes, and by how much.
  package var operand: Operand { changes[0].operand }
  package var amount: Int64 { changes[0].amount }

  /// `学习时长再增加12秒，可得45.01分（增加0.01分）`.
  package var wording: Wording {
    Wording(
      "\(changes.map(\.wording.english).joined(separator: ", ")) would give \(points.text) points (\(gain.text) more)",
      "\(changes.map(\.wording.chinese).joined(separator: "、"))，可得\(points.text)分（增加\(gain.text)分）")
  }
}

extension ScoredComponent {
  /// The smallest change that gives any more points; nil when no amount does.
  package func smallestImprovement(_ tallies: [Int64]) -> Improvement? {
    improvement(tallies, reaching: points(tallies) + 1) ?? together(tallies, reaching: points(tallies) + 1)
  }

  /// The smallest change that gives all points; nil when they are given, or out of reach.
  package func improvementToFull(_ tallies: [Int64]) -> Improvement? {
    guard points(tallies) < maximum.units else { return nil }
    return improvement(tallies, reaching: maximum.units) ?? together(tallies, reaching: maximum.units)
  }

  private func points(_ tallies: [Int64]) -> Int64 {
    rule.outcome(tallies.span, maximum: maximum.units).points
  }

  /// The operand named first counts where several would do.
  private func improvement(_ tallies: [Int64], reaching goal: Int64) -> Improvement? {
    for operand in rule.operands {
      let change =
        rule.costs(operand)
        ? leastReduction(of: operand, in: tallies, reaching: goal).map { Change(operand, by: $0, falls: true) }
        : leastAddition(to: operand, of: tallies, reaching: goal).map { Change(operand, by: $0) }
      if let change { return improvement(by: [change], of: tallies) }
    }
    return nil
  }

  /// What the rule itself names, where a single tally is not enough.
  private func together(_ tallies: [Int64], reaching goal: Int64) -> Improvement? {
    guard let changes = rule.changesToFull(tallies.span, maximum: maximum.units), !changes.isEmpty else { return nil }
    let improvement = improvement(by: changes, of: tallies)
    return improvement.points.units >= goal ? improvement : nil
  }

  private func improvement(by changes: [Change], of tallies: [Int64]) -> Improvement {
    let reached = points(changes.reduce(tallies) { $1.applied(to: $0) })
    return Improvement(
      changes: changes, points: Points(reached, decimals: maximum.decimals),
      gain: Points(reached - points(tallies), decimals: maximum.decimals))
  }

  /// Doubles, then halves: points never fall when the tally grows.
  private func leastAddition(to operand: Operand, of tallies: [Int64], reaching goal: Int64) -> Int64? {
    func reaches(_ amount: Int64) -> Bool { points(Change(operand, by: amount).applied(to: tallies)) >= goal }
    var enough: Int64 = 1
    while !reaches(enough) {
      guard enough < Int64.max / 4 else { return nil }
      enough *= 2
    }
    return least(between: enough / 2, and: enough, reaches)
  }

  /// Points never fall when a tally that costs points falls; it can fall to zero at most.
  private func leastReduction(of operand: Operand, in tallies: [Int64], reaching goal: Int64) -> Int64? {
    let value = max(0, tallies[operand.index])
    func reaches(_ amount: Int64) -> Bool {
      points(Change(operand, by: amount, falls: true).applied(to: tallies)) >= goal
    }
    guard value > 0, reaches(value) else { return nil }
    return least(between: 0, and: value, reaches)
  }

  private func least(between tooLittle: Int64, and enough: Int64, _ reaches: (Int64) -> Bool) -> Int64 {
    var (tooLittle, enough) = (tooLittle, enough)
    while enough - tooLittle > 1 {
      let middle = tooLittle + (enough - tooLittle) / 2
      if reaches(middle) { enough = middle } else { tooLittle = middle }
    }
    return enough
  }
}
