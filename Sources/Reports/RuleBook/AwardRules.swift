import Awards
import Programme
import Scoring
import Stages

/// The rules of each award, and behind them those that bind several.
func awardSections(_ programme: Programme) -> [RuleBook.Section] {
  let common = commonRules(programme)
  return programme.awards.map { award in
    RuleBook.Section(id: award.id.text, title: award.title, cite: award.cite, rules: rules(of: award, programme))
  } + (common.isEmpty ? [] : [RuleBook.Section(id: "common", title: "共同规定", cite: nil, rules: common)])
}

/// Who competes, who files and decides, how many win and in which order.
private func rules(of award: Award, _ programme: Programme) -> [RuleBook.Rule] {
  let words = AwardWording(award: award, programme: programme)
  let conditions = programme.conditions(of: award).map(\.wording.chinese)
  let keys = RankKeyTitle.titles(of: award, in: programme)
  let texts: [(id: String, subject: String, text: String?)] = [
    ("pool", "参评范围", programme.wording(of: award.pool).chinese),
    ("eligible", "条件", conditions.isEmpty ? nil : conditions.joined(separator: "，且")),
    ("filed_by", "申报", words.office(award.filedBy).map { "由\($0)自愿申报，未申报的不参评" }),
    ("entry", "入围", award.entry.map { entrySentence($0, award, programme) }),
    ("recommended_by", "推荐", words.office(award.recommendedBy).map { "由\($0)在候选对象中推荐，未获推荐的不能获奖" }),
    ("approved_by", "审批", words.office(award.approvedBy).map { "由\($0)审批" }),
    ("quota", "名额", quotaSentence(award, programme)),
    (
      "split", "名额分配",
      award.quota?.split.map { SplitTable(shares: [], rule: $0, programme: programme).notes.joined(separator: "\n") }
    ),
    ("rank", "排序", words.rankingRule(keys)),
    ("composite", "综合评价值", words.compositeRule(compositeTitles(award, programme))),
    ("missing", "缺项", missingSentence(award, keys)),
    ("rank_style", "名次", award.rankStyle.sentence),
    ("ties", "末位并列", words.tieRule),
    ("lot", "抽签", words.lotRule),
    ("once_per", "不重复评优", words.onceRule),
    ("reserve", "候补", words.reserveRule),
    ("batches", "分批", words.batchRule),
  ]
  return texts.compactMap { part in part.text.map { RuleBook.Rule(part.id, part.subject, $0) } }
}

/// Percentage, base, rounding and least number; or the number as it stands.
private func quotaSentence(_ award: Award, _ programme: Programme) -> String {
  guard let quota = award.quota else { return "不设名额，符合条件并经各环节通过的均可入选" }
  if case .places(let number) = quota.base { return "共\(number)个" }
  let stated = if case .stated(let number) = quota.base { "\(number)" } else { "" }
  let least = quota.minimum > 0 ? "，至少\(quota.minimum)个" : ""
  return "\(programme.title(of: quota.base))\(stated.isEmpty ? "数" : stated)×\(percent(quota.share))，"
    + "\(quota.rounding.title.chinese)取整\(least)"
}

private func entrySentence(_ entry: EntryPercentile, _ award: Award, _ programme: Programme) -> String {
  let title = programme.title(of: entry.key.value, in: award).chinese
  let order = entry.key.descending ? "由高到低" : "由低到高"
  let ties = entry.tiesIn ? "末位并列的一并入围" : "末位并列而位置不足的不入围"
  return "\(title)\(order)居前\(percent(entry.share))的入围，人数\(entry.rounding.title.chinese)取整，\(ties)"
}

private func compositeTitles(_ award: Award, _ programme: Programme) -> [String] {
  award.rank.flatMap { key -> [String] in
    guard case .composite(let composite) = key.value else { return [] }
    return composite.parts.map { part in
      let title =
        part.figure == "briefs" ? "简报数" : programme.metrics.first { $0.id.text == part.figure }?.title ?? part.figure
      return part.cap.map { "\(title)（\($0)封顶）" } ?? title
    }
  }
}

/// Where candidates without a figure stand.
private func missingSentence(_ award: Award, _ keys: [RankKeyTitle]) -> String {
  let first = zip(award.rank, keys).filter(\.0.missingFirst).map(\.1.title)
  return first.isEmpty ? "无数值的排在最后" : "\(first.joined(separator: "、"))无数值的排在最前，其余各项无数值的排在最后"
}

extension RankStyle {
  fileprivate var sentence: String {
    switch self {
    case .competition: "并列的名次相同，其后空出相应名次（如1、2、2、4），不影响入选"
    case .dense: "并列的名次相同，其后名次连续（如1、2、2、3），不影响入选"
    case .ordinal: "按列表先后各计一个名次（如1、2、3、4），不影响入选"
    }
  }
}

/// What holds for several awards: precedence, former holders, those who withdraw.
private func commonRules(_ programme: Programme) -> [RuleBook.Rule] {
  var rules = programme.exclusive.map { group in
    let titles = group.awards.map { id in programme.awards.first { $0.id == id }?.title ?? id.text }
    return RuleBook.Rule(
      "exclusive", "不兼得", "\(titles.joined(separator: "、"))至多得一项；可得多项的，取所列在前的一项，空出的名额依次递补")
  }
  func sources(_ stage: NominationStage) -> String? {
    let titles = programme.sources.filter { $0.kind == .nomination && $0.stage == stage }.map { "“\($0.title)”" }
    return titles.isEmpty ? nil : titles.joined(separator: "、")
  }
  if let former = sources(.former) {
    rules.append(RuleBook.Rule("former", "曾获奖者", "列入\(former)的，不再参评所列奖项"))
  }
  if let withdrawn = sources(.withdrawn) {
    rules.append(RuleBook.Rule("withdrawn", "退出", "列入\(withdrawn)的，退出所列奖项，名额依次递补"))
  }
  return rules
}
