import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// A programme of two terms, a cohort each, with applicants, groups and facts by person and by group.
final class TermNights {
  let folder: FreshFolder
  private(set) var programme: Programme
  private(set) var store: ProgrammeStore

  /// `first` are further keys of the first term, `study` and `task` of the sources of that name.
  init(first: String = "", study: String = "", task: String = "") throws {
    folder = try FreshFolder()
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    programme = try Self.programme(first, study, task)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
  }

  /// Goes on with another pipeline file.
  func change(first: String = "", study: String = "", task: String = "") throws {
    programme = try Self.programme(first, study, task)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
  }

  /// Writes the exports of a night: rows without their header line.
  func write(_ night: String, roster: [String], study: [String] = [], task: [String] = []) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    let files = [
      "roster": ["编号,姓名,地市,学校,班次,状态,小组"] + roster, "study": ["编号,班次,课程,分钟"] + study,
      "task": ["小组,班次,任务,得分"] + task,
    ]
    for (name, lines) in files {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
    }
  }

  @discardableResult
  func load(_ night: String) throws -> LoadOutcome {
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: Int64.max / 2)
    let outcome = try store.database.transaction {
      try Store.load(store, plan, runFolder: folder.path("out")) { _, _ in }
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

  /// Every enrolment with its status and tallies.
  func learners() throws -> [String] {
    try lines(
      """
      SELECT p.code, c.code, e.status, t.time, t.tasks FROM enrolment e JOIN person p ON p.id = e.person
      JOIN cohort c ON c.id = e.cohort JOIN tally t ON t.enrolment = e.id ORDER BY p.code, c.code
      """)
  }

  private static func programme(_ first: String, _ study: String, _ task: String) throws -> Programme {
    let faults = FaultCollector()
    let text = pipeline(first, study, task)
    return try #require(
      Programme.read(Array(text.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
  }

  /// What is wrong with such a pipeline file.
  static func faults(first: String = "", study: String = "", task: String = "") -> [String] {
    let faults = FaultCollector()
    _ = Programme.read(Array(pipeline(first, study, task).utf8), faults)
    return faults.faults.map { $0.message(in: .english) }
  }

  private static func pipeline(_ first: String, _ study: String, _ task: String) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '校本研修', year: 2022, office: '项目办', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'school', title: '学校', label: '校' } ],
        cohorts: [ { id: '2021B', title: '2021年下', from: '2021-09-01', to: '2021-12-31'\(first) },
          { id: '2022A', title: '2022年上', from: '2022-03-01', to: '2022-06-30' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          city: { from: '地市', type: 'unit', level: 'city' },
          unit: { from: '学校', type: 'unit', level: 'school', required: true },
          cohort: { from: '班次', type: 'text' }, group: { from: '小组', type: 'text' },
          status: { from: '状态', type: 'text', map: { 在册: 'enrolled', 退出: 'withdrawn', 待审核: 'applied' } } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          cohort: { from: '班次', type: 'text' },
          value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true } }\(study) },
        task: { title: '小组任务', kind: 'item', files: '{date}/task.csv', by: 'group', columns: {
          person: { from: '小组', type: 'text', required: true }, item: { from: '任务', type: 'text', required: true },
          cohort: { from: '班次', type: 'text' },
          value: { from: '得分', type: 'decimal', decimals: 2, min: 0 } }\(task) },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' },
        tasks: { sum: 'task.value', title: '小组任务得分', unit: 'marks' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      awards: [],
      reports: {},
    }
    """
  }
}
