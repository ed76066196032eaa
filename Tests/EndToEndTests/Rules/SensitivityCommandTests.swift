import Foundation
import Testing
import TestSupport

/// `jianbao sensitivity` on the sample data.
struct SensitivityCommandTests {
  private static let night = SampleProgramme.haian.everyNight[1]
  private static let pipeline = Repository.path("pipelines/haian-2023")

  @Test(arguments: ["en", "zh"])
  func `what the places of an award hang on is a golden in both languages`(language: String) throws {
    for award in ["excellent_learner", "excellent_moderator"] {
      let outcome = try sensitivity(["--award", award, "--lang", language])
      #expect(outcome.code == 0)
      try Golden.expect(outcome.output, "sensitivity-\(award)-\(language)")
    }
  }

  @Test func `every award is told, and whoever hangs on a mark or a row has somebody who would move`() throws {
    let outcome = try sensitivity(["--format", "json"])
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let awards = answer?["parts"] as? [[String: Any]] ?? []
    let decided = try Self.night.lines("SELECT count(DISTINCT award) FROM award_decision")
    #expect(decided == ["\(awards.count)"])
    let candidates = awards.flatMap { $0["parts"] as? [[String: Any]] ?? [] }
    #expect(!candidates.isEmpty)
    for candidate in candidates {
      let changes = (candidate["parts"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String != "more" }
      #expect(changes.isEmpty == (candidate["count"] as? Int == 0))
      for change in changes {
        let moved = ["enters", "leaves", "tied", "no_longer_tied"].flatMap { change[$0] as? [String] ?? [] }
        #expect(!moved.isEmpty)
      }
    }
  }

  @Test func `an award that there is not ends with 2 and what was probably meant`() throws {
    let outcome = try sensitivity(["--award", "excelent_learner"])
    #expect(outcome.code == 2)
    #expect(outcome.errors == "--award: unknown award 'excelent_learner'; did you mean 'excellent_learner'?\n")
  }

  private func sensitivity(_ more: [String]) throws -> Outcome {
    let output = URL(filePath: try Self.night.folder).deletingLastPathComponent().path
    return try Jianbao.run(["sensitivity", Self.pipeline, "--output", output] + more)
  }
}
