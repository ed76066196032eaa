import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import Testing

/// A small programme in a folder of its own: two schools, exports written by the test, one or more nights.
final class NightFixture {
  let folder: String
  let programme: Programme
  let store: ProgrammeStore

  /// `awards`, further `sources`, `parts` and `tallies` are put into the pipeline file as they stand.
  init(scoring: String = "", awards: String = "", sources: String = "", parts: String = "", tallies: String = "") throws
  {
    folder = FileManager.default.temporaryDirectory.appending(path: "night-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
    let faults = FaultCollector()
    let text = Self.pipeline(scoring: scoring, awards: awards, sources: sources, parts: parts, tallies: tallies)
    programme = try #require(
      Programme.read(Array(text.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    store = try ProgrammeStore(programme: programme, folder: "\(folder)/out")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes the exports of a night; `study` holds `person,course,minutes` rows, `roster` `person,name,city,school` rows.
  func write(_ night: String, roster: [String], study: [String]) throws {
    let path = "\(folder)/\(night)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data((["编号,姓名,地市,学校"] + roster).joined(separator: "\n").utf8).write(to: URL(filePath: "\(path)/roster.csv"))
    try Data((["编号,课程,分钟"] + study).joined(separator: "\n").utf8).write(to: URL(filePath: "\(path)/study.csv"))
  }

  /// Writes one more export of a night.
  func write(_ night: String, _ source: String, _ lines: [String]) throws {
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/\(night)/\(source).csv"))
  }

  @discardableResult
  func load(_ night: String) throws -> LoadOutcome {
    let plan = NightPlan(programme, input: InputFolder(path: folder), asOf: night, end: Int64.max / 2)
    let outcome = try store.database.transaction {
      try Store.load(store, plan, runFolder: "\(folder)/out") { _, _ in }
    }
    store.keepMarks(of: outcome)
    return outcome
  }

  /// Scores and measures what was loaded, and decides the awards.
  func compute(night: Int64) throws -> (Learners, Scores) {
    let faults = FaultCollector()
    let scorer = Scorer(programme, faults: faults)
    let metrics = MetricFolder(programme, scorer, faults: faults)
    #expect(!faults.refuses)
    let learners = try Learners(store)
    let scores = try score(store, learners, scorer, rewritesAll: false)
    let measures = try measure(store, night: night, learners, scores, metrics)
    try award(store, learners, scores, measures)
    return (learners, scores)
  }

  /// Decisions that do not lie where the order of the papers, said in SQL, has them.
  func misplacedDecisions() throws -> Int64? {
    try store.database.integer(
      """
      SELECT count(*) FROM (
        SELECT listing, row_number() OVER (
          PARTITION BY award ORDER BY outcome NOT IN ('in', 'reserve', 'tied', 'below', 'not_recommended', 'rejected'),
            section > 0 AND outcome NOT IN ('in', 'tied', 'not_recommended', 'rejected'), section, rank IS NULL, rank, position, candidate) AS expected
        FROM decision
      ) WHERE listing <> expected
      """)
  }

  private static func pipeline(
    scoring: String, awards: String, sources: String, parts: String, tallies: String
  ) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          city: { from: '地市', type: 'unit', level: 'city' },
          unit: { from: '学校', type: 'unit', level: 'school', required: true } }, limits: { max_shrink: '60%' } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true } },
          duplicates: { value: 'max' } },
        \(sources)
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' },
        courses: { count: 'study', title: '课程数', unit: 'items' }\(tallies) },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 }\(scoring.isEmpty ? "" : ", " + scoring) },
      metrics: { pass_rate: { title: '合格率', format: 'percent', numerator: { count: 'learner', where: { passed: true } },
        denominator: { count: 'enrolled' }, definition: '合格÷报名' } },
      awards: [\(awards)],
      reports: {},
      \(parts)
    }
    """
  }
}
