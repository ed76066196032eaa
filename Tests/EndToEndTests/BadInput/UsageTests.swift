import Foundation
import Testing
import TestSupport

/// Words that the program does not know, and folders that are not there.
struct UsageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "no-command", words: []),
    Case(name: "unknown-command", words: ["rum"]),
    Case(name: "unknown-option", words: ["run", "pipelines/jiangsu-provincial", "--as-off", "2023-08-19"]),
    Case(name: "option-of-another-command", words: ["run", "pipelines/jiangsu-provincial", "--award", "x"]),
    Case(name: "option-without-value", words: ["run", "pipelines/jiangsu-provincial", "--as-of"]),
    Case(name: "unknown-job", words: ["run", "pipelines/jiangsu-provincial", "bulletins"]),
    Case(name: "no-pipeline", words: ["run"]),
    Case(name: "missing-pipeline", words: ["run", "pipelines/nowhere"]),
    Case(name: "not-a-date", words: ["run", "pipelines/jiangsu-provincial", "--as-of", "2023-02-30"]),
    Case(name: "unknown-stage", words: ["run", "pipelines/jiangsu-provincial", "--from", "scores"]),
    Case(name: "unknown-language", words: ["run", "pipelines/jiangsu-provincial", "--lang", "fr"]),
    Case(name: "unknown-format", words: ["run", "pipelines/jiangsu-provincial", "--format", "xml"]),
    Case(name: "format-of-another-command", words: ["status", "pipelines/jiangsu-provincial", "--format", "markdown"]),
    Case(
      name: "diff-backwards",
      words: ["diff", "pipelines/jiangsu-provincial", "--from", "2023-08-20", "--to", "2023-08-19"]),
    Case(
      name: "output-is-a-file", words: ["run", "pipelines/jiangsu-provincial", "--output", "sample-data/README.md"]),
    Case(
      name: "rejects-both-ways",
      words: ["rejects", "pipelines/jiangsu-provincial", "--export", "a.xlsx", "--import", "b.xlsx"]),
  ])
  func `what is typed wrong ends with 2, says what is right, and does nothing`(typed: Case) throws {
    let folder = try FreshFolder()
    for part in ["pipelines", "sample-data"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(part), withDestinationPath: Repository.path(part))
    }
    let outcome = try Jianbao.run(typed.words, in: folder.path)
    #expect(!FileManager.default.fileExists(atPath: folder.path("output")))
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    try Golden.expect(outcome.errors, "usage-\(typed.name)")
  }
}
