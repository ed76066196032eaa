import Programme
import Scoring

extension Programme {
  /// What is not final at the moment of a paper, a sentence each; nothing once all is.
  func provisionalNotes(at cutOff: CutOff) -> [String] {
    provisional(at: cutOff.seconds).map { rule, cohort, end in
      let whose = cohorts.count > 1 ? cohort.title : ""
      let parts = scoring.components.filter { rule.components.contains($0.id) }.map(\.short)
      let clause = rule.cite.map { "（\($0)）" } ?? ""
      return
        "\(whose)\(rule.title)（\(parts.joined(separator: "、"))）在\(TallyUnit.moment.wording(end).chinese)前为暂定，总成绩随之可能变动\(clause)。"
    }
  }

  /// The components of which somebody's points are not final.
  func provisionalComponents(at cutOff: CutOff) -> Set<Identifier<Component>> {
    Set(provisional(at: cutOff.seconds).flatMap(\.rule.components))
  }
}
