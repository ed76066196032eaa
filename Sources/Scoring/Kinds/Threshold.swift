import Programme

/// `threshold`: all points from a stated amount on, none below it (seed 4: 优秀作业2%).
struct Threshold: RuleKind {
  let of: Operand
  /// In the tally's unit; the amount itself is enough (以上 includes it).
  let atLeast: Int64

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.seconds, .marks, .items]))
    atLeast = fields.required("at_least", .amount(like: of, scope))
  }

  private init(unread: Void) {
    of = .unread
    atLeast = 1
  }

  /// Stands in for a rule that could not be read; a programme with such a rule is refused.
  static let unread = Threshold(unread: ())

  var operands: [Operand] { [of] }

  var divisor: Int128 { 1 }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    let outcome = outcome(tallies, maximum: maximum)
    return ExactOutcome(parts: Int128(outcome.points), reason: outcome.reason)
  }

  func outcome(_ tallies: Span<Int64>, maximum: Int64) -> Outcome {
    let value = tallies[of.index]
    guard value < atLeast else { return Outcome(points: maximum, reason: .full) }
    guard value <= 0 else { return Outcome(points: 0, reason: .below) }
    return Outcome(points: 0, reason: value == Tally.absent ? .missing : .nothing)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let (stated, line) = (of.stated(tallies), of.wording(atLeast))
    return Wording(
      "\(stated.english), at least \(line.english) is demanded", "\(stated.chinese)，要求不少于\(line.chinese)")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let line = of.wording(atLeast)
    return Wording(
      "\(of.title): at least \(line.english) gives \(maximum.short) points, less gives none",
      "\(of.title)不少于\(line.chinese)得\(maximum.short)分，不足的不得分")
  }
}
