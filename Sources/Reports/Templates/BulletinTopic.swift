import Metrics
import Programme
import Templates

/// What a template can say of a bulletin.
extension Topic where Subject == BulletinFigures {
  static func bulletin(_ programme: Programme) throws(ReportsError) -> Self {
    let indicators = try Indicators(programme)
    return Topic {
      bulletinHead
      bulletinSentences
      bulletinNotes
      bulletinLists(indicators)
      levels(programme, indicators)
      bulletinParts
      figures(indicators) { $0.whole }
    }
  }

  @MemberList<Subject>
  private static var bulletinHead: [Member] {
    element("刊头", "the masthead: name, number, office, date", "刊头：刊名、期号、发文单位、日期") { figures in
      let issue = figures.issue
      return .masthead(
        name: issue.title, number: issue.numberText, office: issue.office, date: chineseDate(issue.cutOff.day))
    }
    element("关键数字", "the leading figures in large type; HTML alone has them", "大字号的主要数字；只用于 HTML") {
      .keyFigures($0.keyFigures)
    }
    text("刊名", "the name of the series", "刊名") { $0.issue.title }
    text("期号", "such as 第2期（总第2期）", "如 第2期（总第2期）") { $0.issue.numberText }
    number("期数", "the number within the year", "本年第几期") { .plain($0.issue.number) }
    number("总期数", "the number since the programme began", "总第几期") { .plain($0.issue.totalNumber) }
    text("发文单位", "the office that issues it", "发文单位") { $0.issue.office }
    text("项目名称", "the programme, after the unit whose own bulletin it is", "培训项目名称；单位通报前加单位名称") {
      $0.issue.programmeTitle
    }
    text("日期", "the day of the cut-off, such as 2023年8月20日", "统计日，如 2023年8月20日") {
      chineseDate($0.issue.cutOff.day)
    }
    text("统计时点", "the cut-off, such as 2023年8月20日24时", "如 2023年8月20日24时") { $0.issue.cutOff.text }
    text(
      "上期", "the issue that this one compares with; none in the first, and in the first of a new term",
      "上期，如 上期（第1期，截至8月19日24时）；首期、新学期首期没有"
    ) {
      $0.issue.previousText
    }
    text("范围", "what the whole is called, such as 全省", "全体的称谓，如 全省") { $0.wholeTitle }
    count("报名学员", "all learners in the denominators", "报名学员人数") { $0.whole.enrolled }
    count("退出人数", "learners who withdrew", "已退出的人数") { $0.whole.withdrawn }
    count("消失人数", "learners who are in the roster no more", "名册中消失的人数") { $0.whole.vanished }
    number("项目数", "how many projects have learners", "有学员的项目个数") { .plain($0.projects.count) }
  }

  @MemberList<Subject>
  private static var bulletinSentences: [Member] {
    text("导语", "the leading sentence: cut-off, learners, the leading figures, days left", "导语：时点、人数、主要指标、剩余天数") {
      $0.lead
    }
    text("时限", "how long each cohort still runs", "各班次距结束的天数") { $0.countdown }
    text(
      "末级", "what the units are called that are listed in the workbook alone; mostly none",
      "只列在 bulletin.xlsx 中的末级单位的称谓，如 学校"
    ) {
      $0.levels.last.flatMap { $0.isLast ? $0.title : nil }
    }
  }

  @MemberList<Subject>
  private static var bulletinNotes: [Member] {
    text("计数说明", "what the denominators hold and how figures are rounded", "分母所含与四舍五入的说明") { $0.roundingNote }
    text("排序说明", "how the rankings are ordered", "名次的排法") { $0.orderNote }
    text("变化说明", "what changes compare with", "变化与何时相比") { $0.changeNote }
    text("核对说明", "whether the rows of the exports balance; none in a unit's own", "行数核对的结论；单位通报没有") { figures in
      figures.accounts.isEmpty ? nil : figures.accountNote
    }
    text("退回说明", "how many rows were sent back and why; none in a unit's own", "退回行数与原因；单位通报没有") { figures in
      figures.accounts.isEmpty ? nil : figures.rejectionNote
    }
  }

