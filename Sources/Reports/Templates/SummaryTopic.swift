import Metrics
import Programme
import Templates

/// A summary as its template tells of it.
struct SummaryContents {
  let wording: SummaryWording
  let charts: SummaryCharts

  var figures: SummaryFigures { wording.figures }
}

/// What a template can say of a term's summary.
extension Topic where Subject == SummaryContents {
  static func summary(_ programme: Programme) throws(ReportsError) -> Self {
    let indicators = try Indicators(summaryOf: programme)
    return Topic {
      summaryHead
      summarySentences
      summarySurvey
      summaryAwards
      summaryLists(indicators)
      summaryParts
      figures(indicators) { $0.figures.whole }
    }
  }

  @MemberList<Subject>
  private static var summaryHead: [Member] {
    text("题目", "the name of the paper", "材料名称") { $0.wording.title }
    text("项目名称", "the programme", "培训项目名称") { $0.wording.programme.title }
    text("发文单位", "the office that issues it", "发文单位") { $0.wording.programme.office }
    text("统计时点", "the cut-off, such as 2023年8月20日24时", "如 2023年8月20日24时") { $0.figures.cutOff.text }
    text("范围", "what the whole is called, such as 全省", "全体的称谓，如 全省") { $0.figures.wholeTitle }
    text("下级名称", "what the units right below the whole are called, such as 地市", "全体之下一级单位的称谓，如 地市") {
      $0.figures.cityTitle
    }
    count("报名学员", "all learners in the denominators", "报名学员人数") { $0.figures.whole.enrolled }
    count("退出人数", "learners who withdrew", "已退出的人数") { $0.figures.whole.withdrawn }
    count("消失人数", "learners who are in the roster no more", "名册中消失的人数") { $0.figures.whole.vanished }
    number("项目数", "how many projects have learners", "有学员的项目个数") { .plain($0.figures.projects.count) }
    count("通报期数", "how many bulletins were issued", "已编发学情通报的期数") { $0.figures.bulletins }
  }

  @MemberList<Subject>
  private static var summarySentences: [Member] {
    text("学习阶段", "from the first cohort's first day to the last one's last day; none without cohorts", "起止日期；没有班次时没有") {
      $0.wording.dates
    }
    text("步骤说明", "what the table of steps does not say; none without one", "从报名到合格各步骤的说明；没有该表时没有") {
      $0.wording.funnelNote
    }
    text("学期说明", "how earlier terms are reckoned; none where there is one term", "以往学期的计算方法；只有一个学期时没有") {
      $0.wording.termTable == nil ? nil : SummaryWording.termNote
    }
    count("合格线", "the pass line in whole points; none without scores", "合格分数线；没有成绩时没有") {
      $0.figures.distribution?.pass
    }
    text("成绩分布说法", "how many passed, and where most learners are; none without scores", "合格人数与人数最多的分数段；没有成绩时没有") {
      $0.wording.distribution
    }
    text("口径说明", "the definitions of all figures, and those that no unit has", "全部指标的计算方法，以及不分单位的指标") {
      $0.wording.monitoringNote
    }
  }

  @MemberList<Subject>
  private static var summaryParts: [Member] {
    table("从报名到合格", "the steps from enrolled to passed; none without them", "从报名到合格各步骤；没有时没有") {
      $0.wording.funnelTable
    }
    chart("步骤图", "the same as a chart", "从报名到合格各步骤") { $0.charts.funnel }
    table("以往学期", "earlier terms with this one; none where there is one term", "以往各学期与本学期；只有一个学期时没有") {
      $0.wording.termTable
    }
    table("培训成效", "learners, who began, who passed and how well, by unit", "各单位人数、合格率、成绩") { contents in
      contents.wording.results(of: contents.figures.cities, title: contents.figures.cityTitle)
    }
    chart("培训成效图", "the units by the ranked rate; none of up to five", "各单位，按排名指标；不超过五个时没有") { $0.charts.cities }
    chart("成绩分布图", "learners by their total", "总成绩分布") { $0.charts.distribution }
    table("成绩分布", "learners by their total", "总成绩分布") { $0.wording.distributionTable }
    table("评优情况", "what each award came to", "各奖项的结果") { $0.wording.awardTable }
    list(["监测指标表"], Wording("every figure by unit, in one table or more", "各单位的全部指标，一张表或分为几张"), of: .titled) {
      contents in
      contents.wording.monitoringTables.map { TitledTable(title: $0.title, table: $0.table, number: $0.number) }
    }
    table("分项目成效", "the results by project; none where there is one", "各项目的成效；只有一个项目时没有") { contents in
      contents.figures.hasProjects ? contents.wording.results(of: contents.figures.projects, title: "项目") : nil
    }
  }

  @MemberList<Subject>
  private static func summaryLists(_ indicators: Indicators) -> [Member] {
    ranking(
      ["下级单位"], Wording("the units right below the whole", "全体之下一级的各单位"), of: .unit(indicators, isRanked: false),
      { $0.units($0.figures.cities) },
      byRank: { $0.units($0.ranked($0.figures.cities)) })
    ranking(
      ["项目"], Wording("the projects with learners", "有学员的项目"), of: .unit(indicators, isRanked: false),
      { $0.units($0.figures.projects) },
      byRank: { $0.units($0.ranked($0.figures.projects)) })
    figureList("指标", "every figure of the programme", "流程文件的全部指标") { contents in
      contents.figures.indicators.all.indices.map {
        NamedFigure(
          indicator: contents.figures.indicators.all[$0], measured: contents.figures.whole.measured[$0])
      }
    }
    figureList("主要指标", "who began, who passed, study hours and the mean of the totals", "参训、合格、学时、平均成绩") { contents in
      let indicators = contents.figures.indicators
      return [indicators.started, indicators.passed, indicators.hours, indicators.meanTotal].compactMap(\.self).map {
        NamedFigure(indicator: indicators.all[$0], measured: contents.figures.whole.measured[$0])
      }
    }
    list(["参训单位"], Wording("the levels below the whole with learners", "全体之下有学员的各级单位"), of: .taking) { contents in
      contents.figures.taking.filter { $0.units > 0 }.map { (title: $0.title, units: $0.units) }
    }
    list(["步骤"], Wording("the steps from enrolled to passed", "从报名到合格的各步骤"), of: .step) {
      $0.figures.funnel?.shares ?? []
    }
    list(["分数段"], Wording("the bins of totals", "总成绩的各分数段"), of: .bin) { contents in
      contents.figures.distribution.map { distribution in
        distribution.bins.map { (bin: $0, learners: distribution.learners) }
      } ?? []
    }
    list(["问题"], Wording("what the figures themselves say went wrong", "由数据得出的问题"), of: .problem) {
      $0.wording.problems
    }
  }
}
