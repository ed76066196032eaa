import Awards
import Programme
import Stages

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

  /// Who the candidates are, of units those that were filed; a draw that leaves nobody out says so, since whoever is drawn without having learnt anything is asked about.
  var pool: String {
    let who = programme.wording(of: award.pool).chinese
    if case .units(_, byProject: true) = award.pool, award.filedBy != nil { return who + "，以已申报的为限" }
    guard case .learners = award.pool, award.eligible.isEmpty,
      award.rank.contains(where: { if case .lot = $0.value { true } else { false } })
    else { return who }
    return who + "，不论是否已有学习记录"
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
    case .lot: "末位并列而名额不足的，按公布的种子抽签确定。"
    case .byIdentifier: "末位并列而名额不足的，按编号先后确定（本方案如此规定）。"
    }
  }

  /// How a composite key comes about of parts with these titles; nil for awards without one.
  func compositeRule(_ titles: [String]) -> String? {
    for key in award.rank {
      guard case .composite(let composite) = key.value else { continue }
      let weights = Set(composite.parts.map(\.weight))
      let parts = zip(titles, composite.parts).map { title, rule in
        title + (weights.count > 1 ? "×\(rule.weight)" : "")
      }
      let method =
        switch composite.method {
        case .minMax: "各项印出值按（本值－最小值）÷（最大值－最小值）折算后"
        case .weighted: "各项印出值"
        case .meanOfRanks: "各项印出值在参评对象中的名次（由高到低，无数值的排在最后）"
        }
      let mean = weights.count > 1 ? "加权平均" : "等权平均"
      let rest = composite.method == .meanOfRanks ? "数值小者在前" : "最大值与最小值相等的项计0"
      return "综合评价值＝\(parts.joined(separator: "、"))，\(method)\(mean)；\(rest)。"
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
    switch award.oncePer {
    case .unit: "同一单位承担多个项目的只取名次最前的一项，空出的名额依次递补。"
    case .person: "同一人参加多个项目的只取名次最前的一项，空出的名额依次递补。"
    case nil: nil
    }
  }

  /// How lots are drawn, so that anybody can draw them again.
  var lotRule: String? {
    var seeds = award.rank.compactMap { if case .lot(let seed) = $0.value { seed } else { nil } }
    if award.ties == .lot, let seed = award.seed, !seeds.contains(seed) { seeds.append(seed) }
    guard !seeds.isEmpty else { return nil }
    let identifier =
      switch award.pool {
      case .learners: "学员编号/项目编号/班次编号"
      case .staff: "人员编号"
      case .units(_, let byProject): byProject ? "单位编号/项目编号" : "单位编号"
      }
    return "抽签：种子为“\(seeds.joined(separator: "”“"))”；签值为“种子、奖项代码（\(award.id)）、\(identifier)”三行文字（UTF-8，以换行符相连）"
      + "的SHA-256值的前16位十六进制数，小者在前；任何人可以重算。"
  }

  /// How long the reserve list is and what it is for.
  var reserveRule: String? {
    let length: String
    switch award.reserve {
    case .number(let number): length = "\(number)\(measureWord)"
    case .share(let share, let rounding): length = "名额的\(percent(share))（\(rounding.title.chinese)）"
    case nil: return nil
    }
    let each = award.quota?.split == nil ? "" : "各部分分别"
    return "候补名单\(each)为\(length)，末位并列的一并列入；有人退出时依次递补。"
  }

  /// How the winners are divided into groups that are called up one after another.
  var batchRule: String? {
    guard !award.batches.isEmpty else { return nil }
    let sizes = award.batches.map { "\($0)" }.joined(separator: "、")
    return "入选者按名次分\(award.batches.count)批（\(sizes)\(measureWord)）；批末并列者按列表先后分批，批次不影响入选。"
  }

  /// The office of a level, 市级项目办; nil for none.
  func office(_ level: Identifier<UnitLevel>?) -> String? {
    level.flatMap(programme.office)?.chinese
  }

  /// ①, ②, … for the keys in comparison order.
  static func circled(_ index: Int) -> String {
    let signs = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]
    return index < signs.count ? signs[index] : "(\(index + 1))"
  }
}
