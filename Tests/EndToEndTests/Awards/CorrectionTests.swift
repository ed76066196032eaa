import Foundation
import SQLite
import Testing
import TestSupport

/// A mark that people corrected, from the preview to the next night.
struct CorrectionTests {
  @Test func `a corrected mark is previewed, applied, explained, verified, and stands over the next night`() throws {
    let folder = try FreshFolder()
    let output = folder.path("output")
    try FileManager.default.copyItem(atPath: try TwoNights.output(after: .first), toPath: output)
    let mark = try #require(try Self.mark(in: output))
    let ask = [
      "correct", Jianbao.pipeline, mark.person, "--item", mark.item, "--value", mark.full, "--reason", "复评改分",
      "--evidence", "复评单3号", "--asked-by", "某校", "--approved-by", "项目办", "--output", output, "--format", "json",
    ]
    let before = try Self.decisions(in: output)
    let preview = try Self.tree(ask)
    #expect(try Self.decisions(in: output) == before)
    let moved = Self.all("movement", in: preview)
    #expect(moved.contains { $0["code"] as? String == mark.person && $0["before"] as? String == "ineligible" })
    let applied = try Self.tree(ask + ["--apply"])
    #expect(Self.all("movement", in: applied).count == moved.count)
    let after = try Self.decisions(in: output)
    #expect(Set(before).symmetricDifference(after).contains { $0.contains(mark.person) })
    for night in [Night.first, .second] {
      #expect(try Jianbao.run(night, into: output).code == 0)
      let answer = try Self.tree(["explain", Jianbao.pipeline, mark.person, "--output", output, "--format", "json"])
      let said = try #require(Self.all("correction", in: answer).first)
      #expect(said["holds"] as? Bool == true)
      #expect(Self.all("approved_by", in: said).first?["text"] as? String != nil)
      let facts = Self.all("fact", in: answer).filter { $0["item"] as? String == mark.item }
      #expect(facts.contains { ($0["text"] as? String)?.contains("by correction 1") == true })
      let verified = try Jianbao.run(["verify", Jianbao.pipeline, "--output", output, "--quiet"])
      #expect(verified.code == 0, "\(verified.output)")
    }
    let difference = try Jianbao.run(["diff", Jianbao.pipeline, "--output", output, "--lang", "en"])
    #expect(difference.code == 0)
    let bundle = folder.path("bundle.zip")
    #expect(try Jianbao.run(["verify", Jianbao.pipeline, "--output", output, "--bundle", bundle]).code == 0)
    let input = Repository.path("sample-data/jiangsu-provincial")
    #expect(try Jianbao.run(["verify", bundle, "--input", input, "--quiet"]).code == 0)
  }

