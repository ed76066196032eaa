import Foundation
import TestSupport
import Testing

/// What a run says at its end, to people and to programs.
struct ClosingSummaryTests {
  /// The demo's last night, with what a test changes in it, run into a folder of its own.
  private func run(_ words: [String] = [], changing change: (FreshFolder) throws -> Void = { _ in }) throws -> (
    outcome: Outcome, folder: FreshFolder
  ) {
    let folder = try FreshFolder()
    #expect(try Jianbao.run(["demo", "try"], in: folder.path).code == 0)
    try change(folder)
    return (try Jianbao.run(["run", "try", "--output", "out"] + words, in: folder.path), folder)
  }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Gives two learners at the line the same marks, and takes the approvals away.
  private func tie(_ folder: FreshFolder) throws {
    let night = folder.path("try/exports/2025-10-22")
    try FileManager.default.removeItem(atPath: "\(night)/审批.csv")
    let path = "\(night)/研修作业.csv"
    let marks = try String(contentsOfFile: path, encoding: .utf8)
    let equal = marks.split(separator: "\n").map { line in
      line.split(separator: ",").enumerated().map {
        $0 == 3 && $1.allSatisfy(\.isNumber) && (Int($1) ?? 0) > 90 ? "93" : $1
      }
      .joined(separator: ",")
    }
    try Data((equal.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
  }

  @Test func `it names what was written and what waits to be mended`() throws {
    let (outcome, _) = try run()
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != ":" }) } == ["bulletin", "summary", "nominees", "to mend"])
    #expect(lines.last == "to mend: 1 row was sent back; jianbao rejects try --output out lists them")
  }

  @Test func `it names what must be decided and where`() throws {
    let (outcome, folder) = try run(changing: tie)
    #expect(outcome.code == 5)
    #expect(outcome.output.contains("\nnominees: not published: it waits for a decision\n"))
    let form = "out/demo/2025-10-22/ties.xlsx"
    let question = outcome.output.firstMatch(of: /\nto decide: 优秀学员: \d+ tied for \d; fill in (\S+) and put it among/)
    #expect(question.map { String($0.1) } == form)
    #expect(FileManager.default.fileExists(atPath: folder.path(form)))
  }

  @Test func `programs read the same, the stages beside it`() throws {
    let summary = try json(run(["--format", "json"]).outcome)
    #expect(summary["as_of"] as? String == "2025-10-22")
    #expect(summary["outcome"] as? String == "done")
    #expect(summary["exit_code"] as? Int == 0)
    #expect(summary["open_rejects"] as? Int == 1)
    #expect((summary["stages"] as? [Any])?.count == 7)
    let papers = try #require(summary["papers"] as? [[String: Any]])
    #expect(papers.map { $0["job"] as? String } == ["bulletin", "summary", "nominees"])
    #expect(papers.allSatisfy { $0["state"] as? String == "written" })
    #expect((papers[0]["files"] as? [String])?.contains("bulletin.xlsx") == true)
  }

  @Test func `programs read what must be decided`() throws {
    let summary = try json(run(["--format", "json"], changing: tie).outcome)
    #expect(summary["exit_code"] as? Int == 5)
    let decisions = try #require(summary["decisions"] as? [[String: Any]])
    #expect(decisions.map { $0["award"] as? String } == ["excellent_learner"])
    #expect(((decisions[0]["tied"] as? [Any])?.count ?? 0) > 1)
  }

  @Test func `programs read why nothing was loaded, and what a dry run would do`() throws {
    let remove = { (folder: FreshFolder) in
      try FileManager.default.removeItem(atPath: folder.path("try/exports/2025-10-22/学习时长.csv"))
    }
    for words in [["--format", "json"], ["--format", "json", "--dry-run"]] {
      let (outcome, _) = try run(words, changing: remove)
      #expect(outcome.code == 1)
      let summary = try json(outcome)
      #expect(summary["exit_code"] as? Int == 1)
      #expect((summary["blockages"] as? [String])?.first?.contains("学习时长") == true)
    }
    let dry = try json(run(["--format", "json", "--dry-run"]).outcome)
    #expect((dry["sources"] as? [[String: Any]])?.first?["files"] as? [String] == ["2025-10-22/单位.csv"])
  }

  @Test func `programs read that an earlier night stays as it is`() throws {
    let (_, folder) = try run()
    let words = ["run", "try", "--as-of", "2025-10-15", "--output", "try/output", "--format", "json"]
    let papers = try json(Jianbao.run(words, in: folder.path))["papers"] as? [[String: Any]]
    #expect(papers?.map { $0["state"] as? String } == ["kept", "kept", "kept"])
  }

  @Test(arguments: [
    ["check", "try"], ["status", "try", "--output", "try/output"], ["diff", "try", "--output", "try/output"],
  ])
  func `programs read the other answers too`(words: [String]) throws {
    let folder = try FreshFolder()
    #expect(try Jianbao.run(["demo", "try"], in: folder.path).code == 0)
    let outcome = try Jianbao.run(words + ["--format", "json"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(try json(outcome)["kind"] != nil)
  }
}
