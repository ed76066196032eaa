import Foundation
import SQLite
import Testing
import TestSupport

/// `jianbao whatif` on the sample data: the award rule of one document beside that of another, for the same teachers.
struct WhatIfTests {
  private static let night = SampleProgramme.haian.everyNight[1]
  private static let pipeline = Repository.path("pipelines/haian-2023")
  /// 优秀学员 by the provincial guide: 90 marks and no number, where the programme's own document has the first 4 % of the ranking.
  private static let guide = Repository.path("pipelines/haian-2023/guide-rule.json5")

  @Test(arguments: ["en", "zh"])
  func `ninety marks beside the first four per cent: both rules, and who differs`(language: String) throws {
    let outcome = try whatIf(["--with", Self.guide, "--lang", language])
    #expect(outcome.code == 0)
    try Golden.expect(outcome.output, "what-if-guide-\(language)")
  }

  @Test func `those who differ are those that the two rules make out by themselves`() throws {
    let award = try #require(try awards(["--with", Self.guide, "--all"]).first)
    #expect(award["award"] as? String == "excellent_learner")
    let guide = Set(
      try Self.night.lines(
        """
        SELECT person || ' ' || project FROM learner_score
        WHERE status IN ('enrolled', 'vanished') AND CAST(replace(total, '.', '') AS INTEGER) >= 9000
        """))
    let plan = try firstOfRanking(percent: 4)
    #expect(people(award, "enters") == guide.subtracting(plan))
    #expect(people(award, "leaves") == plan.subtracting(guide))
    #expect(guide.count > plan.count && !plan.isEmpty)
    #expect(award["candidates_before"] as? Int == plan.count)
    #expect(award["candidates_after"] as? Int == guide.count)
  }

