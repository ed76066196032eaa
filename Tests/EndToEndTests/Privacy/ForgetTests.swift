import Foundation
import SQLite
import TestSupport
import Testing

/// After the retention period the names and numbers of people are gone from the file, and nothing else is.
struct ForgetTests {
  private static let programme = SampleProgramme.lanxiSchoolBased
  private static let pipeline = Repository.path("pipelines/lanxi-school-based-2021")

  /// What the second term's night left; the first term is over and closed by then.
  private func office() throws -> FreshFolder {
    let folder = try FreshFolder()
    let last = try #require(Self.programme.everyNight.last)
    try folder.copy(try last.folder, as: Self.programme.id)
    return folder
  }

  private func path(_ office: FreshFolder) -> String { office.path("\(Self.programme.id)/\(Self.programme.id).sqlite") }

  private func forget(_ office: FreshFolder, _ more: [String] = []) throws -> Outcome {
    try Jianbao.run(["forget", Self.pipeline, "--before", "2022-03-01", "--output", office.path] + more)
  }

  /// People of the first term alone: their keys, codes, names and numbers.
  private func leaving(_ office: FreshFolder) throws -> [[String]] {
    try Database(path: path(office), readOnly: true).rows(
      """
      SELECT id, code, name, id_card, phone FROM person p WHERE EXISTS (SELECT 1 FROM enrolment e WHERE e.person = p.id)
        AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN cohort c ON c.id = e.cohort WHERE e.person = p.id AND c.code <> '2021-autumn')
      ORDER BY id
      """
    ) { row throws(SQLiteError) in (0..<5).map { row.text($0) } }
  }

  /// Names and numbers that nobody else has, so that they may be nowhere once they were erased.
  private func own(_ people: [[String]], _ office: FreshFolder) throws -> [String] {
    let words = people.flatMap { $0[2...] }.filter { !$0.isEmpty }
    let others = Set(
      try TwoNights.lines(
        in: path(office),
        """
        SELECT name FROM person WHERE id NOT IN (\(people.map { $0[0] }.joined(separator: ", ")))
        UNION SELECT name FROM staff UNION SELECT name FROM unit UNION SELECT alias FROM unit_alias
        """))
    return words.filter { word in !others.contains { $0.contains(word) } }
  }

  private func figures(_ office: FreshFolder) throws -> [String] {
    try [
      "SELECT * FROM metric ORDER BY as_of, metric, unit, project",
      "SELECT person, credit_hours, target, missing FROM credit_balance ORDER BY person",
      "SELECT enrolment, total, passed, rank, credit FROM score ORDER BY enrolment",
      "SELECT award, candidate, outcome, stage, rank FROM decision ORDER BY award, candidate",
      "SELECT * FROM chronicle ORDER BY id", "SELECT * FROM account ORDER BY source_file",
    ].flatMap { try TwoNights.lines(in: path(office), $0) }
  }

