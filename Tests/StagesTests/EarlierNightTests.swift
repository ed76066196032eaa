import Awards
import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import TestSupport
import Testing

private let sources = """
  work: { title: '作业', kind: 'item', files: '{date}/work.csv', columns: {
    person: { from: '编号', type: 'id', required: true }, item: { from: '作业', type: 'id', required: true },
    value: { from: '得分', type: 'integer', min: 0 }, at: { from: '时间', type: 'datetime' } } },
  staff: { title: '管理员', kind: 'staff', role: 'administrator', files: '{date}/staff.csv', columns: {
    person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
    unit: { from: '单位', type: 'unit' }, score: { from: '得分', type: 'integer' } } },
  material: { title: '材料', kind: 'unit_fact', files: '{date}/material.csv', columns: {
    unit: { from: '单位', type: 'unit', required: true }, value: { from: '数量', type: 'integer', min: 0 } } },
  approval: { title: '审定', kind: 'nomination', stage: 'approved', files: '{date}/approval.csv', columns: {
    by: { from: '单位', type: 'unit' }, award: { from: '奖项', type: 'text', required: true },
    candidate: { from: '编号', type: 'id', required: true },
    verdict: { from: '结论', type: 'text', map: { 是: 'yes', 否: 'no' } } } },
  """

private let awards = """
  { id: 'best', title: '优秀学员', pool: { learners: true }, rank: ['total desc', 'last_work asc missing_last'], ties: 'extend',
    approved_by: 'province', quota: { percent: 40, of: { learners: 'enrolled' }, rounding: 'ceiling',
      split: { by: 'city', base: 'qualified', method: 'largest_remainder', equals: 'larger' } } },
  { id: 'quick', title: '学得快', pool: { learners: true }, eligible: [{ materials: { at_least: 2 } }],
    rank: ['done_at asc missing_last'], ties: 'reserve', quota: { number: 2 } },
  { id: 'officer', title: '优秀管理员', pool: { staff: 'administrator' }, rank: ['score desc'], ties: 'exclude',
    quota: { percent: 50, of: { staff: 'administrator' }, rounding: 'half_up' } },
  """

private let tallies = """
  , last_work: { max: 'work.at', title: '最后交', unit: 'moment' },
  done_at: { reached: 'work.value', target: 100, title: '满百', unit: 'moment' },
  materials: { sum: 'material.value', title: '材料', unit: 'items' }
  """

/// Exports that change from night to night.
private struct Platform {
  private var random: SeededGenerator
  private var people: [String: (name: String, school: Int)] = [:]
  private var study: [String: Int] = [:]
  private var work: [String: (mark: Int, minute: Int)] = [:]
  private var staff: [String: Int] = [:]
  private var materials: [Int: Int] = [:]
  private var approvals: [String: Bool] = [:]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func change() {
    for _ in 0..<(people.isEmpty ? 6 : 2) {
      people["\(people.count + 1)"] = ("学员\(people.count + 1)", Int.random(in: 0..<3, using: &random))
    }
    for code in people.keys.sorted() {
      if random.oneIn(5) { people[code]?.school = Int.random(in: 0..<3, using: &random) }
      if random.oneIn(9) { people[code]?.name += "改" }
      if random.oneIn(2) { study[code + ",A"] = Int.random(in: 60...110, using: &random) }
      if random.oneIn(2) {
        let item = "\(code),W\(Int.random(in: 1...3, using: &random))"
        if random.oneIn(4) {
          work[item] = nil
        } else {
          work[item] = (Int.random(in: 30...90, using: &random), Int.random(in: 0...59, using: &random))
        }
      }
      if random.oneIn(2) { approvals[code] = random.oneIn(3) ? nil : !random.oneIn(4) }
    }
    for number in 1...4 where staff.isEmpty || random.oneIn(2) {
      staff["g\(number)"] = Int.random(in: 1...5, using: &random)
    }
    for school in 0..<3 where random.oneIn(2) { materials[school] = Int.random(in: 0...3, using: &random) }
  }

  private static let schools = ["东市,一中", "东市,二中", "西市,三中"]

