import Programme

/// Refuses a scheme that could not give what it promises, whatever the rules of its components.
func checkScheme(_ scheme: Scheme, _ faults: FaultCollector) {
  guard let first = scheme.components.first else { return }
  checkComponents(scheme.components, faults)
  checkClauses(scheme, faults)
  checkGrades(scheme, faults)
  let counted = scheme.components.filter { !$0.rule.isBonus }
  let sum = Points(counted.reduce(0) { $0 + $1.points }, decimals: scheme.decimals)
  let whole = Points(100 * Int64(powerOfTen(scheme.decimals)), decimals: scheme.decimals)
  if sum.units != whole.units {
    faults.refuse(
      first.place,
      Wording(
        "the components sum to \(sum.short) points; expected 100", "各项分值合计 \(sum.short) 分；应为 100 分"))
  }
  if scheme.pass.totalAtLeast > sum.units {
    let line = Points(scheme.pass.totalAtLeast, decimals: scheme.decimals)
    faults.refuse(
      first.place,
      Wording(
        "nobody can pass: the pass mark \(line.short) is above the sum of the components, \(sum.short)",
        "无人能够合格：合格线 \(line.short) 分高于各项分值合计 \(sum.short) 分"))
  }
}

private func checkComponents(_ components: [Component], _ faults: FaultCollector) {
  var seen: [Identifier<Component>: Place] = [:]
  for component in components {
    if let earlier = seen[component.id] {
      faults.refuse(
        component.place,
        Wording(
          "component '\(component.id)' is already declared at \(earlier); give it another id",
          "考核项 '\(component.id)' 已在 \(earlier) 处声明；请另取名称"))
    }
    if component.points <= 0 {
      faults.refuse(
        component.place,
        Wording(
          "component '\(component.id)' gives no points; expected points above zero",
          "考核项 '\(component.id)' 没有分值；分值应大于零"))
    }
    seen[component.id] = component.place
  }
}

/// Grades go from the highest total down; a total below the lowest has no grade.
private func checkGrades(_ scheme: Scheme, _ faults: FaultCollector) {
  for (higher, lower) in zip(scheme.grades, scheme.grades.dropFirst()) where lower.from >= higher.from {
    let (start, edge) = (Points(lower.from, decimals: scheme.decimals), Points(higher.from, decimals: scheme.decimals))
    faults.refuse(
      lower.place,
      Wording(
        "grade '\(lower.title)' begins at \(start.short), not below '\(higher.title)' at \(edge.short); list the highest first",
        "等第“\(lower.title)”起于\(start.short)分，不低于前一等第“\(higher.title)”的\(edge.short)分；请从高到低排列"))
  }
  var seen: Set<String> = []
  for grade in scheme.grades where !seen.insert(grade.title).inserted {
    faults.refuse(
      grade.place,
      Wording("grade '\(grade.title)' is declared twice", "等第“\(grade.title)”重复"))
  }
}
