import Metrics
import Programme
import SQLite
import Stages
import Store
import Testing
import TestSupport

private let facts = [
  UnitFact(item: "甲", category: "x", value: 5, at: 100, flag: true, missing: nil, file: 1, row: 2),
  UnitFact(item: "乙", category: "x", value: 9, at: nil, flag: false, missing: nil, file: 1, row: 3),
  UnitFact(item: "丙", category: "y", value: nil, at: 300, flag: false, missing: nil, file: 1, row: 4),
  UnitFact(item: "丁", category: "y", value: nil, at: nil, flag: true, missing: "not_submitted", file: 1, row: 5),
]

@Test(arguments: [
  ("{ sum: 'submission.value' }", 14), ("{ count: 'submission' }", 4), ("{ max: 'submission.value' }", 9),
  ("{ min: 'submission.at' }", 100), ("{ max: 'submission.at' }", 300),
  ("{ count: 'submission', where: { category: 'y' } }", 2),
  ("{ sum: 'submission.value', where: { category: 'y' } }", nil),
  ("{ count: 'submission', where: { submitted: true } }", 3),
  ("{ count: 'submission', where: { submitted: false } }", 1),
  ("{ count: 'submission', where: { flag: true } }", 2), ("{ count: 'submission', where: { category: 'z' } }", nil),
  ("{ count: 'submission', where: { category: ['x', 'z'] } }", 2), ("{ count: 'submission', where: { item: '甲' } }", 1),
  ("{ count: 'submission', where: { item: ['甲', '丁', '戊'] } }", 2),
  ("{ count: 'submission', where: { missing: true } }", 2),
  ("{ sum: 'submission.value', where: { missing: false } }", 14),
  ("{ count: 'submission', where: { at: { until: '1970-01-01 00:01:40' } } }", 1),
  ("{ count: 'submission', where: { at: { from: '1970-01-01 00:01:41' } } }", 1),
  ("{ count: 'submission', where: { value: { at_least: 5, below: 9 } } }", 1),
  ("{ first: 'submission.value' }", 5), ("{ last: 'submission.at' }", 300),
])
func `the facts of one unit are folded as those of a learner are`(written: String, value: Int64?) throws {
  let tally = written.dropLast(2) + ", title: '数', unit: 'items' }"
  let programme = try UnitNights(tallies: "number: \(tally)").programme
  let number = try #require(programme.tallies.first { $0.id == "number" })
  #expect(number.subject == .unit)
  #expect(number.folded(facts) == value)
}

@Test func `a learner has the value of the own unit, or of the nearest above that has one`() throws {
  let nights = try UnitNights()
  try nights.write(
    "2023-08-19",
    submission: ["全省,,名额,名额,100,,", "东一县,,名额,名额,40,,", "第一小学,,名额,名额,3,,", "东市,,方案,方案,,2023-07-20,是"])
  try nights.load("2023-08-19")
  let rows = try nights.lines("SELECT seats, plans, handed_in_at FROM tally ORDER BY enrolment")
  #expect(rows == ["3|1|1689811200", "3|1|1689811200", "100|1|1689811200"])
  try nights.write("2023-08-20", submission: ["全省,,名额,名额,100,,", "东一县,,名额,名额,40,,"])
  try nights.load("2023-08-20")
  let later = try nights.lines("SELECT seats, plans, handed_in_at FROM tally ORDER BY enrolment")
  #expect(later == ["40|0|–", "40|0|–", "100|0|–"])
}

private let metrics = """
  seats: { title: '名额', format: 'number', definition: '名额', numerator: { sum: 'seats' }, denominator: { count: 'unit', level: 'school', among: 'all' } },
  plans: { title: '已交', format: 'percent', definition: '已交学校',
    numerator: { count: 'unit', level: 'school', where: { plans: { at_least: 1 } } }, denominator: { count: 'unit', level: 'school' } },
  fill: { title: '报名率', format: 'percent', definition: '报名÷名额', numerator: { count: 'enrolled' }, denominator: { sum: 'seats' } },
  """

@Test func `a rate of units is pooled over the unit and those below it`() throws {
  let nights = try UnitNights(metrics: metrics)
  try nights.write(
    "2023-08-19",
    submission: ["东一县,,名额,名额,4,,", "东二县,,名额,名额,2,,", "第一小学,,方案,方案,,2023-07-20,", "第三小学,,方案,方案,,2023-07-20,"])
  let (learners, measures) = try nights.measured(try nights.load("2023-08-19").night)
  func printed(_ code: String) throws -> [String] {
    let unit = try #require(learners.units.named(code).first)
    return zip(measures.folder.measures, measures.figures(unit: unit, project: 0)).map { $0.printed($1).text }
  }
  #expect(try printed("0") == ["1.50", "50.00%", "50.00%"])
  #expect(try printed("1") == ["2.00", "50.00%", "50.00%"])
  #expect(try printed("11") == ["2.00", "100.00%", "50.00%"])
  #expect(try printed("12") == ["2.00", "0.00%", "50.00%"])
  // Nobody takes part here: the school does not count, though it handed in its plan.
  #expect(try printed("21") == ["0.00", "—", "—"])
}

