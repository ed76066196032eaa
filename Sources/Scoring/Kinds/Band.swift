import Programme

/// `band`: points by the band that an amount falls in, or, where the bands give none, the mark itself with the band's name (seed 2: 等次).
struct Band: RuleKind {
  let of: Operand
  let bands: Bands
  /// Where the bands only name the mark: what it is out of, in the tally's unit; nil where the bands give the points.
  let fullMarks: Int64?

  init(_ fields: Fields, _ scope: RuleScope) {
    of = fields.required("of", .operand(scope, in: [.seconds, .marks, .items]))
    bands = Bands("bands", fields, of: of, scope, required: true)
    let giving = bands.list.filter { $0.points != nil }
    fullMarks =
      giving.isEmpty && !bands.list.isEmpty
      ? fields.required("full_marks", .amount(like: of, scope))
      : fields.optional("full_marks", .amount(like: of, scope))
    if !giving.isEmpty, let without = bands.list.first(where: { $0.points == nil }) {
      fields.faults.refuse(
        without.place,
        Wording("band '\(without.title)' has no points, but others have", "等次“\(without.title)”没有 points，而其他等次有"))
    }
    if !giving.isEmpty, fullMarks != nil {
      fields.refuse(
        "full_marks",
        Wording("the bands give the points; leave 'full_marks' out", "各等次已给出得分；请删去 full_marks"))
    }
    if let top = giving.first, let points = top.points, points < scope.maximum.units {
      fields.faults.warn(
        top.place,
        Wording(
          "the highest band gives \(Points(points, decimals: scope.maximum.decimals).short) of \(scope.maximum.short) points, so nobody can have all",
          "最高等次得\(Points(points, decimals: scope.maximum.decimals).short)分，低于该项分值\(scope.maximum.short)分，无人能得满分"))
    }
  }

  var operands: [Operand] { [of] }

  var divisor: Int128 { Int128(fullMarks ?? 1) }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    let value = tallies[of.index]
    if let fullMarks { return ExactOutcome(value, times: maximum, over: fullMarks, ceiling: maximum) }
    guard value != Tally.absent else { return ExactOutcome(parts: 0, reason: .missing) }
    guard let points = bands.band(of: value)?.points else { return ExactOutcome(parts: 0, reason: .below) }
    return ExactOutcome(parts: Int128(points), reason: points == maximum ? .full : .banded)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let (value, stated) = (tallies[of.index], of.stated(tallies))
    let band = value == Tally.absent ? nil : bands.band(of: value)
    let name = band.map { Wording(", band \($0.title)", "，等次为\($0.title)") } ?? Wording("", "")
    guard let fullMarks else { return Wording(stated.english + name.english, stated.chinese + name.chinese) }
    let full = of.wording(fullMarks)
    return Wording(
      "\(stated.english)\(name.english), ÷ \(full.english) × \(maximum.short) points",
      "\(stated.chinese)\(name.chinese)，÷\(full.chinese)×\(maximum.short)分")
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let sentence = bands.sentence(of, decimals: maximum.decimals)
    guard let fullMarks else {
      return Wording("\(of.title): \(sentence.english)", "\(of.title)：\(sentence.chinese)")
    }
    let full = of.wording(fullMarks)
    return Wording(
      "\(of.title): the mark out of \(full.english), scaled to \(maximum.short) points; \(sentence.english)",
      "\(of.title)（满分\(full.chinese)）折算为\(maximum.short)分；\(sentence.chinese)")
  }
}

extension Band {
  /// A band that begins above the highest possible amount holds nothing.
  func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector) {
    let bounds = [scope.reaches[of.index].highest, fullMarks].compactMap(\.self)
    guard let highest = bounds.min() else { return }
    for band in bands.list where band.from > highest {
      let (start, most) = (of.wording(band.from), of.wording(highest))
      faults.warn(
        band.place,
        Wording(
          "band '\(band.title)' begins at \(start.english), but nothing is above \(most.english)",
          "等次“\(band.title)”起于\(start.chinese)，但最高只有\(most.chinese)"))
    }
  }
}
