import Foundation
import Testing
import TestSupport

/// The same exports and the same pipeline file give the same bytes.
struct IdempotenceTests {
  @Test func `the same run again skips every stage and leaves every byte`() throws {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    let before = try Outputs.papers(in: folder.path)
    let outcome = try Jianbao.run(.second, into: folder.path)
    #expect(outcome.code == 0)
    for stage in ["load", "score", "measure", "award"] {
      #expect(outcome.errors.contains("\(stage): unchanged, skipped"))
    }
    for job in ["bulletin", "summary", "nominees"] { #expect(outcome.output.contains("\(job): unchanged")) }
    let differing = Outputs.difference(try Outputs.papers(in: folder.path), before)
    #expect(differing == [])
  }

  @Test func `another folder, time zone, language and working directory give the same bytes`() throws {
    let folder = try FreshFolder()
    for night in Night.allCases {
      let outcome = try Jianbao.run(
        Jianbao.arguments(night, into: "elsewhere"),
        environment: ["TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8", "LANG": "de_DE.UTF-8"], in: folder.path)
      #expect(outcome.code == 0)
    }
    let found = try Outputs.papers(in: folder.path("elsewhere"))
    let differing = Outputs.difference(found, try Outputs.papers(in: TwoNights.output(after: .second)))
    #expect(differing == [])
  }

  @Test func `jobs run one by one give the bytes of a run of all`() throws {
    let folder = try FreshFolder()
    for night in Night.allCases {
      for job in ["nominees", "bulletin", "summary"] {
        let outcome = try Jianbao.run(Jianbao.arguments(night, into: folder.path) + [job])
        #expect(outcome.code == 0)
      }
    }
    let found = try Outputs.papers(in: folder.path)
    let differing = Outputs.difference(found, try Outputs.papers(in: TwoNights.output(after: .second)))
    #expect(differing == [])
  }

  @Test func `the second night leaves the papers of the first as they were`() throws {
    let first = try Outputs.papers(in: TwoNights.output(after: .first)).filter { $0.key.hasPrefix("2023-08-19/") }
    let second = try Outputs.papers(in: TwoNights.output(after: .second)).filter { $0.key.hasPrefix("2023-08-19/") }
    #expect(!first.isEmpty)
    let differing = Outputs.difference(first, second)
    #expect(differing == [])
  }

  @Test func `an as-of before the newest is answered from what was published`() throws {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    let before = try Outputs.papers(in: folder.path)
    let outcome = try Jianbao.run(.first, into: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("bulletin no. 1 of 2023-08-19 was published before and stays as it is"))
    let differing = Outputs.difference(try Outputs.papers(in: folder.path), before)
    #expect(differing == [])
  }

  @Test func `only the owner can read the database`() throws {
    let path = "\(try TwoNights.programme(after: .second))/jiangsu-provincial.sqlite"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
