import Foundation
import Metrics
import Programme
import SQLite
import Scoring
import Stages
import Store
import Testing
import TestSupport

/// A programme of terms whose credited hours add up over several years.
final class LedgerNights {
  let folder: FreshFolder
  private(set) var store: ProgrammeStore

  /// `first` are further keys of the first term, `ledger` the whole part, `credit` a key of the scoring.
  init(first: String = "", ledger: String = LedgerNights.ledger, credit: String = LedgerNights.credit) throws {
    folder = try FreshFolder()
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    store = try Self.store(first, ledger, credit, folder.path("out"))
  }

  /// Goes on with another pipeline file.
  func change(first: String = "", ledger: String = LedgerNights.ledger, credit: String = LedgerNights.credit) throws {
    store = try Self.store(first, ledger, credit, folder.path("out"))
  }

  static let ledger = "ledger: { title: '十四五学时', target: '360学时', from: 2021, years: 5, prior: 'prior' },"
  static let credit = ", credit: { on_pass: 36 }"

  /// Writes the exports of a night: rows without their header line.
  func write(_ night: String, roster: [String], study: [String] = [], prior: [String] = []) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    let files = [
      "roster": ["编号,姓名,地市,学校,班次,状态"] + roster, "study": ["编号,班次,课程,分钟"] + study,
      "prior": ["编号,姓名,说明,年度,学时"] + prior,
    ]
    for (name, lines) in files {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
    }
  }

  /// Loads, scores and measures a night.
  @discardableResult
  func run(_ night: String) throws -> LoadOutcome {
    let programme = store.programme
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: Int64.max / 2)
    let faults = FaultCollector()
    let scorer = Scorer(programme, faults: faults)
    let metrics = MetricFolder(programme, scorer, faults: faults)
    let outcome = try store.database.transaction {
      let outcome = try Store.load(store, plan, runFolder: folder.path("out")) { _, _ in }
      let learners = try Learners(store)
      let scores = try score(store, learners, scorer, rewritesAll: true)
      _ = try measure(store, night: outcome.night, learners, scores, metrics)
      return outcome
    }
    store.keepMarks(of: outcome)
    return outcome
  }

  /// The rows of a query, each as its columns with a bar between; NULL is a dash.
  func lines(_ sql: String) throws -> [String] {
    try store.database.rows(sql) { row throws(SQLiteError) in
      (0..<row.columnCount).map { row.optionalText($0) ?? "–" }.joined(separator: "|")
    }
  }

  /// What is wrong with such a pipeline file.
  static func faults(ledger: String, credit: String = LedgerNights.credit) -> [String] {
    let faults = FaultCollector()
    _ = Programme.read(Array(pipeline("", ledger, credit).utf8), faults)
    return faults.faults.map { $0.message(in: .english) }
  }

  private static func store(_ first: String, _ ledger: String, _ credit: String, _ folder: String) throws
    -> ProgrammeStore
  {
    let faults = FaultCollector()
    let programme = try #require(
      Programme.read(Array(pipeline(first, ledger, credit).utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    return try ProgrammeStore(programme: programme, folder: folder)
  }

  private static func pipeline(_ first: String, _ ledger: String, _ credit: String) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '校本研修', year: 2022, office: '项目办', input: '.', levels: [
        { id: 'province', title: '全县', label: '县' }, { id: 'city', title: '学区', label: '学区' },
        { id: 'school', title: '学校', label: '校' } ],
        cohorts: [ { id: '2020B', title: '2020年下', from: '2020-09-01', to: '2020-12-31', closed: 'ledger' },
          { id: '2021B', title: '2021年下', from: '2021-09-01', to: '2021-12-31'\(first) },
          { id: '2022A', title: '2022年上', from: '2022-03-01', to: '2022-06-30' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          city: { from: '地市', type: 'unit', level: 'city' },
          unit: { from: '学校', type: 'unit', level: 'school', required: true }, cohort: { from: '班次', type: 'text' },
          status: { from: '状态', type: 'text', map: { 在册: 'enrolled', 退出: 'withdrawn', 待审核: 'applied' } } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          cohort: { from: '班次', type: 'text' },
          value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true } } },
        prior: { title: '此前学时', kind: 'credit', files: '{date}/prior.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name' },
          item: { from: '说明', type: 'text' }, year: { from: '年度', type: 'integer' },
          value: { from: '学时', type: 'decimal', decimals: 1, min: 0, required: true } } },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 }\(credit) },
      \(ledger)
      awards: [],
      reports: {},
    }
    """
  }
}
