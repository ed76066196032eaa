import Awards
import Metrics
import Programme
import Scoring
import Templates

/// What a summary tells of its survey and its awards.
extension Topic where Subject == SummaryContents {
  @MemberList<Subject>
  static var summarySurvey: [Member] {
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
    count("问卷发放", "how many forms were handed out; none without answers", "发放份数；没有回答时没有") {
      $0.survey?.whole.first?.invited
    }
    count("问卷回收", "how many came back", "回收份数") { $0.survey?.whole.map(\.responses).max() }
    list(["评价内容"], Wording("what the survey asks about, each object and dimension", "问卷所评价的各对象、维度"), of: .asked) {
      contents in
      contents.survey.map { survey in survey.whole.map { (row: $0, title: survey.title($0)) } } ?? []
    }
    list(["分单位满意率"], Wording("tables of shares by unit, each with a title", "分单位满意率，分为若干张表"), of: .titled) { contents in
      contents.survey?.unitTables.map { TitledTable(title: $0.title, table: $0.table) } ?? []
    }
    list(["其他问卷"], Wording("questionnaires with questions of choice", "有选择题的问卷"), of: .titled) { contents in
      contents.figures.choices.map { TitledTable(title: $0.title, table: $0.table, note: $0.note) }
    }
  }

  @MemberList<Subject>
  static var summaryAwards: [Member] {
    text("评优说法", "what the awards came to; none without candidates", "评优结果；没有参评对象时没有") { $0.wording.awards }
    list(["奖项"], Wording("the awards", "各奖项"), of: .award) { $0.figures.awards }
  }
}

extension SummaryContents {
  func units(_ rows: [Standing]) -> [PaperUnit] {
    rows.map { PaperUnit(standing: $0, indicators: figures.indicators, fullName: $0.name) }
  }

  /// Rows from the first rank down.
  func ranked(_ rows: [Standing]) -> [Standing] { rows.ranked(by: figures.indicators.ranked).byRank }

  /// The survey's figures, where there is something to say of them.
  fileprivate var survey: SatisfactionFigures? { wording.satisfaction == nil ? nil : figures.satisfaction }
}

/// A table of a list, with what it is called and a remark.
struct TitledTable {
  let title: String
  let table: PaperTable
  var note = ""
  /// What stands behind the number that several tables share, such as `-1`; empty for one by itself.
  var number = ""
}

extension Topic where Subject == TitledTable {
  /// What is told of a table of a list.
  static var titled: Self {
    Topic(
      "列表中的表", .text, { .text($0.title) }
    ) {
      text("名称", "its title", "名称") { $0.title }
      text(
        "续号", "what stands behind a number that several tables share, such as -1; none of one by itself",
        "几张表共用一个编号时的 -1、-2；只有一张时没有"
      ) {
        $0.number
      }
      text("说明", "how its figures are reckoned; none of some", "计算方法的说明；有的没有") { $0.note }
      table("表", "the table itself", "表本身") { $0.table }
    }
  }
}

extension Topic where Subject == SummaryProblem {
  static var problem: Self {
    Topic("问题") {
      text("情况", "the fact", "情况") { $0.sentence }
      text("条件", "the condition that raised it", "触发条件") { $0.condition }
    }
  }
}

extension Topic where Subject == (title: String, units: Int) {
  /// A level of units with learners.
  static var taking: Self {
    Topic("参训单位", .text, { .text($0.title) }) {
      text("名称", "what the units are called", "单位的称谓，如 地市") { $0.title }
      text("量词", "what they are counted in: 个, 所", "量词：个、所") { counter(ofUnits: $0.title) }
      count("个数", "how many have learners", "有学员的个数") { Int64($0.units) }
    }
  }
}

extension Topic where Subject == SummaryFunnel.Share {
  /// A step from enrolled to passed.
  static var step: Self {
    Topic("步骤", .text, { .text($0.title) }) {
      text("名称", "what the step is called", "步骤名称") { $0.title }
      count("人数", "how many came so far", "到达的人数") { $0.learners }
      share("占报名学员", "their share of all learners", "占报名学员的比例") { $0.ofAll }
      share("占上一步", "their share of the step before; none of the first", "占上一步的比例；第一步没有") { $0.ofPrevious }
    }
  }
}

extension Topic where Subject == (bin: ScoreDistribution.Bin, learners: Int64) {
  /// A bin of totals.
  static var bin: Self {
    Topic("分数段", .text, { .text($0.bin.title) }) {
      text("名称", "its edges, such as 85—90", "分数段，如 85—90") { $0.bin.title }
      count("人数", "how many learners are in it", "人数") { $0.bin.learners }
      share("占比", "their share of all learners", "占全部学员的比例") { Printed(share: $0.bin.learners, of: $0.learners) }
    }
  }
}

extension Topic where Subject == (row: SatisfactionFigures.Row, title: String) {
  /// What a survey asks about; only what enough people answered.
  static var asked: Self {
    Topic("评价内容", .text, { .text($0.title) }) {
      text("名称", "the object and the dimension", "评价对象与维度") { $0.title }
      count("有效回答", "how many answered", "有效回答数") { $0.row.answered }
      share("满意率", "the share of the satisfied", "满意率") { $0.row.share }
      number("均值", "the five-point mean", "五分均值") { .figure($0.row.meanText) }
    }
  }
}

extension Topic where Subject == (award: Award, places: Int64?, tally: AwardTally) {
  /// What an award came to.
  static var award: Self {
    Topic("奖项", .text, { .text($0.award.title) }) {
      text("名称", "its title", "奖项名称") { $0.award.title }
      count("参评", "how many candidates there were", "参评对象的个数") { $0.tally.candidates }
      count("名额", "how many places there are; none where there is no number of them", "名额；不设名额时没有") { $0.places }
      count("入选", "how many are in", "入选数") { $0.tally.count(.in) }
      count("已审批", "how many of them were approved", "其中已审批的") { $0.tally.approved }
      count("并列待定", "how many wait for a decision on a tie", "并列待定的") { $0.tally.count(.tied) }
    }
  }
}
