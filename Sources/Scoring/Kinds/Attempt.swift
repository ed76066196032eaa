import Programme

/// `attempt`: the mark of one of several attempts, scaled to the component's points (seed 0: 在线考试, the best one counts).
struct Attempt: RuleKind {
  /// Which attempt counts; the tally must be made that way.
  enum Count: String, CaseIterable {
    case best, last, first

    var operation: TallyOperation {
      switch self {
      case .best: .max
      case .last: .last
      case .first: .first
      }
    }

    var wording: Wording {
      switch self {
      case .best: Wording("the best attempt", "最好的一次")
      case .last: Wording("the last attempt", "最后一次")
      case .first: Wording("the first attempt", "第一次")
      }
    }
  }

  let of: Operand
  /// In hundredths.
  let fullMarks: Int64
  let count: Count

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.marks]))
    fullMarks = fields.required("full_marks", .amount(like: of, scope))
    count = fields.required("count", .choice)
    if let tally = scope.tally(of), fields.has("count"), tally.operation != count.operation {
      let (wanted, made) = (count.operation.rawValue, tally.operation.rawValue)
      fields.refuse(
        "count",
        Wording(
          "'\(count.rawValue)' needs a tally made by '\(wanted)', but '\(of.id)' is made by '\(made)'",
          "'\(count.rawValue)' 须用以 \(wanted) 汇总的统计量，而 '\(of.id)' 是以 \(made) 汇总的"))
    }
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
    let (stated, full, which) = (of.stated(tallies), of.wording(fullMarks), count.wording)
    return Wording(
      "\(stated.english) (\(which.english)) ÷ \(full.english) × \(maximum.short) points",
      "\(stated.chinese)（取\(which.chinese)）÷\(full.chinese)×\(maximum.short)分")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let (full, which) = (of.wording(fullMarks), count.wording)
    return Wording(
      "\(of.title): the mark of \(which.english) out of \(full.english), scaled to \(maximum.short) points",
      "\(of.title)（满分\(full.chinese)，多次考试取\(which.chinese)）折算为\(maximum.short)分")
  }
}
