import Programme
import Scoring

/// A rule for each component, in the order of the file.
func componentRules(_ scorer: Scorer) -> [RuleBook.Rule] {
  zip(scorer.components, scorer.ruleBook).map { component, line in
    RuleBook.Rule(
      component.id.text, "\(line.title)（\(line.maximum.short)分）", line.sentence.chinese, cite: line.cite)
  }
}

/// What follows from the points: the pass, requirements, vetoes, remarks, grades, credited hours, the order of the lists.
func resultRules(_ programme: Programme, _ scorer: Scorer) -> [RuleBook.Rule] {
  let scheme = programme.scoring
  var rules = [RuleBook.Rule("pass", "合格线", scorer.passSentence.chinese, cite: scheme.pass.cite)]
  rules += scorer.requirements.map { clause in
    RuleBook.Rule(
      clause.id.text, "要求：\(clause.title)", "须\(clause.wording.chinese)；未达到的不合格，不论总成绩", cite: clause.cite)
  }
  rules += scorer.vetoes.map { clause in
    let awards = clause.barsAwards ? "，也不参加学员评优" : ""
    return RuleBook.Rule(
      clause.id.text, "一票否决：\(clause.title)", "\(clause.wording.chinese)的不合格，不论总成绩\(awards)", cite: clause.cite)
  }
  rules += scorer.flags.map { clause in
    RuleBook.Rule(
      clause.id.text, "提示：\(clause.title)", "\(clause.wording.chinese)的在材料中注明，不影响成绩和结论", cite: clause.cite)
  }
  rules += scheme.provisional.map { rule in
    let parts = scheme.components.filter { rule.components.contains($0.id) }.map(\.title).joined(separator: "、")
    let ends = programme.cohorts.compactMap { cohort in
      rule.end(of: cohort).map {
        "\(programme.cohorts.count > 1 ? cohort.title : "")\(deadlineText($0))"
      }
    }
    return RuleBook.Rule(
      "provisional", "暂定：\(rule.title)", "\(parts)的得分在期限（\(ends.joined(separator: "、"))）之前为暂定，在材料中注明",
      cite: rule.cite)
  }
  if !scheme.grades.isEmpty { rules.append(RuleBook.Rule("grades", "等第", gradeSentence(scheme))) }
  if let credit = scorer.credit {
    rules.append(RuleBook.Rule("credit", "学时认定", credit.ruleBookSentence.chinese, cite: credit.cite))
  }
  if let ledger = programme.ledger { rules.append(ledgerRule(ledger, programme)) }
  rules.append(RuleBook.Rule("rank", "成绩排序", rankSentence(programme)))
  return rules
}

/// `90分及以上为优秀，80分及以上不足90分为合格；不合格者不得合格线及以上的等第`.
private func gradeSentence(_ scheme: Scheme) -> String {
  func line(_ units: Int64) -> String { Points(units, decimals: scheme.decimals).short }
  let bands = scheme.grades.indices.map { index in
    let grade = scheme.grades[index]
    let upper = index == 0 ? "" : "不足\(line(scheme.grades[index - 1].from))分"
    let lower = grade.from == 0 && index > 0 ? "" : "\(line(grade.from))分及以上"
    return "\(lower)\(upper)为\(grade.title)"
  }
  return "按总成绩：\(bands.joined(separator: "，"))；不合格的，不得起点在合格线及以上的等第"
}

private func ledgerRule(_ ledger: Ledger, _ programme: Programme) -> RuleBook.Rule {
  let prior = ledger.prior.flatMap { id in programme.sources.first { $0.id == id }?.title }
  let source = prior.map { "各期认定学时与“\($0)”所载学时" } ?? "各期认定学时"
  return RuleBook.Rule(
    "ledger", ledger.title,
    "\(ledger.from)年至\(ledger.through)年\(ledger.years)年内，\(source)累计不少于\(Points(ledger.target, decimals: 2).short)学时，各年之间可以互补",
    cite: ledger.cite)
}

private func rankSentence(_ programme: Programme) -> String {
  let keys = programme.scoring.rank
  guard !keys.isEmpty else { return "按总成绩由高到低，成绩相同的名次相同" }
  let listed = keys.map { key -> String in
    let title =
      switch key.value {
      case .component(let id): programme.scoring.components.first { $0.id == id }?.title ?? id.text
      case .tally(let id): programme.tallies.first { $0.id == id }?.title ?? id.text
      case .total, .attribute, .composite, .lot: "总成绩"
      }
    return title + (key.descending ? "由高到低" : "由低到高")
  }
  return "依次按\(listed.joined(separator: "、"))，各项全同的名次相同"
}
