import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Store

/// A database file with so many candidates for one award, as a load and the score stage leave them.
struct CandidateDatabase {
  let programme: Programme
  let scorer: Scorer
  let folder: MetricFolder
  /// Where the file lies.
  let place: String

  /// Makes the file anew; the same seed gives the same candidates.
  init(candidates: Int, seed: UInt64, place: String) throws {
    let faults = FaultCollector()
    guard let programme = Programme.read(Array(Self.pipeline.utf8), faults) else {
      throw MeasureError(description: faults.lines(file: "awards", in: .english).joined(separator: "\n"))
    }
    self.programme = programme
    self.place = place
    scorer = Scorer(programme, faults: faults)
    folder = MetricFolder(programme, scorer, faults: faults)
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let store = try ProgrammeStore(programme: programme, folder: place)
    try store.database.transaction { try Self.fill(store, candidates: candidates, seed: seed) }
  }

  /// The file opened once more, by whoever asks.
  func open(readOnly: Bool) throws -> ProgrammeStore {
    try ProgrammeStore(programme: programme, folder: place, readOnly: readOnly)
  }

  /// What ranks the candidates, in SQL: the total, then the time of completion, those without one behind.
  static let order = "s.total DESC, t.done_at IS NULL, t.done_at"

  private static func fill(_ store: ProgrammeStore, candidates: Int, seed: UInt64) throws {
    let database = store.database
    _ = try store.makeWideTables()
    try database.execute(
      """
      INSERT INTO night (as_of) VALUES ('2025-11-07');
      INSERT INTO project (id, code, name, file, row) VALUES (1, '1', 'awards', 0, 0);
      INSERT INTO cohort (id, code, title) VALUES (1, '1', 'awards');
      INSERT INTO unit (id, code, name, level, parent, position, file, row) VALUES (1, 'P', 'P', 0, NULL, 0, 0, 0);
      """)
    let schools = max(1, candidates / 60)
    let unit = try database.prepare(
      "INSERT INTO unit (id, code, name, level, parent, position, file, row) VALUES (?1, ?2, ?2, 1, 1, ?1, 0, 0)")
    for school in 0..<schools {
      try unit.bind(1, Int64(school + 2))
      try unit.bind(2, "S\(school)")
      try unit.run()
    }
    let person = try database.prepare("INSERT INTO person (id, code, name) VALUES (?, ?, ?)")
    let enrolment = try database.prepare(
      """
      INSERT INTO enrolment (id, person, project, cohort, unit, status, since, digest, file, row)
      VALUES (?1, ?1, 1, 1, ?2, 'enrolled', '2025-11-07', 0, 1, ?1)
      """)
    let tally = try database.prepare("INSERT INTO tally (enrolment, touched, marks, done_at) VALUES (?, 1, ?, ?)")
    var chance = Chance(seed: seed, .learner)
    for key in 1...Int64(candidates) {
      // Codes in another order than the keys, as on any platform.
      let code = "\(2_025_000_000 + chance.number(0..<90_000_000) * 10 + Int(key % 10))-\(key)"
      try person.bind([.integer(key), .text(code), .text("N\(key % 5_000)")])
      try person.run()
      try enrolment.bind([.integer(key), .integer(Int64(chance.number(0..<schools)) + 2)])
      try enrolment.run()
      let marks = Int64(min(10_000, max(0, chance.normal(mean: 8_200, deviation: 900))))
      let done = chance.number(0..<8) == 0 ? nil : Int64(1_700_000_000 + chance.number(0..<5_000_000))
      try tally.bind([.integer(key), .integer(marks), .optional(done)])
      try tally.run()
    }
  }

  private static let pipeline = """
    {
      format: 1,
      programme: { id: 'awards', title: 'awards', year: 2025, office: 'bench', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '学校', type: 'unit', level: 'school', required: true } } },
        work: { title: '作业', kind: 'item', files: '{date}/work.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '作业', type: 'id', required: true },
          value: { from: '得分', type: 'decimal', decimals: 2 }, at: { from: '时间', type: 'datetime' } } },
      },
      tallies: { marks: { sum: 'work.value', title: '得分', unit: 'marks' },
        done_at: { reached: 'work.value', target: 100, title: '完成时间', unit: 'moment' } },
      scoring: { components: [
        { id: 'work', title: '作业', points: 100, rule: { kind: 'imported', of: 'marks', full_marks: 100 } } ],
        pass: { total_at_least: 80 } },
      metrics: { pass_rate: { title: '合格率', format: 'percent', numerator: { count: 'learner', where: { passed: true } },
        denominator: { count: 'enrolled' }, definition: '合格÷报名' } },
      awards: [{ id: 'excellent', title: '优秀学员', pool: { learners: true }, rank: ['total desc', 'done_at asc missing_last'],
        ties: 'extend', quota: { percent: 4, of: { learners: 'enrolled' }, rounding: 'floor' } }],
      reports: {},
    }
    """
}
