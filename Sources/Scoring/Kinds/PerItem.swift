import Programme

/// `per_item`: so many points for each item, up to a cap (seed 4: 互动交流18%; the platforms' 单次分值 and 封顶分值).
struct PerItem: RuleKind {
  let of: Operand
  /// Points of one item, in millionths, so that a rate finer than the scale is not rounded before it is multiplied.
  let each: Int64
  /// Highest points, in the scale of the component; the component's own unless the rule says less.
  let cap: Points

  private static let decimals = 6

  init(_ fields: Fields, _ scope: RuleScope) {
    let decimals = scope.maximum.decimals
    of = fields.required("of", .operand(scope, in: [.items]))
    each = fields.required("each", Form.scaled(to: Self.decimals, in: 0...1_000_000).positive)
    let stated = fields.optional("cap", Form.scaled(to: decimals, in: 0...1_000_000).positive)
    if let stated, stated > scope.maximum.units {
      let highest = scope.maximum.short
      fields.refuse(
        "cap",
        Wording("the cap is above the component's points; expected at most \(highest)", "封顶分值高于该项分值；至多为 \(highest)"))
    }
    cap = Points(stated ?? scope.maximum.units, decimals: decimals)
  }

  var operands: [Operand] { [of] }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    ExactOutcome(tallies[of.index], times: each, over: fineness, ceiling: cap.units)
  }

  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    Outcome(tallies[of.index], times: each, over: fineness, ceiling: cap.units)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let stated = of.stated(tallies)
    return Wording(
      "\(stated.english) × \(rate) points, at most \(cap.short)", "\(stated.chinese)×\(rate)分，\(cap.short)分封顶")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    Wording(
      "\(of.title): \(rate) points each, at most \(cap.short) points", "\(of.title)每项得\(rate)分，\(cap.short)分封顶")
  }

  private var rate: String { Points(each, decimals: Self.decimals).short }

  var divisor: Int128 { Int128(fineness) }

  /// Parts of a unit of points in which the rate is kept.
  private var fineness: Int64 { Int64(powerOfTen(Self.decimals - cap.decimals)) }
}
