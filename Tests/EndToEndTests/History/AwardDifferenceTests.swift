import Foundation
import Testing
import TestSupport

/// Who entered and who left each award between the two nights of the sample data, by `jianbao diff`.
struct AwardDifferenceTests {
  @Test func `those who enter and leave are those whose outcomes were worked out to differ`() throws {
    let (first, second) = (try Self.expected(.first), try Self.expected(.second))
    let expected = Set(first.keys).union(second.keys).compactMap { candidate -> String? in
      let (was, becomes) = (first[candidate] ?? .none, second[candidate] ?? .none)
      return Self.kind(was, becomes).map { "\($0) \(candidate)" }
    }
    let projects = Dictionary(
      uniqueKeysWithValues: try TwoNights.lines(after: .second, "SELECT name || ' ' || code FROM project").map { line in
        let words = line.split(separator: " ")
        return (String(words[0]), String(words[1]))
      })
    let found = try movers().map { award, mover in
      let project = award.hasSuffix("administrator") ? "" : projects[mover["project"] as? String ?? ""] ?? ""
      return "\(mover["kind"] ?? "") \(award) \(mover["code"] ?? "") \(project)"
    }
    expectSame(found, expected, "those who moved")
  }

  @Test func `everybody who moved is told because of which rows, and the rows are about that person`() throws {
    var lines: [String: [Data]] = [:]
    for (award, mover) in try movers() {
      let causes = try #require(mover["parts"] as? [[String: Any]])
      let code = mover["code"] as? String ?? ""
      #expect(causes.contains { $0["file"] != nil }, "\(award) \(code)")
      for cause in causes where cause["code"] == nil {
        guard let file = cause["file"] as? String, file.hasSuffix(".csv"), let row = cause["row"] as? Int else {
          continue
        }
        if lines[file] == nil {
          let bytes = try Data(contentsOf: URL(filePath: Repository.path("sample-data/jiangsu-provincial/\(file)")))
          lines[file] = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        }
        let line = try #require(lines[file])[row - 1]
        #expect(line.range(of: Data(code.utf8)) != nil, "\(file) row \(row) is not about \(code)")
      }
    }
  }

  @Test func `counts of winners on both nights are those that were worked out`() throws {
    for award in try awards() {
      let id = award["award"] as? String ?? ""
      for (night, name) in [(Night.first, "winners_before"), (.second, "winners_after")] {
        let expected = try Self.expected(night).count { $0.key.hasPrefix("\(id) ") && $0.value == .winner }
        #expect(award[name] as? Int == expected, "\(id) \(name)")
      }
    }
  }

  @Test(arguments: ["en", "zh"])
  func `the movements of one award read as one sentence each`(language: String) throws {
    let text = try Jianbao.run(diff + ["--lang", language, "--all"]).output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0.contains("(excellent_city_office)") || $0.contains("（excellent_city_office）") })
    let end = try #require(lines[(start + 1)...].firstIndex { $0.hasPrefix("│  └─") || $0.hasPrefix("├─") })
    try Golden.expect(lines[start..<end].joined(separator: "\n") + "\n", "diff-award-\(language)")
  }

  private enum Standing {
    case none, candidate, winner
  }

  private static func kind(_ was: Standing, _ becomes: Standing) -> String? {
    switch (was, becomes) {
    case (.winner, .winner): nil
    case (_, .winner): "wins"
    case (.winner, _): "loses"
    case (.none, .candidate): "enters"
    case (.candidate, .none): "leaves"
    default: nil
    }
  }

  /// How each candidate of each award stood after a night.
  private static func expected(_ night: Night) throws -> [String: Standing] {
    let stages = ["candidate", "recommended", "approved", "publicised", "awarded"]
    return Dictionary(
      try Expected.rows("decisions", of: night).map { row in
        let ours = DecisionMapping.ours(of: row)
        let standing: Standing = ours.outcome == "in" ? .winner : stages.contains(ours.stage) ? .candidate : .none
        return (row.line("award", "candidate", "project"), standing)
      }, uniquingKeysWith: { first, _ in first })
  }

  private var diff: [String] {
    get throws { ["diff", Jianbao.pipeline, "--output", try TwoNights.output(after: .second)] }
  }

  private func awards() throws -> [[String: Any]] {
    let json = try Jianbao.run(diff + ["--format", "json", "--all"]).output
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let parts = try #require(tree["parts"] as? [[String: Any]])
    let awards = try #require(parts.first { $0["kind"] as? String == "awards" }?["parts"] as? [[String: Any]])
    return awards.filter { $0["kind"] as? String == "award" }
  }

  /// Everybody who moved, with the award.
  private func movers() throws -> [(award: String, mover: [String: Any])] {
    try awards().flatMap { award in
      (award["parts"] as? [[String: Any]] ?? []).map { (award["award"] as? String ?? "", $0) }
    }
  }
}
