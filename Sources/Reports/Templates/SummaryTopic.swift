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
      surveyMembers
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
    text("基本情况", "projects, places, learners and the leading rates", "项目、单位、人数和主要指标") { $0.wording.basics }
    text("步骤说明", "what the table of steps does not say; none without one", "从报名到合格各步骤的说明；没有该表时没有") {
      $0.wording.funnelNote
    }
    text("学期说明", "how earlier terms are reckoned; none where there is one term", "以往学期的计算方法；只有一个学期时没有") {
      $0.wording.termTable == nil ? nil : SummaryWording.termNote
    }
    text("成绩分布说法", "how many passed, and where most learners are; none without scores", "合格人数与人数最多的分数段；没有成绩时没有") {
      $0.wording.distribution
    }
    text("评优说法", "what the awards came to; none without candidates", "评优结果；没有参评对象时没有") { $0.wording.awards }
    text("口径说明", "the definitions of all figures in one sentence", "全部指标的计算方法，合为一句") {
      $0.wording.definitions.joined(separator: "；")
    }
  }

  @MemberList<Subject>
  private static var surveyMembers: [Member] {
    truth("设有满意度问卷", "whether the pipeline file has a survey of satisfaction", "流程文件中是否有满意度问卷") {
      $0.wording.programme.satisfaction != nil
    }
    text(
      "满意度说法", "forms, the pooled share, the best and the worst question; none without answers", "回收、满意率、最高与最低；没有回答时没有"
    ) {
      $0.wording.satisfaction
    }
    text("满意度说明", "how the survey's figures are reckoned and what is withheld", "满意度各数的计算方法与不公布的情况") {
      $0.wording.satisfaction == nil ? nil : $0.wording.surveyNotes.joined()
    }
    table("问卷核对", "the forms by what became of them", "问卷的发放、回收、有效份数") { $0.survey?.accountTable }
    table("满意率", "every question with its share, interval and mean", "各题满意率、区间与均值") { $0.survey?.shareTable }
    table("各档回答数", "every question with how many gave each answer", "各题各档回答份数") { $0.survey?.countTable }
    table("量表信度", "the reliability of every scale; mostly none", "各量表的信度；不要求时没有") { $0.survey?.scaleTable }
    table("前后比较", "the comparison of two surveys; mostly none", "两次调查的比较；只有一次时没有") { $0.survey?.changeTable }
    chart("满意度图", "the answers to every question", "各题回答的分布") { $0.survey == nil ? nil : $0.charts.satisfaction }
    list(["分单位满意率"], Wording("tables of shares by unit, each with a title", "分单位满意率，分为若干张表"), of: .titled) { contents in
      contents.survey?.unitTables.map { TitledTable(title: $0.title, table: $0.table) } ?? []
    }
    list(["其他问卷"], Wording("questionnaires with questions of choice", "有选择题的问卷"), of: .titled) { contents in
      contents.figures.choices.map { TitledTable(title: $0.title, table: $0.table, note: $0.note) }
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
    table("监测指标", "every figure by unit", "各单位的全部指标") { $0.wording.monitoring }
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
    list(["问题"], Wording("what the figures themselves say went wrong", "由数据得出的问题"), of: .problem) {
      $0.wording.problems
    }
  }
}

extension SummaryContents {
  fileprivate func units(_ rows: [Standing]) -> [PaperUnit] {
    rows.map { PaperUnit(standing: $0, indicators: figures.indicators, fullName: $0.name) }
  }

  /// Rows from the first rank down.
  fileprivate func ranked(_ rows: [Standing]) -> [Standing] { rows.ranked(by: figures.indicators.ranked).byRank }

  /// The survey's figures, where there is something to say of them.
  fileprivate var survey: SatisfactionFigures? { wording.satisfaction == nil ? nil : figures.satisfaction }
}

/// A table of a list, with what it is called and a remark.
struct TitledTable {
  let title: String
  let table: PaperTable
  var note = ""
}

extension Topic where Subject == TitledTable {
  /// What is told of a table of a list.
  static var titled: Self {
    Topic(
      "列表中的表", .text, { .text($0.title) }
    ) {
      text("名称", "its title", "名称") { $0.title }
      text("说明", "how its figures are reckoned; none of some", "计算方法的说明；有的没有") { $0.note }
      table("表", "the table itself", "表本身") { $0.table }
    }
  }
}

extension Topic where Subject == SummaryProblem {
  fileprivate static var problem: Self {
    Topic("问题") {
      text("情况", "the fact", "情况") { $0.sentence }
      text("条件", "the condition that raised it", "触发条件") { $0.condition }
    }
  }
}