  var roster: [String] {
    people.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value.name),\(Self.schools[$0.value.school])" }
  }

  var minutes: [String] { study.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" } }

  var others: [(String, [String])] {
    func lines<Value>(_ rows: [String: Value], _ line: (String, Value) -> String) -> [String] {
      rows.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    }
    return [
      (
        "work",
        ["编号,作业,得分,时间"] + lines(work) { "\($0),\($1.mark),2023-08-01 10:\($1.minute < 10 ? "0" : "")\($1.minute)" }
      ),
      ("staff", ["编号,姓名,单位,得分"] + lines(staff) { "\($0),管\($0),东市,\($1)" }),
      (
        "material",
        ["单位,数量"] + materials.sorted { $0.key < $1.key }.map { "\(Self.schools[$0.key].dropFirst(3)),\($0.value)" }
      ),
      ("approval", ["单位,奖项,编号,结论"] + lines(approvals) { "全省,优秀学员,\($0),\($1 ? "是" : "否")" }),
    ]
  }
}

extension NightFixture {
  /// Gives the first mark that there is another value.
  fileprivate func correctSomeMark() throws {
    let marks = try store.database.rows(
      "SELECT enrolment, item, value, at FROM item WHERE value IS NOT NULL ORDER BY enrolment, item LIMIT 1"
    ) { row throws(SQLiteError) in
      FactCorrection(
        source: "work", enrolment: row.integer(0), item: ItemKey.code(row.integer(1)), value: 100,
        stated: FactCorrection.stated(
          category: "", value: row.integer(2), full: nil, at: row.optionalInteger(3), flag: false, missing: nil))
    }
    for mark in marks { try store.correct(mark, ChronicleWords(reason: "复评", approvedBy: "项目办")) }
  }
}

/// Everything that a reckoning came to, as text.
private func told(_ reckoning: Reckoning) -> [String] {
  let totals = reckoning.scores.total.enumerated().map { "\($0.offset) \($0.element)" }
  let decisions = reckoning.awards.flatMap { decided in
    decided.ruling.decisions.enumerated().map { index, decision in
      "\(decided.award.id) \(decided.subject(index)) \(decision.outcome) \(decision.stage) \(decision.rank ?? 0) \(decided.reason(index).english)"
    } + ["\(decided.award.id) \(decided.step?.places ?? -1) \(decided.ruling.split?.allotments.map(\.places) ?? [])"]
  }
  return totals + decisions
}

@Test func `an earlier night is decided again exactly as it was, whatever came after it`() throws {
  for seed in Cases.seeds(usually: 30) {
    let fixture = try NightFixture(awards: awards, sources: sources, tallies: tallies)
    try fixture.store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    let faults = FaultCollector()
    let scorer = Scorer(fixture.programme, faults: faults)
    let folder = MetricFolder(fixture.programme, scorer, faults: faults)
    var platform = Platform(seed: seed)
    var then: [[String]] = []
    for day in 11...13 {
      let night = "2023-08-\(day)"
      platform.change()
      try fixture.write(night, roster: platform.roster, study: platform.minutes)
      for (source, lines) in platform.others { try fixture.write(night, source, lines) }
      try fixture.load(night)
      then.append(told(try Reckoning(fixture.store, scorer, folder)))
      // A correction belongs to the night after which it was made.
      if seed % 2 == 0, day == 12 {
        try fixture.store.correct(
          "quick", candidate: 1, .withdraw, ChronicleWords(reason: "退出", approvedBy: "项目办"))
        try fixture.correctSomeMark()
        then[1] = told(try Reckoning(fixture.store, scorer, folder))
      }
    }
    #expect(Set(then).count == 3, "SEED=\(seed)")
    for (night, expected) in zip(try History(fixture.store.database).nights(), then) {
      let earlier = try EarlierNight(night, programme: fixture.programme, folder: "\(fixture.folder)/out")
      let learners = try Learners(earlier.store, tallies: try earlier.tallies())
      let again = told(try Reckoning(earlier.store, scorer, folder, learners: learners))
      #expect(again == expected, "SEED=\(seed) \(night.asOf)")
    }
  }
}
