import Metrics
import Programme
import Scoring

/// What every number that rules read is counted from, in the words of the exports.
func tallyRules(_ programme: Programme) -> [RuleBook.Rule] {
  programme.tallies.map { tally in
    guard let source = programme.sources.first(where: { $0.id == tally.source }) else {
      return RuleBook.Rule(tally.id.text, tally.title, "")
    }
    let whose = tally.subject == .unit ? "，每个单位一个数" : ""
    return RuleBook.Rule(tally.id.text, tally.title, tally.definition(source).chinese + whose)
  }
}

/// The definition that is printed with every figure, and what is divided by what.
func metricRules(_ programme: Programme) -> [RuleBook.Rule] {
  programme.metrics.map { metric in
    let terms = [metric.numerator, metric.denominator].map { quantity in
      let subject = quantity.subject(in: programme, at: metric.place).chinese
      return quantity.times > 1 ? "（\(subject)）×\(quantity.times)" : subject
    }
    let definition = metric.definition.hasSuffix("。") ? String(metric.definition.dropLast()) : metric.definition
    let made = metric.isCount ? terms[0] : "分子为\(terms[0])，分母为\(terms[1])"
    return RuleBook.Rule(
      metric.id.text, metric.title,
      "\(definition)。计算：\(made)；\(metric.format.sentence(programme.minutesPerHour))", cite: metric.cite)
  }
}

extension MetricFormat {
  fileprivate func sentence(_ minutesPerHour: Int) -> String {
    switch self {
    case .percent: "印为百分数，保留两位小数，四舍五入"
    case .hours: "按1学时\(minutesPerHour)分钟折算为学时，保留两位小数，四舍五入"
    case .points: "单位为分，保留两位小数，四舍五入"
    case .number: "保留两位小数，四舍五入"
    case .count: "印为整数"
    }
  }
}

/// The scale, what counts as satisfied, what is kept back, and which question asks about what.
func satisfactionRules(_ satisfaction: Satisfaction, _ programme: Programme) -> [RuleBook.Rule] {
  let top = satisfaction.scale.prefix(satisfaction.top).joined(separator: "＋")
  let source = programme.sources.first { $0.id == satisfaction.source }?.title ?? satisfaction.source.text
  let codes =
    satisfaction.codes.isEmpty
    ? "" : "；导出代码依次为\(satisfaction.codes.map(String.init).joined(separator: "、"))"
  var rules = [
    RuleBook.Rule(
      "scale", "量表", "取自“\(source)”，从好到差依次为\(satisfaction.scale.joined(separator: "、"))\(codes)",
      cite: satisfaction.cite),
    RuleBook.Rule(
      "rate", "满意率", "（\(top)）÷该题有效回答数；均值按\(satisfaction.scale.count)（最好）至1（最差）计", cite: satisfaction.cite),
    RuleBook.Rule(
      "min_n", "最少份数", "有效回答不足\(satisfaction.minimumN)份的单位不单列，以免推知个人", cite: satisfaction.cite),
  ]
  rules += surveyRules(satisfaction, programme)
  if let by = satisfaction.by {
    let level = programme.levels.first { $0.id == by }?.title ?? by.text
    rules.append(RuleBook.Rule("by", "分组", "除全部合计外，按\(level)分别统计", cite: satisfaction.cite))
  }
  rules += satisfaction.objects.map { object in
    let asked = satisfaction.items.filter { $0.object == object.id }.map { item in
      let dimension = satisfaction.dimensions.first { $0.id == item.dimension }?.title ?? item.dimension
      return "\(dimension)（第\(item.question)题\(item.isReverse ? "，反向题" : "")）"
    }
    return RuleBook.Rule(object.id, "对\(object.title)的评价", asked.joined(separator: "、"), cite: satisfaction.cite)
  }
  return rules
}

/// What every unit or export is held to, and what follows where it is not.
func checkRules(_ programme: Programme, _ folder: MetricFolder) -> [RuleBook.Rule] {
  programme.checks.map { check in
    let due = check.after.map { "；\(chineseDate($0))以后核查" } ?? ""
    let effect = check.blocks ? "；不符合的，不生成材料" : "；不符合的在材料中列出"
    return RuleBook.Rule(
      check.id.text, check.title == check.id.text ? check.condition.title : check.title,
      demand(of: check, programme, folder) + due + effect, cite: check.cite)
  }
}

extension CheckCondition {
  /// What a check without a title of its own is called.
  fileprivate var title: String {
    switch self {
    case .coverage: "数据覆盖"
    case .dayChange: "指标波动"
    case .units, .staff, .figure: "单位核查"
    case .people: "人员核查"
    }
  }
}

private func demand(of check: Check, _ programme: Programme, _ folder: MetricFolder) -> String {
  func level(_ id: Identifier<UnitLevel>) -> String { programme.levels.first { $0.id == id }?.title ?? id.text }
  func source(_ id: Identifier<Source>) -> String { programme.sources.first { $0.id == id }?.title ?? id.text }
  func units(_ selection: UnitSelection) -> String {
    (selection.among == .all ? "全部" : "有学员的") + level(selection.level)
  }
  func list(_ role: String) -> String {
    programme.sources.first { $0.kind == .staff && $0.role == role }?.title ?? role
  }
  let phrase = folder.unitChecks.first { $0.check.id == check.id }?.wording.chinese ?? ""
  switch check.condition {
  case .coverage(let of, let by, let least):
    return "“\(source(of))”的对象至少\(percent(least))在“\(source(by))”中有记录"
  case .dayChange(let metric, let of, let drop):
    let title = programme.metrics.first { $0.id == metric }?.title ?? metric.text
    return "任一\(level(of))的\(title)比上次下降不超过\(percent(drop).dropLast())个百分点"
  case .units(let selection, _, let pooled):
    return "\(units(selection))\(pooled ? "（本单位及以下各单位合计）" : "")：\(phrase)"
  case .figure(let selection, _, _): return "\(units(selection))：\(phrase)"
  case .staff(let selection, let role, _, _): return "\(units(selection))各有\(list(role))\(phrase)"
  case .people(let condition):
    let chief = condition.chief.map { $0 ? "（只看总负责的）" : "（不含总负责的）" } ?? ""
    return "“\(list(condition.role))”名单中各人\(chief)：\(StaffCheck(check)?.wording.chinese ?? "")"
  }
}
