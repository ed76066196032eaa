import Programme

/// `minima`: targets for several sums of tallies, with minima for single tallies below them (seed 0: 必修每一模块不少于3学时、总计20学时，
/// 选修5学时).
///
/// By `proportion` each part gives its share of its own points, capped: more of one part never makes up for another. The minima of
/// single tallies are then told and change no points; a requirement says what they are for. By `all` there are all points or none.
struct Minima: RuleKind {
  enum Method: String, CaseIterable {
    case proportion, all
  }

  /// A target for the sum of some tallies.
  struct Part: Sendable {
    let title: String
    let of: [Operand]
    /// In the tallies' unit.
    let target: Int64
    /// In units of 10^-decimals; nil where the method needs none.
    let points: Int64?
    let minima: [Minimum]

    func sum(_ tallies: Span<Int64>) -> Int64 {
      of.reduce(0) { sum, operand in
        let (next, overflows) = sum.addingReportingOverflow(max(0, tallies[operand.index]))
        return overflows ? Int64.max : next
      }
    }

    func isMet(_ tallies: Span<Int64>) -> Bool { sum(tallies) >= target && missed(tallies).isEmpty }

    func missed(_ tallies: Span<Int64>) -> [Minimum] { minima.filter { tallies[$0.of.index] < $0.atLeast } }
  }

  /// The least of one tally.
  struct Minimum: Sendable {
    let place: Place
    let of: Operand
    let atLeast: Int64
  }

  let parts: [Part]
  let method: Method
  let divisor: Int128

  init(_ fields: Fields, _ scope: RuleScope) {
    let method = fields.required("method", .choice) as Method
    parts = fields.required("parts", .list(of: .object { Part($0, scope, method) }, atLeast: 1))
    self.method = method
    let common = commonDivisor(of: parts.map { Int128($0.target) })
    divisor = method == .all ? 1 : common ?? 1
    if method == .proportion, common == nil {
      fields.refuse(
        "parts",
        Wording("the targets have no common measure that fits; choose rounder ones", "各目标值没有可用的公倍数；请改用较整的数值"))
    }
    let stated = parts.compactMap(\.points)
    let sum = Points(stated.reduce(0, +), decimals: scope.maximum.decimals)
    if !stated.isEmpty, stated.count == parts.count, sum.units != scope.maximum.units {
      fields.refuse(
        "parts",
        Wording(
          "the parts sum to \(sum.short) points; expected the component's \(scope.maximum.short)",
          "各部分合计 \(sum.short) 分；应等于该项分值 \(scope.maximum.short) 分"))
    }
  }

  var operands: [Operand] { parts.flatMap { $0.of + $0.minima.map(\.of) }.unrepeated }

  func exact(_ tallies: Span<Int64>, maximum: Int64) -> ExactOutcome {
    let isMet = parts.allSatisfy { $0.isMet(tallies) }
    if method == .all, isMet { return ExactOutcome(parts: Int128(maximum), reason: .full) }
    let hasNothing = parts.allSatisfy { $0.sum(tallies) == 0 }
    if hasNothing {
      let isMissing = parts.allSatisfy { $0.of.allSatisfy { tallies[$0.index] == Tally.absent } }
      return ExactOutcome(parts: 0, reason: isMissing ? .missing : .nothing)
    }
    if method == .all { return ExactOutcome(parts: 0, reason: .below) }
    let sum = parts.reduce(Int128(0)) { sum, part in
      sum + Int128(min(part.sum(tallies), part.target)) * Int128((part.points ?? 0)) * (divisor / Int128(part.target))
    }
    let isFull = parts.allSatisfy { $0.sum(tallies) >= $0.target }
    let isOver = parts.contains { $0.sum(tallies) > $0.target }
    let missesMinimum = parts.contains { !$0.missed(tallies).isEmpty }
    return ExactOutcome(
      parts: sum, reason: missesMinimum ? .minimumMissed : isFull ? (isOver ? .capped : .full) : .partial)
  }

  func working(_ tallies: Span<Int64>, maximum: Points) -> Wording {
    let sums = parts.map { part in
      let (sum, target) = (part.of[0].wording(part.sum(tallies)), part.of[0].wording(part.target))
      guard method == .proportion, let points = part.points else {
        return Wording(
          "\(part.title) \(sum.english) of \(target.english)", "\(part.title)\(sum.chinese)（要求\(target.chinese)）")
      }
      let worth = Points(points, decimals: maximum.decimals).short
      return Wording(
        "\(part.title) \(sum.english) ÷ \(target.english) × \(worth)",
        "\(part.title)\(sum.chinese)÷\(target.chinese)×\(worth)分")
    }
    return method == .all ? sums.listed(", ", "，") : sums.listed(" + ", "＋")
  }

