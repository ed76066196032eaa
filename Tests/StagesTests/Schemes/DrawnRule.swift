import TestSupport

/// The values of a learner's drawn tallies; nil is no record.
typealias Values = [String: Int64?]

/// A rule drawn at random: what the file says, and its exact points, in hundredths, before they are rounded.
struct DrawnRule {
  let text: String
  let points: (Values) -> Ratio

  /// `maximum` in hundredths of a point.
  static func drawn(_ maximum: Int64, _ random: inout SeededGenerator, isPart: Bool = false) -> DrawnRule {
    switch Int.random(in: 0..<(isPart ? 6 : 7), using: &random) {
    case 0: attempt(maximum, &random)
    case 1: band(maximum, &random)
    case 2: deductions(maximum, &random)
    case 3: minima(maximum, &random)
    case 4: deadline(maximum, &random)
    case 5: proportion(maximum, &random)
    default: scaled(maximum, &random)
    }
  }

  private static func share(_ value: Int64?, of whole: Int64, _ maximum: Int64) -> Ratio {
    (Ratio(max(0, value ?? 0), whole) * Ratio(maximum)).atMost(Ratio(maximum))
  }

  private static func attempt(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let (count, tally) = random.pick([("best", "best"), ("first", "first"), ("last", "last")]) ?? ("", "")
    let full = Int64.random(in: 1...12_000, using: &random)
    return DrawnRule(
      text: "{ kind: 'attempt', of: '\(tally)', full_marks: \(decimal(full)), count: '\(count)' }"
    ) { share($0[tally] ?? nil, of: full, maximum) }
  }

  private static func proportion(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let target = Int64.random(in: 1...30_000, using: &random)
    return DrawnRule(text: "{ kind: 'proportion', of: 't0', target: \(target) }") {
      share($0["t0"] ?? nil, of: target, maximum)
    }
  }

  private static func band(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let edges = Array(Set((0..<4).map { _ in Int64.random(in: 0...9_999, using: &random) })).sorted(by: >)
    let points = edges.map { _ in Int64.random(in: 0...maximum, using: &random) }.sorted(by: >)
    let list = zip(edges, points).map { "{ title: '级\($0)', from: \(decimal($0)), points: \(decimal($1)) }" }
    return DrawnRule(text: "{ kind: 'band', of: 'worst', bands: [\(list.joined(separator: ", "))] }") { values in
      guard let mark = values["worst"] ?? nil else { return Ratio(0) }
      var earned: Int64 = 0
      for (edge, worth) in zip(edges, points).reversed() where mark >= edge { earned = worth }
      return Ratio(earned)
    }
  }

  private static func deductions(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let (one, two, three) = (
      Int64.random(in: 1...200, using: &random), Int64.random(in: 1...200, using: &random),
      Int64.random(in: 1...200, using: &random)
    )
    let (from, required) = (Int64.random(in: 2...4, using: &random), Int64.random(in: 1...5, using: &random))
    let floor = random.oneIn(2) ? 0 : Int64.random(in: 0...maximum, using: &random)
    let once = random.oneIn(2)
    let needs = random.oneIn(2)
    return DrawnRule(
      text: """
        { kind: 'deductions', \(needs ? "unless: 'c3', " : "")each: [{ of: 'c0', minus: \(decimal(one)), once: \(once) }, \
        { of: 'c1', minus: \(decimal(two)), from: \(from) }, { of: 'c2', required: \(required), minus: \(decimal(three)) }], \
        floor: \(decimal(floor)) }
        """
    ) { values in
      func count(_ id: String) -> Int64 { (values[id] ?? nil) ?? 0 }
      if needs, count("c3") == 0 { return Ratio(0) }
      var left = maximum
      if count("c0") > 0 { left -= once ? one : one * count("c0") }
      if count("c1") >= from { left -= two * count("c1") }
      if count("c2") < required { left -= three * (required - count("c2")) }
      return Ratio(max(left, floor))
    }
  }

  private static func minima(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let (first, second) = (
      60 * Int64.random(in: 1...600, using: &random), 60 * Int64.random(in: 1...600, using: &random)
    )
    let least = Int64.random(in: 1...9_000, using: &random)
    let worth = Int64.random(in: 1..<maximum, using: &random)
    let all = random.oneIn(2)
    return DrawnRule(
      text: """
        { kind: 'minima', method: '\(all ? "all" : "proportion")', parts: [
          { of: ['t0', 't1'], target: \(first), points: \(decimal(worth)), each: [{ of: 't1', at_least: \(least) }] },
          { of: 't2', target: \(second), points: \(decimal(maximum - worth)) }] }
        """
    ) { values in
      func time(_ id: String) -> Int64 { (values[id] ?? nil) ?? 0 }
      if all {
        let isMet = time("t0") + time("t1") >= first && time("t1") >= least && time("t2") >= second
        return Ratio(isMet ? maximum : 0)
      }
      return share(time("t0") + time("t1"), of: first, worth) + share(time("t2"), of: second, maximum - worth)
    }
  }

  private static func deadline(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let full = Int64.random(in: 1...12_000, using: &random)
    let minus = Int64.random(in: 1...500, using: &random)
    let policy = random.pick(["'zero'", "'flag'", "{ minus: \(decimal(minus)) }"]) ?? ""
    return DrawnRule(
      text: "{ kind: 'deadline', of: 'any', on_time: 'in_time', full_marks: \(decimal(full)), late: \(policy) }"
    ) { values in
      if let mark = values["in_time"] ?? nil { return share(mark, of: full, maximum) }
      guard let mark = values["any"] ?? nil, policy != "'zero'" else { return Ratio(0) }
      let counted = share(mark, of: full, maximum)
      return policy == "'flag'" ? counted : (counted + Ratio(-minus)).atLeast(Ratio(0))
    }
  }

  private static func scaled(_ maximum: Int64, _ random: inout SeededGenerator) -> DrawnRule {
    let marks = (0..<Int.random(in: 1...3, using: &random)).map { _ in Int64.random(in: 200...6_000, using: &random) }
    let parts = marks.map { drawn($0, &random, isPart: true) }
    let full = marks.reduce(0, +)
    let list = zip(marks, parts).map { "{ title: '分', points: \(decimal($0)), rule: \($1.text) }" }
    return DrawnRule(
      text: "{ kind: 'scaled', full_marks: \(decimal(full)), parts: [\(list.joined(separator: ", "))] }"
    ) { values in
      parts.reduce(Ratio(0)) { $0 + $1.points(values) } * Ratio(maximum, full)
    }
  }

  /// Hundredths as the file writes them.
  static func decimal(_ hundredths: Int64) -> String {
    "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
