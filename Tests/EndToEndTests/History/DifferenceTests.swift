import Foundation
import Testing
import TestSupport

/// What `jianbao diff` tells of the two nights of the sample data.
struct DifferenceTests {
  @Test func `the learners that differ are those that were made to`() throws {
    let expected = try Expected.rows("changes").compactMap { row -> String? in
      let kinds = ["added": "new", "withdrawn": "withdrawn", "vanished": "vanished", "transferred": "moved"]
      return kinds[row["kind"] ?? ""].map { "\($0) \(row["person"] ?? "")" }
    }
    let roster = try #require(try sections().first)
    let parts = try #require(roster["parts"] as? [[String: Any]])
    expectSame(parts.map { "\($0["kind"] ?? "") \($0["code"] ?? "")" }.sorted(), expected.sorted(), "differences")
    #expect(parts.count { $0["file"] == nil } == 1)
  }

  @Test func `the facts that differ are those that the two databases differ in`() throws {
    for (section, table, columns) in [
      (1, "measure", "category, value, at"), (2, "item", "category, value, full, at, flag, missing"),
      (3, "event", "category, at"),
    ] {
      // Both databases number people and courses alike, since the second began as the first.
      let query = "SELECT source, enrolment, item, \(columns) FROM \(table)"
      let (first, second) = try (
        Set(TwoNights.lines(after: .first, query)), Set(TwoNights.lines(after: .second, query))
      )
      func keys(_ lines: Set<String>) -> Set<String> {
        Set(lines.map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
      }
      let (before, after) = (keys(first.subtracting(second)), keys(second.subtracting(first)))
      let counts = try sections()[section]
      #expect(counts["new"] as? Int ?? 0 == after.subtracting(before).count)
      #expect(counts["changed"] as? Int ?? 0 == after.intersection(before).count)
      #expect(counts["gone"] as? Int ?? 0 == before.subtracting(after).count)
      #expect((counts["parts"] as? [Any])?.count == after.union(before).count)
    }
  }

  @Test func `the school that got an alias is told, and no list that stands`() throws {
    let offices = try sections().filter {
      ["unit", "administrator", "tutor", "moderator"].contains($0["source"] as? String)
    }
    #expect(offices.count == 4)
    let changes = offices.flatMap { $0["parts"] as? [[String: Any]] ?? [] }
    #expect(changes.map { $0["subject"] as? String } == ["别名"])
    #expect((changes.first?["after"] as? String)?.hasPrefix("岚南育新学校小学部") == true)
  }

  @Test func `the Markdown page has a table for every source that differs`() throws {
    let page = try Jianbao.run(diff + ["--format", "markdown", "--from", "2023-08-19", "--to", "2023-08-20"]).output
    #expect(page.hasPrefix("# Differences 2023-08-19 → 2023-08-20\n"))
    let titles = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.split(separator: " (")[0] }
    #expect(
      titles == [
        "## 优秀学员", "## 优秀市级管理员", "## 优秀县级管理员", "## 优秀校级管理员", "## 优秀项目市", "## 学员名册", "## 学习时长",
        "## 课程作业", "## 研讨记录", "## 单位",
      ])
    let widths = Set(page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { $0.split(separator: " | ").count })
    #expect(widths == [6])
  }

  @Test(arguments: [
    (["--to", "2023-08-19"], "there is no earlier night"),
    (["--from", "2023-08-18"], "no night was loaded at or before"),
    (["--to", "2023-08-01"], "no night was loaded at or before"), (["--to", "yesterday"], "is no date"),
  ])
  func `nights that are not there are refused`(words: [String], message: String) throws {
    let outcome = try Jianbao.run(diff + words)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains(message))
  }

  private var diff: [String] {
    get throws { ["diff", Jianbao.pipeline, "--output", try TwoNights.output(after: .second)] }
  }

  private func sections() throws -> [[String: Any]] {
    let json = try Jianbao.run(diff + ["--format", "json", "--all"]).output
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    return try #require(tree["parts"] as? [[String: Any]]).filter { $0["kind"] as? String == "source" }
  }
}
