import Programme

/// `deductions`: full points less what each clause takes off, never below a floor (seed 2: 研修计划、参训考勤、培训记录).
struct Deductions: RuleKind {
  /// One clause: so many points for each of what is counted, or for each that is lacking.
  struct Clause: Sendable {
    let place: Place
    let of: Operand
    /// In units of 10^-decimals.
    let minus: Int64
    /// The clause acts from this count on, and then for every one (旷训较多的).
    let from: Int64
    /// How many there should be: the clause acts for each fewer; nil where it acts for each there is.
    let required: Int64?
    /// The clause takes its points off once, whatever the count.
    let once: Bool

    /// How often it acts.
    func times(_ tallies: Span<Int64>) -> Int64 {
      let count = max(0, tallies[of.index])
      let acting = required.map { max(0, $0 - count) } ?? (count >= from ? count : 0)
      return once ? min(1, acting) : acting
    }
  }

  /// What must be there at all, or there are no points (不上交的不得分).
  let unless: Operand?
  let each: [Clause]
  /// In units of 10^-decimals.
  let floor: Int64

  init(_ fields: Fields, _ scope: RuleScope) {
    unless = fields.optional("unless", .operand(scope, in: [.items, .seconds, .marks]))
    each = fields.required("each", .list(of: .object { Clause($0, scope) }, atLeast: 1))
    floor = fields.optional("floor", .pointsFromZero(scope)) ?? 0
    if floor > scope.maximum.units {
      fields.refuse(
        "floor",
        Wording(
          "the floor is above the component's points; expected at most \(scope.maximum.short)",
          "最低分高于该项分值；至多为 \(scope.maximum.short)"))
    }
    let wanted = each.filter { $0.required != nil }.map(\.of) + [unless].compactMap(\.self)
    for clause in each where clause.required == nil && clause.of != .unread && wanted.contains(clause.of) {
      fields.refuse(
        "each",
        Wording(
          "'\(clause.of.id)' is both demanded and deducted for; use two tallies",
          "'\(clause.of.id)' 既是应交数量又是扣分数量；请用两个统计量"))
    }
  }

  var operands: [Operand] { (each.map(\.of) + [unless].compactMap(\.self)).unrepeated }

  var divisor: Int128 { 1 }

  func costs(_ operand: Operand) -> Bool { each.contains { $0.of == operand && $0.required == nil } }

  private func isWithheld(_ tallies: Span<Int64>) -> Bool { unless.map { tallies[$0.index] <= 0 } ?? false }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    if isWithheld(tallies) { return ExactOutcome(parts: 0, reason: .withheld) }
    let taken = each.reduce(Int128(0)) { $0 + Int128($1.times(tallies)) * Int128($1.minus) }
    let left = max(Int128(min(floor, maximum)), Int128(maximum) - taken)
    return ExactOutcome(parts: left, reason: taken == 0 ? .full : .deducted)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    if let unless, isWithheld(tallies) { return unless.stated(tallies) }
    let acting = each.filter { $0.times(tallies) > 0 }
    guard !acting.isEmpty else { return Wording("\(maximum.short) points, nothing taken off", "\(maximum.short)分，无扣分") }
    let parts = acting.map { clause -> Wording in
      let (count, minus) = (clause.times(tallies), Points(clause.minus, decimals: maximum.decimals).short)
      return Wording("\(count) × \(minus)", "\(count)×\(minus)分")
    }.listed(" − ", "－")
    let least = floor > 0 ? Points(floor, decimals: maximum.decimals).short : nil
    return Wording(
      "\(maximum.short) points − \(parts.english)" + (least.map { ", at least \($0)" } ?? ""),
      "\(maximum.short)分－\(parts.chinese)" + (least.map { "，最低\($0)分" } ?? ""))
  }

  func steps(_ tallies: Span<Int64>, maximum: Points) -> [Wording] {
    each.map { clause in
      let taken = clause.times(tallies).multipliedReportingOverflow(by: clause.minus).partialValue
      let (stated, rule) = (clause.of.stated(tallies), clause.sentence(decimals: maximum.decimals))
      let minus = Points(taken, decimals: maximum.decimals).short
      return Wording(
        "\(stated.english): \(taken == 0 ? "nothing off" : "\(minus) off") (\(rule.english))",
        "\(stated.chinese)：\(taken == 0 ? "不扣分" : "扣\(minus)分")（\(rule.chinese)）")
    }
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let clauses = each.map { $0.sentence(decimals: maximum.decimals) }.listed("; ", "；")
    let withheld = unless.map { Wording("; without \($0.title) no points", "；\($0.title)为零的不得分") } ?? Wording("", "")
    let least = Points(floor, decimals: maximum.decimals).short
    return Wording(
      "\(maximum.short) points less deductions: \(clauses.english)\(withheld.english); never below \(least)",
      "满分\(maximum.short)分，扣分：\(clauses.chinese)\(withheld.chinese)；扣至\(least)分为止")
  }

  func changesToFull(_ tallies: Span<Int64>, maximum: Int64) -> [Change]? {
    var changes: [Change] = []
    if let unless, tallies[unless.index] <= 0 { changes.append(Change(unless, by: 1)) }
    for operand in operands {
      let acting = each.filter { $0.of == operand && $0.times(tallies) > 0 }
      guard !acting.isEmpty else { continue }
      let count = max(0, tallies[operand.index])
      if costs(operand) {
        // The tally has to fall below the clause that acts first.
        changes.append(Change(operand, by: count - (acting.map(\.from).min() ?? 1) + 1, falls: true))
      } else if let required = acting.compactMap(\.required).max() {
        changes.removeAll { $0.operand == operand }
        changes.append(Change(operand, by: required - count))
      }
    }
    return changes
  }
}

