import Awards
import Metrics
import Programme
import Scoring

/// The sentences of the summary, shared by its Markdown and its workbook.
struct SummaryWording {
  let figures: SummaryFigures
  let programme: Programme

  var indicators: Indicators { figures.indicators }

  /// The name of the paper.
  var title: String { joined(programme.title, programme.reports.summary?.title ?? "培训工作总结") }

  /// Two titles as one, a word that ends the first and begins the second said once: …网络培训 + 培训工作总结.
  func joined(_ first: String, _ second: String) -> String {
    let overlap = (1...4).reversed().first { first.count >= $0 && second.hasPrefix(first.suffix($0)) } ?? 0
    return first + second.dropFirst(overlap)
  }

  /// From the first cohort's first day to the last one's last day; terms that are over or have not begun are others' business.
  var dates: String? {
    let day = figures.cutOff.day
    let cohorts = programme.cohorts.filter { $0.closing(asOf: "\(day)") != .ledger && $0.from <= day }
    guard let first = cohorts.map(\.from).min(), let last = cohorts.map(\.to).max() else { return nil }
    return "\(chineseDate(first))至\(first.year == last.year ? chineseMonthAndDay(last) : chineseDate(last))"
  }

  /// How many passed, and where most learners are.
  var distribution: String? {
    guard let distribution = figures.distribution else { return nil }
    let share = Printed(
      share: Fraction(Int128(distribution.passed), over: Int128(distribution.learners)), decimals: 2)
    let bins = distribution.fullest.map { $0.from == nil ? "\($0.to)分以下" : "\($0.title)分段" }.joined(separator: "、")
    var sentence =
      "\(distribution.pass)分及以上\(grouped(distribution.passed))人，占报名学员的\(share.text)；"
      + "人数最多的是\(bins)，\(distribution.fullest.count > 1 ? "各" : "")\(grouped(distribution.fullest[0].learners))人。"
    if let excellence = figures.excellence {
      let count = excellence.count(of: figures.whole.id)
      let share = Printed(share: Fraction(Int128(count), over: Int128(figures.whole.enrolled)), decimals: 2)
      sentence +=
        "\(excellence.title(decimals: programme.scoring.decimals))及以上\(grouped(count))人，占\(share.text)。"
    }
    return sentence
  }

  /// What the note under the distribution says.
  var distributionNote: String? {
    guard let distribution = figures.distribution, let last = distribution.bins.last else { return nil }
    let none = distribution.none > 0 ? "，其中不足1分的\(grouped(distribution.none))人" : ""
    return "各段含下限、不含上限（末段含\(last.to)）；\(distribution.bins[0].to)分以下合为一段\(none)。"
  }

  /// Forms, the pooled share, and the best and the worst question.
  var satisfaction: String? {
    guard let satisfaction = figures.satisfaction, let first = satisfaction.whole.first else { return nil }
    let rows = satisfaction.whole
    let invited = first.invited
    let returned = satisfaction.whole.map(\.responses).max() ?? 0
    let rate = Printed(share: Fraction(Int128(returned), over: Int128(invited)), decimals: 1)
    let (answered, top) = rows.reduce((0, 0)) { ($0.0 + $1.answered, $0.1 + $1.top) }
    let share = Printed(share: Fraction(Int128(top), over: Int128(answered)), decimals: 1)
    let best = extremes(rows, satisfaction) { $0.share.units == rows.map(\.share).max()?.units }
    let worst = extremes(rows, satisfaction) { $0.share.units == rows.map(\.share).min()?.units }
    let topWord = satisfaction.rules.scale.prefix(satisfaction.rules.top).joined(separator: "、")
    return "问卷发放\(grouped(invited))份，回收\(grouped(returned))份，回收率\(rate.text)\(validForms(satisfaction))。"
      + "\(rows.count)项合计有效回答\(grouped(answered))次，其中\(topWord)\(grouped(top))次，占\(share.text)。"
      + (best == worst ? "" : "满意率最高的是\(best)，最低的是\(worst)。")
  }

  /// How many of the returned forms count, and how many were left out or found doubtful.
  private func validForms(_ satisfaction: SatisfactionFigures) -> String {
    guard let account = satisfaction.results?.account(of: satisfaction.rules.headline.id) else { return "" }
    func listed(_ counts: [AnswerCheck: Int64], where isMeant: (AnswerCheck) -> Bool) -> String {
      AnswerCheck.allCases.filter { isMeant($0) && counts[$0] ?? 0 > 0 }
        .map { "\($0.title.chinese)\(grouped(counts[$0] ?? 0))份" }.joined(separator: "、")
    }
    let checks = satisfaction.rules.checks
    let dropped = listed(account.dropped) { checks?.drops($0) == true }
    let doubtful = listed(account.found) { checks?.drops($0) == false }
    return "；有效\(grouped(account.valid))份，有效率\(account.validRate.text)"
      + (dropped.isEmpty ? "" : "，剔除\(dropped)") + (doubtful.isEmpty ? "" : "；另有\(doubtful)，只提示、不剔除")
  }

