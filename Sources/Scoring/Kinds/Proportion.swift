import Programme

/// `proportion`: a target reached gives all points, less of it the same share of them (seed 4: 达到项目设定的学时则可得满分).
struct Proportion: RuleKind {
  let of: Operand
  /// In the tally's unit.
  let target: Int64

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.seconds, .marks, .items]))
    target = fields.required("target", .amount(like: of, scope))
  }

  var operands: [Operand] { [of] }

  var divisor: Int128 { Int128(target) }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    ExactOutcome(tallies[of.index], times: maximum, over: target, ceiling: maximum)
  }

  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    Outcome(tallies[of.index], times: maximum, over: target, ceiling: maximum)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let (stated, whole) = (of.stated(tallies), of.wording(target))
    return Wording(
      "\(stated.english) ÷ \(whole.english) × \(maximum.short) points",
      "\(stated.chinese)÷\(whole.chinese)×\(maximum.short)分")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let whole = of.wording(target)
    return Wording(
      "\(of.title): \(whole.english) or more gives \(maximum.short) points, less gives the same share of them",
      "\(of.title)达到\(whole.chinese)得满分\(maximum.short)分，未达到的按比例计分")
  }
}
