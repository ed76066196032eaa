import Archive
import Foundation
import SQLite
import TestSupport
import Testing

/// Results reckoned again by somebody who has the exports: all agrees, or what was tampered with is named.
struct VerifyTests {
  private static let input = Repository.path("sample-data/jiangsu-provincial")

  /// A copy of what the second night left, to be tampered with.
  private func office() throws -> FreshFolder {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    return folder
  }

  private func database(_ office: FreshFolder) throws -> Database {
    try Database(path: office.path("jiangsu-provincial/jiangsu-provincial.sqlite"), readOnly: false)
  }

  private func verify(_ office: FreshFolder, _ pipeline: String = Jianbao.pipeline, _ more: [String] = []) throws
    -> Outcome
  {
    try Jianbao.run(["verify", pipeline, "--output", office.path] + more)
  }

  private func bundle(_ office: FreshFolder, _ more: [String] = []) throws -> String {
    let path = office.path("bundle.zip")
    let outcome = try verify(office, Jianbao.pipeline, ["--bundle", path] + more)
    try #require(outcome.code == 0, "\(outcome.errors)")
    return path
  }

  private func correct(_ office: FreshFolder) throws {
    let code = try #require(
      try TwoNights.lines(
        after: .second,
        "SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY position LIMIT 1"
      ).first)
    let outcome = try Jianbao.run([
      "correct", Jianbao.pipeline, code, "--award", "excellent_learner", "--effect", "withdraw", "--reason", "本人放弃",
      "--approved-by", "甲", "--apply", "--output", office.path,
    ])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func `the office's own results agree with what the exports come to`() throws {
    let outcome = try verify(try office())
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("all agrees") && outcome.output.contains("scores: agree ("))
  }

  @Test func `a bundle agrees wherever the exports lie, corrections included, and is the same bytes each time`() throws
  {
    let office = try office()
    try correct(office)
    let path = try bundle(office)
    let again = office.path("again.zip")
    #expect(try verify(office, Jianbao.pipeline, ["--bundle", again]).code == 0)
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: again)))
    let elsewhere = try ExportsOfTwoNights()
    let outcome = try Jianbao.run(["verify", path, "--input", elsewhere.path(""), "--lang", "zh"])
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("全部一致") && outcome.output.contains("更正记录：一致（1项）"))
  }

  @Test func `a bundle names nobody and has no number of anybody`() throws {
    let office = try office()
    let archive = try ArchiveReader(path: try bundle(office))
    var text = ""
    for part in archive.parts where !part.name.hasPrefix("rules") {
      var reader = try archive.open(part)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      var count = buffer.count
      while count == buffer.count {
        count = try reader.read(into: &buffer, from: 0)
        text += String(decoding: buffer.prefix(count), as: UTF8.self)
      }
    }
    let words = Set(text.split { !($0.isLetter || $0.isNumber) })
    let personal = try TwoNights.lines(
      after: .second, "SELECT name FROM person UNION SELECT phone FROM person UNION SELECT id_card FROM person")
    #expect(personal.filter { !$0.isEmpty && words.contains($0[...]) } == [])
  }

  @Test func `a changed byte of an export is named, and what it moves`() throws {
    let office = try office()
    let path = try bundle(office)
    let exports = try ExportsOfTwoNights()
    try exports.replace("2023-08-20/课程作业.csv", "客观题", with: "主观题")
    let outcome = try Jianbao.run(["verify", path, "--input", exports.path("")])
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("2023-08-20/课程作业.csv: is not the file that was read"))
    #expect(outcome.output.contains("exports: 1 differences"))
  }

  @Test func `a missing export is named`() throws {
    let office = try office()
    let path = try bundle(office)
    let exports = try ExportsOfTwoNights()
    try exports.remove("2023-08-20/学习时长.csv")
    let outcome = try Jianbao.run(["verify", path, "--input", exports.path(""), "--format", "json"])
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("学习时长.csv: is not there") && outcome.output.contains("\"agrees\":false"))
  }

  @Test func `a changed decision is named with its candidate`() throws {
    let office = try office()
    let changed = try database(office)
    let first = "FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY position LIMIT 1"
    let code = try changed.text("SELECT code \(first)") ?? ""
    let decision = try changed.integer("SELECT decision \(first)") ?? 0
    try changed.execute(
      """
      INSERT INTO decision_form SELECT NULL, 'below', stage, decided_by, section, gap_key, no_gap, reason, reason_en FROM decision_form
      WHERE id = (SELECT form FROM decided WHERE id = \(decision));
      UPDATE decided SET form = (SELECT max(id) FROM decision_form) WHERE id = \(decision)
      """)
    let outcome = try verify(office)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("decisions: 1 differences"))
    #expect(
      outcome.output.contains("excellent_learner / learner / \(code)")
        && outcome.output.contains("outcome is given as 'below', and comes to 'in'"))
  }

  @Test func `a changed score is named with the learner`() throws {
    let office = try office()
    try database(office).execute("UPDATE score SET total = total + 1 WHERE enrolment = 7")
    let outcome = try verify(office)
    #expect(
      outcome.code == 1 && outcome.output.contains("scores: 1 differences")
        && outcome.output.contains("total is given as"))
  }

  @Test func `a changed pipeline file is named, and what it moves`() throws {
    let office = try office()
    let exports = try ExportsOfTwoNights()
    let file = exports.pipeline + "/pipeline.json5"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try Data(text.replacing("total_at_least: 90", with: "total_at_least: 91").utf8).write(to: URL(filePath: file))
    let outcome = try verify(office, exports.pipeline)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("pipeline.json5: is not what it was at the last run"))
    #expect(outcome.output.contains("scores: agree") && outcome.output.contains("decisions: "))
    #expect(!outcome.output.contains("decisions: agree"))
  }

  @Test(arguments: [
    ("scores.json", "\"total\" : \"", "\"total\" : \"1"),
    ("decisions.json", "\"outcome\" : \"in\"", "\"outcome\" : \"below\""),
    ("rules/0", "total_at_least: 90", "total_at_least: 91"), ("evidence.json", "\"words_digest\"", "\"x\""),
  ])
  func `an altered part of a bundle is named`(part: String, old: String, new: String) throws {
    let office = try office()
    let path = try bundle(office)
    let altered = office.path("altered.zip")
    try AlteredArchive.copy(path, to: altered) { name, text in
      name == part ? text.replacing(old, with: new, maxReplacements: 1) + " " : text
    }
    let outcome = try Jianbao.run(["verify", altered, "--input", Self.input])
    #expect(outcome.code == 1 && outcome.output.contains("\(part): is not as it was packed"))
  }

  @Test func `an altered or missing entry of the chain is named`() throws {
    let office = try office()
    try correct(office)
    let changed = try database(office)
    try changed.execute("DROP TRIGGER chronicle_unchanged; UPDATE chronicle SET effect = 'disqualify' WHERE id = 1")
    let outcome = try verify(office)
    #expect(outcome.code == 1 && outcome.output.contains("entry 1: its digest is not that of its fields"))
    try changed.execute(
      "DROP TRIGGER chronicle_stays; DROP TRIGGER chronicle_words_stay; DELETE FROM chronicle_words; DELETE FROM chronicle"
    )
    let cut = try verify(office)
    #expect(cut.code == 1 && cut.output.contains("entry 1: it was altered, or is missing"))
  }

  @Test(arguments: [
    ["verify"], ["verify", "nowhere"], ["verify", "a", "b"], ["verify", Jianbao.pipeline, "--output", "nowhere"],
  ])
  func `wrong words are told`(words: [String]) throws {
    let outcome = try Jianbao.run(words)
    #expect(outcome.code == 2 && !outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func `a bundle needs the exports, a new name that ends in zip, and the newest night`() throws {
    let office = try office()
    let path = try bundle(office)
    #expect(try Jianbao.run(["verify", path]).code == 2)
    #expect(try verify(office, Jianbao.pipeline, ["--bundle", path]).code == 2)
    #expect(try verify(office, Jianbao.pipeline, ["--bundle", office.path("a.txt")]).code == 2)
    #expect(try verify(office, Jianbao.pipeline, ["--bundle", office.path("no/where.zip")]).code == 3)
    #expect(try verify(office, Jianbao.pipeline, ["--as-of", "2023-08-19"]).code == 2)
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: office.path("half.zip")))
    let half = try Jianbao.run(["verify", office.path("half.zip"), "--input", Self.input])
    #expect(half.code == 1 && half.errors.contains("half.zip: "))
  }
}
