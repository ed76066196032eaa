package import Programme

/// A condition on one learner, its tally found in the learner's row.
package struct Condition: Hashable, Sendable {
  /// What is compared, by itself, for loops over many learners.
  package let test: Test
  /// The condition as a phrase: `总成绩不低于90分`.
  package let wording: Wording

  /// A comparison; a tally is named by its place in the row.
  package enum Test: Hashable, Sendable, BitwiseCopyable {
    /// Strictly above, in the tally's unit.
    case above(tally: Int, Int64)
    case atLeast(tally: Int, Int64)
    case atMost(tally: Int, Int64)
    /// Strictly below.
    case below(tally: Int, Int64)
    /// The moment has come, and the other one comes later or has not come yet.
    case before(tally: Int, other: Int)
    /// Both moments have come, the other one earlier.
    case after(tally: Int, other: Int)
    case passed(Bool)
    /// In units of 10^-decimals, on the printed total.
    case totalAtLeast(Int64)
    /// By the grade's place among the grades.
    case grade(Int)
    /// No veto of these bits has struck.
    case spared(UInt64)

    /// Whether a learner meets it; a tally without facts meets no demand.
    package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
      switch self {
      case .above(let tally, let limit): tallies[tally] > limit && tallies[tally] != Tally.absent
      case .atLeast(let tally, let limit): tallies[tally] >= limit && tallies[tally] != Tally.absent
      case .atMost(let tally, let limit): tallies[tally] <= limit && tallies[tally] != Tally.absent
      case .below(let tally, let limit): tallies[tally] < limit && tallies[tally] != Tally.absent
      case .before(let tally, let other):
        tallies[tally] != Tally.absent && (tallies[other] == Tally.absent || tallies[tally] < tallies[other])
      case .after(let tally, let other): tallies[other] != Tally.absent && tallies[tally] > tallies[other]
      case .passed(let demanded): marks.passed == demanded
      case .totalAtLeast(let limit): marks.total >= limit
      case .grade(let grade): marks.grade == grade
      case .spared(let vetoes): marks.unmet & vetoes == 0
      }
    }
  }

  /// Whether a learner meets it.
  package func holds(_ tallies: Span<Int64>, _ marks: borrowing Marks) -> Bool {
    test.holds(tallies, marks)
  }
}

extension Condition {
  /// Looks the tallies up; nil, and a fault at its place, when the programme has none of that name or the amount is none of its unit.
  package init?(
    _ condition: LearnerCondition, _ scope: ConditionScope, at place: Place, faults: FaultCollector
  ) {
    switch condition {
    case .above(let id, let amount):
      guard let (operand, limit) = Self.compared(id, amount, .end, scope, place, faults) else { return nil }
      test = .above(tally: operand.index, limit)
      wording = operand.compared("above", "多于", with: limit)
    case .atLeast(let id, let amount):
      guard let (operand, limit) = Self.compared(id, amount, .beginning, scope, place, faults) else { return nil }
      test = .atLeast(tally: operand.index, limit)
      wording = operand.compared("of at least", operand.unit == .moment ? "不早于" : "不少于", with: limit)
    case .atMost(let id, let amount):
      guard let (operand, limit) = Self.compared(id, amount, .end, scope, place, faults) else { return nil }
      test = .atMost(tally: operand.index, limit)
      wording = operand.compared("of at most", operand.unit == .moment ? "不晚于" : "不多于", with: limit)
    case .below(let id, let amount):
      guard let (operand, limit) = Self.compared(id, amount, .beginning, scope, place, faults) else { return nil }
      test = .below(tally: operand.index, limit)
      wording = operand.compared("below", operand.unit == .moment ? "早于" : "少于", with: limit)
    case .before(let id, let other):
      guard let (one, two) = Self.moments(id, other, scope, place, faults) else { return nil }
      test = .before(tally: one.index, other: two.index)
      wording = Wording("\(one.title) before \(two.title)", "\(one.title)早于\(two.title)")
    case .after(let id, let other):
      guard let (one, two) = Self.moments(id, other, scope, place, faults) else { return nil }
      test = .after(tally: one.index, other: two.index)
      wording = Wording("\(one.title) after \(two.title)", "\(one.title)晚于\(two.title)")
    case .passed(let demanded):
      test = .passed(demanded)
      wording = demanded ? Wording("passed", "考核合格") : Wording("not passed", "考核不合格")
    case .totalAtLeast(let limit):
      let line = Points(limit, decimals: scope.decimals).short
      test = .totalAtLeast(limit)
      wording = Wording("a total of at least \(line)", "总成绩不低于\(line)分")
    case .grade(let title):
      guard let index = scope.grades.firstIndex(where: { $0.title == title.value }) else {
        let hint = Spelling.hint(for: title.value, among: scope.grades.map(\.title))
        faults.refuse(
          title.place,
          Wording("unknown grade '\(title.value)'; \(hint.english)", "未知的等第 '\(title.value)'；\(hint.chinese)"))
        return nil
      }
      test = .grade(index)
      wording = Wording("the grade \(title.value)", "等第为\(title.value)")
    }
  }

  private static func compared(
    _ id: Identifier<Tally>, _ amount: WrittenAmount, _ side: WrittenAmount.Side, _ scope: ConditionScope,
    _ place: Place, _ faults: FaultCollector
  ) -> (operand: Operand, limit: Int64)? {
    guard let operand = Operand(id, among: scope.tallies, at: place, faults),
      let limit = amount.amount(in: operand.unit, side, scope, faults)
    else { return nil }
    return (operand, limit)
  }

  private static func moments(
    _ id: Identifier<Tally>, _ other: Placed<Identifier<Tally>>, _ scope: ConditionScope, _ place: Place,
    _ faults: FaultCollector
  ) -> (Operand, Operand)? {
    guard let one = Operand(id, among: scope.tallies, at: place, faults),
      let two = Operand(other.value, among: scope.tallies, at: other.place, faults)
    else { return nil }
    guard let wrong = [one, two].first(where: { $0.unit != .moment }) else { return (one, two) }
    faults.refuse(
      other.place,
      Wording(
        "'\(wrong.id)' is no moment; 'before' and 'after' compare tallies of the unit 'moment'",
        "'\(wrong.id)' 不是时刻；before、after 比较单位为 moment 的统计量"))
    return nil
  }
}

extension Operand {
  fileprivate func compared(_ english: String, _ chinese: String, with limit: Int64) -> Wording {
    let amount = wording(limit)
    return Wording("\(title) \(english) \(amount.english)", "\(title)\(chinese)\(amount.chinese)")
  }

  /// The tally of that name; nil, and a fault at the place, when the programme has none.
  package init?(_ id: Identifier<Tally>, among tallies: [Tally], at place: Place, _ faults: FaultCollector) {
    guard let index = tallies.firstIndex(where: { $0.id == id }) else {
      let hint = Spelling.hint(for: id.text, among: tallies.map(\.id.text))
      faults.refuse(
        place, Wording("unknown tally '\(id)'; \(hint.english)", "未知的统计量 '\(id)'；\(hint.chinese)"))
      return nil
    }
    self.init(tallies[index], at: index)
  }
}

extension Condition {
  /// The condition not to be struck by a veto, whose bit in `Marks.unmet` is given.
  package init(sparedBy veto: Clause, bit: UInt64) {
    test = .spared(bit)
    wording = Wording("no veto for \(veto.title)", "无“\(veto.title)”情形")
  }
}
