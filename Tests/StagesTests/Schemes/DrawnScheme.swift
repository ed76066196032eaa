import TestSupport

/// A scheme drawn at random over drawn tallies, with everything that follows from the points.
struct DrawnScheme {
  let tallies: [DrawnTally]
  private let shares: [Int64]
  private let rules: [DrawnRule]
  private let bonus: (each: Int64, cap: Int64)
  private let requirements: [DrawnCondition]
  private let vetoes: [DrawnCondition]
  private let flag: DrawnCondition
  private let line: Int64
  private let grades: [Int64]
  private let cap: Int64

  init(_ random: inout SeededGenerator) {
    let deadline = InventedFact.moment(&random)
    let filter = DrawnFilter(&random)
    var dated = filter
    (dated.from, dated.until) = (nil, random.oneIn(2) ? deadline : nil)
    if dated.until == nil { dated.untilOf = ["early": deadline, "late": InventedFact.moment(&random)] }
    var undated = filter
    (undated.from, undated.until) = (nil, nil)
    tallies =
      (0..<4).map { DrawnTally.count("c\($0)", &random) } + (0..<3).map { DrawnTally.time("t\($0)", &random) } + [
        .mark("best", "max", &random), .mark("worst", "min", &random), .mark("first", "first", &random),
        .mark("last", "last", &random), .mark("any", "max", undated), .mark("in_time", "max", dated),
        .reached("done", &random), .earliest("began"),
      ]
    let first = Int64.random(in: 100...4_000, using: &random)
    let second = Int64.random(in: 100...4_000, using: &random)
    shares = [first, second, 10_000 - first - second]
    rules = shares.map { DrawnRule.drawn($0, &random) }
    bonus = (Int64.random(in: 1...300, using: &random), Int64.random(in: 1...500, using: &random))
    requirements = (0..<Int.random(in: 0...2, using: &random)).map { _ in DrawnCondition(&random) }
    vetoes = random.oneIn(3) ? [DrawnCondition(&random)] : []
    flag = DrawnCondition(&random)
    line = Int64.random(in: 1_000...7_000, using: &random)
    grades = Array(Set((0..<3).map { _ in Int64.random(in: 0...9_000, using: &random) })).sorted(by: >)
    cap = Int64.random(in: 1...400, using: &random)
  }

  /// The part `tallies` of the file.
  var talliesText: String { tallies.map { "\($0.id): { title: '\($0.id)', \($0.text) }" }.joined(separator: ",\n") }

  /// The part `scoring` of the file.
  var scoringText: String {
    let decimal = DrawnRule.decimal
    let components = zip(shares, rules).enumerated().map { index, part in
      "{ id: 'p\(index)', title: '项', points: \(decimal(part.0)), rule: \(part.1.text) }"
    }
    let more =
      "{ id: 'more', title: '加分', points: 5, rule: { kind: 'bonus', of: 'c0', each: \(decimal(bonus.each)), cap: \(decimal(bonus.cap)) } }"
    let needed = requirements.enumerated().map { "{ id: 'r\($0)', title: '要求', when: \($1.text) }" }
    let struck = vetoes.map { "{ id: 'v', title: '否决', when: \($0.text) }" }
    let list = grades.map { "{ title: 'g\($0)', from: \(decimal($0)) }" }
    return """
      { components: [\((components + [more]).joined(separator: ",\n"))],
        requirements: [\(needed.joined(separator: ", "))], vetoes: [\(struck.joined())],
        flags: [{ id: 'f', title: '提示', when: \(flag.text) }], pass: { total_at_least: \(decimal(line)) },
        grades: [\(list.joined(separator: ", "))], credit: { of: ['t0', 't1'], on_pass: true, cap: \(decimal(cap)) } }
      """
  }

  /// A learner's line as the view `learner_score` has it, with the points before it.
  func expected(_ work: [InventedFact], _ study: [InventedFact]) -> String {
    var values: Values = [:]
    for tally in tallies { values[tally.id] = .some(tally.value(work, study)) }
    var points = rules.map { $0.points(values).rounded }
    points.append(min(bonus.cap, bonus.each * ((values["c0"] ?? nil) ?? 0)))
    let total = min(10_000, points.reduce(0, +))
    var unmet = requirements.indices.filter { !requirements[$0].holds(values) }.map { "r\($0)" }
    unmet += vetoes.filter { $0.holds(values) }.map { _ in "v" }
    let passed = unmet.isEmpty && total >= line
    let grade = grades.first { total >= $0 && (passed || $0 < line) }
    let studied = ((values["t0"] ?? nil) ?? 0) + ((values["t1"] ?? nil) ?? 0)
    // A credit hour of 45 minutes, in hundredths.
    let credit = passed ? min(cap, Ratio(studied * 100, 2_700).rounded) : 0
    let decimal = DrawnRule.decimal
    return [
      points.map(decimal).joined(separator: " "), decimal(total), passed ? "1" : "0", grade.map { "g\($0)" } ?? "",
      ((total < line ? ["total"] : []) + unmet).joined(separator: " "), decimal(credit), flag.holds(values) ? "f" : "",
    ].joined(separator: ";")
  }
}

/// Conditions drawn at random, all of which must hold.
struct DrawnCondition {
  let text: String
  let holds: (Values) -> Bool

  init(_ random: inout SeededGenerator) {
    if random.oneIn(4) {
      let word = random.oneIn(2) ? "before" : "after"
      text = "{ began: { \(word): 'done' } }"
      holds = { values in
        guard let began = values["began"] ?? nil else { return false }
        guard let done = values["done"] ?? nil else { return word == "before" }
        return word == "before" ? began < done : began > done
      }
      return
    }
    let id = random.pick(["c0", "c1", "t0", "t1", "best", "last"]) ?? ""
    let limit = Int64.random(in: 0...3, using: &random) * (id.hasPrefix("c") ? 1 : 2_700)
    let written = id.hasPrefix("c") ? "\(limit)" : id.hasPrefix("t") ? "'\(limit / 2_700)学时'" : DrawnRule.decimal(limit)
    let word = random.pick(["above", "at_least", "at_most", "below"]) ?? ""
    text = "{ \(id): { \(word): \(written) } }"
    holds = { values in
      guard let value = values[id] ?? nil else { return false }
      return switch word {
      case "above": value > limit
      case "at_least": value >= limit
      case "at_most": value <= limit
      default: value < limit
      }
    }
  }
}
