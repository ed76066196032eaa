import Foundation
import TestSupport
import Testing

/// The residential stage, whose three parts have no weights yet.
struct ResidentialTests {
  private static func rules() throws -> String {
    try String(contentsOfFile: Repository.path("pipelines/hunan-guopei-2023/residential.json5"), encoding: .utf8)
  }

  @Test func `without weights and a pass mark nobody is ranked, and each of them is asked for (快讯·加强项目质量评估)`() throws {
    let path = Repository.path("pipelines/hunan-guopei-2023/residential.json5")
    let outcome = try Jianbao.run(["check", path])
    #expect(outcome.code == 2)
    let lines = try Self.rules().split(separator: "\n", omittingEmptySubsequences: false)
    let open = lines.indices.filter { lines[$0].contains(": null") }
    #expect(open.count == 4)
    for line in open { #expect(outcome.errors.contains("residential.json5:\(line + 1):"), "\(outcome.errors)") }
  }

  /// A learner by the three marks; none where a part was not assessed.
  struct Case: Sendable, CustomTestStringConvertible {
    let reason: String
    let marks: [String?]
    /// Of 40, 30 and 30, and the total.
    let points: String
    let passes: Bool
    let rank: Int

    var testDescription: String { reason }
  }

  static let cases = [
    // 36 + 24 + 21
    Case(
      reason: "every part by its weight", marks: ["90", "80", "70"], points: "36.00 24.00 21.00 81.00", passes: true,
      rank: 1),
    // 24 + 18 + 18
    Case(reason: "60.00 passes", marks: ["60", "60", "60"], points: "24.00 18.00 18.00 60.00", passes: true, rank: 2),
    // 30 × 59.96 ÷ 100 = 17.988
    Case(
      reason: "59.99 does not", marks: ["60", "60", "59.96"], points: "24.00 18.00 17.99 59.99", passes: false, rank: 3),
    Case(
      reason: "a part that was not assessed is nothing", marks: ["90", nil, "70"], points: "36.00 0.00 21.00 57.00",
      passes: false, rank: 4),
  ]

  @Test func `with weights the three parts add up and put learners in order`() throws {
    var rules = try Self.rules()
    for weight in ["40", "30", "30", "60"] { rules.replace(": null", with: ": \(weight)", maxReplacements: 1) }
    let parts = ["集中研修期间综合表现", "市州项目管理中综合表现", "研修成果产出"]
    let people = Self.cases.indices.map { "XY\($0),学员\(Array("甲乙丙丁")[$0]),甲市" }
    let marks = Self.cases.enumerated().flatMap { number, learner in
      zip(parts, learner.marks).compactMap { part, mark in mark.map { "XY\(number),\(part),\($0)" } }
    }
    let night = try WrittenNight(
      of: "hunan-guopei-2023-residential", by: rules, "2024-06-30",
      files: [
        "单位.csv": WrittenNight.table("单位编码,单位名称,级别,上级编码", ["99,甲省,省,", "9901,甲市,市,99"]),
        "集中研修学员名册.csv": WrittenNight.table("学员编号,姓名,市州", people),
        "集中研修考核.csv": WrittenNight.table("学员编号,考核部分,得分（满分100分）", marks),
      ])
    for (number, learner) in Self.cases.enumerated() {
      let found = try night.points(of: "XY\(number)", ["workshop", "project", "output"])
      #expect(
        found == "\(learner.points) \(learner.passes ? "passed" : "failed")", "\(learner)\n\(night.outcome.errors)")
      let rank = try night.lines("SELECT rank FROM award_decision WHERE award = 'standing' AND code = 'XY\(number)'")
      #expect(rank == ["\(learner.rank)"], "\(learner)")
    }
  }
}