  @MemberList<Subject>
  private static var bulletinParts: [Member] {
    table("总体情况", "every figure of the whole with its counts", "全体各项指标及其分子、分母") { $0.overallTable }
    table("分项目情况", "the projects from the first rank down; none where there is one", "各项目，按名次；只有一个项目时没有") {
      $0.projects.count > 1 ? $0.projectTable : nil
    }
    table("分班次情况", "the cohorts; none where learners are not counted by cohort", "各班次；不按班次统计时没有") {
      $0.cohortTable.rows.isEmpty ? nil : $0.cohortTable
    }
    table("监测指标", "every figure of every unit above the last level", "末级以上各单位的全部指标") { $0.indicatorTable }
    table("关注事项表", "what needs attention, as a table", "需要关注的情况，列成表") {
      $0.concernTable.rows.isEmpty ? nil : $0.concernTable
    }
    table("口径", "how every figure is reckoned", "各指标的计算方法与依据") { $0.definitionTable }
    table("行数核对", "the accounts of the exports; none in a unit's own", "各数据源的行数核对；单位通报没有") {
      $0.accounts.isEmpty ? nil : $0.accountTable
    }
    chart("走势图", "the leading rates over the nights; none in a first issue", "主要指标逐期走势；首期没有") { $0.trendChart }
    chart("项目图", "the projects from the first rank down", "各项目，按名次") { figures in
      figures.projects.count > 1 ? figures.projectChart : nil
    }
  }

  @MemberList<Subject>
  private static func bulletinLists(_ indicators: Indicators) -> [Member] {
    figureList("主要指标", "the leading figures: two that count learners, then the ranked one", "主要指标：两项人数指标和排名指标") {
      figures in
      figures.indicators.leading.map(figures.figure)
    }
    figureList("指标", "every figure of the bulletin", "通报的全部指标") { figures in
      figures.indicators.all.indices.map(figures.figure)
    }
    list(
      ["级别"], Wording("the levels of units that are ranked, from the widest", "参加排名的各级单位，由大到小"), of: .level(indicators)
    ) {
      figures in
      figures.levels.filter { !$0.isLast }.map { LevelOfPaper(level: $0, figures: figures) }
    }
    ranking(
      ["项目"], Wording("the projects with learners", "有学员的项目"), of: .unit(indicators),
      { figures in figures.projects.map { figures.unit($0, named: $0.name) } },
      byRank: { figures in figures.projects.byRank.map { figures.unit($0, named: $0.name) } })
    list(["班次"], Wording("the cohorts", "各班次"), of: .cohort) { figures in
      figures.cohorts.map { (cohort: $0, countdown: figures.countdown(of: $0)) }
    }
    list(["关注事项"], Wording("what needs attention", "需要关注的情况"), of: .concern) { $0.concerns }
    list(["进度"], Wording("sentences on who has not passed and what it would take", "未合格人数与所需进度，每项一句"), of: .sentence) {
      $0.pace
    }
    list(["暂定事项"], Wording("points that are not final yet, a sentence each", "尚未确定的事项，每项一句"), of: .sentence) {
      $0.provisional
    }
  }

  /// The units of every level below the widest by its title and by its id.
  private static func levels(_ programme: Programme, _ indicators: Indicators) -> [Member] {
    // No bulletin is about less than the whole of the widest level.
    programme.levels.enumerated().dropFirst().map { index, level in
      ranking(
        [level.title, level.id.text],
        Wording("the units of the level \(level.id)", "各\(level.title)"),
        of: .unit(indicators, depth: programme.levels.count - 1 - index),
        { $0.units(of: level.id.text, byRank: false) }, byRank: { $0.units(of: level.id.text, byRank: true) })
    }
  }
}

/// A level of units in a bulletin.
struct LevelOfPaper {
  let level: BulletinFigures.Level
  let figures: BulletinFigures
}

