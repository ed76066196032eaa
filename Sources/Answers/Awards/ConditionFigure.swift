import Programme
import Scoring

extension Inquiry {
  /// The conditions of an award or metric with their tallies found; the pipeline file was read without a fault.
  func conditions(_ conditions: [LearnerCondition], at place: Place) -> [Condition] {
    let faults = FaultCollector()
    return conditions.compactMap {
      Condition($0, programme.conditionScope, at: place, faults: faults)
    }
  }

  /// A learner's own figure that a condition compares.
  func figure(behind test: Condition.Test, _ tallies: [Int64], _ marks: Marks) -> Wording {
    switch test {
    case .above(let index, _), .atLeast(let index, _), .atMost(let index, _), .below(let index, _):
      return figure(of: index, tallies)
    case .before(let index, let other), .after(let index, let other):
      return figure(of: index, tallies) + Wording(", ", "，") + figure(of: other, tallies)
    case .passed: return marks.passed ? Wording("passed", "合格") : Wording("not passed", "不合格")
    case .totalAtLeast: return Wording("total \(printed(marks.total))", "总成绩\(printed(marks.total))分")
    case .grade:
      let grade = marks.grade < 0 ? nil : scorer.grades[marks.grade].title
      return Wording("grade \(grade ?? "none")", "等第\(grade ?? "无")")
    case .spared:
      let struck = scorer.unmet(marks).filter(\.barsAwards).map(\.title)
      return struck.isEmpty
        ? Wording("no veto", "无否决情形")
        : Wording("veto: \(struck.joined(separator: ", "))", "否决：\(struck.joined(separator: "、"))")
    }
  }

  private func figure(of index: Int, _ tallies: [Int64]) -> Wording {
    let tally = programme.tallies[index]
    let amount = tallies[index] == Tally.absent ? Wording("no record", "没有记录") : tally.wording(tallies[index])
    return Wording("\(tally.title) ", tally.title) + amount
  }
}
