import Programme
import Scoring
import Stages
import Store

/// Whose result is another one under other rules.
struct ScoreMoves {
  private let before: Reckoning
  private let after: Reckoning
  /// Indexes of enrolments that pass under the other rules alone, under these alone, and whose total alone is another one.
  private(set) var passing: [Int] = []
  private(set) var failing: [Int] = []
  private(set) var totals: [Int] = []

  init(_ before: Reckoning, _ after: Reckoning) {
    self.before = before
    self.after = after
    for index in 0..<min(before.learners.count, after.learners.count) where after.learners.counts(index) {
      switch (before.scores.passed[index], after.scores.passed[index]) {
      case (false, true): passing.append(index)
      case (true, false): failing.append(index)
      default: if before.scores.total[index] != after.scores.total[index] { totals.append(index) }
      }
    }
  }

  func answer(_ names: ComparedNames, limit: Int) throws -> Answer {
    let scored = passing + failing + totals
    let changed = scored.count { before.scores.total[$0] != after.scores.total[$0] }
    let (was, becomes) = (passed(before), passed(after))
    let newcomers = after.learners.count - before.learners.count
    var parts: [Answer] = []
    for (kind, heading, indexes) in [
      ("passes", Wording("pass now", "由不合格变为合格"), passing),
      ("fails", Wording("fail now", "由合格变为不合格"), failing), ("totals", Wording("another total", "仅总成绩变化"), totals),
    ] where !indexes.isEmpty {
      parts.append(
        Answer(
          kind, heading + Wording(": \(indexes.count)", "：\(indexes.count)人次") + rest(indexes.count, limit),
          ["count": .number(Int64(indexes.count))], parts: try indexes.prefix(limit).map { try line($0, names) }))
    }
    if newcomers > 0 {
      parts.append(
        Answer(
          "new",
          Wording("\(newcomers) enrolments are read only by the other rules", "只在改变后读入的报名：\(newcomers)人次"),
          ["count": .number(Int64(newcomers))]))
    }
    return Answer(
      "scores",
      Wording(
        "scores: \(was) pass → \(becomes); \(passing.count) pass now, \(failing.count) fail now; \(changed) totals differ",
        "成绩：合格\(was)人次→\(becomes)人次；变为合格\(passing.count)，变为不合格\(failing.count)；总成绩变化\(changed)人次"),
      [
        "passed_before": .number(was), "passed_after": .number(becomes), "passes": .number(Int64(passing.count)),
        "fails": .number(Int64(failing.count)), "totals_changed": .number(Int64(changed)),
      ], parts: parts)
  }

  private func passed(_ reckoning: Reckoning) -> Int64 {
    Int64((0..<reckoning.learners.count).count { reckoning.learners.counts($0) && reckoning.scores.passed[$0] })
  }

  private func line(_ index: Int, _ names: ComparedNames) throws -> Answer {
    let named = try names.after.learner(Int64(index + 1))
    let (was, becomes) = (total(before, index), total(after, index))
    return Answer(
      "learner", named.title + Wording(": \(was) → \(becomes)", "：\(was)分→\(becomes)分"),
      fields: named.fields + [
        ("total_before", .text(was)), ("total_after", .text(becomes)),
        ("passed_before", .truth(before.scores.passed[index])), ("passed_after", .truth(after.scores.passed[index])),
      ], parts: [])
  }

  private func total(_ reckoning: Reckoning, _ index: Int) -> String {
    decimalText(Int64(reckoning.scores.total[index]), decimals: 2)
  }
}