extension Topic where Subject == LevelOfPaper {
  fileprivate static func level(_ indicators: Indicators) -> Self {
    Topic(
      "级别", .text, { .text($0.level.title) }
    ) {
      text("名称", "what the units are called, such as 地市", "名称，如 地市") { $0.level.title }
      text("量词", "what they are counted in: 个, 所", "量词：个、所") { $0.level.measureWord }
      number("单位数", "how many units there are", "单位个数") { .plain($0.level.units.count) }
      text("分布", "how many are above and below the whole, the first and the last", "高于、低于全体的个数，首尾各三个") {
        $0.figures.spread(of: $0.level)
      }
      text("空单位", "the units without learners; mostly none", "报名学员为0的单位；多数情况下没有") {
        $0.figures.emptyNote($0.level)
      }
      table("排名表", "the units from the first rank down", "各单位，按名次") { $0.figures.rankingTable($0.level) }
      chart("排名图", "the same as a chart", "各单位，按名次") { $0.figures.rankingChart($0.level) }
      ranking(
        ["单位"], Wording("its units", "本级各单位"), of: .unit(indicators),
        { of in of.figures.units(of: of.level.id, byRank: false) },
        byRank: { of in of.figures.units(of: of.level.id, byRank: true) })
    }
  }
}

extension Topic where Subject == (cohort: CohortStanding, countdown: String) {
  fileprivate static var cohort: Self {
    Topic(
      "班次", .text, { .text($0.cohort.title) }
    ) {
      text("名称", "its title", "名称") { $0.cohort.title }
      text("开始", "its first day", "开始日期，如 8月1日") { chineseMonthAndDay($0.cohort.from) }
      text("结束日", "its last day", "结束日期，如 8月20日") { chineseMonthAndDay($0.cohort.to) }
      truth("已开始", "whether its first day has begun", "是否已经开始") { $0.cohort.hasBegun }
      truth("已结束", "whether its last day is over", "是否已经结束") { $0.cohort.hasEnded }
      number("剩余天数", "whole days left", "距结束的整天数") { .plain($0.cohort.daysLeft) }
      text("时限", "how long it still runs, in words", "距结束的天数，写成文字") { $0.countdown }
      count("报名学员", "its learners; none where they are not counted by cohort", "报名学员人数；不按班次统计时没有") {
        $0.cohort.learners?.enrolled
      }
      count("合格人数", "how many of them passed", "合格人数") { $0.cohort.learners?.passed }
      share("合格率", "their share", "合格率") { of in
        of.cohort.learners.map { Printed(share: $0.passed, of: $0.enrolled) }
      }
    }
  }
}

extension Topic where Subject == Concern {
  fileprivate static var concern: Self {
    Topic("关注事项") {
      text("单位", "whom it is about", "涉及的单位") { $0.unit }
      text("情况", "the fact", "情况") { $0.fact }
      text("条件", "the condition that raised it", "触发条件") { $0.condition }
    }
  }
}

extension Topic where Subject == String {
  /// A sentence that stands for itself.
  static var sentence: Self { Topic("", .text, { .text($0) }) {} }
}

extension PrintedValue {
  /// A number without signs between its thousands.
  static func plain(_ number: Int) -> PrintedValue {
    PrintedValue(text: String(number), number: TemplateNumber(units: Int64(number)))
  }
}

extension BulletinFigures {
  fileprivate func figure(_ index: Int) -> NamedFigure {
    NamedFigure(indicator: indicators.all[index], measured: whole.measured[index])
  }

  /// The units of a level that the bulletin is about.
  fileprivate func units(of level: String, byRank: Bool) -> [PaperUnit] {
    let units = levels.first { $0.id == level }?.units ?? []
    return (byRank ? units.byRank : units).map { unit($0, named: fullName(of: $0)) }
  }

  fileprivate func unit(_ standing: Standing, named fullName: String) -> PaperUnit {
    PaperUnit(
      standing: standing, indicators: indicators, fullName: fullName,
      children: { byRank in
        let units = levels.flatMap(\.units).filter { $0.parent == standing.id && $0.level == standing.level + 1 }
        return (byRank ? units.byRank : units).map { unit($0, named: self.fullName(of: $0)) }
      })
  }
}
