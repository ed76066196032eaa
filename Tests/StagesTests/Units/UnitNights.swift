import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import Testing
import TestSupport

/// A programme of a province with cities, counties and schools, whose offices hand in files about units.
final class UnitNights {
  let folder: FreshFolder
  let programme: Programme
  let store: ProgrammeStore

  /// `source` are further keys of the source of facts about units; the rest stands in the pipeline file as it is given.
  init(
    source: String = "", tallies: String = UnitNights.tallies, metrics: String = "", checks: String = "",
    sources: String = ""
  ) throws {
    folder = try FreshFolder()
    let faults = FaultCollector()
    let text = Self.pipeline(source, tallies, metrics, checks, sources)
    programme = try #require(
      Programme.read(Array(text.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
    try store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
  }

  static let units = [
    "0,全省,省,", "1,东市,市,0", "2,西市,市,0", "11,东一县,县,1", "12,东二县,县,1", "21,西一县,县,2",
    "111,第一小学,校,11", "112,实验小学,校,11", "121,实验小学,校,12", "211,第三小学,校,21",
  ]
  static let roster = ["1,甲,第一小学,东一县", "2,乙,第一小学,东一县", "3,丙,121,东二县"]
  static let tallies = """
    seats: { sum: 'submission.value', where: { category: 'seats' }, title: '名额', unit: 'items' },
    plans: { count: 'submission', where: { category: 'plan', submitted: true }, title: '已交方案', unit: 'items' },
    handed_in_at: { min: 'submission.at', where: { category: 'plan' }, title: '方案报送时间', unit: 'moment' },
    """

  /// Writes the exports of a night: rows without their header line.
  func write(
    _ night: String, submission: [String], units: [String] = UnitNights.units, roster: [String] = UnitNights.roster,
    others: [String: [String]] = [:]
  ) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    let files = [
      "unit": ["编码,名称,级别,上级"] + units, "roster": ["编号,姓名,学校,区县"] + roster, "study": ["编号,课程,分钟"],
      "submission": ["单位,区县,材料,类别,数量,时间,合格"] + submission,
    ].merging(others) { $1 }
    for (name, lines) in files {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
    }
  }

  @discardableResult
  func load(_ night: String) throws -> LoadOutcome {
    let end = Int64((CalendarDate(night)?.dayNumber ?? 0) + 1) * 86_400
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: end)
    let outcome = try store.database.transaction {
      try Store.load(store, plan, runFolder: folder.path("out")) { _, _ in }
    }
    store.keepMarks(of: outcome)
    return outcome
  }

  /// Scores and measures what was loaded.
  func measured(_ night: Int64) throws -> (learners: Learners, measures: UnitMeasures) {
    let faults = FaultCollector()
    let scorer = Scorer(programme, faults: faults)
    let folder = MetricFolder(programme, scorer, faults: faults)
    #expect(!faults.refuses, "\(faults.lines(file: "pipeline", in: .english))")
    let learners = try Learners(store)
    let scores = try score(store, learners, scorer, rewritesAll: false)
    return (learners, try measure(store, night: night, learners, scores, folder))
  }

  /// The rows of a query, each as its columns with a bar between; NULL is a dash.
  func lines(_ sql: String) throws -> [String] {
    try store.database.rows(sql) { row throws(SQLiteError) in
      (0..<row.columnCount).map { row.optionalText($0) ?? "–" }.joined(separator: "|")
    }
  }

  /// The faults that the stages find in such a programme.
  static func faults(tallies: String = UnitNights.tallies, metrics: String = "", checks: String = "") -> [String] {
    let faults = FaultCollector()
    _ = Programme.read(Array(pipeline("", tallies, metrics, checks, "").utf8), faults) { programme in
      _ = MetricFolder(programme, Scorer(programme, faults: faults), faults: faults)
    }
    return faults.faults.map { $0.message(in: .english) }
  }

  private static func pipeline(
    _ source: String, _ tallies: String, _ metrics: String, _ checks: String, _ sources: String
  ) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', minutes_per_hour: 40, levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'county', title: '区县', label: '县' }, { id: 'school', title: '学校', label: '校' } ],
        cohorts: [ { id: 'A', title: '上旬班', from: '2023-08-01', to: '2023-08-20' } ] },
      sources: {
        unit: { title: '单位', kind: 'unit', files: '{date}/unit.csv', columns: {
          code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
          level: { from: '级别', type: 'text', required: true, map: { 省: 'province', 市: 'city', 县: 'county', 校: 'school' } },
          parent: { from: '上级', type: 'id' } } },
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          county: { from: '区县', type: 'unit', level: 'county' },
          unit: { from: '学校', type: 'unit', level: 'school', required: true } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true } } },
        submission: { title: '报送', kind: 'unit_fact', files: '{date}/submission.csv', columns: {
          unit: { from: '单位', type: 'unit', required: true }, county: { from: '区县', type: 'unit', level: 'county' },
          item: { from: '材料', type: 'text' }, category: { from: '类别', type: 'text', map: { 名额: 'seats', 方案: 'plan' } },
          value: { from: '数量', type: 'integer', min: 0 }, at: { from: '时间', type: 'datetime' },
          flag: { from: '合格', type: 'boolean' } }\(source.isEmpty ? "" : ", ")\(source) },
        \(sources)
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' }, \(tallies) },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      metrics: { \(metrics) },
      awards: [],
      reports: {},
      checks: [\(checks)],
    }
    """
  }
}
