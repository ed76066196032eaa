/// The bulletin in words, tables and charts.
struct BulletinPaper {
  let figures: BulletinFigures
  private(set) var paper: Paper
  private var sections = 0

  init(_ figures: BulletinFigures) {
    self.figures = figures
    paper = Paper(name: "\(figures.issue.title) \(figures.issue.numberText)")
    addHead()
    addOverall()
    for level in figures.levels where !level.isLast { add(level) }
    addProjects()
    addCohorts()
    addConcerns()
    addNextStage()
    addDefinitions()
  }

  private mutating func addHead() {
    let issue = figures.issue
    paper.add(
      .masthead(
        name: issue.title, number: issue.numberText, office: issue.office, date: chineseDate(issue.cutOff.day)))
    paper.add(.title(issue.programmeTitle + "学情", level: 2))
    paper.add(prose: figures.lead)
    paper.add(.keyFigures(figures.keyFigures))
  }

  private mutating func addOverall() {
    add(section: "总体情况")
    paper.add(.table(figures.overallTable))
    paper.add(figures.trendChart)
  }

  private mutating func add(_ level: BulletinFigures.Level) {
    add(section: "分\(level.title)情况")
    paper.add(prose: figures.spread(of: level))
    paper.add(.table(figures.rankingTable(level)))
    if let note = figures.emptyNote(level) { paper.add(prose: "注：" + note) }
    if level.units.count > 5 { paper.add(figures.rankingChart(level)) }
  }

  private mutating func addProjects() {
    guard figures.projects.count > 1 else { return }
    add(section: "分项目情况")
    paper.add(.table(figures.projectTable))
    if figures.projects.count > 5 { paper.add(figures.projectChart) }
  }

  private mutating func addCohorts() {
    guard !figures.cohortTable.rows.isEmpty else { return }
    add(section: "分班次情况")
    paper.add(.table(figures.cohortTable))
  }

  private mutating func addConcerns() {
    add(section: "需要关注")
    let concerns = figures.concerns
    guard !concerns.isEmpty else { return paper.add(prose: "按既定条件，本期没有需要单列的情况。") }
    paper.add(
      .numbered(concerns.map { PaperItem(subject: $0.unit, sentence: $0.fact, condition: $0.condition) }))
  }

  private mutating func addNextStage() {
    add(section: "下阶段要求")
    for sentence in figures.pace { paper.add(prose: sentence) }
    paper.add(.slot("【待填写：下阶段工作要求】"))
  }

  private mutating func addDefinitions() {
    add(section: figures.accounts.isEmpty ? "口径" : "口径与数据质量")
    paper.add(.table(figures.definitionTable))
    paper.add(.notes([figures.roundingNote, figures.orderNote, figures.changeNote] + figures.provisional))
    if !figures.accounts.isEmpty {
      paper.add(.table(figures.accountTable))
      paper.add(prose: figures.accountNote + figures.rejectionNote)
    }
    if let last = figures.levels.last, last.isLast {
      paper.add(prose: "各\(last.title)情况见 bulletin.xlsx 的“\(last.title)”表。")
    }
    paper.add(.signature(["填表人", "审核人", "单位负责人（盖章）"]))
  }

  private mutating func add(section title: String) {
    sections += 1
    paper.add(.heading("\(chineseOrdinal(sections))、\(title)", level: 3))
  }
}
