import Programme

/// Warns of what the survey declares and what can then never show: a check that no form can fail, a scale without two questions.
func lintSurvey(_ programme: Programme, _ faults: FaultCollector) {
  guard let satisfaction = programme.satisfaction else { return }
  let asked = satisfaction.items.count
  if let checks = satisfaction.checks, let least = checks.straightLine?.items, least > asked {
    faults.warn(
      checks.place,
      Wording(
        "no form can answer \(least) questions alike, since the survey has \(asked); lower 'items' of 'straight_line'",
        "问卷只有 \(asked) 题，不会有 \(least) 题一致的答卷；请调低 straight_line 的 items"))
  }
  if let alpha = satisfaction.alpha {
    for grouping in alpha.groupings where satisfaction.scales(by: grouping).allSatisfy({ $0.questions.count < 2 }) {
      faults.warn(
        alpha.place,
        Wording(
          "no alpha can be printed by '\(grouping.rawValue)': each scale has one question; group them otherwise",
          "按 '\(grouping.rawValue)' 分组时每组只有一题，不能计算 α 系数；请改用其他分组"))
    }
  }
  lintReverse(satisfaction, faults)
  for (index, item) in satisfaction.items.enumerated()
  where satisfaction.items[..<index].contains(where: { $0.question == item.question }) {
    faults.warn(
      satisfaction.place,
      Wording(
        "question '\(item.question)' stands twice among the items and is counted twice; remove one",
        "第 \(item.question) 题在 items 中重复，会被计入两次；请删去一处"))
  }
}

/// Where every question of a scale is a reverse one, none contradicts another: the scale itself runs from worst to best.
private func lintReverse(_ satisfaction: Satisfaction, _ faults: FaultCollector) {
  guard !satisfaction.items.isEmpty, satisfaction.items.allSatisfy(\.isReverse) else { return }
  faults.warn(
    satisfaction.place,
    Wording(
      "every question is a reverse one; list 'scale' the other way round instead", "各题均为反向题；请改为将 scale 倒序填写"))
}
