import Foundation
import Testing
import TestSupport

/// The papers of the sample programmes' last nights, word for word.
struct PaperGoldenTests {
  @Test(arguments: SampleProgramme.all)
  func `the bulletin of the last night is a golden`(programme: SampleProgramme) throws {
    try expect("bulletin/bulletin.md", of: programme)
  }

  @Test(arguments: SampleProgramme.all)
  func `the summary of the last night is a golden`(programme: SampleProgramme) throws {
    try expect("summary/summary.md", of: programme)
  }

  @Test func `the public list of excellent cases is a golden, with the names that were approved`() throws {
    let programme = SampleProgramme.partySecretaries
    try expect("nominees/nominees-public.md", of: programme)
    let night = try #require(programme.everyNight.last)
    let names = try night.lines(
      "SELECT name FROM award_decision WHERE award = 'excellent_case' AND stage = 'approved' AND outcome = 'in'")
    let list = try String(
      contentsOfFile: "\(night.folder)/\(night.asOf)/nominees/nominees-public.md", encoding: .utf8)
    #expect(!names.isEmpty && names.allSatisfy(list.contains))
  }

  @Test(arguments: ["bulletin/bulletin.md", "summary/summary.md", "nominees/nominees-public.md"])
  func `the papers of the province's second night are goldens`(paper: String) throws {
    let text = try String(
      contentsOfFile: "\(TwoNights.programme(after: .second))/\(Night.second.rawValue)/\(paper)", encoding: .utf8)
    try expect(leading(text), "jiangsu-provincial", paper)
  }

  /// A paper without the rows of its tables after the first ten: the list of the learners who won is long, and all rows are alike.
  private func leading(_ text: String) -> String {
    var rows = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      rows = line.hasPrefix("|") ? rows + 1 : 0
      return rows <= 12
    }
    return lines.joined(separator: "\n")
  }

  /// Compares a paper of the last night with the one kept beside the tests.
  private func expect(_ paper: String, of programme: SampleProgramme) throws {
    let night = try #require(programme.everyNight.last)
    let text = try String(contentsOfFile: "\(night.folder)/\(night.asOf)/\(paper)", encoding: .utf8)
    try expect(text, programme.id, paper)
  }

  private func expect(_ text: String, _ programme: String, _ paper: String) throws {
    let name = paper.split(separator: "/").last.map { String($0.dropLast(3)) } ?? paper
    try Golden.expect(text, "\(programme)/\(name)", ending: "md")
  }
}
