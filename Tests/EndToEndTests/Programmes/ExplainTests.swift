import Foundation
import Testing
import TestSupport

/// `jianbao explain` on the sample programmes' last nights: the derivations of results and figures, word for word.
struct ExplainTests {
  /// A derivation that is kept, or the part of it that the case is about.
  struct Case: Sendable, CustomTestStringConvertible {
    let programme: SampleProgramme
    /// The learner's case as the expectations name it, or the code of a unit.
    let subject: String
    var more: [String] = []
    /// The texts at which the kept lines begin; all are kept where it is empty.
    var from: [String] = []
    /// How many lines are kept.
    var length = 60
    let golden: String

    var testDescription: String { golden }
  }

  static let cases = [
    Case(
      programme: .partySecretaries, subject: "a copied essay, full marks",
      from: ["├─ 不合格", "├─ passed", "├─ not passed"],
      golden: "explain-veto"),
    Case(
      programme: .partySecretaries, subject: "a second post one second late", from: ["├─ 不合格", "├─ not passed"],
      golden: "explain-requirement"),
    Case(
      programme: .partySecretaries, subject: "the least that passes", from: ["├─ 合格", "├─ passed"],
      golden: "explain-credit"),
    Case(
      programme: .partySecretaries, subject: "an examination one second before the hours were complete",
      from: ["├─ 提示", "├─ remarked"], golden: "explain-flag"),
    Case(
      programme: .lanxiSchoolBased, subject: "70.00", from: ["├─ 合格", "├─ passed"], length: 4,
      golden: "explain-stated-credit"),
    Case(
      programme: .lanxiSchoolBased, subject: "two absences", from: ["├─ 参训考勤"], length: 32, golden: "explain-deductions"
    ),
    Case(
      programme: .partySecretaries, subject: "98", from: ["├─ 问卷", "├─ forms"], length: 5, golden: "explain-alpha"),
    Case(
      programme: .hunanGuopei, subject: "97", from: ["├─ 满意度", "├─ satisfaction"], length: 16,
      golden: "explain-satisfaction"),
    Case(
      programme: .haian, subject: "9901", from: ["├─ 参训率", "├─ participation", "├─ 报名率"], length: 26,
      golden: "explain-rates"),
    Case(
      programme: .haian, subject: "990104030", from: ["├─ 参训率"], length: 60, golden: "explain-school"),
    Case(programme: .haian, subject: "80.00 by a half", more: ["--letter"], golden: "explain-letter"),
  ]

  @Test func `a candidacy in a divided award is told the places of its own part`() throws {
    let night = SampleProgramme.lanxiSchoolBased.everyNight[1]
    let rows = try TwoNights.rows(
      in: "\(night.folder)/\(night.programme.id).sqlite",
      """
      SELECT d.code, s.title, s.size, s.exact, s.places FROM award_decision d JOIN person p ON p.code = d.code
      JOIN enrolment e ON e.person = p.id JOIN cohort c ON c.id = e.cohort AND c.code = '2022-spring'
      JOIN project pr ON pr.id = e.project JOIN quota_share s ON s.award = d.award AND s.title = pr.subject
      WHERE d.award = 'practice_check' AND d.outcome = 'in' ORDER BY d.code
      """)
    let candidate = try #require(rows.first)
    let answer = try Jianbao.run([
      "explain", Repository.path("pipelines/\(night.programme.id)"), candidate[0], "--award", "practice_check",
      "--output", URL(filePath: night.folder).deletingLastPathComponent().path(percentEncoded: false), "--lang", "zh",
    ]).output
    let own = answer.split(separator: "\n").filter { $0.contains("所在部分：") }
    #expect(own.count == 1, "\(answer)")
    #expect(own.first?.contains("\(candidate[1])：基数\(candidate[2])，应得\(candidate[3])，") == true)
    #expect(own.first?.hasSuffix("=\(candidate[4])") == true)
  }

  @Test(arguments: cases, ["zh", "en"])
  func `a result and a figure are derived down to clause, file and row`(of: Case, language: String) throws {
    let text = try Self.explained(of, ["--lang", language])
    let lines = of.more.isEmpty ? Self.kept(text, from: of.from, of.length) : text
    #expect(!lines.isEmpty, "\(text)")
    try Golden.expect(lines, "\(of.programme.id)/\(of.golden)-\(language)")
  }

  @Test(arguments: cases.filter(\.more.isEmpty))
  func `the same is read by programs, with the same statements`(of: Case) throws {
    let text = try Self.explained(of, ["--lang", "en"])
    let json = try JSONSerialization.jsonObject(
      with: Data(try Self.explained(of, ["--lang", "en", "--format", "json"]).utf8))
    let statements = Self.statements(json)
    let lines = text.split(separator: "\n").map { $0.drop { " │├└─".contains($0) } }
    #expect(statements == lines.map(String.init))
  }

  /// The texts of an answer and of all it rests on, in order.
  private static func statements(_ node: Any) -> [String] {
    guard let node = node as? [String: Any] else { return [] }
    let parts = (node["parts"] as? [Any] ?? []).flatMap(statements)
    return [node["text"] as? String ?? ""] + parts
  }

  private static func explained(_ subject: Case, _ options: [String]) throws -> String {
    let night = try #require(subject.programme.everyNight.last)
    let isUnit = subject.subject.allSatisfy(\.isNumber)
    let name = isUnit ? subject.subject : try night.person(of: subject.subject)
    let output = URL(filePath: try night.folder).deletingLastPathComponent().path
    let outcome = try Jianbao.run(
      ["explain", Repository.path("pipelines/\(subject.programme.id)"), name, "--output", output] + subject.more
        + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// The first line that holds one of the texts, and so many after it.
  private static func kept(_ text: String, from beginnings: [String], _ length: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { line in beginnings.contains(where: line.contains) }) else {
      return beginnings.isEmpty ? text : ""
    }
    return lines[first...].prefix(length).joined(separator: "\n")
  }
}
