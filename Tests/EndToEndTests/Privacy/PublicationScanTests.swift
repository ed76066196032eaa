import Foundation
import TestSupport
import Testing

/// A public list that would give away a number of a person is not released, and what was published before stays.
struct PublicationScanTests {
  /// The exports of the two nights with something added to the name of an approved learner in the second night's roster.
  private func exports(adding text: String) throws -> ExportsOfTwoNights {
    let exports = try ExportsOfTwoNights()
    let name = try #require(
      try TwoNights.lines(
        after: .second,
        """
        SELECT name FROM award_decision WHERE award = 'excellent_learner' AND stage = 'approved' AND outcome = 'in'
        ORDER BY position LIMIT 1
        """
      ).first)
    // The offices' files name the learner as the roster does; else their rows would be refused.
    for file in ["学员名册", "推荐", "审批"] {
      let path = exports.path("2023-08-20/\(file).xlsx")
      var isPlanted = false
      try AlteredArchive.copy(path, to: path + ".altered") { _, content in
        guard content.contains(">\(name)<") else { return content }
        isPlanted = true
        return content.replacing(">\(name)<", with: ">\(name)\(text)<")
      }
      try #require(isPlanted, "\(file)")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: path + ".altered", toPath: path)
    }
    return exports
  }

  @Test(arguments: [
    "13812345678", "１３８-１２３４-５６７８", "138\u{200B}1234\u{200B}5678", "zhang@example.com", "99010119800101009X",
  ])
  func `a name cell of the roster that carries a number holds back the nominee papers alone`(text: String) throws {
    let exports = try exports(adding: text)
    let folder = try Outputs.afterFirstNight()
    let before = try Outputs.papers(in: folder.path)
    let outcome = try Jianbao.run(.second, of: exports.pipeline, into: folder.path)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let after = try Outputs.papers(in: folder.path)
    for (name, bytes) in before where name.contains("nominees") { #expect(after[name] == bytes, "\(name)") }
    #expect(!after.keys.contains { $0.hasPrefix("2023-08-20/nominees") || $0.contains(".tmp") })
    #expect(after["2023-08-20/bulletin/manifest.json"] != nil && after["2023-08-20/summary/manifest.json"] != nil)
    #expect(outcome.errors.contains("nominees-public.xlsx [公示] "))
    #expect(outcome.errors.contains("nominees-public.md line "))
    #expect(
      !outcome.errors.contains("13812345678") && !outcome.errors.contains("zhang@")
        && !outcome.errors.contains("19800101"))
  }

  @Test func `once the roster is corrected the papers are published`() throws {
    let exports = try exports(adding: "13812345678")
    let folder = try Outputs.afterFirstNight()
    let withheld = try Jianbao.run(.second, of: exports.pipeline, into: folder.path, ["--lang", "zh"])
    #expect(withheld.code == 1)
    #expect(withheld.errors.contains("手机号 138****5678") && withheld.errors.contains("评优名单：未发布"))
    #expect(try Jianbao.run(.second, into: folder.path).code == 0)
    let papers = try Outputs.papers(in: folder.path)
    #expect(papers["2023-08-20/nominees/nominees-public.md"] != nil)
  }
}
