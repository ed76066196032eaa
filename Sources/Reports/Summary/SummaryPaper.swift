import Programme

/// The summary in words, tables and charts: the frame that offices use, figures filled, prose left to people.
struct SummaryPaper {
  let wording: SummaryWording
  let charts: SummaryCharts
  private(set) var paper: Paper

  private var figures: SummaryFigures { wording.figures }

  init(wording: SummaryWording, charts: SummaryCharts) {
    self.wording = wording
    self.charts = charts
    paper = Paper(name: wording.title)
    addHead()
    addResults()
    add(section: "四、特色与创新", "【待填写：特色做法，须附佐证材料名称】")
    addProblems()
    add(section: "六、改进措施", "【待填写：改进措施】")
    addAnnex()
  }

  private mutating func addHead() {
    paper.add(.title(wording.title, level: 1))
    paper.add(.byline(wording.programme.office))
    paper.add(.byline("统计时间：截至\(figures.cutOff.text)"))
    paper.add(.heading("一、基本情况", level: 2))
    paper.add(prose: wording.basics)
    addFunnel()
    addTerms()
    paper.add(.slot("【待填写：培训依据、目标与主要内容】"))
    paper.add(.heading("二、主要做法", level: 2))
    if figures.bulletins > 0 { paper.add(prose: "共编发学情通报\(figures.bulletins)期。") }
    paper.add(.slot("【待填写：组织领导、过程管理、学情通报会等做法】"))
  }

  private mutating func addFunnel() {
    guard let table = wording.funnelTable, let note = wording.funnelNote else { return }
    paper.add(prose: "\(SummaryFunnel.title)：")
    paper.add(.table(table))
    paper.add(charts.funnel)
    paper.add(prose: "注：" + note)
  }

  private mutating func addTerms() {
    guard let table = wording.termTable else { return }
    paper.add(prose: "与以往学期比较：")
    paper.add(.table(table))
    paper.add(prose: "注：" + SummaryWording.termNote)
  }

  private mutating func addResults() {
    paper.add(.heading("三、培训成效", level: 2))
    paper.add(.heading("（一）各\(figures.cityTitle)培训成效", level: 3))
    paper.add(.table(wording.results(of: figures.cities, title: figures.cityTitle)))
    paper.add(charts.cities)
    paper.add(prose: "注：比率的分母均为报名学员数；各\(figures.cityTitle)按组织序排列。口径见附表。")
    if let sentence = wording.distribution {
      paper.add(.heading("（二）成绩分布", level: 3))
      paper.add(prose: sentence)
      paper.add(charts.distribution)
    }
    addSatisfaction()
    paper.add(.heading("（四）评优", level: 3))
    if let awards = wording.awards { paper.add(prose: awards) }
    if let table = wording.awardTable { paper.add(.table(table)) }
    paper.add(.slot("【待填写：优秀成果、典型案例】"))
  }

  private mutating func addSatisfaction() {
    paper.add(.heading("（三）满意度", level: 3))
    guard let satisfaction = figures.satisfaction, let sentence = wording.satisfaction else {
      let isAsked = wording.programme.satisfaction != nil
      return paper.add(.slot(isAsked ? "【待填写：满意度调查情况（本期没有问卷数据，或有效回答不足最少份数）】" : "【待填写：满意度调查情况】"))
    }
    paper.add(prose: sentence)
    if let table = satisfaction.accountTable { paper.add(.table(table)) }
    paper.add(.table(satisfaction.shareTable))
    paper.add(.heading("各档回答数（份）", level: 4))
    paper.add(.table(satisfaction.countTable))
    paper.add(charts.satisfaction)
    for unit in satisfaction.unitTables {
      paper.add(.heading(unit.title, level: 4))
      paper.add(.table(unit.table))
    }
    if let table = satisfaction.scaleTable {
      paper.add(.heading("量表信度", level: 4))
      paper.add(.table(table))
    }
    if let table = satisfaction.changeTable {
      paper.add(.heading("前后比较", level: 4))
      paper.add(.table(table))
    }
    paper.add(prose: "注：" + wording.surveyNotes.joined())
  }

  private mutating func addProblems() {
    paper.add(.heading("五、问题与不足", level: 2))
    let problems = wording.problems
    if problems.isEmpty {
      paper.add(prose: "按规则未发现问题。")
    } else {
      paper.add(.numbered(problems.map { PaperItem(sentence: $0.sentence, condition: $0.condition) }))
    }
    paper.add(.slot("【待填写：原因分析】"))
  }

  private mutating func addAnnex() {
    paper.add(.heading("七、附表", level: 2))
    for part in wording.monitoringTables {
      paper.add(.heading("附表1\(part.number) \(part.title)", level: 3))
      paper.add(.table(part.table))
    }
    if figures.hasProjects {
      paper.add(.heading("附表2 各项目培训成效", level: 3))
      paper.add(.table(wording.results(of: figures.projects, title: "项目")))
    }
    paper.add(prose: "注：" + wording.monitoringNote)
    for (index, choices) in figures.choices.enumerated() {
      paper.add(.heading("附表\(index + (figures.hasProjects ? 3 : 2)) \(choices.title)", level: 3))
      paper.add(.table(choices.table))
      paper.add(prose: "注：" + choices.note)
    }
  }

  private mutating func add(section title: String, _ slot: String) {
    paper.add(.heading(title, level: 2))
    paper.add(.slot(slot))
  }
}
