import Programme

/// `bonus`: points for each of something, on top of the hundred; the total is capped at one hundred.
struct Bonus: RuleKind {
  let of: Operand
  /// Points of one, in units of 10^-decimals.
  let each: Int64
  /// Highest points, in units of 10^-decimals; the component's own unless the rule says less.
  let cap: Points

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.items]))
    each = fields.required("each", .points(scope))
    let stated = fields.optional("cap", .points(scope))
    if let stated, stated > scope.maximum.units {
      fields.refuse(
        "cap",
        Wording(
          "the cap is above the component's points; expected at most \(scope.maximum.short)",
          "封顶分值高于该项分值；至多为 \(scope.maximum.short)"))
    }
    cap = Points(stated ?? scope.maximum.units, decimals: scope.maximum.decimals)
  }

  var operands: [Operand] { [of] }

  var divisor: Int128 { 1 }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    ExactOutcome(tallies[of.index], times: each, over: 1, ceiling: cap.units)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let stated = of.stated(tallies)
    let rate = Points(each, decimals: cap.decimals).short
    return Wording(
      "\(stated.english) × \(rate) points on top, at most \(cap.short)", "\(stated.chinese)×加\(rate)分，\(cap.short)分封顶")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let rate = Points(each, decimals: cap.decimals).short
    return Wording(
      "\(of.title): \(rate) points each on top of the hundred, at most \(cap.short); the total is at most 100",
      "\(of.title)每项另加\(rate)分，\(cap.short)分封顶；总成绩不超过100分")
  }
}

extension Rule {
  /// Whether its points come on top of the hundred.
  var isBonus: Bool { kind == "bonus" }
}
