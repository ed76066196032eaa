package import Programme

/// What a result is worth in credit hours, its tallies found in the learner's row.
package struct CreditRule: Sendable {
  package enum Amount: Sendable {
    /// In hundredths of an hour.
    case stated(Int64)
    /// The sum of these tallies, in seconds.
    case studied([Operand], CreditRounding)
  }

  package let amount: Amount
  package let onPass: Bool
  /// In hundredths of an hour.
  package let cap: Int64?
  package let cite: String?
  /// Seconds of one credit hour.
  package let creditHour: Int64

  /// Reads the tallies; nil, with a fault, when one of them is no time.
  init?(_ credit: Credit, _ scope: ConditionScope, _ faults: FaultCollector) {
    onPass = credit.onPass
    cap = credit.cap
    cite = credit.cite
    creditHour = scope.creditHour
    switch credit.amount {
    case .stated(let hours): amount = .stated(hours)
    case .studied(let ids, let rounding):
      let operands = ids.compactMap { Operand($0, among: scope.tallies, at: credit.place, faults) }
      if let wrong = operands.first(where: { $0.unit != .seconds }) {
        faults.refuse(
          credit.place,
          Wording(
            "credit is given for time, but '\(wrong.id)' is in \(wrong.unit.rawValue)",
            "学时按时间认定，而 '\(wrong.id)' 的单位是 \(wrong.unit.rawValue)"))
      }
      guard operands.count == ids.count else { return nil }
      amount = .studied(operands, rounding)
    }
  }

  /// The tallies whose time is credited; none where the hours are stated.
  package var operands: [Operand] {
    if case .studied(let operands, _) = amount { operands } else { [] }
  }

  /// Credited hours of one learner, in hundredths.
  package func hours(_ tallies: Span<Int64>, passed: Bool) -> Int64 {
    guard passed || !onPass else { return 0 }
    let hours =
      switch amount {
      case .stated(let hours): hours
      case .studied(let operands, let rounding): rounded(seconds(operands, tallies), rounding)
      }
    return min(hours, cap ?? hours)
  }

  private func seconds(_ operands: [Operand], _ tallies: Span<Int64>) -> Int64 {
    operands.reduce(0) { $0 + max(0, tallies[$1.index]) }
  }

  private func rounded(_ seconds: Int64, _ rounding: CreditRounding) -> Int64 {
    switch rounding {
    case .none: Int64(clamping: roundingHalfUp(Int128(seconds) * 100, over: Int128(creditHour)))
    case .floor: seconds / creditHour * 100
    case .half: seconds * 2 / creditHour * 50
    }
  }

  /// How the hours come about for one learner.
  package func working(_ tallies: Span<Int64>, passed: Bool) -> Wording {
    guard passed || !onPass else { return Wording("not passed, so no credit", "不合格，不认定学时") }
    let most = cap.map { Points($0, decimals: 2).short }
    let limit = Wording(most.map { ", at most \($0)" } ?? "", most.map { "，至多\($0)学时" } ?? "")
    switch amount {
    case .stated(let hours):
      let text = Points(hours, decimals: 2).short
      return Wording("passed, which is credited with \(text) hours\(limit.english)", "合格，认定\(text)学时\(limit.chinese)")
    case .studied(let operands, let rounding):
      let stated = operands.map { $0.stated(tallies) }.listed(" + ", "＋")
      let hour = TallyUnit.seconds.wording(creditHour)
      return Wording(
        "\(stated.english) ÷ \(hour.english)\(rounding.wording.english)\(limit.english)",
        "\(stated.chinese)÷\(hour.chinese)\(rounding.wording.chinese)\(limit.chinese)")
    }
  }

  /// What the assessment rules say about it.
  package var ruleBookSentence: Wording {
    let most = cap.map { Points($0, decimals: 2).short }
    let limit = Wording(most.map { ", at most \($0) hours" } ?? "", most.map { "，至多\($0)学时" } ?? "")
    switch amount {
    case .stated(let hours):
      let text = Points(hours, decimals: 2).short
      return Wording("who passes is credited with \(text) hours, who does not with none", "合格者认定\(text)学时，不合格的不认定")
    case .studied(let operands, let rounding):
      let titles = operands.map { Wording($0.title, $0.title) }.listed(" and ", "与")
      let hour = TallyUnit.seconds.wording(creditHour)
      let who = onPass ? Wording("who passes is credited with", "合格者按") : Wording("everybody is credited with", "按")
      return Wording(
        "\(who.english) the hours of \(titles.english), one hour being \(hour.english)\(rounding.wording.english)\(limit.english)",
        "\(who.chinese)\(titles.chinese)认定学时，1学时为\(hour.chinese)\(rounding.wording.chinese)\(limit.chinese)")
    }
  }
}

extension CreditRounding {
  fileprivate var wording: Wording {
    switch self {
    case .none: Wording("", "")
    case .floor: Wording(", whole hours only", "，不足1学时的不计")
    case .half: Wording(", whole half hours only", "，不足半学时的不计")
    }
  }
}
