import Metrics
import Programme
import Scoring

/// The sentences of a bulletin: facts with their counts, no adjectives, no forecasts.
extension BulletinFigures {
  /// 截至…，全省24个项目报名学员2,486人，已参训2,350人，参训率94.53%；…
  package var lead: String {
    let facts = indicators.leading.enumerated().map { order, index in
      let indicator = indicators.all[index]
      let measured = whole.measured[index]
      let rate = "\(indicator.title)\(measured.printed.text)"
      guard let learners = indicator.learners else { return rate }
      return (order == 0 ? "已" : "") + "\(learners)\(grouped(measured.figure.numerator))人，" + rate
    }
    let change = whole.measured[indicators.ranked].change.map { "，较上期" + $0.wording.chinese } ?? ""
    return "截至\(issue.cutOff.text)，\(wholeTitle)\(projectCount)报名学员\(grouped(whole.enrolled))人，"
      + facts.joined(separator: "；") + change + "。" + countdown
  }

  /// `24个项目`; empty where there is but one programme to be in.
  package var projectCount: String { projects.count > 1 ? "\(projects.count)个项目" : "" }

  /// 距上旬班结束（8月20日24时）还有1天，距下旬班结束（9月3日24时）还有15天。
  package var countdown: String {
    cohorts.isEmpty ? "" : cohorts.map(countdown(of:)).joined(separator: "；") + "。"
  }

  /// `距下旬班结束（9月3日24时）还有14天`; a single cohort is called 学习阶段.
  package func countdown(of cohort: CohortStanding) -> String {
    let name = cohorts.count == 1 ? "学习阶段" : cohort.title
    let end = chineseMonthAndDay(cohort.to) + "24时"
    if cohort.hasEnded { return "\(name)已于\(end)结束" }
    if !cohort.hasBegun { return "\(name)\(chineseMonthAndDay(cohort.from))开始，\(end)结束" }
    return cohort.daysLeft == 0 ? "\(name)于\(end)结束，余下不足1天" : "距\(name)结束（\(end)）还有\(cohort.daysLeft)天"
  }

  /// 合格率不低于全省的有6个地市，低于全省的有7个地市。居前三位的是…；居后三位的是…，首尾相差52.33个百分点。
  package func spread(of level: Level) -> String {
    let title = indicators.headline.title
    let rows = level.units.byRank.filter { $0.rank != nil }
    let figure = { (row: Standing) in row.measured[indicators.ranked].printed }
    guard let first = rows.first, let last = rows.last, let reference = whole.measured[indicators.ranked].printed.units
    else { return "" }
    let below = rows.count { (figure($0).units ?? 0) < reference }
    let counter = "\(level.measureWord)\(level.title)"
    let share =
      below == 0
      ? "\(rows.count)\(counter)的\(title)均不低于\(wholeTitle)。"
      : "\(title)不低于\(wholeTitle)的有\(rows.count - below)\(counter)，低于\(wholeTitle)的有\(below)\(counter)。"
    guard rows.count >= 6, let lowest = rows[rows.count - 3].rank else { return share }
    let named = { (row: Standing) in "\(fullName(of: row))（\(figure(row).text)）" }
    let top = rows.filter { ($0.rank ?? 0) <= 3 }.map(named)
    let bottom = rows.filter { ($0.rank ?? 0) >= lowest }.map(named)
    let gap = PrintedChange(from: figure(last), to: figure(first)).map {
      "，首尾相差\(decimalText($0.units, decimals: $0.decimals))\(indicators.headline.isShare ? "个百分点" : indicators.headline.unit)"
    }
    return share + "居前三位的是\(listing(top))；居后三位的是\(listing(bottom))\(gap ?? "")。"
  }

  /// How many have not passed, how many a night would have to, and how many did of late; no forecast.
  package var pace: [String] {
    let ended = cohorts.filter(\.hasEnded).compactMap(result(of:))
    let running = cohorts.filter { $0.hasBegun && !$0.hasEnded }.compactMap(pace(of:))
    let known = ended + running
    return (known.isEmpty ? [stillOpen].compactMap(\.self) : known) + [recentGrowth].compactMap(\.self)
  }

  /// What is known where learners are not counted by cohort.
  private var stillOpen: String? {
    guard let learners = indicators.headline.learners else { return nil }
    let figure = whole.measured[indicators.ranked].figure
    let open = figure.denominator - figure.numerator
    guard open > 0 else { return nil }
    return "尚有\(grouped(open))人未\(learners)，占报名学员的\(Printed(share: open, of: figure.denominator).text)。"
  }

  private func pace(of cohort: CohortStanding) -> String? {
    guard let learners = cohort.learners, learners.enrolled > 0 else { return nil }
    let open = learners.enrolled - learners.passed
    guard open > 0 else { return countdown(of: cohort) + "，学员已全部合格。" }
    let share = Printed(share: open, of: learners.enrolled).text
    let fact = countdown(of: cohort) + "，尚有\(grouped(open))人未合格，占报名学员的\(share)。"
    guard cohort.daysLeft > 0 else { return fact }
    let nightly = (open + Int64(cohort.daysLeft) - 1) / Int64(cohort.daysLeft)
    return fact + "要在截止前全部合格，平均每晚须新增\(grouped(nightly))人。"
  }

  private func result(of cohort: CohortStanding) -> String? {
    guard let learners = cohort.learners, learners.enrolled > 0 else { return nil }
    let share = Printed(share: learners.passed, of: learners.enrolled).text
    return countdown(of: cohort) + "，报名学员\(grouped(learners.enrolled))人中合格\(grouped(learners.passed))人，合格率\(share)。"
  }

  /// Over the last three days, or over the last two issues where those lie further apart.
  private var recentGrowth: String? {
    guard let learners = indicators.headline.learners, let last = nights.last, nights.count > 1 else { return nil }
    let day = last.cutOff.day.dayNumber
    let recent = nights.dropLast().first { day - $0.cutOff.day.dayNumber <= 3 } ?? nights[nights.count - 2]
    let days = day - recent.cutOff.day.dayNumber
    guard days > 0 else { return nil }
    let growth = last.figures[indicators.ranked].numerator - recent.figures[indicators.ranked].numerator
    let subject = "\(wholeTitle)\(learners)人数"
    let since = days == 1 ? "前一晚" : "\(days)天前"
    guard growth != 0 else { return "\(subject)与\(since)持平。" }
    let verb = growth < 0 ? "减少" : "新增"
    let nightly = Printed(Fraction(Int128(abs(growth)), over: Int128(days)), decimals: 0)
    // Fewer than one in two nights are none a night.
    guard days > 1, nightly.units != 0 else { return "\(subject)较\(since)\(verb)\(grouped(abs(growth)))人。" }
    return "\(subject)近\(days)天平均每晚\(verb)\(nightly.number)人。"
  }
}

/// 所 for schools, 个 for offices; the title is that of a level: 学校, 学校（幼儿园）, 县（市、区）.
func counter(ofUnits title: String) -> String { title.hasPrefix("学校") ? "所" : "个" }

extension BulletinFigures.Level {
  /// 所 for schools, 个 for offices.
  package var measureWord: String { counter(ofUnits: title) }
}