  @Test func `nothing is written where the office's outputs lie, even where the exports have to be read again`() throws
  {
    let folder = try FreshFolder()
    let output = try folder.copy(try Self.night.folder, as: "haian-2023")
    let before = try bytes(below: output)
    for change in ["awards.excellent_learner.quota.percent=6", "tallies.completed_at.target=15学时"] {
      let outcome = try Jianbao.run(["whatif", Self.pipeline, "--output", folder.path, "--set", change])
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("nothing was written"))
    }
    #expect(try bytes(below: output) == before)
  }

  @Test func `rules that are tried come to what a run by a file with these rules comes to`() throws {
    let folder = try FreshFolder()
    let text = try String(contentsOfFile: "\(Self.pipeline)/pipeline.json5", encoding: .utf8)
    let changes = [
      ("target: '20学时', title: '完成学习时间'", "target: '15学时', title: '完成学习时间'", "tallies.completed_at.target=15学时"),
      ("pass: { total_at_least: 80,", "pass: { total_at_least: 85,", "scoring.pass.total_at_least=85"),
      ("each: 3 } },", "each: 2 } },", "scoring.components.interaction.rule.each=2"),
      (
        "quota: { percent: 4, of: { learners: 'enrolled' }", "quota: { percent: 6, of: { learners: 'qualified' }",
        "awards.excellent_learner.quota={ percent: 6, of: { learners: 'qualified' }, rounding: 'floor' }"
      ),
    ]
    var changed = text.replacing(
      "'../../sample-data/haian-2023'", with: "'\(Repository.path("sample-data/haian-2023"))'"
    ).replacing("'../calendars/", with: "'\(Repository.path("pipelines/calendars"))/")
    for (old, new, _) in changes {
      #expect(changed.contains(old), "\(old)")
      changed = changed.replacing(old, with: new)
    }
    try Data(changed.utf8).write(to: URL(filePath: folder.path("pipeline.json5")))
    let run = try Jianbao.run([
      "run", folder.path("pipeline.json5"), "--as-of", Self.night.asOf, "--output", folder.path("output"),
    ])
    #expect(run.code == 0)
    let award = try #require(try awards(changes.flatMap { ["--set", $0.2] } + ["--all"]).first)
    let path = folder.path("output/haian-2023/haian-2023.sqlite")
    let query = """
      SELECT code || ' ' || project FROM award_decision WHERE award = 'excellent_learner'
        AND stage IN ('candidate', 'recommended', 'approved')
      """
    let now = Set(try Self.night.lines(query))
    let then = Set(try TwoNights.lines(in: path, query))
    #expect(people(award, "enters") == then.subtracting(now))
    #expect(people(award, "leaves") == now.subtracting(then))
    #expect(!then.subtracting(now).isEmpty)
  }

  @Test(arguments: [
    ("no-change", ["whatif", "pipelines/haian-2023"]),
    ("no-path", ["whatif", "pipelines/haian-2023", "--set", "80"]),
    ("unknown-key", ["whatif", "pipelines/haian-2023", "--set", "scoring.pass.total=70"]),
    ("unknown-award", ["whatif", "pipelines/haian-2023", "--set", "awards.excelent_learner.quota.percent=5"]),
    ("wrong-value", ["whatif", "pipelines/haian-2023", "--set", "awards.excellent_learner.quota.percent=many"]),
    ("broken-value", ["whatif", "pipelines/haian-2023", "--set", "awards.excellent_learner.quota={ percent: 4, of"]),
    ("broken-sum", ["whatif", "pipelines/haian-2023", "--set", "scoring.components.study.points=40"]),
    ("other-name", ["whatif", "pipelines/haian-2023", "--set", "programme.id=other"]),
    ("no-file", ["whatif", "pipelines/haian-2023", "--with", "nowhere.json5"]),
    ("nothing-loaded", ["whatif", "pipelines/haian-2023", "--set", "scoring.pass.total_at_least=70"]),
  ])
  func `a change that cannot be tried ends with 2 and says what is right`(name: String, words: [String]) throws {
    let folder = try FreshFolder()
    for part in ["pipelines", "sample-data"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(part), withDestinationPath: Repository.path(part))
    }
    for language in ["en", "zh"] {
      let outcome = try Jianbao.run(words + ["--lang", language], in: folder.path)
      #expect(outcome.code == 2)
      #expect(outcome.output == "")
      try Golden.expect(outcome.errors, "what-if-\(name)-\(language)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("output")))
  }

  private func whatIf(_ more: [String]) throws -> Outcome {
    let output = URL(filePath: try Self.night.folder).deletingLastPathComponent().path
    return try Jianbao.run(["whatif", Self.pipeline, "--output", output] + more)
  }

  private func awards(_ more: [String]) throws -> [[String: Any]] {
    let outcome = try whatIf(more + ["--format", "json"])
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (answer?["parts"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "award" }
  }

  /// Code and project of those who move in one way.
  private func people(_ award: [String: Any], _ kind: String) -> Set<String> {
    let list = (award["parts"] as? [[String: Any]] ?? []).first { $0["kind"] as? String == kind }
    let lines = list?["parts"] as? [[String: Any]] ?? []
    return Set(lines.map { "\($0["code"] ?? "") \($0["project"] ?? "")" })
  }

  /// The first of all by total and then by when the study was completed, reckoned here: the share rounded down, equals at the line with it.
  private func firstOfRanking(percent: Int) throws -> Set<String> {
    let database = try Database(path: "\(try Self.night.folder)/haian-2023.sqlite", readOnly: true)
    let learners = try database.rows(
      """
      SELECT p.code || ' ' || j.name, s.total, coalesce(t.completed_at, 9223372036854775807)
      FROM enrolment e JOIN person p ON p.id = e.person JOIN project j ON j.id = e.project
      JOIN score s ON s.enrolment = e.id JOIN tally t ON t.enrolment = e.id
      WHERE e.status IN ('enrolled', 'vanished')
      """
    ) { row throws(SQLiteError) in (person: row.text(0), key: (-row.integer(1), row.integer(2))) }
    let ranking = learners.sorted { $0.key < $1.key }
    let places = learners.count * percent / 100
    let line = ranking[places - 1].key
    return Set(ranking.filter { $0.key <= line }.map(\.person))
  }
}
