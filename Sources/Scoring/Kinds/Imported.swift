import Programme

/// `imported`: a mark that was given elsewhere, scaled to the component's points.
///
/// The mark keeps its decimals until the component is rounded: 83.8 of 100 under 50 points is 41.90 exactly.
struct Imported: RuleKind {
  let of: Operand
  /// In hundredths.
  let fullMarks: Int64

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.marks]))
    fullMarks = fields.required("full_marks", .amount(like: of, scope))
  }

  var operands: [Operand] { [of] }

  var divisor: Int128 { Int128(fullMarks) }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    ExactOutcome(tallies[of.index], times: maximum, over: fullMarks, ceiling: maximum)
  }

  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    Outcome(tallies[of.index], times: maximum, over: fullMarks, ceiling: maximum)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let (stated, full) = (of.stated(tallies), of.wording(fullMarks))
    return Wording(
      "\(stated.english) ÷ \(full.english) × \(maximum.short) points",
      "\(stated.chinese)÷\(full.chinese)×\(maximum.short)分")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let full = of.wording(fullMarks)
    return Wording(
      "\(of.title): the mark out of \(full.english), scaled to \(maximum.short) points",
      "\(of.title)（满分\(full.chinese)）折算为\(maximum.short)分")
  }
}
