import Foundation
import TestSupport
import Testing

/// A pipeline file proposed from exports, answered and run.
struct InitTests {
  /// The three answers that the sample data leave to the office, taken from its documents.
  private static let answers = [
    ("office: null,", "office: '省级教师网络培训项目办公室',"),
    (
      "cohorts: null,",
      """
      cohorts: [{ id: '2023-08A', title: '上旬班', from: '2023-08-01', to: '2023-08-20' },
        { id: '2023-08B', title: '下旬班', from: '2023-08-15', to: '2023-09-03' }],
      """
    ),
    (
      "scoring: null,",
      """
      scoring: { components: [
        { id: 'study', title: '学习', points: 50, rule: { kind: 'proportion', of: 'study_time', target: '15h' } },
        { id: 'objective', title: '客观题', points: 10,
          rule: { kind: 'mean_rate', of: 'assignment_objective', full_marks: 100, required: 4 } },
        { id: 'subjective', title: '主观题', points: 20,
          rule: { kind: 'mean_rate', of: 'assignment_subjective', full_marks: 100, required: 2 } },
        { id: 'excellent', title: '优秀作业', points: 2, rule: { kind: 'threshold', of: 'assignment_excellent', at_least: 1 } },
        { id: 'discussion', title: '互动', points: 18, rule: { kind: 'per_item', of: 'discussion_count', each: 3 } },
      ], pass: { total_at_least: 80 } },
      """
    ),
  ]

  private static func propose(in folder: FreshFolder) throws -> Outcome {
    try folder.copy(Repository.path("sample-data/jiangsu-provincial"), as: "exports")
    return try Jianbao.run(["init", "draft", "--from", "exports/2023-08-19", "--lang", "zh"], in: folder.path)
  }

  @Test func `the proposal for the sample data is a golden, and what is said of it`() throws {
    let folder = try FreshFolder()
    let outcome = try Self.propose(in: folder)
    #expect(outcome.code == 0)
    try Golden.expect(outcome.output, "init")
    try Golden.expect(String(contentsOfFile: folder.path("draft/pipeline.json5"), encoding: .utf8), "init-pipeline")
  }

  @Test func `with three answers filled in, the proposal runs and gives the figures of the written pipeline`() throws {
    let folder = try FreshFolder()
    _ = try Self.propose(in: folder)
    let path = folder.path("draft/pipeline.json5")
    #expect(try Jianbao.run(["check", path]).code == 2)
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (question, answer) in Self.answers {
      #expect(text.ranges(of: question).count == 1)
      text = text.replacing(question, with: answer)
    }
    try Data(text.utf8).write(to: URL(filePath: path))
    let check = try Jianbao.run(["check", path, "--as-of", "2023-08-19"])
    #expect(check.code == 0, "\(check.output)\(check.errors)")
    let run = try Jianbao.run(.first, of: path, into: folder.path("output"))
    #expect(run.code == 0, "\(run.errors)")
    let database = folder.path("output/draft/draft.sqlite")
    for query in [
      "SELECT project, cohort, person, name, city, county, school, total, passed FROM learner_score ORDER BY 1, 2, 3",
      """
      SELECT metric, level, unit, numerator, denominator FROM metric
      WHERE metric IN ('participation_rate', 'study_hours', 'discussion_rate', 'pass_rate') ORDER BY 1, 2, 3, 4, 5
      """,
      "SELECT unit, responses, answered, mean, top_box FROM satisfaction ORDER BY 1, 2, 3, 4, 5",
      """
      SELECT source, file, sheet, rows_read, accepted, duplicates, rejected FROM account
      WHERE source NOT IN ('pre_training', 'seat', 'confirmation', 'expert', 'application', 'recommendation', 'approval')
      ORDER BY 1, 2, 3
      """,
    ] {
      let drafted = try TwoNights.lines(in: database, query)
      #expect(drafted == (try TwoNights.lines(after: .first, query)))
      #expect(!drafted.isEmpty)
    }
  }

  @Test func `a pipeline file that is there is never touched`() throws {
    let folder = try FreshFolder()
    try FileManager.default.createDirectory(atPath: folder.path("draft"), withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: URL(filePath: folder.path("draft/pipeline.json5")))
    let outcome = try Self.propose(in: folder)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(try String(contentsOfFile: folder.path("draft/pipeline.json5"), encoding: .utf8) == "{}")
    try Golden.expect(outcome.errors, "init-exists")
  }

  @Test(arguments: [
    ("init-no-export", ["init", "draft"], Int32(2)), ("init-missing", ["init", "draft", "--from", "nowhere.csv"], 2),
    ("init-unknown", ["init", "draft", "--from", "notes.csv", "empty.csv"], 1),
  ])
  func `what cannot be proposed from is told, and nothing is written`(name: String, words: [String], code: Int32) throws
  {
    let folder = try FreshFolder()
    try Data("甲,乙\n1,2\n".utf8).write(to: URL(filePath: folder.path("notes.csv")))
    try Data().write(to: URL(filePath: folder.path("empty.csv")))
    let outcome = try Jianbao.run(words, in: folder.path)
    #expect(outcome.code == code)
    #expect(!FileManager.default.fileExists(atPath: folder.path("draft")))
    try Golden.expect(outcome.errors, name)
  }

  @Test func `exports and folders of them are taken in any number`() throws {
    let folder = try FreshFolder()
    let night = Repository.path("sample-data/jiangsu-provincial/2023-08-19")
    let outcome = try Jianbao.run(
      ["init", "draft", "--from", "\(night)/学员名册.xlsx", "\(night)/项目.csv", "--from", "\(night)/单位.csv"], in: folder.path
    )
    #expect(outcome.code == 0)
    #expect(
      outcome.output.split(separator: "\n").prefix(3).map { $0.prefix { $0 != ":" } } == [
        "{date}/单位*.csv", "{date}/项目*.csv", "{date}/学员名册*.xlsx",
      ])
  }
}
