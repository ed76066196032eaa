import Programme

/// `mean_rate`: the mean score rate over the required items; one that was not handed in counts as zero (seed 4: 客观题10%).
struct MeanRate: RuleKind {
  /// The sum of the marks.
  let of: Operand
  /// Full marks of one item, in hundredths.
  let fullMarks: Int64
  /// How many items there are to hand in.
  let required: Int64

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.marks]))
    fullMarks = fields.required("full_marks", .amount(like: of, scope))
    required = fields.required("required", .integer(in: 1...10_000))
  }

  var operands: [Operand] { [of] }

  var divisor: Int128 { Int128(fullMarks * required) }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    ExactOutcome(tallies[of.index], times: maximum, over: fullMarks * required, ceiling: maximum)
  }

  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    Outcome(tallies[of.index], times: maximum, over: fullMarks * required, ceiling: maximum)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let (stated, full) = (of.stated(tallies), of.wording(fullMarks))
    return Wording(
      "\(stated.english) ÷ (\(required) × \(full.english)) × \(maximum.short) points",
      "\(stated.chinese)÷（\(required)次×\(full.chinese)）×\(maximum.short)分")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let full = of.wording(fullMarks)
    return Wording(
      "\(of.title): the share of \(required) × \(full.english) that was scored, times \(maximum.short) points; "
        + "what was not handed in counts as zero",
      "\(of.title)占\(required)次×\(full.chinese)的比例乘以\(maximum.short)分，未交的计零分")
  }
}