  @Test func `a preview counts and changes nothing`() throws {
    let office = try office()
    let before = try Data(contentsOf: URL(filePath: path(office)))
    let people = try leaving(office)
    try #require(!people.isEmpty)
    let outcome = try forget(office)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("would be erased") && outcome.output.contains("people: \(people.count)"))
    #expect(!people.contains { outcome.output.contains($0[2]) })
    #expect(try Data(contentsOf: URL(filePath: path(office))) == before)
  }

  @Test func `no byte of an erased name or number is left in the database, and nothing else has changed`() throws {
    let office = try office()
    let people = try leaving(office)
    let words = try own(people, office)
    try #require(words.count > people.count)
    let bytes = try Data(contentsOf: URL(filePath: path(office)))
    #expect(words.allSatisfy { bytes.range(of: Data($0.utf8)) != nil })
    let figures = try figures(office)
    let outcome = try forget(office, ["--yes"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: office.path(Self.programme.id))
    for name in names where name.contains(".sqlite") || name.hasPrefix(".") {
      guard let left = try? Data(contentsOf: URL(filePath: office.path("\(Self.programme.id)/\(name)"))) else {
        continue
      }
      #expect(words.filter { left.range(of: Data($0.utf8)) != nil } == [], "\(name)")
    }
    #expect(!names.contains(".rows"))
    #expect(try self.figures(office) == figures)
    let triggers = try TwoNights.lines(in: path(office), "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
    #expect(
      triggers
        == (try TwoNights.lines(
          in: "\(try #require(Self.programme.everyNight.last).folder)/\(Self.programme.id).sqlite",
          "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")))
  }

  @Test func `status, explain and verify still work and say that the person was erased`() throws {
    let office = try office()
    let person = try #require(try leaving(office).first)
    #expect(try forget(office, ["--yes", "--lang", "zh"]).output.contains("已清除"))
    let more = ["--output", office.path]
    let status = try Jianbao.run(["status", Self.pipeline] + more)
    #expect(status.code == 0 && status.output.contains("names and numbers erased"))
    let explained = try Jianbao.run(["explain", Self.pipeline, person[1]] + more)
    #expect(explained.code == 0 && explained.output.contains("were erased at") && !explained.output.contains(person[2]))
    let verified = try Jianbao.run(["verify", Self.pipeline] + more)
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    let again = try forget(office, ["--yes"])
    #expect(again.code == 0 && again.output.contains("nobody is to be erased"))
  }

  @Test func `the words of a correction are erased, and the chain holds`() throws {
    let office = try FreshFolder()
    try office.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    let exports = try ExportsOfTwoNights()
    let database = office.path("jiangsu-provincial/jiangsu-provincial.sqlite")
    let candidate = try TwoNights.lines(
      in: database,
      "SELECT code || ' ' || name FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY position LIMIT 1"
    )
    let words = try #require(candidate.first?.split(separator: " ").map(String.init))
    let corrected = try Jianbao.run([
      "correct", exports.pipeline, words[0], "--award", "excellent_learner", "--effect", "withdraw", "--reason",
      "\(words[1])本人申请放弃评选资格", "--approved-by", "审批人", "--apply", "--output", office.path,
    ])
    try #require(corrected.code == 0, "\(corrected.errors)")
    let file = exports.pipeline + "/pipeline.json5"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let closed = text.replacing("to: '2023-08-20' }", with: "to: '2023-08-20', closed: true }")
      .replacing("to: '2023-09-03' }", with: "to: '2023-09-03', closed: true }")
    try Data(closed.utf8).write(to: URL(filePath: file))
    let outcome = try Jianbao.run([
      "forget", exports.pipeline, "--before", "2024-01-01", "--yes", "--output", office.path,
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("people in office: ") && outcome.output.contains("the entries stay: 1"))
    let bytes = try Data(contentsOf: URL(filePath: database))
    #expect(bytes.range(of: Data("本人申请放弃评选资格".utf8)) == nil)
    let personal = try TwoNights.lines(
      after: .second, "SELECT id_card FROM person WHERE id_card <> '' UNION SELECT phone FROM person WHERE phone <> ''")
    #expect(personal.filter { bytes.range(of: Data($0.utf8)) != nil } == [])
    let status = try Jianbao.run(["status", exports.pipeline, "--output", office.path])
    #expect(status.code == 0 && status.output.contains("the chain holds"))
    #expect(try TwoNights.lines(in: database, "SELECT count(*) FROM chronicle") == ["1"])
  }

  @Test(arguments: [
    ["forget", pipeline], ["forget", pipeline, "--before", "昨天"], ["forget", "--before", "2022-03-01"],
    ["forget", pipeline, "--before", "2022-03-01", "--output", "nowhere"],
  ])
  func `wrong words are told`(words: [String]) throws {
    let outcome = try Jianbao.run(words)
    #expect(outcome.code == 2 && !outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func `nobody of an open term is erased`() throws {
    let office = try FreshFolder()
    try office.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    let outcome = try Jianbao.run([
      "forget", Jianbao.pipeline, "--before", "2030-01-01", "--yes", "--output", office.path,
    ])
    #expect(outcome.code == 0 && outcome.output.contains("nobody is to be erased"))
  }
}
