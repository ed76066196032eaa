import Programme

/// How forms are judged, which answers count how much, how scales are tested and how waves are compared.
func surveyRules(_ satisfaction: Satisfaction, _ programme: Programme) -> [RuleBook.Rule] {
  var rules: [RuleBook.Rule] = []
  func add(_ id: String, _ title: String, _ sentence: String) {
    rules.append(RuleBook.Rule(id, title, sentence, cite: satisfaction.cite))
  }
  if !satisfaction.weights.isEmpty {
    let weights = zip(satisfaction.scale, satisfaction.weights).map { "\($0)计\($1)分" }
    add("weights", "百分制折算分", "\(weights.joined(separator: "、"))，取有效回答的平均，保留两位小数")
  }
  if satisfaction.items.contains(where: \.isReverse) {
    add("reverse", "反向题", "先反向计分（“\(satisfaction.scale.last ?? "")”计为最好），再计满意率、均值和信度")
  }
  if let checks = satisfaction.checks { rules += checkRules(checks, cite: satisfaction.cite) }
  if let alpha = satisfaction.alpha {
    let groups = alpha.groupings.map(\.title).joined(separator: "、")
    add(
      "alpha", "量表信度",
      "按\(groups)计算克隆巴赫（Cronbach）α系数：k÷（k－1）×（1－各题方差之和÷总分方差），保留两位小数；\(alpha.missing.sentence)"
        + "；不足2题、有效问卷不足\(satisfaction.minimumN)份或总分没有差异的不计算")
  }
  if !satisfaction.waves.isEmpty {
    let waves = satisfaction.waves.map { wave in
      let source = programme.sources.first { $0.id == wave.source }?.title ?? wave.source.text
      return "\(wave.title)（“\(source)”）"
    }
    add(
      "waves", "前后比较",
      "依次为\(waves.joined(separator: "、"))；有人两次都能对应的，只取两次都答了该题的同一填答者，为配对比较，否则比较两组，为非配对比较；材料中的满意率取“\(satisfaction.headline.title)”"
    )
  }
  return rules
}

private func checkRules(_ checks: AnswerChecks, cite: String?) -> [RuleBook.Rule] {
  AnswerCheck.allCases.compactMap { check in
    guard let drops = checks.drops(check) else { return nil }
    let criterion =
      switch check {
      case .tooFast: "所用时间不足\(checks.tooFast?.seconds ?? 0)秒"
      case .straightLine: "至少答了\(checks.straightLine?.items ?? 0)题量表题且答案全部相同，含反向题的自相矛盾，另行注明"
      case .duplicate:
        "与先交的问卷\(checks.duplicates?.by.map(\.title.chinese).joined(separator: "或") ?? "")，保留先交的一份"
      }
    return RuleBook.Rule(
      check.rawValue, check.title.chinese, "\(criterion)；\(drops ? "不计入有效问卷" : "只提示，仍计入")", cite: cite)
  }
}

extension AlphaGrouping {
  fileprivate var title: String {
    switch self {
    case .dimension: "维度"
    case .object: "评价对象"
    case .all: "全部题目"
    }
  }
}
