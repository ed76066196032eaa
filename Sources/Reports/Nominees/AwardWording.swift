import Programme

/// The sentences under an award's sheet, made from the pipeline file: what the paper must say so that it can be defended.
struct AwardWording: Sendable {
  let award: Award
  let programme: Programme

  /// The office that settles what the rules leave open, 省级项目办.
  var decidingOffice: String {
    office(award.approvedBy) ?? "项目办"
  }

  /// What one candidate is counted in.
  var measureWord: String {
    if case .units = award.pool { return "个" }
    return "人"
  }

  /// What stands where an award has no number of places.
  var withoutPlaces: String {
    award.quota == nil ? "不设名额" : "名额尚未计算"
  }

  /// `排序依次为：①总成绩；②课程作业得分。三项全同为并列，不以编号、姓名定先后。`
  func rankingRule(_ keys: [RankKeyTitle]) -> String {
    let order = zip(award.rank, keys).enumerated().map { index, pair in
      (keys.count > 1 ? Self.circled(index) : "") + pair.1.title + (pair.0.descending ? "（由高到低）" : "（由低到高）")
    }
    let equal = keys.count > 1 ? "各项全同为并列" : "数值相同为并列"
    return "排序依据：\(order.joined(separator: "；"))。\(equal)，不以编号、姓名定先后。"
  }

  /// What happens to equals at the line; nil where there is no number of places, and so no line.
  var tieRule: String? {
    guard award.quota != nil else { return nil }
    return switch award.ties {
    case .extend: "末位并列的一并入选，可以超出名额。"
    case .exclude: "末位并列而名额不足的均不入选，名额空缺。"
    case .reserve: "末位并列而名额不足的列为候补。"
    case .person: "末位并列而名额不足的，由\(decidingOffice)决定。"
    case .byIdentifier: "末位并列而名额不足的，按编号先后确定（本方案如此规定）。"
    }
  }

  /// How a composite key comes about; nil for awards without one.
  func compositeRule(_ figures: CompositeFigures) -> String? {
    for key in award.rank {
      guard case .composite(let composite) = key.value else { continue }
      let weights = Set(composite.parts.map(\.weight))
      let parts = zip(figures.parts, composite.parts).map { part, rule in
        part.title + (weights.count > 1 ? "×\(rule.weight)" : "")
      }
      let method =
        switch composite.method {
        case .minMax: "各项印出值按（本值－最小值）÷（最大值－最小值）折算后"
        case .weighted: "各项印出值"
        }
      let mean = weights.count > 1 ? "加权平均" : "等权平均"
      return "综合评价值＝\(parts.joined(separator: "、"))，\(method)\(mean)；最大值与最小值相等的项计0。"
    }
    return nil
  }

  /// Who has to do what before a candidate is a winner.
  var stages: String {
    var steps: [String] = []
    if let filing = office(award.filedBy) { steps.append("\(filing)申报") }
    if let recommending = office(award.recommendedBy) { steps.append("\(recommending)推荐") }
    if let approving = office(award.approvedBy) { steps.append("\(approving)审批") }
    steps.append("公示")
    return "“入选候选”“拟推荐”不等于获奖，尚须\(steps.joined(separator: "、"))。"
  }

  /// `一票一项` of the organisations: one place whatever the number of projects.
  var onceRule: String? {
    award.oncePerUnit ? "同一单位承担多个项目的只取名次最前的一项，空出的名额依次递补。" : nil
  }

  private func office(_ level: Identifier<UnitLevel>?) -> String? {
    guard let level, let found = programme.levels.first(where: { $0.id == level }) else { return nil }
    return found.label + "级项目办"
  }

  /// ①, ②, … for the keys in comparison order.
  static func circled(_ index: Int) -> String {
    let signs = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]
    return index < signs.count ? signs[index] : "(\(index + 1))"
  }
}
