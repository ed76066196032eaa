import Programme

/// `deadline`: the mark of what was handed in by a deadline, and what is left of one that came late (seed 2: 12：00前上交，逾期零分).
///
/// Two tallies say which: one of what came by the deadline, whose filter states it to the second, and one of whatever came at all.
/// What came in time counts as it stands; only where nothing did is it late.
struct Deadline: RuleKind {
  enum Late: Sendable, Equatable {
    case zero
    /// Counted in full and remarked upon.
    case flag
    /// So many points less, in units of 10^-decimals, never below zero.
    case minus(Int64)
  }

  /// The mark whenever it came.
  let of: Operand
  /// The mark of what came by the deadline.
  let onTime: Operand
  /// In hundredths.
  let fullMarks: Int64
  let late: Late
  /// Names for the mark; empty where there are none.
  let bands: Bands
  /// The last second that is in time, or that of each cohort; empty where it could not be read.
  let deadline: String

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.marks]))
    onTime = fields.required("on_time", .operand(scope, in: [.marks]))
    fullMarks = fields.required("full_marks", .amount(like: of, scope))
    late = fields.required("late", .late(scope))
    bands = Bands("bands", fields, of: of, scope, required: false)
    deadline = scope.tally(onTime)?.filter.deadline ?? ""
    if let named = bands.list.first(where: { $0.points != nil }) {
      fields.faults.refuse(
        named.place,
        Wording("these bands only name the mark; leave 'points' out", "此处的等次只为分数命名；请删去 points"))
    }
    guard let tally = scope.tally(onTime) else { return }
    if deadline.isEmpty {
      fields.refuse(
        "on_time",
        Wording(
          "'\(onTime.id)' states no deadline; give it where: { at: { until: '…' } }",
          "'\(onTime.id)' 没有截止时刻；请写 where: { at: { until: '…' } }"))
    }
    for (key, operand) in [("of", of), ("on_time", onTime)] where scope.tally(operand)?.operation.canBeAbsent == false {
      fields.refuse(
        key,
        Wording(
          "'\(operand.id)' is zero where nothing was handed in; use 'max', 'first' or 'last', which tell a mark of zero from none",
          "'\(operand.id)' 在未上交时为零；请用 max、first 或 last，以区分零分与未交"))
    }
    if let any = scope.tally(of), any.source != tally.source {
      fields.refuse(
        "on_time",
        Wording(
          "'\(of.id)' and '\(onTime.id)' are made of different sources", "'\(of.id)' 与 '\(onTime.id)' 取自不同的数据源"))
    }
  }

  var operands: [Operand] { [onTime, of].unrepeated }

  var divisor: Int128 { Int128(fullMarks) }

  private func isInTime(_ tallies: Span<Int64>) -> Bool { tallies[onTime.index] != Tally.absent }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    if isInTime(tallies) {
      return ExactOutcome(tallies[onTime.index], times: maximum, over: fullMarks, ceiling: maximum)
    }
    let mark = tallies[of.index]
    guard mark != Tally.absent else { return ExactOutcome(parts: 0, reason: .missing) }
    let counted = ExactOutcome(mark, times: maximum, over: fullMarks, ceiling: maximum).parts
    return switch late {
    case .zero: ExactOutcome(parts: 0, reason: .late)
    case .flag: ExactOutcome(parts: counted, reason: .lateCounted)
    case .minus(let points):
      ExactOutcome(parts: max(0, counted - Int128(points) * Int128(fullMarks)), reason: .lateReduced)
    }
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let full = of.wording(fullMarks)
    let isInTime = isInTime(tallies)
    let operand = isInTime ? onTime : of
    let stated = operand.stated(tallies)
    guard tallies[operand.index] != Tally.absent else { return stated }
    let name = bands.band(of: tallies[operand.index]).map(\.title)
    let band = Wording(name.map { ", band \($0)" } ?? "", name.map { "（\($0)）" } ?? "")
    let time =
      isInTime
      ? Wording("in time for \(deadline)", "截至\(deadline)按时上交")
      : Wording("after \(deadline)", "迟于\(deadline)上交")
    let share = Wording(
      "\(stated.english)\(band.english), \(time.english), ÷ \(full.english) × \(maximum.short) points",
      "\(stated.chinese)\(band.chinese)，\(time.chinese)，÷\(full.chinese)×\(maximum.short)分")
    guard !isInTime else { return share }
    switch late {
    case .zero:
      return Wording(
        "\(stated.english)\(band.english), \(time.english)", "\(stated.chinese)\(band.chinese)，\(time.chinese)")
    case .flag: return share
    case .minus(let points):
      let minus = Points(points, decimals: maximum.decimals).short
      return Wording("\(share.english) − \(minus)", "\(share.chinese)－\(minus)分")
    }
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let full = of.wording(fullMarks)
    let policy =
      switch late {
      case .zero: Wording("later gives none", "逾期的不得分")
      case .flag: Wording("later is counted and remarked", "逾期的照计并注明")
      case .minus(let points):
        Wording(
          "later loses \(Points(points, decimals: maximum.decimals).short) points",
          "逾期的扣\(Points(points, decimals: maximum.decimals).short)分")
      }
    let names = bands.list.isEmpty ? Wording("", "") : bands.sentence(of, decimals: maximum.decimals)
    return Wording(
      "\(of.title): handed in by \(deadline), the mark out of \(full.english), scaled to \(maximum.short) points; \(policy.english)"
        + (bands.list.isEmpty ? "" : "; \(names.english)"),
      "\(of.title)（满分\(full.chinese)）须于\(deadline)前（含）上交，折算为\(maximum.short)分；\(policy.chinese)"
        + (bands.list.isEmpty ? "" : "；\(names.chinese)"))
  }
}

extension TallyFilter {
  /// The last second that counts, as it is printed: `2021-10-22 12:00:00`, cohort by cohort where they differ; empty for none.
  fileprivate var deadline: String {
    func text(_ moment: Int64) -> String { TallyUnit.moment.wording(moment).chinese }
    if let until { return text(until) }
    return windows.compactMap { window in window.until.map { "\(window.title)\(text($0))" } }.joined(separator: "、")
  }
}

extension Form where Value == Deadline.Late {
  /// `'zero'`, `'flag'`, or `{ minus: 0.5 }`.
  fileprivate static func late(_ scope: RuleScope) -> Form {
    .either(
      Form<String>.word(among: ["zero", "flag"]).map { $0 == "flag" ? .flag : .zero },
      .object { .minus($0.required("minus", .points(scope))) })
  }
}
