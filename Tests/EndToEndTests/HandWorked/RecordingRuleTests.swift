import Foundation
import Testing
import TestSupport

/// 优秀学员 under the condition of one classroom recording, which the plan leaves to the platform: who would gain, who would lose, and why.
struct RecordingRuleTests {
  private static let rule = Repository.path("pipelines/haian-2023/recording-rule.json5")

  /// Twenty-five learners: one place, with and without the rule. 50 + 10 × (mark + 80) ÷ 200 gives the first five 59.00, 58.75,
  /// 58.50, 58.25 and 58.00; the second has uploaded nothing at any time, the third one recording, the fourth two.
  private static let tried = Result {
    let learners = (["100", "95", "90", "85", "80"] + Array(repeating: "60", count: 20)).map { mark in
      SummerCase(
        clause: "", reason: "", study: [(900, "2023-08-10 20:00:00")], objective: [mark, "80"], points: "",
        passes: false)
    }
    var exports = SummerExports(learners: learners)
    exports.recordings = [
      (1, "SL1,"), (2, "SL2,2023-08-11 10:00:00"), (3, "SL3,2023-08-11 10:00:00"), (3, "SL4,2023-08-12 10:00:00"),
    ].map { "\(SummerExports.code($0.0)),\($0.1)" }
    let night = try WrittenNight(of: SummerExports.programme, SummerExports.night, files: exports.files)
    return try night.whatIf(["--with", rule, "--all"])
  }

  /// The learner, the list the learner stands in, and what is told there.
  @Test(arguments: [
    (
      "方案·八（三）2.1 1个及以上：the first has none and loses", 0, "are candidates no more: 1",
      "in, a candidate [rank 1, within 1 place] → not eligible: 个人课堂实录 of at least 1"
    ),
    (
      "方案·八（三）2.1 上传：a row without the time of an upload is none", 1, "another outcome: 22",
      "below the line [rank 2, 1 place; 0.25 points short on total] → not eligible: 个人课堂实录 of at least 1"
    ),
    (
      "方案·八（三）2.1 1个及以上：exactly one is enough and gains the place", 2, "become candidates: 1",
      "below the line [rank 3, 1 place; 0.50 points short on total] → in, a candidate [rank 1, within 1 place]"
    ),
    (
      "方案·八（三）2.1 1个及以上：two are no better than one", 3, "another rank: 1", "rank 4 → 2, below the line"
    ),
    (
      "方案·八（三）2.1 1个及以上：nobody below the line is eligible without one", 4, "another outcome: 22",
      "below the line [rank 5, 1 place; 1.00 points short on total] → not eligible: 个人课堂实录 of at least 1"
    ),
  ])
  func `the rule that is tried names everyone who moves, and why`(
    reason: String, number: Int, list: String, told: String
  ) throws {
    let outcome = try Self.tried.get()
    try #require(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let standing = try #require(lines.firstIndex { $0.contains("(\(SummerExports.code(number)), ") }, "\(reason)")
    #expect(lines[standing].hasSuffix("初中语文): \(told)"), "\(reason)")
    #expect(lines[..<standing].last { !$0.contains("(23") }?.hasSuffix(list) == true, "\(reason)")
  }

  @Test func `nobody moves twice, and the number of places stays (方案·八（三）2.1 前4%)`() throws {
    let outcome = try Self.tried.get()
    let told =
      "places 1 → 1, 1 candidates → 1, 1 in → 1; 1 become candidates, 1 no longer are, 22 have another outcome, 1 another rank"
    #expect(outcome.output.contains("优秀学员 (excellent_learner): \(told)"), "\(outcome.errors)")
    for number in 0..<25 {
      #expect(outcome.output.ranges(of: "(\(SummerExports.code(number)), ").count == 1, "\(number)")
    }
  }

  /// The sample data holds no 课堂实录.csv. The first, the last within 1969 × 4 % = 78.76 → 78 places, and the first behind them.
  @Test(arguments: [
    (
      "23040123642", "rank 1, a candidate; not recommended by the city office → not eligible: 个人课堂实录 of at least 1"
    ),
    (
      "23040141358", "in, recommended [rank 78, within 78 places] → not eligible: 个人课堂实录 of at least 1"
    ),
    (
      "23040135768",
      "below the line [rank 79, 78 places; equal on total, 4 d 18 h 33 min 9 s short on completed_at] → not eligible: 个人课堂实录 of at least 1"
    ),
  ])
  func `where the platform gives no recordings nobody is eligible, and nobody takes the place of another`(
    code: String, told: String
  ) throws {
    let night = SampleProgramme.haian.everyNight[1]
    let outcome = try Jianbao.run([
      "whatif", Repository.path("pipelines/haian-2023"), "--with", Self.rule, "--all", "--lang", "en", "--output",
      URL(filePath: try night.folder).deletingLastPathComponent().path,
    ])
    #expect(outcome.output.contains("78 candidates → 0, 40 in → 0; 0 become candidates, 78 no longer are"))
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("(\(code), ") }
    #expect(lines.count == 1 && lines.first?.hasSuffix("): \(told)") == true, "\(lines)")
  }
}