  private func extremes(
    _ rows: [SatisfactionFigures.Row], _ satisfaction: SatisfactionFigures,
    where isExtreme: (SatisfactionFigures.Row) -> Bool
  ) -> String {
    let found = rows.filter(isExtreme)
    return listing(found.map { satisfaction.title($0) }, atMost: 3) + "（\(found.first?.share.text ?? "—")）"
  }

  /// Everything that the tables of the survey need to be understood.
  var surveyNotes: [String] {
    guard let satisfaction = figures.satisfaction else { return [] }
    return [
      satisfaction.results.map { _ in satisfaction.accountNote }, satisfactionNote, suppressionNote,
      satisfaction.scaleNote, satisfaction.changeNote,
    ].compactMap(\.self)
  }

  /// The footnote of every satisfaction table.
  var satisfactionNote: String? {
    guard let rules = figures.satisfaction?.rules else { return nil }
    let top = rules.scale.prefix(rules.top).joined(separator: "＋")
    let points = (1...rules.scale.count).reversed().map(String.init).joined(separator: "、")
    return "满意率＝（\(top)）÷该题有效回答数；95%区间为威尔逊（Wilson）区间；均值按\(points)计。"
      + (rules.weights.isEmpty ? "" : "百分制折算分：各档依次计\(rules.weights.map(String.init).joined(separator: "、"))分，取平均。")
      + (rules.items.contains(where: \.isReverse) ? "反向题已反向计分：其“\(rules.scale.last ?? "")”计为最好。" : "")
      + anonymity(rules)
  }

  /// Whether the survey knows who answered.
  private func anonymity(_ rules: Satisfaction) -> String {
    let tellsPeopleApart = rules.everyWave.contains { wave in
      programme.sources.first { $0.id == wave.source }?.column("person") != nil
    }
    return tellsPeopleApart ? "填答者只用于查重和前后配对，不与名册相联。" : "匿名填答，不与名册相联。"
  }

  /// Why some units have no figures.
  var suppressionNote: String? {
    guard let satisfaction = figures.satisfaction else { return nil }
    let hidden = satisfaction.units.filter { $0.rows.contains(where: \.isSuppressed) }
    let withheld = satisfaction.withheld.map { satisfaction.title($0) }
    let whole =
      withheld.isEmpty ? nil : "\(listing(withheld))的有效回答不足\(satisfaction.rules.minimumN)次，不公布。"
    guard !hidden.isEmpty else { return whole }
    return (whole ?? "") + "有效回答不足\(satisfaction.rules.minimumN)份的记“样本不足”；为防止由合计数倒推，必要时份数次少的单位记“不单列”。"
  }

  /// What the awards came to, in one sentence; what is not approved is not called an award.
  var awards: String? {
    // Who was approved is called what the certificates say; who waits competes for the award.
    let honours = programme.reports.nominees?.certificates ?? Certificates()
    let decided = figures.awards.filter { $0.tally.candidates > 0 }
    guard !decided.isEmpty else { return nil }
    let approved = decided.filter { $0.tally.approved > 0 }
      .map { "\(honours.title(of: $0.award))\($0.tally.approved)\(counted($0.award))" }
    let left = decided.filter { $0.tally.count(.in) > $0.tally.approved }
    let candidates = left.filter(\.award.waitsForOffices)
      .map { "\($0.award.title)\($0.tally.count(.in) - $0.tally.approved)\(counted($0.award))" }
    let settled = left.filter { !$0.award.waitsForOffices }
      .map { "\($0.award.title)\($0.tally.count(.in))\(counted($0.award))" }
    var sentences: [String] = []
    if !settled.isEmpty { sentences.append("按规则确定的有\(settled.joined(separator: "、"))") }
    if !approved.isEmpty { sentences.append("经审批的有\(approved.joined(separator: "、"))") }
    if !candidates.isEmpty { sentences.append("尚待推荐或审批的有\(candidates.joined(separator: "、"))") }
    guard !sentences.isEmpty else { return nil }
    return sentences.joined(separator: "；") + "。依据与逐一结论见《评优名单》。"
  }

  /// 名 for people, 个 for units.
  private func counted(_ award: Award) -> String {
    if case .units = award.pool { return "个" }
    return "名"
  }
}

extension Award {
  /// Whether any office files, recommends or approves; without one the rules alone decide.
  fileprivate var waitsForOffices: Bool { filedBy != nil || recommendedBy != nil || approvedBy != nil }
}
