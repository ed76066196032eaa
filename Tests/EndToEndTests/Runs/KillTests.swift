import Foundation
import Testing
import TestSupport

/// A run that is killed anywhere leaves the earlier papers whole, and the next run finishes the job.
struct KillTests {
  /// What the nights leave when nothing disturbs them.
  private let first: [String: Data]
  private let second: [String: Data]

  init() throws {
    first = try Outputs.papers(in: TwoNights.output(after: .first))
    second = try Outputs.papers(in: TwoNights.output(after: .second))
  }

  @Test func `killed at every commit, fsync and rename, the second night is finished by the next run`() throws {
    var point = 0
    var outcome: Outcome
    repeat {
      point += 1
      let folder = try Outputs.afterFirstNight()
      outcome = try Jianbao.run(.second, into: folder.path, environment: ["JIANBAO_FAULT": "\(point)"])
      guard outcome.code != 0 else { break }
      #expect(outcome.code == -SIGKILL, "fault point \(point)")
      try expectWhole(folder, after: "fault point \(point)")
      try expectFinished(folder, after: "fault point \(point)")
    } while point < 1000
    #expect(point > 20)
    #expect(outcome.code == 0)
  }

  @Test func `killed at twenty moments, the second night is finished by the next run`() throws {
    let clock = ContinuousClock()
    let undisturbed = try Outputs.afterFirstNight()
    let length = try clock.measure { _ = try Jianbao.run(.second, into: undisturbed.path) }
    for seed in Cases.seeds(usually: 20) {
      var generator = SeededGenerator(seed: seed)
      let folder = try Outputs.afterFirstNight()
      let run = try Jianbao.start(Jianbao.arguments(.second, into: folder.path))
      Thread.sleep(forTimeInterval: length / .seconds(1) * Double.random(in: 0..<1, using: &generator))
      run.kill()
      _ = try run.wait()
      try expectWhole(folder, after: "SEED=\(seed)")
      try expectFinished(folder, after: "SEED=\(seed)")
    }
  }

  @Test func `killed while a correction is put in place, neither the earlier list nor the new one is lost`() throws {
    let exports = try ExportsOfTwoNights()
    try exports.replace("2023-08-20/简报.csv", "JB0004,溪北区,", with: "JB0004,岚南区,")
    func run(in folder: FreshFolder, fault: Int? = nil) throws -> Int32 {
      let environment = fault.map { ["JIANBAO_FAULT": "\($0)"] } ?? [:]
      return try Jianbao.run(
        .second, of: exports.pipeline, into: folder.path, ["nominees"], environment: environment
      ).code
    }
    let undisturbed = try afterSecondNight()
    #expect(try run(in: undisturbed) == 0)
    let expected = try Outputs.papers(in: undisturbed.path)
    let earlier = Set(second.filter { $0.key.hasPrefix("2023") }.values)
    var point = 0
    var code: Int32
    repeat {
      point += 1
      let folder = try afterSecondNight()
      code = try run(in: folder, fault: point)
      guard code != 0 else { break }
      #expect(earlier.isSubset(of: Set(try Outputs.papers(in: folder.path).values)), "fault point \(point)")
      #expect(try run(in: folder) == 0)
      let differing = Outputs.difference(try Outputs.papers(in: folder.path), expected)
      #expect(differing == [], "fault point \(point)")
      #expect(try issues(in: folder) == issues(in: undisturbed), "fault point \(point)")
    } while point < 1000
    #expect(point > 10)
    #expect(code == 0)
  }

  /// The papers of the first night are there byte by byte, and every link leads to a whole set of papers.
  private func expectWhole(_ folder: FreshFolder, after moment: String) throws {
    let found = try Outputs.papers(in: folder.path)
    for (name, bytes) in first where name.hasPrefix("2023-08-19/") {
      #expect(found[name] == bytes, "\(name) after \(moment)")
    }
    for (name, target) in found where name.hasPrefix("latest/") && !name.hasSuffix(".tmp") {
      #expect(target == first[name] || target == second[name], "\(name) after \(moment)")
      let set = String(decoding: target, as: UTF8.self).dropFirst("../".count)
      for (paper, bytes) in second where paper.hasPrefix("\(set)/") {
        #expect(found[paper] == bytes, "\(paper) after \(moment)")
      }
    }
  }

  /// The next run ends well, and leaves what an undisturbed one does and nothing more.
  private func expectFinished(_ folder: FreshFolder, after moment: String) throws {
    let outcome = try Jianbao.run(.second, into: folder.path)
    #expect(outcome.code == 0, "after \(moment): \(outcome.errors)")
    let differing = Outputs.difference(try Outputs.papers(in: folder.path), second)
    #expect(differing == [], "after \(moment)")
    #expect(try issues(in: folder) == TwoNights.lines(after: .second, Self.issueQuery), "after \(moment)")
  }

  private static let issueQuery =
    "SELECT job, as_of, number, total_number, revision, digest FROM issue ORDER BY job, as_of"

  private func issues(in folder: FreshFolder) throws -> [String] {
    try TwoNights.lines(in: folder.path("jiangsu-provincial/jiangsu-provincial.sqlite"), Self.issueQuery)
  }

  private func afterSecondNight() throws -> FreshFolder {
    let folder = try FreshFolder()
    try folder.copy(try TwoNights.programme(after: .second), as: "jiangsu-provincial")
    return folder
  }
}
