import Programme
import Scoring

/// A last second as offices write it: `2021年11月19日24时` where it ends a day.
func deadlineText(_ last: Int64) -> String {
  guard (last + 1) % 86_400 == 0 else { return TallyUnit.moment.wording(last).chinese }
  return chineseDate(CalendarDate(dayNumber: Int(last / 86_400))) + "24时"
}

extension Programme {
  /// What is not final at the moment of a paper, a sentence each; nothing once all is.
  func provisionalNotes(at cutOff: CutOff) -> [String] {
    provisional(at: cutOff.seconds).map { rule, cohort, end in
      let whose = cohorts.count > 1 ? cohort.title : ""
      let parts = scoring.components.filter { rule.components.contains($0.id) }.map(\.short)
      let clause = rule.cite.map { "（\($0)）" } ?? ""
      return
        "\(whose)\(rule.title)（\(parts.joined(separator: "、"))）在\(deadlineText(end))前为暂定，总成绩随之可能变动\(clause)。"
    }
  }

  /// The components of which somebody's points are not final.
  func provisionalComponents(at cutOff: CutOff) -> Set<Identifier<Component>> {
    Set(provisional(at: cutOff.seconds).flatMap(\.rule.components))
  }
}