  @Test(arguments: [
    (["--item", "ZY01", "--value", "120"], "is above the full marks"),
    (["--item", "ZY01", "--value", "九十"], #"--value: "九十" is not a number"#),
    (["--item", "ZY01", "--value", " "], #"--value: " " is no value; fill in a number"#),
    (["--item", "ZY91", "--value", "90"], "has no item 'ZY91'"),
    (["--item", "ZY01"], "name a pipeline file and a code"),
    (["--item", "ZY01", "--value", "90", "--award", "excellent_learner"], "name a pipeline file and a code"),
  ])
  func `what cannot be corrected is refused, and why`(words: [String], message: String) throws {
    let output = try TwoNights.output(after: .second)
    let outcome = try Jianbao.run(
      ["correct", Jianbao.pipeline, "202300060523"] + words + [
        "--reason", "复评", "--approved-by", "项目办", "--output", output,
      ])
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `what is entered already is not entered again`() throws {
    let folder = try FreshFolder()
    let output = folder.path("output")
    try FileManager.default.copyItem(atPath: try TwoNights.output(after: .second), toPath: output)
    let database = "\(output)/jiangsu-provincial/jiangsu-provincial.sqlite"
    let code = try #require(
      try TwoNights.lines(
        in: database,
        "SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' ORDER BY code LIMIT 1"
      ).first)
    func correct(_ effect: String) throws -> Outcome {
      try Jianbao.run([
        "correct", Jianbao.pipeline, code, "--award", "excellent_learner", "--effect", effect, "--reason", "来函",
        "--approved-by",
        "项目办", "--output", output, "--apply",
      ])
    }
    func freeze() throws -> Outcome {
      try Jianbao.run([
        "freeze", Jianbao.pipeline, "--award", "excellent_learner", "--reason", "定稿", "--approved-by", "项目办",
        "--output", output,
      ])
    }
    let entries = { try TwoNights.lines(in: database, "SELECT id, effect FROM chronicle ORDER BY id") }
    #expect(try correct("restore").errors.contains("has no correction in 优秀学员 to take back"))
    #expect(try correct("withdraw").code == 0)
    let again = try correct("withdraw")
    #expect(again.code == 2)
    #expect(again.errors.contains("\(code) in 优秀学员: entered already by entry 1 of "), "\(again.errors)")
    #expect(try freeze().code == 0)
    let frozen = try freeze()
    #expect(frozen.code == 2)
    #expect(frozen.errors.contains("frozen already by entry 2 of "), "\(frozen.errors)")
    // What moved may be frozen anew, and what was taken back may be entered anew.
    #expect(try correct("restore").code == 0)
    #expect(try freeze().code == 0)
    #expect(try correct("withdraw").code == 0)
    #expect(try entries() == ["1 withdraw", "2 freeze", "3 restore", "4 freeze", "5 withdraw"])
  }

  @Test func `a withdrawal is told with the stage that was reached, and explained with why and by whom`() throws {
    let folder = try FreshFolder()
    let output = folder.path("output")
    try FileManager.default.copyItem(atPath: try TwoNights.output(after: .second), toPath: output)
    let code = try #require(
      try TwoNights.lines(
        in: "\(output)/jiangsu-provincial/jiangsu-provincial.sqlite",
        """
        SELECT code FROM award_decision WHERE award = 'excellent_learner' AND outcome = 'in' AND stage = 'approved'
        GROUP BY code ORDER BY code LIMIT 1
        """
      ).first)
    func run(_ words: [String], _ language: String = "zh") throws -> String {
      let outcome = try Jianbao.run(
        [words[0], Jianbao.pipeline] + words.dropFirst() + [
          "--award", "excellent_learner", "--output", output, "--lang", language,
        ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output
    }
    let withdrawal = ["correct", code, "--effect", "withdraw", "--reason", "来函自愿放弃", "--approved-by", "项目办"]
    #expect(try run(withdrawal).contains("（\(code)）：审批通过→退出；已退出，不参加评选"))
    #expect(try run(withdrawal, "en").contains("（\(code)）: in, approved → withdrawn; has withdrawn"))
    #expect(try !run(["explain", code]).contains("更正第1条"))
    _ = try run(withdrawal + ["--apply"])
    for words in [["explain", code], ["explain", code, "--letter"]] {
      let text = try run(words)
      for told in ["更正第1条", "参评对象退出", "理由：来函自愿放弃", "批准人：项目办"] { #expect(text.contains(told), "\(text)") }
    }
  }

  @Test func `an item is named by the export's own word or by its code`() throws {
    let night = try #require(SampleProgramme.haian.everyNight.last)
    let output = try String(night.folder.dropLast("/haian-2023".count))
    let person = try #require(
      try night.lines(
        """
        SELECT p.code FROM measure m JOIN enrolment e ON e.id = m.enrolment JOIN person p ON p.id = e.person
        JOIN term t ON t.id = -m.item WHERE t.text = 'reply' ORDER BY p.code LIMIT 1
        """
      ).first)
    // One after the other: a folder of outputs belongs to one command at a time.
    for item in ["reply", "回帖"] {
      let outcome = try Jianbao.run([
        "correct", Repository.path("pipelines/haian-2023"), person, "--item", item, "--value", "99", "--reason", "补计",
        "--approved-by", "项目办", "--output", output, "--lang", "zh",
      ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("研讨统计：回帖，"), "\(outcome.output)")
    }
  }

  /// A mark of a learner a little short of 90 that would carry the learner over the line, and stands as it is on both nights.
  private static func mark(in output: String) throws -> (person: String, item: String, full: String)? {
    let lines = try TwoNights.rows(
      in: "\(output)/jiangsu-provincial/jiangsu-provincial.sqlite",
      """
      SELECT l.person, i.item, i.full / 100 FROM learner_score l JOIN person p ON p.code = l.person
      JOIN enrolment e ON e.person = p.id JOIN item i ON i.enrolment = e.id
      WHERE CAST(l.total AS REAL) BETWEEN 89.7 AND 89.99 AND l.status = 'enrolled' AND i.full - i.value >= 1200
        AND (SELECT count(*) FROM enrolment o WHERE o.person = p.id) = 1
      ORDER BY i.full - i.value DESC, l.person
      """)
    let later = try TwoNights.rows(
      in: "\(try TwoNights.programme(after: .second))/jiangsu-provincial.sqlite",
      """
      SELECT p.code, i.item, i.full / 100 FROM item i JOIN enrolment e ON e.id = i.enrolment JOIN person p ON p.id = e.person
      JOIN source_file f ON f.id = i.file JOIN night n ON n.id = f.night WHERE n.as_of = '2023-08-19'
      """)
    let standing = Set(later)
    return lines.first(where: standing.contains).map { ($0[0], code(ofItem: Int64($0[1]) ?? 0), $0[2]) }
  }

  /// The code that a packed key of an item stands for, whose digits are those of base 39.
  private static func code(ofItem key: Int64) -> String {
    let letters = Array(" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
    var (rest, code) = (key, "")
    while rest > 0 {
      code = "\(letters[Int(rest % 39)])\(code)"
      rest /= 39
    }
    return code
  }

  private static func decisions(in output: String) throws -> [String] {
    try TwoNights.lines(
      in: "\(output)/jiangsu-provincial/jiangsu-provincial.sqlite",
      "SELECT award, code, outcome, stage FROM award_decision ORDER BY award, candidate")
  }

  private static func tree(_ words: [String]) throws -> [String: Any] {
    let outcome = try Jianbao.run(words)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)")
  }

  /// The statements of a kind, wherever they hang.
  private static func all(_ kind: String, in tree: [String: Any]) -> [[String: Any]] {
    let own = tree["kind"] as? String == kind ? [tree] : []
    return own + (tree["parts"] as? [[String: Any]] ?? []).flatMap { all(kind, in: $0) }
  }
}
