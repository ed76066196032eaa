import Foundation
import Programme
import SQLite
import Scoring
import Stages
import Store
import TestSupport
import Testing

@Test func `a random scheme gives what its clauses give when they are followed one by one over the raw rows`() throws {
  for seed in Cases.seeds(usually: 25) {
    var random = SeededGenerator(seed: seed)
    let scheme = DrawnScheme(&random)
    let folder = FileManager.default.temporaryDirectory.appending(path: "scheme-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let faults = FaultCollector()
    let programme = try #require(
      Programme.read(Array(pipeline(scheme).utf8), faults), "SEED=\(seed) \(faults.lines(file: "p", in: .english))")
    let scorer = Scorer(programme, faults: faults)
    try #require(!faults.refuses, "SEED=\(seed) \(faults.lines(file: "p", in: .english))")
    let store = try ProgrammeStore(programme: programme, folder: "\(folder)/out")
    var facts = InventedFacts()
    // A second night folds again only what changed.
    for night in ["2023-08-19", "2023-08-20"] {
      facts.change(&random)
      try write(facts, to: "\(folder)/\(night)")
      let plan = NightPlan(programme, input: InputFolder(path: folder), asOf: night, end: Int64.max / 2)
      let outcome = try store.database.transaction {
        try Store.load(store, plan, runFolder: "\(folder)/out") { _, _ in }
      }
      store.keepMarks(of: outcome)
      _ = try score(store, try Learners(store), scorer, rewritesAll: false)
      let rejected = try texts(store, "SELECT message FROM rejected")
      #expect(rejected == [], "SEED=\(seed)")
      let expected = (1...InventedFacts.people).map { scheme.expected(facts.work(of: $0), facts.study(of: $0)) }
      let found = try stored(store)
      #expect(found == expected, "SEED=\(seed) \(night)")
    }
  }
}

private func stored(_ store: ProgrammeStore) throws -> [String] {
  try texts(
    store,
    """
    SELECT (SELECT points FROM component_score WHERE person = l.person AND component = 'p0') || ' '
      || (SELECT points FROM component_score WHERE person = l.person AND component = 'p1') || ' '
      || (SELECT points FROM component_score WHERE person = l.person AND component = 'p2') || ' '
      || (SELECT points FROM component_score WHERE person = l.person AND component = 'more') || ';' || total || ';' || passed
      || ';' || band || ';' || unmet || ';' || credit_hours || ';' || flags
    FROM learner_score l ORDER BY person
    """)
}

private func write(_ facts: InventedFacts, to folder: String) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let roster =
    ["编号,姓名,学校,班次"]
    + (1...InventedFacts.people).map { "\($0),学员\($0),一中,\(InventedFacts.cohort(of: $0))" }
  for (name, lines) in [("roster", roster), ("work", facts.workExport), ("study", facts.studyExport)] {
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/\(name).csv"))
  }
}

private func pipeline(_ scheme: DrawnScheme) -> String {
  """
  {
    format: 1,
    programme: { id: 'p', title: '测试项目', year: 2023, office: '项目办', input: '.', levels: [
      { id: 'province', title: '全省', label: '省' }, { id: 'school', title: '学校', label: '校' } ],
      cohorts: [{ id: 'early', title: '早班', from: '2023-08-01', to: '2023-08-12' },
        { id: 'late', title: '晚班', from: '2023-08-01', to: '2023-08-12' }] },
    sources: {
      roster: { title: '名册', kind: 'roster', files: '{date}/roster.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, name: { from: '姓名', type: 'name', required: true },
        unit: { from: '学校', type: 'unit', level: 'school', required: true },
        cohort: { from: '班次', type: 'text', required: true } } },
      work: { title: '作业', kind: 'item', files: '{date}/work.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, item: { from: '项', type: 'id', required: true },
        category: { from: '类', type: 'text' }, value: { from: '得分', type: 'decimal', decimals: 2 },
        at: { from: '时间', type: 'datetime' }, flag: { from: '优', type: 'boolean' } } },
      study: { title: '学习', kind: 'measure', files: '{date}/study.csv', columns: {
        person: { from: '编号', type: 'id', required: true }, item: { from: '项', type: 'id', required: true },
        category: { from: '类', type: 'text' }, value: { from: '分钟', type: 'duration', unit: 'minutes', required: true },
        at: { from: '时间', type: 'datetime' } } },
    },
    tallies: { \(scheme.talliesText) },
    scoring: \(scheme.scoringText),
    reports: {},
  }
  """
}