@Test func `a condition on learners takes the value of their unit`() throws {
  let nights = try UnitNights(
    metrics: """
      covered: { title: '已交单位学员', format: 'percent', definition: '所在单位已交÷报名',
        numerator: { count: 'learner', where: { plans: { at_least: 1 } } }, denominator: { count: 'enrolled' } },
      """)
  try nights.write("2023-08-19", submission: ["第一小学,,方案,方案,,2023-07-20,"])
  let (learners, measures) = try nights.measured(try nights.load("2023-08-19").night)
  let province = try #require(learners.units.named("0").first)
  #expect(measures.figures(unit: province, project: 0) == [Figure(numerator: 2, denominator: 3)])
}

@Test func `pooled figures of units are those of a plain sum over the facts`() throws {
  for seed in Cases.seeds(usually: 12) {
    var random = SeededGenerator(seed: seed)
    let world = World(&random)
    let nights = try UnitNights(metrics: metrics)
    try nights.write("2023-08-19", submission: world.submission, units: world.unitRows, roster: world.roster)
    let (learners, measures) = try nights.measured(try nights.load("2023-08-19").night)
    for code in world.codes {
      let unit = try #require(learners.units.named(code).first)
      let figures = measures.figures(unit: unit, project: 0).map { [$0.numerator, $0.denominator] }
      #expect(figures == world.figures(of: code), "SEED=\(seed) unit \(code)")
    }
    for learner in world.learners {
      let own = try nights.store.database.integer(
        """
        SELECT t.seats FROM tally t JOIN enrolment e ON e.id = t.enrolment JOIN person p ON p.id = e.person WHERE p.code = ?
        """, .text(learner.key))
      #expect(own == world.seats(for: learner.value), "SEED=\(seed) learner \(learner.key)")
    }
  }
}

/// A province drawn at random; a unit's code begins with that of the unit above it, so that what lies below is told by the code.
private struct World {
  private(set) var codes = ["0"]
  private var seats: [String: [Int64]] = [:]
  private var plans: Set<String> = []
  private(set) var learners: [String: String] = [:]

  init(_ random: inout SeededGenerator) {
    for _ in 1...3 {
      for level in 1...3 {
        let above = codes.filter { $0.count == level }
        guard let parent = random.pick(above) else { continue }
        for number in 1...Int.random(in: 1...3, using: &random) {
          let code = parent + "\(number)"
          if !codes.contains(code) { codes.append(code) }
        }
      }
    }
    for code in codes {
      for _ in 0..<Int.random(in: 0...2, using: &random) where random.oneIn(2) {
        seats[code, default: []].append(.random(in: 0...50, using: &random))
      }
      if random.oneIn(3) { plans.insert(code) }
    }
    let schools = codes.filter { $0.count == 4 }
    for number in 0..<Int.random(in: 1...20, using: &random) { learners["P\(number)"] = random.pick(schools) }
  }

  var unitRows: [String] {
    codes.map { "\($0),单位\($0),\(["省", "市", "县", "校"][$0.count - 1]),\($0.dropLast())" }
  }
  var roster: [String] { learners.sorted { $0.key < $1.key }.map { "\($0.key),某人,\($0.value)," } }
  var submission: [String] {
    codes.flatMap { code in
      (seats[code] ?? []).enumerated().map { "\(code),,名额\($0.offset),名额,\($0.element),," }
        + (plans.contains(code) ? ["\(code),,方案,方案,,2023-07-20,"] : [])
    }
  }

  /// Numerators and denominators of `metrics`, counted one by one.
  func figures(of code: String) -> [[Int64]] {
    let below = codes.filter { $0.hasPrefix(code) }
    let sum = below.reduce(Int64(0)) { $0 + (seats[$1] ?? []).reduce(0, +) }
    let schools = below.filter { $0.count == 4 }
    let active = schools.filter { learners.values.contains($0) }
    let enrolled = Int64(learners.values.count { $0.hasPrefix(code) })
    return [
      [sum, Int64(schools.count)], [Int64(active.count { plans.contains($0) }), Int64(active.count)], [enrolled, sum],
    ]
  }

  /// The seats of the nearest unit that has any, from the unit upwards.
  func seats(for code: String) -> Int64 {
    var code = code
    while !code.isEmpty {
      if let own = seats[code] { return own.reduce(0, +) }
      code.removeLast()
    }
    return 0
  }
}
