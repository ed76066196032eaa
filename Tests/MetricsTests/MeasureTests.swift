import Metrics
import Programme
import Scoring
import TestSupport
import Testing

/// The five monitoring indicators of seed 4 (组织方法2), the pass rate and the mean total.
private let indicators = """
  participation: { title: '参训率', format: 'percent', definition: '有学习记录÷报名',
    numerator: { count: 'learner', where: { time: { above: 0 } } }, denominator: { count: 'enrolled' } },
  hours: { title: '人均学时', format: 'hours', definition: '总时长÷报名',
    numerator: { sum: 'time' }, denominator: { count: 'enrolled' } },
  completion: { title: '作业完成率', format: 'percent', definition: '已交÷应交',
    numerator: { sum: 'items' }, denominator: { count: 'enrolled', times: 6 } },
  quality: { title: '作业质量', format: 'percent', definition: '得分÷满分',
    numerator: { sum: 'marks' }, denominator: { sum: 'items', times: 100 } },
  pass: { title: '合格率', format: 'percent', definition: '合格÷报名',
    numerator: { count: 'learner', where: { passed: true } }, denominator: { count: 'enrolled' } },
  mean: { title: '平均成绩', format: 'points', definition: '总成绩÷报名',
    numerator: { sum_points: ['total'] }, denominator: { count: 'enrolled' } },
  process: { title: '过程性评价', format: 'percent', definition: '学习得分÷满分',
    numerator: { sum_points: ['study'] }, denominator: { count: 'enrolled', times: 60 } },
  items: { title: '人均作业', format: 'number', definition: '作业÷参加考试人数',
    numerator: { sum: 'items' }, denominator: { count: 'learner', where: { best: { at_least: 0 } } } },
  """

@Test func `the indicators of a unit are pooled over its learners`() throws {
  let programme = try MeasuredProgramme(metrics: indicators)
  let figures = programme.figures(
    [
      (0, [36_000, 41_550, 5, 9_000]),
      (0, [18_000, 10_000, 1, Tally.absent]),
      (0, [0, 0, 0, Tally.absent]),
      (1, [36_000, 60_000, 10, 0]),
    ], units: 3)
  #expect(
    programme.printed(0, figures)
      == ["66.67%", "6.67", "33.33%", "85.92%", "33.33%", "38.00", "50.00%", "6.00"])
  #expect(
    programme.printed(1, figures)
      == ["100.00%", "13.33", "166.67%", "60.00%", "100.00%", "100.00", "100.00%", "10.00"])
  #expect(programme.printed(2, figures) == Array(repeating: "—", count: 8))
  #expect(programme.folder.figures(of: 0, in: figures)[0] == Figure(numerator: 2, denominator: 3))
}

@Test func `who has withdrawn counts nowhere`() throws {
  let programme = try MeasuredProgramme(metrics: indicators)
  var figures = programme.folder.blankFigures(units: 1)
  let tallies: [Int64] = [36_000, 100, 1, 0]
  programme.folder.add(tallies.span, programme.scorer.marks(of: tallies), withdrawn: true, to: 0, in: &figures)
  #expect(programme.printed(0, figures) == Array(repeating: "—", count: 8))
}

@Test func `every unit's figures are those of all learners below it`() throws {
  let programme = try MeasuredProgramme(metrics: indicators)
  for seed in Cases.seeds(usually: 200) {
    var random = SeededGenerator(seed: seed)
    // A province with cities, counties and schools, and their numbers shuffled: a unit may stand before the one above it.
    let count = Int.random(in: 1...12, using: &random)
    let numbers = Array(0..<count).shuffled(using: &random)
    var parents = [Int?](repeating: nil, count: count)
    for place in 1..<max(1, count) { parents[numbers[place]] = numbers[Int.random(in: 0..<place, using: &random)] }
    let learners = (0..<30).map { _ in (unit: Int.random(in: 0..<count, using: &random), tallies: drawnTallies(&random))
    }
    let totals = programme.figures(learners, units: count).rolledUp(parents: parents)
    for unit in 0..<count {
      let below = learners.filter { isWithin($0.unit, unit, parents) }.map { (unit: 0, tallies: $0.tallies) }
      let alone = programme.figures(below, units: 1)
      #expect(
        programme.folder.figures(of: unit, in: totals) == programme.folder.figures(of: 0, in: alone), "SEED=\(seed)")
    }
  }
}

private func drawnTallies(_ random: inout SeededGenerator) -> [Int64] {
  let best: Int64 = random.oneIn(2) ? Tally.absent : 5_000
  return [
    .random(in: 0...40_000, using: &random), .random(in: 0...60_000, using: &random),
    .random(in: 0...12, using: &random),
    best,
  ]
}

private func isWithin(_ unit: Int, _ outer: Int, _ parents: [Int?]) -> Bool {
  unit == outer || parents[unit].map { isWithin($0, outer, parents) } == true
}

@Test func `figures folded in parts add up to those folded at once`() throws {
  let programme = try MeasuredProgramme(metrics: indicators)
  let learners = (0..<50).map { number -> (unit: Int, tallies: [Int64]) in
    let amount = Int64(number)
    return (unit: number % 3, tallies: [amount * 900, amount * 1_000, amount % 7, 0])
  }
  var parts = programme.figures(Array(learners.prefix(20)), units: 3)
  parts.add(programme.figures(Array(learners.dropFirst(20)), units: 3))
  let whole = programme.figures(learners, units: 3)
  for unit in 0..<3 { #expect(programme.printed(unit, parts) == programme.printed(unit, whole)) }
}

@Test(arguments: [
  ([Int64.max], true), ([.max, .max], true), ([900_000_000_000_000, 22_337_203_685_477], false),
  ([900_000_000_000_000, 22_337_203_685_478], true),
])
func `a sum that leaves the exact range is told`(times: [Int64], overflowed: Bool) throws {
  let programme = try MeasuredProgramme(metrics: indicators)
  let figures = programme.figures(times.map { (0, [$0, 0, 0, 0]) }, units: 1)
  #expect(figures.overflowed == overflowed)
  #expect(programme.printed(0, figures).count == 8)
}

@Test(arguments: [
  ("{ sum: 'tme' }", "no tally is named 'tme'; did you mean 'time'?"),
  ("{ sum_points: ['totl'] }", "unknown component 'totl'; did you mean 'total'?"),
  ("{ count: 'enrolled', times: 10001 }", "a quantity is taken times 10001; expected a factor from 1 to 10000"),
])
func `a metric of unknown parts is refused`(numerator: String, message: String) throws {
  let metric =
    "pass: { title: '率', format: 'percent', definition: '无', "
    + "numerator: \(numerator), denominator: { count: 'enrolled' } }"
  let faults = FaultCollector()
  if let programme = Programme.read(pipeline(metric), faults) {
    _ = MetricFolder(programme, Scorer(programme, faults: faults), faults: faults)
  }
  #expect(faults.faults.map { $0.message(in: .english) } == [message])
}
