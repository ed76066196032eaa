import Programme
import Scoring

extension Inquiry {
  /// The conditions of an award or metric with their tallies found; the pipeline file was read without a fault.
  func conditions(_ conditions: [LearnerCondition], at place: Place) -> [Condition] {
    let faults = FaultCollector()
    return conditions.compactMap {
      Condition($0, tallies: programme.tallies, decimals: scorer.decimals, at: place, faults: faults)
    }
  }

  /// A learner's own figure that a condition compares.
  func figure(behind test: Condition.Test, _ tallies: [Int64], _ marks: Marks) -> Wording {
    switch test {
    case .above(let index, _), .atLeast(let index, _):
      let tally = programme.tallies[index]
      let amount = tallies[index] == Tally.absent ? Wording("no record", "没有记录") : tally.unit.wording(tallies[index])
      return Wording("\(tally.title) ", tally.title) + amount
    case .passed: return marks.passed ? Wording("passed", "合格") : Wording("not passed", "不合格")
    case .totalAtLeast: return Wording("total \(printed(marks.total))", "总成绩\(printed(marks.total))分")
    }
  }
}
