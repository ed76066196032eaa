import Programme

/// `scaled`: the exact sum of several marks, scaled to the component's points and rounded once (seed 2: 县本培训作业各50分，合计的70%).
struct Scaled: RuleKind {
  struct Part: Sendable {
    let title: String
    /// Highest marks, in units of 10^-decimals.
    let maximum: Points
    let rule: any RuleKind
  }

  let parts: [Part]
  /// What the parts sum to, in units of 10^-decimals.
  let fullMarks: Int64
  /// Parts of one unit of marks that every part's rule can be told in.
  private let common: Int128

  init(_ fields: Fields, _ scope: RuleScope) {
    let fullMarks = fields.required("full_marks", .points(scope))
    parts = fields.required("parts", .list(of: .object { Part($0, scope) }, atLeast: 1))
    self.fullMarks = fullMarks
    let common = commonDivisor(of: parts.map(\.rule.divisor))
    self.common = common ?? 1
    if common == nil {
      fields.refuse(
        "parts",
        Wording("the parts have no common measure that fits; choose rounder targets", "各部分没有可用的公倍数；请改用较整的数值"))
    }
    let sum = Points(parts.reduce(0) { $0 + $1.maximum.units }, decimals: scope.maximum.decimals)
    if sum.units != fullMarks, fields.has("parts"), fields.has("full_marks") {
      fields.refuse(
        "full_marks",
        Wording(
          "the parts sum to \(sum.short) marks; expected \(Points(fullMarks, decimals: sum.decimals).short)",
          "各部分合计 \(sum.short) 分；应为 \(Points(fullMarks, decimals: sum.decimals).short) 分"))
    }
    let costing = parts.flatMap { part in part.rule.operands.filter(part.rule.costs) }
    let counting = parts.flatMap { part in part.rule.operands.filter { !part.rule.costs($0) } }
    if let both = costing.first(where: { $0 != .unread && counting.contains($0) }) {
      fields.refuse(
        "parts",
        Wording(
          "'\(both.id)' gives points in one part and costs points in another; use two tallies",
          "'\(both.id)' 在一部分中得分、在另一部分中扣分；请用两个统计量"))
    }
  }

  var operands: [Operand] { parts.flatMap(\.rule.operands).unrepeated }

  var divisor: Int128 { common * Int128(fullMarks) }

  func costs(_ operand: Operand) -> Bool {
    parts.contains { $0.rule.operands.contains(operand) && $0.rule.costs(operand) }
  }

  /// The marks of all parts together, in the common parts of a unit.
  private func marks(_ tallies: Span<Int64>) -> Int128 {
    parts.reduce(Int128(0)) { sum, part in
      sum + part.rule.exact(tallies, maximum: part.maximum.units).parts * (common / part.rule.divisor)
    }
  }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    let marks = marks(tallies)
    let reasons = parts.map { $0.rule.exact(tallies, maximum: $0.maximum.units).reason }
    let reason: Reason =
      if marks == Int128(fullMarks) * common {
        reasons.contains(.capped) ? .capped : .full
      } else if marks > 0 {
        .partial
      } else {
        reasons.allSatisfy { $0 == .missing } ? .missing : .nothing
      }
    return ExactOutcome(parts: marks * Int128(maximum), reason: reason)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let each = parts.map { part -> Wording in
      let exact = part.rule.exact(tallies, maximum: part.maximum.units)
      let text = exactText(exact.parts, over: part.rule.divisor, decimals: part.maximum.decimals)
      return Wording("\(part.title) \(text.english)", "\(part.title)\(text.chinese)分")
    }
    let sum =
      each.count == 1
      ? each[0] : Wording("(\(each.listed(" + ", "＋").english))", "（\(each.listed(" + ", "＋").chinese)）")
    let full = Points(fullMarks, decimals: maximum.decimals).short
    return Wording(
      "\(sum.english) ÷ \(full) marks × \(maximum.short) points", "\(sum.chinese)÷\(full)分×\(maximum.short)分")
  }

  func steps(_ tallies: Span<Int64>, maximum: Points) -> [Wording] {
    parts.flatMap { part -> [Wording] in
      let exact = part.rule.exact(tallies, maximum: part.maximum.units)
      let text = exactText(exact.parts, over: part.rule.divisor, decimals: part.maximum.decimals)
      let (working, reason) = (part.rule.working(tallies, maximum: part.maximum), exact.reason.wording)
      let line = Wording(
        "\(part.title): \(working.english): \(text.english) marks (\(reason.english))",
        "\(part.title)：\(working.chinese)，得\(text.chinese)分（\(reason.chinese)）")
      return [line] + part.rule.steps(tallies, maximum: part.maximum)
    }
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let full = Points(fullMarks, decimals: maximum.decimals).short
    let list = parts.map { part in
      let sentence = part.rule.ruleBookSentence(maximum: part.maximum)
      return Wording(
        "\(part.title) (\(part.maximum.short) marks): \(sentence.english)",
        "\(part.title)（\(part.maximum.short)分）：\(sentence.chinese)")
    }.listed(". ", "。")
    return Wording(
      "the sum of \(parts.count) parts, \(full) marks, scaled to \(maximum.short) points and rounded once. \(list.english)",
      "\(parts.count)部分合计\(full)分，折算为\(maximum.short)分，只在最后四舍五入一次。\(list.chinese)")
  }

  func changesToFull(_ tallies: Span<Int64>, maximum: Int64) -> [Change]? {
    var changes: [Change] = []
    var row = (0..<tallies.count).map { tallies[$0] }
    for part in parts {
      let component = ScoredComponent(part.maximum, part.rule)
      guard let step = component.improvementToFull(row) else { continue }
      changes += step.changes
      row = step.changes.reduce(row) { $1.applied(to: $0) }
    }
    return changes.merged
  }
}

extension [Change] {
  /// Changes of one tally in one.
  fileprivate var merged: [Change] {
    reduce(into: []) { merged, change in
      if let known = merged.firstIndex(where: { $0.operand == change.operand }) {
        merged[known] = Change(
          change.operand, by: merged[known].amount + change.amount, falls: change.falls)
      } else {
        merged.append(change)
      }
    }
  }
}

extension Scaled.Part {
  fileprivate init(_ fields: Fields, _ scope: RuleScope) {
    title = fields.required("title", .text)
    let points = fields.required("points", .points(scope))
    maximum = Points(points, decimals: scope.maximum.decimals)
    let node = fields.required("rule", .node)
    // A stand-in part has no rule of its own: its kind must not be asked for, or a list of parts would never end.
    let faults = fields.has("rule") ? fields.faults : FaultCollector()
    rule = Form.rule(scope.part(points)).read(node, faults) ?? Threshold.unread
    if rule is Bonus {
      faults.refuse(
        node.place,
        Wording("a bonus is added to the total and is no part of a component", "加分项计入总成绩，不能作为某项的一部分"))
    }
  }
}

extension Scaled {
  func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector) {
    for part in parts { part.rule.lint(scope, maximum: part.maximum, at: place, faults) }
  }
}
