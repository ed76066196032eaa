import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// A small programme with every kind of fact, whose exports the test writes night by night.
final class LoadedNights {
  let folder: FreshFolder
  let programme: Programme
  let store: ProgrammeStore
  /// Whether a load may pass over rows that the last one has read.
  let keepsMarks: Bool

  init(limits: String = "", keepsMarks: Bool = true) throws {
    self.keepsMarks = keepsMarks
    folder = try FreshFolder()
    let faults = FaultCollector()
    programme = try #require(
      Programme.read(Array(Self.pipeline(limits: limits).utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
    // A test need not survive a power cut.
    try store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
  }

  /// Writes the exports of a night: rows without their header line, by source.
  func write(
    _ night: String, roster: [String], study: [String] = [], homework: [String] = [], posts: [String] = []
  ) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    let files = [
      "roster": ["编号,姓名,手机,地市,学校,状态"] + roster, "study": ["编号,课程,类型,分钟,时间"] + study,
      "homework": ["编号,作业,得分,满分,优秀"] + homework, "posts": ["编号,帖子,时间"] + posts,
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
    if keepsMarks { store.keepMarks(of: outcome) }
    return outcome
  }

  /// The rows of a query, each as its columns with a bar between; NULL is a dash.
  func lines(_ sql: String) throws -> [String] {
    try store.database.rows(sql) { row throws(SQLiteError) in
      (0..<row.columnCount).map { row.optionalText($0) ?? "–" }.joined(separator: "|")
    }
  }

  /// Every row of the tables that can be rebuilt, under the table's name.
  func dump(suffix: String = "") throws -> [String: [String]] {
    var dump: [String: [String]] = [:]
    for table in History.tables { dump[table] = try lines("SELECT * FROM \(table)\(suffix)").sorted() }
    return dump
  }

  private static func pipeline(limits: String) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          phone: { from: '手机', type: 'phone' }, city: { from: '地市', type: 'unit', level: 'city' },
          unit: { from: '学校', type: 'unit', level: 'school', required: true },
          status: { from: '状态', type: 'text', map: { 在册: 'enrolled', 退出: 'withdrawn' } } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          category: { from: '类型', type: 'text' },
          value: { from: '分钟', type: 'duration', unit: 'minutes', min: 0, required: true },
          at: { from: '时间', type: 'datetime' } }, duplicates: { value: 'max' }\(limits) },
        homework: { title: '作业', kind: 'item', files: '{date}/homework.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '作业', type: 'id', required: true },
          value: { from: '得分', type: 'decimal', decimals: 2, min: 0, max_from: 'full' },
          full: { from: '满分', type: 'decimal', decimals: 2 }, flag: { from: '优秀', type: 'boolean' } } },
        posts: { title: '研讨', kind: 'event', files: '{date}/posts.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '帖子', type: 'id', required: true },
          at: { from: '时间', type: 'datetime' } } },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' },
        marks: { sum: 'homework.value', title: '作业得分', unit: 'marks' }, posts: { count: 'posts', title: '发帖', unit: 'items' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      awards: [],
      reports: {},
    }
    """
  }
}