  func steps(_ tallies: Span<Int64>, maximum: Points) -> [Wording] {
    parts.flatMap { part -> [Wording] in
      let sum = part.sum(tallies)
      let target = part.of[0].wording(part.target)
      var lines: [Wording] = []
      if method == .proportion, let points = part.points {
        let share = exactText(
          Int128(min(sum, part.target)) * Int128(points), over: Int128(part.target), decimals: maximum.decimals)
        let cap = sum > part.target ? Wording(", more does not count", "，超出部分不计") : Wording("", "")
        lines.append(
          Wording(
            "\(part.title): \(share.english) points\(cap.english)", "\(part.title)：\(share.chinese)分\(cap.chinese)"))
      } else {
        lines.append(
          sum >= part.target
            ? Wording("\(part.title): \(target.english) reached", "\(part.title)：达到\(target.chinese)")
            : Wording("\(part.title): \(target.english) not reached", "\(part.title)：未达到\(target.chinese)"))
      }
      for minimum in part.minima {
        let (stated, least) = (minimum.of.stated(tallies), minimum.of.wording(minimum.atLeast))
        let isMet = tallies[minimum.of.index] >= minimum.atLeast
        lines.append(
          Wording(
            "\(stated.english), at least \(least.english): \(isMet ? "met" : "missed")",
            "\(stated.chinese)，不少于\(least.chinese)：\(isMet ? "达到" : "未达到")"))
      }
      return lines
    }
  }

  func ruleBookSentence(maximum: Points) -> Wording {
    let list = parts.map { part in
      let target = part.of[0].wording(part.target)
      let minima = part.minima.map { minimum in
        let least = minimum.of.wording(minimum.atLeast)
        return Wording("\(minimum.of.title) \(least.english)", "\(minimum.of.title)不少于\(least.chinese)")
      }
      let least = minima.isEmpty ? Wording("", "") : minima.listed(", ", "、")
      let also = Wording(
        minima.isEmpty ? "" : " (at least \(least.english))", minima.isEmpty ? "" : "（\(least.chinese)）")
      guard method == .proportion, let points = part.points else {
        return Wording(
          "\(part.title) \(target.english)\(also.english)", "\(part.title)\(target.chinese)\(also.chinese)")
      }
      let worth = Points(points, decimals: maximum.decimals).short
      return Wording(
        "\(part.title): \(target.english) or more gives \(worth) points, less the same share of them\(also.english)",
        "\(part.title)达到\(target.chinese)得\(worth)分，不足的按比例计分\(also.chinese)")
    }
    if method == .proportion { return list.listed("; ", "；") }
    let all = list.listed(", ", "、")
    return Wording(
      "all of it reached gives \(maximum.short) points, anything less gives none: \(all.english)",
      "全部达到得\(maximum.short)分，有一项未达到不得分：\(all.chinese)")
  }

  func changesToFull(_ tallies: Span<Int64>, maximum: Int64) -> [Change]? {
    var amounts: [(operand: Operand, amount: Int64)] = []
    func raise(_ operand: Operand, by amount: Int64) {
      if let known = amounts.firstIndex(where: { $0.operand == operand }) {
        amounts[known].amount = max(amounts[known].amount, amount)
      } else {
        amounts.append((operand, amount))
      }
    }
    if method == .all {
      for minimum in parts.flatMap({ $0.missed(tallies) }) {
        raise(minimum.of, by: minimum.atLeast - max(0, tallies[minimum.of.index]))
      }
    }
    for part in parts {
      let raised = amounts.filter { part.of.contains($0.operand) }.reduce(Int64(0)) { $0 + $1.amount }
      let short = part.target - part.sum(tallies)
      if short > raised {
        raise(part.of[0], by: short - raised + (amounts.first { $0.operand == part.of[0] }?.amount ?? 0))
      }
    }
    return amounts.map { Change($0.operand, by: $0.amount) }
  }
}

extension Minima.Part {
  fileprivate init(_ fields: Fields, _ scope: RuleScope, _ method: Minima.Method) {
    let of = fields.required("of", .oneOrMany(.operand(scope, in: [.seconds, .marks, .items])))
    let first = of.first ?? .unread
    self.of = of.isEmpty ? [.unread] : of
    title = fields.optional("title", .text) ?? of.map(\.title).joined(separator: "、")
    target = fields.required("target", .amount(like: first, scope))
    points =
      method == .proportion ? fields.required("points", .points(scope)) : fields.optional("points", .points(scope))
    minima = fields.optional("each", .list(of: .object { Minima.Minimum($0, scope) })) ?? []
    if let other = of.first(where: { $0.unit != first.unit }), first != .unread, other != .unread {
      fields.refuse(
        "of",
        Wording(
          "'\(first.id)' is in \(first.unit.rawValue) and '\(other.id)' in \(other.unit.rawValue); only tallies of one unit are added",
          "'\(first.id)' 的单位是 \(first.unit.rawValue)，'\(other.id)' 的单位是 \(other.unit.rawValue)；只有同一单位的统计量可以相加"))
    }
  }
}

extension Minima.Minimum {
  fileprivate init(_ fields: Fields, _ scope: RuleScope) {
    place = fields.place
    of = fields.required("of", .operand(scope, in: [.seconds, .marks, .items]))
    atLeast = fields.required("at_least", .amount(like: of, scope))
  }
}

extension Minima {
  /// In proportion a minimum changes no points; without a requirement it decides nothing at all.
  func lint(_ scope: LintScope, maximum: Points, at place: Place, _ faults: FaultCollector) {
    guard method == .proportion else { return }
    for minimum in parts.flatMap(\.minima) where !scope.required.contains(minimum.of.id) {
      faults.warn(
        minimum.place,
        Wording(
          "this minimum changes no points under 'proportion' and no requirement asks for '\(minimum.of.id)'; state it under 'requirements', or use method: 'all'",
          "按 proportion 计分时此最低要求不影响得分，且 requirements 中没有 '\(minimum.of.id)'；请写入 requirements，或用 method: 'all'"))
    }
  }
}