extension Deductions.Clause {
  fileprivate init(_ fields: Fields, _ scope: RuleScope) {
    place = fields.place
    of = fields.required("of", .operand(scope, in: [.items]))
    minus = fields.required("minus", .points(scope))
    required = fields.optional("required", .integer(in: 1...1_000_000))
    from = fields.optional("from", .integer(in: 1...1_000_000)) ?? 1
    once = fields.optional("once", .boolean) ?? false
    if required != nil, fields.has("from") {
      fields.refuse(
        "from",
        Wording(
          "'required' counts what is lacking, 'from' what there is; give one of them", "required 计所缺，from 计所有；请只写其一"))
    }
  }

  /// `迟交每项扣0.5分`, `旷训2次及以上的，每次扣0.5分`, `不足3项的，每少1项扣1分`.
  fileprivate func sentence(decimals: Int) -> Wording {
    let points = Points(minus, decimals: decimals).short
    let word = of.counter ?? "项"
    if let required {
      return once
        ? Wording("\(of.title) fewer than \(required): −\(points)", "\(of.title)不足\(required)\(word)的，扣\(points)分")
        : Wording(
          "\(of.title) fewer than \(required): −\(points) for each that is lacking",
          "\(of.title)不足\(required)\(word)的，每少1\(word)扣\(points)分")
    }
    let start = from > 1 ? Wording(" from \(from) on", "达\(from)\(word)的，") : Wording("", "")
    return once
      ? Wording("\(of.title)\(start.english): −\(points) once", "有\(of.title)\(start.chinese)扣\(points)分，不按次数累计")
      : Wording("\(of.title)\(start.english): −\(points) each", "\(of.title)\(start.chinese)每\(word)扣\(points)分")
  }
}

extension Deductions {
  /// A clause that acts only when the others have taken all there is can never act (seed 2: with 旷训3次 three missed sign-ins have
  /// taken the 3 points already).
  func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector) {
    let whole = maximum.units - min(floor, maximum.units)
    for (index, clause) in each.enumerated() {
      if clause.required == 1, clause.of == unless {
        faults.warn(
          clause.place,
          Wording(
            "this clause can never act: without any \(clause.of.title) there are no points to take off",
            "此扣分永远不会发生：\(clause.of.title)为零时已不得分"))
      }
      guard clause.required == nil else { continue }
      let before = each.enumerated().filter { other, earlier in
        other != index && earlier.required == nil && earlier.from <= clause.from && !earlier.once
          && (earlier.from < clause.from || other < index) && scope.counts(clause.of, within: earlier.of)
      }
      let rate = before.reduce(Int64(0)) { $0 + $1.element.minus }
      guard rate > 0, clause.from.multipliedReportingOverflow(by: rate).partialValue >= whole else { continue }
      let most = (whole - 1) / rate
      let taken = Points(whole, decimals: maximum.decimals).short
      let remedy =
        most > 0 ? Wording("expected from: \(most) or less", "from 至多为 \(most)") : Wording("remove it", "请删去")
      faults.warn(
        clause.place,
        Wording(
          "this clause can never act: at \(clause.from) the other deductions have taken all \(taken) points; \(remedy.english)",
          "此扣分永远不会起作用：达到\(clause.from)时其他扣分已扣完\(taken)分；\(remedy.chinese)"))
    }
  }
}
