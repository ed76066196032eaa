import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// A programme with units, projects, people in office, briefs, nominations and a questionnaire, whose exports the test writes.
final class FiledNights {
  let folder: FreshFolder
  let programme: Programme
  let store: ProgrammeStore

  init() throws {
    folder = try FreshFolder()
    let faults = FaultCollector()
    programme = try #require(
      Programme.read(Array(Self.pipeline.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
    try store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
  }

  /// Writes and loads a night: rows without their header line, by source.
  func load(_ night: String, _ rows: [String: [String]]) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    for (name, header) in Self.headers {
      let lines = [header] + (rows[name] ?? [])
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
    }
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: Int64.max / 2)
    try store.keepMarks(
      of: store.database.transaction { try Store.load(store, plan, runFolder: folder.path("out")) { _, _ in } })
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
    for table in History.tables + ["choice"] { dump[table] = try lines("SELECT * FROM \(table)\(suffix)").sorted() }
    return dump
  }

  private static let headers = [
    "unit": "编码,名称,级别,上级,别名", "project": "编码,名称,学科", "roster": "编号,姓名,学校,项目", "study": "编号,课程,时长",
    "staff": "编号,姓名,单位,项目,评分,生日,电话", "brief": "编号,单位,标题", "approval": "单位,奖项,对象,姓名,结论",
    "survey": "序号,所用时间,1、内容,2、方式",
  ]

  private static let pipeline = """
    {
      format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'school', title: '学校', label: '校' } ] },
      sources: {
        unit: { title: '单位', kind: 'unit', files: '{date}/unit.csv', columns: {
          code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
          level: { from: '级别', type: 'text', required: true, map: { 省: 'province', 校: 'school' } },
          parent: { from: '上级', type: 'id' }, aliases: { from: '别名', type: 'text' } } },
        project: { title: '项目', kind: 'project', files: '{date}/project.csv', columns: {
          code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
          subject: { from: '学科', type: 'text' } } },
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '学校', type: 'unit', level: 'school', required: true }, project: { from: '项目', type: 'text' } } },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '时长', type: 'duration', unit: 'minutes', required: true } } },
        staff: { title: '辅导员', kind: 'staff', role: 'tutor', files: '{date}/staff.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '单位', type: 'unit' }, project: { from: '项目', type: 'text' },
          score: { from: '评分', type: 'rate', unit: 'percent' }, born: { from: '生日', type: 'date' },
          phone: { from: '电话', type: 'phone' } } },
        brief: { title: '简报', kind: 'brief', files: '{date}/brief.csv', columns: {
          item: { from: '编号', type: 'id', required: true }, unit: { from: '单位', type: 'unit', required: true },
          title: { from: '标题', type: 'text' } } },
        approval: { title: '审批', kind: 'nomination', stage: 'approved', files: '{date}/approval.csv', columns: {
          by: { from: '单位', type: 'unit', required: true }, award: { from: '奖项', type: 'text', required: true },
          candidate: { from: '对象', type: 'id', required: true }, name: { from: '姓名', type: 'text' },
          verdict: { from: '结论', type: 'text', map: { 通过: 'yes', 不通过: 'no' } } } },
        survey: { title: '问卷', kind: 'survey', files: '{date}/survey.csv', columns: {
          response: { from: '序号', type: 'id', required: true }, seconds: { from: '所用时间', type: 'duration', unit: 'seconds' } },
          questions: { '2': { title: '方式', choice: 'multiple', options: ['线上', '线下', '混合'] } } },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      satisfaction: { source: 'survey', scale: ['满意', '一般', '不满意'], top: 1, min_n: 1, by: 'province',
        objects: { team: '团队' }, dimensions: { content: '内容' }, items: [ { question: '1', object: 'team', dimension: 'content' } ] },
      awards: [ { id: 'learner', title: '优秀学员', pool: { learners: true }, eligible: [{ total_at_least: 90 }],
        quota: 'none', approved_by: 'province', rank: ['total desc'] } ],
      reports: {},
    }
    """
}
