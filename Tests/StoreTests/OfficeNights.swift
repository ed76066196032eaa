import Foundation
import Programme
import SQLite
import Store
import Testing
import TestSupport

/// A programme with two cohorts and a list of units, whose exports the test writes as they stand.
final class OfficeNights {
  let folder: FreshFolder
  let programme: Programme
  let store: ProgrammeStore

  /// `roster` and `study` are further keys of the two sources, `early` of the first cohort, `value` of the column of values;
  /// `columns` are further columns of the study source, `rosterColumns` of the roster, `programme` further keys of that part.
  init(
    roster: String = "", study: String = "", early: String = "", value: String = "unit: 'minutes'",
    type: String = "duration", columns: String = "", rosterColumns: String = "", programme further: String = ""
  ) throws {
    folder = try FreshFolder()
    let faults = FaultCollector()
    let text = Self.pipeline(
      roster: roster, study: study, early: early, value: "type: '\(type)'\(value.isEmpty ? "" : ", ")\(value)",
      columns: columns, rosterColumns: rosterColumns, further: further)
    programme = try #require(
      Programme.read(Array(text.utf8), faults),
      "\(faults.lines(file: "pipeline", in: .english).joined(separator: "\n"))")
    try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
    store = try ProgrammeStore(programme: programme, folder: folder.path("out"))
    try store.database.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
  }

  /// Writes the exports of a night, the lines of `roster` and `study` being without and with their header.
  func write(
    _ night: String, roster: [String], rosterHeader: String = "编号,姓名,学校,班次,状态",
    study: [String] = ["编号,班次,课程,时长"],
    units: [String] = ["0,全省,省,,", "1,东市,市,0,", "11,第一中学,校,1,一中；市一中", "12,实验小学,校,1,"]
  ) throws {
    try FileManager.default.createDirectory(atPath: folder.path(night), withIntermediateDirectories: true)
    let files = [
      "unit": ["编码,名称,级别,上级,别名"] + units,
      "roster": [rosterHeader] + roster, "study": study,
    ]
    for (name, lines) in files {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.path("\(night)/\(name).csv")))
    }
  }

  /// `end` is the first second after the as-of.
  func load(_ night: String, end: Int64 = Int64.max / 2) throws {
    let plan = NightPlan(programme, input: InputFolder(path: folder.path), asOf: night, end: end)
    let outcome = try store.database.transaction {
      try Store.load(store, plan, runFolder: folder.path("out")) { _, _ in }
    }
    store.keepMarks(of: outcome)
  }

  /// What a load was blocked by; empty when it was not.
  func blockages(_ night: String) throws -> [Blockage] {
    do {
      try load(night)
      return []
    } catch let blocked as NightBlocked {
      return blocked.blockages
    }
  }

  /// The rows of a query, each as its columns with a bar between; NULL is a dash.
  func lines(_ sql: String) throws -> [String] {
    try store.database.rows(sql) { row throws(SQLiteError) in
      (0..<row.columnCount).map { row.optionalText($0) ?? "–" }.joined(separator: "|")
    }
  }

  private static func pipeline(
    roster: String, study: String, early: String, value: String, columns: String, rosterColumns: String,
    further: String
  ) -> String {
    """
    {
      format: 1,
      programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.'\(further), levels: [
        { id: 'province', title: '全省', label: '省' }, { id: 'city', title: '地市', label: '市' },
        { id: 'school', title: '学校', label: '校' } ],
        cohorts: [ { id: 'A', title: '上旬班', from: '2023-08-01', to: '2023-08-20'\(early) },
          { id: 'B', title: '下旬班', from: '2023-08-15', to: '2023-09-03' } ] },
      sources: {
        unit: { title: '单位', kind: 'unit', files: '{date}/unit.csv', columns: {
          code: { from: '编码', type: 'id', required: true }, name: { from: '名称', type: 'text', required: true },
          level: { from: '级别', type: 'text', required: true, map: { 省: 'province', 市: 'city', 校: 'school' } },
          parent: { from: '上级', type: 'id' }, aliases: { from: '别名', type: 'text' } } },
        roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
          unit: { from: '学校', type: 'unit', level: 'school', required: true },
          cohort: { from: '班次', type: 'text', map: { 上旬班: 'A', 下旬班: 'B' } },
          status: { from: '状态', type: 'text', map: { 在册: 'enrolled', 退出: 'withdrawn' } }\(rosterColumns) }\(roster) },
        study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
          person: { from: '编号', type: 'id', required: true }, item: { from: '课程', type: 'id', required: true },
          value: { from: '时长', \(value), min: 0, max: 36000, required: true }\(columns) }\(study) },
      },
      tallies: { time: { sum: 'study.value', title: '学习时长', unit: 'seconds' } },
      scoring: { components: [
        { id: 'study', title: '学习', points: 100, rule: { kind: 'proportion', of: 'time', target: '100min' } } ],
        pass: { total_at_least: 80 } },
      awards: [],
      reports: {},
    }
    """
  }
}
